package org.tandemsync.pst.check;

import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;

/** PidTagMessageSize: the bytes of all data blocks of a node and of its subnodes. */
final class MessageSize {
  private MessageSize() {}

  static long of(Database database, NodeEntry entry) {
    return of(database.node(entry.id()).orElseThrow());
  }

  private static long of(Node node) {
    long size = node.data().size();
    for (NodeEntry sub : node.subnodes()) {
      size += of(node.requireSubnode(sub.id()));
    }
    return size;
  }
}
