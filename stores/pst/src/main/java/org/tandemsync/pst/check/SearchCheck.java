package org.tandemsync.pst.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;

/** The search machinery: what searches watch exists, and so does what they have found. */
final class SearchCheck {
  private static final NodeId QUEUE = new NodeId(0x1E1);
  private static final NodeId DOMAIN = new NodeId(0x261);
  private static final int SEARCH_CONTENTS = 0x10;
  private static final int QUEUE_ENTRY = 20;
  private static final int MOST = 1 << 24;

  private SearchCheck() {}

  static void run(Database database, Map<NodeId, NodeEntry> nodes, Findings findings) {
    Set<Integer> folders = new HashSet<>();
    nodes.keySet().stream()
        .filter(id -> id.type() == NodeId.FOLDER || id.type() == NodeId.SEARCH_FOLDER)
        .forEach(id -> folders.add(id.value() >>> 5));
    database
        .node(DOMAIN)
        .ifPresent(
            domain -> {
              Span watched = domain.data().all(MOST);
              for (int at = 0; at + 4 <= watched.length(); at += 4) {
                findings.expect(
                    folders.contains(watched.i32(at) >>> 5),
                    Invariant.SEARCH,
                    "search domain",
                    "names the folder %x, which is missing",
                    watched.i32(at) >>> 5);
              }
            });
    boolean pending = database.node(QUEUE).map(queue -> queue(queue, findings) > 0).orElse(false);
    for (NodeId id : nodes.keySet()) {
      // 0x730 is no table; no document says what it is.
      if (id.type() == SEARCH_CONTENTS
          && id.value() != 0x730
          && nodes.containsKey(id.withType(NodeId.SEARCH_FOLDER))) {
        TableContext found = new TableContext(database.requireNode(id));
        for (TableContext.Row row : found.rows()) {
          findings.expect(
              pending || nodes.containsKey(new NodeId(row.id())),
              Invariant.SEARCH,
              "search results " + id,
              "name the item %x, which is missing",
              row.id());
        }
      }
    }
  }

  private static long queue(Node queue, Findings findings) {
    long size = queue.data().size();
    findings.expect(
        size % QUEUE_ENTRY == 0,
        Invariant.SEARCH,
        "search queue",
        "has %d bytes, no whole number of entries",
        size);
    return size;
  }
}
