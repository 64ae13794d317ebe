package org.tandemsync.pst;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.Transaction;

/**
 * Writes messages: properties, recipients and attachments, and what follows from them ([MS-PST]
 * 2.4.5, [MS-OXCMSG] 2.2.1). Subnodes that nobody here understands stay where they are.
 */
final class MessageWriter {
  private static final int FLAGS = 0x0E070003;
  private static final int SIZE = 0x0E080003;
  private static final int HAS_ATTACHMENTS = 0x0E1B000B;
  private static final int CREATED = 0x30070040;
  private static final int MODIFIED = 0x30080040;
  private static final int SEARCH_KEY = 0x300B0102;
  private static final int READ = 1;
  private static final int WITH_ATTACHMENTS = 0x10;

  /** Values in subnodes; those that are still used are kept with their property. */
  private static final int LTP = 0x1F;

  private final Transaction transaction;
  private final NameBook names;
  private final Instant now;
  private final AttachmentWriter attachments;
  private final RecipientWriter recipients;

  MessageWriter(Transaction transaction, NameBook names, Instant now) {
    this.transaction = transaction;
    this.names = names;
    this.now = now;
    this.attachments = new AttachmentWriter(transaction, names, this);
    this.recipients = new RecipientWriter(transaction, names);
  }

  /**
   * A message whose data is in the file, but which is in no index yet.
   *
   * @param values all its properties
   */
  record Prepared(ObjectWriter.Written written, ObjectValues values) {
    int size() {
      return values.integer(SIZE, 0);
    }

    String searchKey() {
      return HexFormat.of().formatHex(Objects.requireNonNull(values.get(SEARCH_KEY)));
    }
  }

  /** Whether an edit changes anything: what a message has already is no change. */
  static boolean changes(MessageEdit edit) {
    if (edit.isNew()
        || ObjectValues.changed(edit.properties())
        || !edit.removedAttachments().isEmpty()
        || !edit.newAttachments().isEmpty()) {
      return true;
    }
    return edit.recipients().filter(all -> recipientsChange(edit, all)).isPresent()
        || edit.changedAttachments().values().stream().anyMatch(MessageWriter::changes);
  }

  static boolean changes(AttachmentEdit edit) {
    return ObjectValues.changed(edit.properties())
        || edit.embeddedChanges().filter(MessageWriter::changes).isPresent();
  }

  private static boolean recipientsChange(MessageEdit edit, List<PropertyEdits> wanted) {
    List<PropertyBag> now = edit.before().recipients();
    if (now.size() != wanted.size()) {
      return true;
    }
    for (int i = 0; i < now.size(); i++) {
      PropertyEdits one = wanted.get(i);
      boolean same =
          RecipientWriter.id(one.before()).equals(RecipientWriter.id(now.get(i)))
              && !ObjectValues.changed(one);
      if (!same) {
        return true;
      }
    }
    return false;
  }

  /** Writes what a message is after an edit. */
  Prepared write(MessageEdit edit) {
    Node node = edit.before() instanceof MessageNode m ? m.node() : null;
    ObjectValues values = ObjectValues.of(edit.properties(), names);
    ObjectWriter writer = new ObjectWriter(transaction);
    if (node != null) {
      keepOthers(edit, node, writer);
    }
    if (edit.recipients().isPresent()) {
      recipients.write(edit.recipients().get(), node).ifPresent(writer::subnode);
    } else if (node != null) {
      node.subnode(NodeId.RECIPIENT_TABLE).map(Node::entry).ifPresent(writer::subnode);
    }
    boolean attached = attachments.write(edit, node, writer);
    follow(values, attached, edit.isNew());
    Map<Integer, byte[]> all = values.into(writer, node);
    ObjectWriter.Written written = writer.propertiesWithSize(all, SIZE);
    values.setInteger(SIZE, writer.size());
    return new Prepared(written, values);
  }

  /**
   * All but the values, the recipients and the attachments; also attachments that no table lists.
   */
  private static void keepOthers(MessageEdit edit, Node message, ObjectWriter writer) {
    Set<NodeId> ours = new HashSet<>(Set.of(NodeId.RECIPIENT_TABLE, NodeId.ATTACHMENT_TABLE));
    for (AttachedObject attachment : edit.before().attachments()) {
      ours.add(Objects.requireNonNull(node(attachment)).id());
    }
    message.subnodes().stream()
        .filter(s -> s.id().type() != LTP && !ours.contains(s.id()))
        .forEach(writer::subnode);
  }

  private void follow(ObjectValues values, boolean attached, boolean isNew) {
    byte[] time = new Packed().i64(FileTime.value(now)).toArray();
    values.set(MODIFIED, time);
    values.setIfAbsent(SEARCH_KEY, searchKey());
    if (isNew) {
      values.setIfAbsent(CREATED, time);
      values.setIfAbsent(FLAGS, new Packed().i32(READ).toArray());
    }
    if (values.has(FLAGS)) {
      int flags = values.integer(FLAGS, 0);
      values.setInteger(FLAGS, attached ? flags | WITH_ATTACHMENTS : flags & ~WITH_ATTACHMENTS);
    }
    // Outlook has this one in few messages; where it is, it has to be right.
    if (values.has(HAS_ATTACHMENTS)) {
      values.set(HAS_ATTACHMENTS, new byte[] {(byte) (attached ? 1 : 0)});
    }
  }

  private static byte[] searchKey() {
    UUID random = UUID.randomUUID();
    return new Packed()
        .i64(random.getMostSignificantBits())
        .i64(random.getLeastSignificantBits())
        .toArray();
  }

  /** The message in an attachment, if it is changed or new. */
  Optional<Prepared> embedded(AttachmentEdit edit) {
    return edit.embeddedChanges().map(this::write);
  }

  /** The node of an attachment that is there. */
  static @Nullable Node node(@Nullable AttachedObject attachment) {
    return attachment instanceof MessageNode.AttachmentNode a ? a.node() : null;
  }
}
