package org.tandemsync.pst;

import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.Transaction;

/** The empty tables that every file keeps as models of new ones ([MS-PST] 2.4.1). */
final class TableTemplates {
  private TableTemplates() {}

  static Node node(Transaction transaction, NodeId id) {
    return transaction
        .node(id)
        .orElseThrow(() -> new DamagedException("the model " + id + " of new tables is missing"));
  }
}
