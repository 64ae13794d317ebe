package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ClosingStore;
import org.tandemsync.testkit.FamilyStoreContract;
import org.tandemsync.testkit.PlaceByStore;

/** What every store must do, on copies of a file that Outlook made. The checker looks at each. */
class WrittenStoreTest {

  private abstract static class OnCopy extends FamilyStoreContract {
    private static final Map<String, byte[]> EMPTIED = new ConcurrentHashMap<>();
    private static final String SAMPLE = "java-libpst/dist-list.pst";

    @TempDir Path temporary;
    private int places;

    @Override
    protected Place<Item> place() {
      try {
        Path copy = temporary.resolve("place" + ++places + ".pst");
        Files.write(copy, emptied());
        return new Copy(copy, family(), folder());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Made once for each folder: every write waits for the disk. */
    private byte[] emptied() throws IOException {
      byte[] known = EMPTIED.get(folder());
      if (known == null) {
        Path path = Files.copy(Samples.path(SAMPLE), temporary.resolve("empty.pst"));
        try (PstFile file = PstFile.open(path)) {
          ItemChanges changes = file.begin(Samples.NOW);
          new Contents(file, file.folder(folder()).id()).items().forEach(changes::remove);
          file.commit(changes);
        }
        known = Files.readAllBytes(path);
        EMPTIED.put(folder(), known);
      }
      return known;
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("5ffe4");
    }
  }

  /** The foreign hand opens the file itself, as Outlook would when Tandem has not locked it. */
  private record Copy(Path path, Family family, String folder) implements PlaceByStore {

    @Override
    public Store<Item> open() {
      PstFile file = PstFile.open(path);
      PstStore store = Samples.store(file, file.folder(folder), family);
      return new ClosingStore<>(store, file::close);
    }

    @Override
    public void close() {
      try {
        assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class Contacts extends OnCopy {
    @Override
    protected Family family() {
      return Family.CONTACTS;
    }

    @Override
    protected String folder() {
      return "Contacts";
    }
  }

  @Nested
  class Events extends OnCopy {
    @Override
    protected Family family() {
      return Family.EVENTS;
    }

    @Override
    protected String folder() {
      return "Calendar";
    }
  }

  @Nested
  class Tasks extends OnCopy {
    @Override
    protected Family family() {
      return Family.TASKS;
    }

    @Override
    protected String folder() {
      return "Tasks";
    }
  }
}
