package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Span;
import org.tandemsync.outlook.standin.Shelf;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.pst.format.NodeId;

/**
 * Outlook's items in a data file: what a stand-in Outlook keeps is there too, and comes from there
 * when Outlook is started again.
 *
 * @param file stays the caller's
 */
public record OutlookInFile(PstFile file, InstantSource clock) implements Shelf {
  /** Flags, size, times, search key. */
  private static final Set<Integer> OF_THE_FILE =
      Set.of(0x0E07, 0x0E08, 0x3007, 0x3008, 0x300B, 0x0E1B);

  /** Outlook is started with what is in these folders. */
  public void startsWith(StandIn outlook, List<String> folders) {
    file.refresh();
    for (String folder : folders) {
      for (NodeId node : new Contents(file, file.folder(folder).id()).items()) {
        outlook.load(entryId(file, node), folder, file.message(file.database().requireNode(node)));
      }
    }
    outlook.keepOn(this);
  }

  private static String entryId(PstFile file, NodeId node) {
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
    ItemChanges changes = file.begin(clock.instant());
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
        .forEach((key, value) -> value.ifPresentOrElse(v -> to.set(key, v), () -> to.remove(key)));
  }

  @Override
  public String moved(String entryId, String folder) {
    ItemChanges changes = file.begin(clock.instant());
    changes.delete(node(entryId));
    file.commit(changes);
    return entryId;
  }

  @Override
  public void removed(String entryId) {
    ItemChanges changes = file.begin(clock.instant());
    changes.remove(node(entryId));
    file.commit(changes);
  }
}
