package org.tandemsync.pst;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.Transaction;

/**
 * Tells Outlook's search folders (reminders, to-do list) what has changed ([MS-PST] 2.4.8.4.1): it
 * keeps their results in the file, and brings them up to date from this queue.
 */
final class SearchQueue {
  private static final NodeId QUEUE = new NodeId(0x1E1);
  private static final NodeId DOMAIN = new NodeId(0x261);
  private static final int MOST = 1 << 24;
  private static final int ADDED = 1;
  private static final int MODIFIED = 2;
  private static final int DELETED = 3;
  private static final int MOVED = 4;
  private static final int FOLDER_ADDED = 5;
  private static final int ROW_MODIFIED = 0xC;

  private final Transaction transaction;
  private final Set<Integer> watched = new HashSet<>();
  private final Packed records = new Packed();

  SearchQueue(Transaction transaction) {
    this.transaction = transaction;
    Optional<Node> domain = transaction.node(DOMAIN);
    if (domain.isPresent() && domain.get().data().size() > 0) {
      Span entries = domain.get().data().all(MOST);
      for (int at = 0; at + 4 <= entries.length(); at += 4) {
        // The lower five bits count the searches over the folder; they are no type.
        watched.add(entries.i32(at) >>> 5);
      }
    }
  }

  private boolean watches(NodeId folder) {
    return watched.contains(folder.value() >>> 5);
  }

  void added(NodeId folder, NodeId item) {
    record(folder, ADDED, item, 0);
  }

  void changed(NodeId folder, NodeId item) {
    record(folder, MODIFIED, item, 0);
    record(folder, ROW_MODIFIED, item, 0);
  }

  void deleted(NodeId folder, NodeId item) {
    record(folder, DELETED, item, 0);
  }

  void moved(NodeId from, NodeId to, NodeId item) {
    if (watches(from) || watches(to)) {
      add(to, MOVED, item, from.value());
    }
  }

  void folderAdded(NodeId parent, NodeId folder) {
    record(parent, FOLDER_ADDED, folder, 0);
  }

  private void record(NodeId folder, int type, NodeId item, int other) {
    if (watches(folder)) {
      add(folder, type, item, other);
    }
  }

  private void add(NodeId folder, int type, NodeId item, int other) {
    records.u16(0).u16(type).i32(folder.value()).i32(item.value()).i32(other).i32(0);
  }

  /** Puts the records behind those that are there. */
  void write() {
    NodeEntry queue = transaction.entry(QUEUE).orElse(null);
    if (records.size() == 0 || queue == null) {
      return;
    }
    long data = transaction.append(queue.data(), records.toArray());
    transaction.putNode(new NodeEntry(QUEUE, data, queue.subnodes(), queue.parent()));
  }
}
