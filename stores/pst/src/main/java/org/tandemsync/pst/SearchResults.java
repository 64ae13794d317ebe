package org.tandemsync.pst;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableEditor;
import org.tandemsync.pst.format.Transaction;

/**
 * What search folders have found. Outlook brings it up to date itself from the queue, but a row of
 * an item that is no more has to go at once: not every file has the folder in its search domain.
 */
final class SearchResults {
  /** The list of active search folders. */
  private static final NodeId ACTIVE = new NodeId(0x201);

  private static final int SEARCH_CONTENTS = 0x10;
  private static final int MOST = 1 << 20;

  private final Transaction transaction;
  private final Map<NodeId, TableEditor> changed = new LinkedHashMap<>();

  SearchResults(Transaction transaction) {
    this.transaction = transaction;
  }

  void remove(NodeId item) {
    Optional<Node> active = transaction.node(ACTIVE);
    if (active.isEmpty() || active.get().data().size() == 0) {
      return;
    }
    Span list = active.get().data().all(MOST);
    for (int at = 0; at + 4 <= list.length(); at += 4) {
      NodeId folder = new NodeId(list.i32(at)).withType(NodeId.SEARCH_FOLDER);
      remove(folder.withType(SEARCH_CONTENTS), item);
    }
  }

  private void remove(NodeId results, NodeId item) {
    TableEditor table = changed.get(results);
    if (table == null) {
      Optional<Node> node = transaction.node(results);
      if (node.isEmpty()) {
        return;
      }
      try {
        table = TableEditor.of(transaction, node.get());
      } catch (DamagedException noTable) {
        return; // Outlook makes it anew
      }
    }
    if (table.remove(item.value())) {
      changed.put(results, table);
    }
  }

  void write() {
    changed.forEach(
        (id, table) -> {
          int count = table.size();
          NodeEntry entry = transaction.entry(id).orElseThrow();
          transaction.putNode(table.finish().as(id, entry.parent()));
          FolderTables.count(transaction, id.withType(NodeId.SEARCH_FOLDER), count, 0);
        });
  }
}
