package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Span;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.Shelf;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.NodeId;
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
        file.refresh();
        for (NodeId node : new Contents(file, file.folder(folder).id()).items()) {
          running.load(entryId(node), folder, file.message(file.database().requireNode(node)));
        }
        running.keepOn(new InFile(file));
        outlook = running;
      }
      open++;
      return running;
    }

    private String entryId(NodeId node) {
      return InFile.entryId(file, node);
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

  /** The items of Outlook in a data file. */
  private record InFile(PstFile file) implements Shelf {
    /** Flags, size, times, search key. */
    private static final Set<Integer> OF_THE_FILE =
        Set.of(0x0E07, 0x0E08, 0x3007, 0x3008, 0x300B, 0x0E1B);

    static String entryId(PstFile file, NodeId node) {
      byte[] id = EntryId.inStore(file.recordKey(), node.value()).toArray();
      return HexFormat.of().withUpperCase().formatHex(id);
    }

    private NodeId node(String entryId) {
      Span id = Span.of(HexFormat.of().parseHex(entryId));
      return new NodeId(
          EntryId.parse(id, StandardCharsets.US_ASCII).nodeIn(file.recordKey()).orElseThrow());
    }

    @Override
    public String saved(String entryId, String folder, MessageEdit whole) {
      file.refresh();
      NodeId node = entryId.isEmpty() ? null : node(entryId);
      ItemChanges changes = file.begin(Samples.NOW);
      if (node == null) {
        node = changes.add(file.folder(folder).id(), whole);
      } else {
        changes.change(node, over(file.message(file.database().requireNode(node)), whole));
      }
      file.commit(changes);
      return entryId(file, node);
    }

    /** All that is there gives way to what Outlook holds; the item keeps its place. */
    private static MessageEdit over(MessageNode there, MessageEdit whole) {
      MessageEdit edit = MessageEdit.of(there);
      PropertyBag before = there.properties();
      for (int id : before.raw().keySet()) {
        PropertyKey key =
            before.names().name(id).<PropertyKey>map(n -> n).orElse(new PropertyTag(id));
        if (!OF_THE_FILE.contains(id) && !whole.properties().changes().containsKey(key)) {
          edit.properties().remove(key);
        }
      }
      copy(whole, edit);
      for (int i = 0; i < there.attachments().size(); i++) {
        edit.removeAttachment(i);
      }
      return edit;
    }

    private static void copy(MessageEdit from, MessageEdit to) {
      copy(from.properties(), to.properties());
      from.recipients().ifPresent(to::recipients);
      for (AttachmentEdit attachment : from.newAttachments()) {
        AttachmentEdit added = to.addAttachment();
        copy(attachment.properties(), added.properties());
        attachment.embeddedChanges().ifPresent(own -> copy(own, added.embedded()));
      }
    }

    private static void copy(PropertyEdits from, PropertyEdits to) {
      from.changes()
          .forEach(
              (key, value) -> value.ifPresentOrElse(v -> to.set(key, v), () -> to.remove(key)));
    }

    @Override
    public String moved(String entryId, String folder) {
      ItemChanges changes = file.begin(Samples.NOW);
      changes.delete(node(entryId));
      file.commit(changes);
      return entryId;
    }

    @Override
    public void removed(String entryId) {
      ItemChanges changes = file.begin(Samples.NOW);
      changes.remove(node(entryId));
      file.commit(changes);
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
