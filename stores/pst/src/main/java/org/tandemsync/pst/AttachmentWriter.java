package org.tandemsync.pst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.TableEditor;
import org.tandemsync.pst.format.TableRow;
import org.tandemsync.pst.format.TableShape;
import org.tandemsync.pst.format.Transaction;

/** Writes the attachments of a message: a subnode each, and a table of them ([MS-PST] 2.4.6). */
final class AttachmentWriter {
  private static final int DATA = 0x3701;
  private static final int OBJECT = 0x3701000D;
  private static final int METHOD = 0x37050003;
  private static final int POSITION = 0x370B0003;
  private static final int SIZE = 0x0E200003;
  private static final int ROW_VERSION = 0x67F30003;
  private static final int LTP = 0x1F;
  private static final NodeId NOBODY = new NodeId(0);

  /** The columns that Outlook gives a table beyond those of the template. */
  private static final List<Integer> COLUMNS =
      List.of(
          0x3001001F,
          0x3703001F,
          0x3707001F,
          0x3708001F,
          0x370A0102,
          0x370D001F,
          0x370E001F,
          0x370F0102,
          0x3711001F,
          0x3712001F,
          0x3713001F,
          0x37140003,
          0x3719001F,
          0x371A001F,
          0x69090003,
          0x7FF90040,
          0x7FFA0003,
          0x7FFB0040,
          0x7FFC0040,
          0x7FFD0003,
          0x7FFE000B,
          0x7FFF000B);

  private final Transaction transaction;
  private final NameBook names;
  private final MessageWriter messages;

  AttachmentWriter(Transaction transaction, NameBook names, MessageWriter messages) {
    this.transaction = transaction;
    this.names = names;
    this.messages = messages;
  }

  /**
   * Gives {@code writer} all attachments that a message has after an edit, and their table.
   *
   * @return whether there are any
   */
  boolean write(MessageEdit edit, @Nullable Node message, ObjectWriter writer) {
    List<AttachedObject> before = message == null ? List.of() : edit.before().attachments();
    Map<NodeId, ObjectValues> changed = new HashMap<>();
    List<NodeId> removed = new ArrayList<>();
    List<NodeEntry> parts = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Node node = Objects.requireNonNull(MessageWriter.node(before.get(i)));
      AttachmentEdit own = edit.changedAttachments().get(i);
      if (edit.removedAttachments().contains(i)) {
        removed.add(node.id());
      } else if (own != null && MessageWriter.changes(own)) {
        parts.add(write(own, node, node.id(), changed));
      } else {
        parts.add(node.entry());
      }
    }
    for (AttachmentEdit added : edit.newAttachments()) {
      parts.add(write(added, null, transaction.newNode(NodeId.ATTACHMENT), changed));
    }
    parts.forEach(writer::subnode);
    if (!parts.isEmpty()) {
      writer.subnode(table(message, changed, removed));
    }
    return !parts.isEmpty();
  }

  private NodeEntry write(
      AttachmentEdit edit, @Nullable Node before, NodeId id, Map<NodeId, ObjectValues> written) {
    ObjectValues values = ObjectValues.of(edit.properties(), names);
    ObjectWriter writer = new ObjectWriter(transaction);
    if (before != null) {
      before.subnodes().stream().filter(s -> s.id().type() != LTP).forEach(writer::subnode);
    }
    Optional<MessageWriter.Prepared> embedded = messages.embedded(edit);
    if (embedded.isPresent()) {
      NodeId inner =
          edit.embedded().before() instanceof MessageNode m
              ? m.id()
              : transaction.newNode(NodeId.MESSAGE);
      writer.subnode(embedded.get().written().as(inner, NOBODY));
      values.set(OBJECT, new Packed().i32(inner.value()).i32(embedded.get().size()).toArray());
    }
    int method = values.has(OBJECT) ? AttachedObject.EMBEDDED : AttachedObject.BY_VALUE;
    if (values.hasId(DATA)) {
      values.setIfAbsent(METHOD, new Packed().i32(method).toArray());
    }
    values.setIfAbsent(POSITION, new Packed().i32(-1).toArray());
    values.setInteger(SIZE, 0);
    values.setInteger(SIZE, (int) Math.min(values.bytes(), Integer.MAX_VALUE));
    written.put(id, values);
    return writer.properties(values.into(writer, before)).as(id, NOBODY);
  }

  private NodeEntry table(
      @Nullable Node message, Map<NodeId, ObjectValues> changed, List<NodeId> removed) {
    Optional<Node> now =
        message == null ? Optional.empty() : message.subnode(NodeId.ATTACHMENT_TABLE);
    if (now.isPresent() && changed.isEmpty() && removed.isEmpty()) {
      return now.get().entry();
    }
    TableEditor table =
        now.map(n -> TableEditor.of(transaction, n))
            .orElseGet(
                () ->
                    TableEditor.create(
                        transaction,
                        TableShape.of(TableTemplates.node(transaction, NodeId.ATTACHMENT_TABLE))
                            .with(COLUMNS)));
    for (NodeId id : removed) {
      if (!table.remove(id.value())) {
        throw new DamagedException("the table of attachments does not list " + id);
      }
    }
    changed.entrySet().stream()
        .sorted((a, b) -> Integer.compareUnsigned(a.getKey().value(), b.getKey().value()))
        .forEach(e -> table.put(row(table.shape(), e.getKey(), e.getValue())));
    return table.finish().as(NodeId.ATTACHMENT_TABLE, NOBODY);
  }

  private TableRow row(TableShape shape, NodeId id, ObjectValues values) {
    Map<Integer, byte[]> cells = new HashMap<>();
    for (int tag : shape.tags()) {
      byte[] value = values.get(tag);
      if (value != null) {
        cells.put(tag, value);
      }
    }
    cells.put(ROW_VERSION, new Packed().i32(transaction.newVersion()).toArray());
    return new TableRow(id.value(), cells);
  }
}
