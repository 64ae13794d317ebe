package org.tandemsync.pst.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/** Every heap of the file, with the property list or table in it, also those in subnodes. */
final class HeapsCheck {
  private static final int PROPERTIES = 0xBC;
  private static final int TABLE = 0x7C;

  /** Values and row matrices that are kept in subnodes; they hold no heap. */
  private static final int LTP = 0x1F;

  private final Database database;
  private final Findings findings;

  HeapsCheck(Database database, Findings findings) {
    this.database = database;
    this.findings = findings;
  }

  void run(List<NodeEntry> nodes) {
    for (NodeEntry entry : nodes) {
      if (holdsHeap(entry.id())) {
        database.node(entry.id()).ifPresent(node -> node(node, "node " + entry.id()));
      }
    }
  }

  /** Queues and lists of the search machinery are plain bytes; other internal nodes are unknown. */
  private static boolean holdsHeap(NodeId id) {
    return switch (id.type()) {
      case 0x02, 0x03, 0x04, 0x05, 0x08, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12 -> true;
      default -> id.equals(NodeId.STORE) || id.equals(NodeId.NAMES);
    };
  }

  private void node(Node node, String where) {
    findings.guarded(
        Invariant.HEAPS,
        where,
        () -> {
          if (node.data().blockCount() == 0) {
            return;
          }
          StrictHeap heap = new StrictHeap(node, database.layout().blockPayload(), where, findings);
          Set<NodeId> subnodes = new HashSet<>();
          switch (heap.client()) {
            case PROPERTIES -> new PropertiesCheck(heap, where, findings, subnodes).run();
            case TABLE ->
                new TableCheck(
                        heap, node, database.layout().blockPayload(), where, findings, subnodes)
                    .run();
            default -> {
              return; // no document describes it; it is kept as it is
            }
          }
          heap.finish();
          inside(node, where, subnodes);
        });
  }

  private void inside(Node node, String where, Set<NodeId> used) {
    for (NodeEntry sub : node.subnodes()) {
      String inner = where + ", subnode " + sub.id();
      if (sub.id().type() == LTP) {
        findings.expect(used.contains(sub.id()), Invariant.HEAP_TREES, inner, "is used by nothing");
      } else if (holdsHeap(sub.id())) {
        node.subnode(sub.id()).ifPresent(s -> node(s, inner));
      }
    }
  }
}
