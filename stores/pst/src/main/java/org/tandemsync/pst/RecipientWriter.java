package org.tandemsync.pst;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.pst.format.TableEditor;
import org.tandemsync.pst.format.TableRow;
import org.tandemsync.pst.format.TableShape;
import org.tandemsync.pst.format.Transaction;

/**
 * Writes the recipients of a message: a table whose rows are the recipients, with a number from the
 * counter of the file each ([MS-PST] 2.4.5.3). Outlook leaves the table out when there is nobody.
 */
final class RecipientWriter {
  private static final int ROW_ID = 0x67F20003;
  private static final int ROW_VERSION = 0x67F30003;

  private final Transaction transaction;
  private final NameBook names;

  RecipientWriter(Transaction transaction, NameBook names) {
    this.transaction = transaction;
    this.names = names;
  }

  /** The number of the row of a recipient that is there. */
  static Optional<Integer> id(PropertyBag recipient) {
    PropertyTag tag = new PropertyTag(TableContext.ROW_ID);
    return recipient.has(tag) ? Optional.of(recipient.integer(tag, 0)) : Optional.empty();
  }

  /** Writes all recipients in the order in which they are to be read: that of their numbers. */
  Optional<NodeEntry> write(List<PropertyEdits> all, @Nullable Node message) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, Map<Integer, byte[]>> rows = new LinkedHashMap<>();
    Set<Integer> tags = new LinkedHashSet<>();
    long last = -1;
    for (PropertyEdits recipient : all) {
      ObjectValues values = ObjectValues.of(recipient, names);
      Optional<Integer> old = id(recipient.before());
      boolean keeps = old.isPresent() && Integer.toUnsignedLong(old.get()) > last;
      int id = keeps ? old.orElseThrow() : transaction.newVersion();
      if (!keeps || ObjectValues.changed(recipient) || !values.has(ROW_VERSION)) {
        values.setInteger(ROW_VERSION, transaction.newVersion());
      }
      values.setInteger(ROW_ID, id);
      last = Integer.toUnsignedLong(id);
      Map<Integer, byte[]> cells = new HashMap<>();
      for (int tag : values.tags()) {
        byte[] value = values.get(tag);
        if (value != null) {
          cells.put(tag, value);
          tags.add(tag);
        }
      }
      rows.put(id, cells);
    }
    TableEditor table = TableEditor.create(transaction, shape(message).with(List.copyOf(tags)));
    rows.forEach((id, cells) -> table.put(new TableRow(id, cells)));
    return Optional.of(table.finish().as(NodeId.RECIPIENT_TABLE, new NodeId(0)));
  }

  /** The columns that the table has, or those with which every new one begins. */
  private TableShape shape(@Nullable Node message) {
    Optional<Node> now =
        message == null ? Optional.empty() : message.subnode(NodeId.RECIPIENT_TABLE);
    return TableShape.of(
        now.orElseGet(() -> TableTemplates.node(transaction, NodeId.RECIPIENT_TABLE)));
  }
}
