package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.TableEditor;
import org.tandemsync.pst.format.TableRow;
import org.tandemsync.pst.format.Transaction;

/**
 * What folders keep of their items: a row with a copy of some properties for each, and counts, of
 * which the row of the folder in its parent's table has a copy again ([MS-PST] 2.4.4). Outlook's
 * repair tool compares all of them.
 */
final class FolderTables {
  private static final int FLAGS = 0x0E070003;
  private static final int STATUS = 0x0E170003;
  private static final int CONVERSATION_ID = 0x30130102;
  private static final int CONTENT_COUNT = 0x36020003;
  private static final int UNREAD_COUNT = 0x36030003;
  private static final int ROW_ID = 0x67F20003;
  private static final int ROW_VERSION = 0x67F30003;
  private static final int LTP = 0x1F;

  /** Ids of columns about replication: they are kept in rows only. */
  private static final Set<Integer> REPLICATION =
      Set.of(0x0E30, 0x0E33, 0x0E34, 0x0E38, 0x0E3C, 0x0E3D);

  private final Transaction transaction;
  private final Map<NodeId, Contents> folders = new LinkedHashMap<>();
  private final Map<NodeId, TableEditor> hierarchies = new LinkedHashMap<>();

  FolderTables(Transaction transaction) {
    this.transaction = transaction;
  }

  private static final class Contents {
    final NodeEntry entry;
    final TableEditor table;
    int unread;

    Contents(NodeEntry entry, TableEditor table) {
      this.entry = entry;
      this.table = table;
    }
  }

  private Contents contents(NodeId folder) {
    return folders.computeIfAbsent(
        folder,
        f -> {
          Node table =
              transaction
                  .node(f.withType(NodeId.CONTENTS_TABLE))
                  .orElseThrow(() -> new DamagedException("the folder " + f + " has no table"));
          return new Contents(table.entry(), TableEditor.of(transaction, table));
        });
  }

  /** Adds the row of an item, or puts a new one in its place; the answer is what it holds. */
  Map<Integer, byte[]> put(NodeId folder, NodeId item, ObjectValues values) {
    Contents contents = contents(folder);
    Map<Integer, byte[]> old = contents.table.cells(item.value()).orElse(null);
    Map<Integer, byte[]> cells = cells(contents.table, values, old == null ? Map.of() : old);
    contents.unread += unread(cells) - (old == null ? 0 : unread(old));
    contents.table.put(new TableRow(item.value(), cells));
    return cells;
  }

  /** What the row of an item is to hold. */
  Map<Integer, byte[]> cells(TableEditor table, ObjectValues values, Map<Integer, byte[]> old) {
    Map<Integer, byte[]> cells = copies(table, values, old);
    if (cells.get(STATUS) == null && table.shape().tags().contains(STATUS)) {
      cells.put(STATUS, new byte[4]);
    }
    byte[] conversation = ConversationId.of(values, old);
    if (conversation != null && table.shape().tags().contains(CONVERSATION_ID)) {
      cells.put(CONVERSATION_ID, conversation);
    }
    return cells;
  }

  /** Removes the row of an item. */
  void remove(NodeId folder, NodeId item) {
    Contents contents = contents(folder);
    contents.unread -= unread(row(folder, item));
    contents.table.remove(item.value());
  }

  /** What the row of an item holds. */
  Map<Integer, byte[]> row(NodeId folder, NodeId item) {
    return contents(folder)
        .table
        .cells(item.value())
        .orElseThrow(() -> new DamagedException("the folder " + folder + " does not list " + item));
  }

  /** Moves the row of an item to another folder, which may have other columns. */
  void move(NodeId from, NodeId to, NodeId item, ObjectValues values) {
    row(from, item); // so that a damaged table stops it before anything is changed
    put(to, item, values);
    remove(from, item);
  }

  private static int unread(Map<Integer, byte[]> cells) {
    byte[] flags = cells.get(FLAGS);
    return flags == null || (flags[0] & 1) == 0 ? 1 : 0;
  }

  /** A cell for each column that the table has, and a version that no row had before. */
  private Map<Integer, byte[]> copies(
      TableEditor table, ObjectValues values, Map<Integer, byte[]> old) {
    Map<Integer, byte[]> cells = new HashMap<>();
    for (int tag : table.shape().tags()) {
      boolean ofRow = REPLICATION.contains(tag >>> 16) || tag == STATUS || tag == CONVERSATION_ID;
      byte @Nullable [] value = ofRow ? old.get(tag) : values.get(tag);
      if (value != null && tag != ROW_ID) {
        cells.put(tag, value);
      }
    }
    cells.put(ROW_VERSION, new Packed().i32(transaction.newVersion()).toArray());
    return cells;
  }

  /** Writes the tables, the counts, and the rows of the folders. */
  void write() {
    folders.forEach(
        (folder, contents) -> {
          int count = contents.table.size();
          NodeEntry entry = contents.entry;
          transaction.putNode(contents.table.finish().as(entry.id(), entry.parent()));
          count(folder, count, contents.unread);
        });
    hierarchies.forEach(
        (id, table) -> {
          NodeEntry entry = transaction.entry(id).orElseThrow();
          transaction.putNode(table.finish().as(id, entry.parent()));
        });
  }

  private void count(NodeId folder, int items, int moreUnread) {
    ObjectValues values = count(transaction, folder, items, moreUnread);
    NodeId parent = node(folder).entry().parent();
    if (values != null && !parent.equals(folder)) {
      listAgain(parent, folder, values);
    }
  }

  /** Sets the counts of a folder; null if they are right already. */
  static @Nullable ObjectValues count(
      Transaction transaction, NodeId folder, int items, int moreUnread) {
    Node node =
        transaction
            .node(folder)
            .orElseThrow(() -> new DamagedException("the folder " + folder + " is missing"));
    PropertyBag bag =
        new PropertyBag(
            new PropertyContext(node).properties(), NameMap.NONE, StandardCharsets.UTF_8);
    ObjectValues values = ObjectValues.of(bag);
    int unread = Math.max(0, values.integer(UNREAD_COUNT, 0) + moreUnread);
    if (values.integer(CONTENT_COUNT, -1) == items && values.integer(UNREAD_COUNT, -1) == unread) {
      return null;
    }
    values.setInteger(CONTENT_COUNT, items);
    values.setInteger(UNREAD_COUNT, unread);
    ObjectWriter writer = new ObjectWriter(transaction);
    node.subnodes().stream().filter(s -> s.id().type() != LTP).forEach(writer::subnode);
    transaction.putNode(
        writer.properties(values.into(writer, node)).as(folder, node.entry().parent()));
    return values;
  }

  private void listAgain(NodeId parent, NodeId folder, ObjectValues values) {
    TableEditor table =
        hierarchies.computeIfAbsent(
            parent.withType(NodeId.HIERARCHY_TABLE), id -> TableEditor.of(transaction, node(id)));
    Optional<Map<Integer, byte[]>> old = table.cells(folder.value());
    if (old.isPresent()) {
      table.put(new TableRow(folder.value(), copies(table, values, old.get())));
    }
  }

  private Node node(NodeId id) {
    return transaction
        .node(id)
        .orElseThrow(() -> new DamagedException("the node " + id + " is missing"));
  }
}
