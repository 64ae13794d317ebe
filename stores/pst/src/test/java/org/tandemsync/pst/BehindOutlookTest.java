package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ClosingStore;
import org.tandemsync.testkit.FamilyStoreContract;
import org.tandemsync.testkit.PlaceByStore;

/**
 * What every store must do, with Outlook's object model over a data file: what goes through it is
 * in the file, and comes from it when Outlook is started again. The checker looks at each file.
 */
class BehindOutlookTest {

  private abstract static class BehindOutlook extends FamilyStoreContract {
    private static final String SAMPLE = "java-libpst/dist-list.pst";

    @TempDir Path temporary;
    private int places;

    @Override
    protected Place<Item> place() {
      try {
        Path copy = temporary.resolve("place" + ++places + ".pst");
        Files.copy(Samples.path(SAMPLE), copy);
        try (PstFile file = PstFile.open(copy)) {
          ItemChanges changes = file.begin(Samples.NOW);
          new Contents(file, file.folder(folder()).id()).items().forEach(changes::remove);
          file.commit(changes);
        }
        return new Bridge(copy, family(), folder());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("00000000A1B2C3D400000000FFFFFFFF");
    }
  }

  /** Outlook is started anew, from the file, whenever nobody has it open. */
  private static final class Bridge implements PlaceByStore {

    private final PstFile file;
    private final Path path;
    private final Family family;
    private final String folder;
    private @Nullable StandIn outlook;
    private int open;

    Bridge(Path path, Family family, String folder) {
      this.path = path;
      this.file = PstFile.open(path);
      this.family = family;
      this.folder = folder;
    }

    private StandIn started() {
      StandIn running = open > 0 ? outlook : null;
      if (running == null) {
        running = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> Samples.NOW);
        new OutlookInFile(file, () -> Samples.NOW).startsWith(running, List.of(folder));
        outlook = running;
      }
      open++;
      return running;
    }

    @Override
    public Store<Item> open() {
      Application application = started().application();
      return new ClosingStore<>(
          new OutlookFolders(application, () -> Samples.NOW)
              .open(FolderAddress.parse(folder), family, true),
          () -> {
            application.close();
            open--;
          });
    }

    @Override
    public void close() {
      file.close();
      try {
        assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class Contacts extends BehindOutlook {
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
  class Events extends BehindOutlook {
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
  class Tasks extends BehindOutlook {
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
