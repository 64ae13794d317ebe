package org.tandemsync.pst;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableEditor;
import org.tandemsync.pst.format.TableRow;
import org.tandemsync.pst.format.Transaction;

/**
 * Writes the hidden messages of folders, in which Outlook keeps settings. They have a table of
 * their own and count nowhere ([MS-PST] 2.4.4.6).
 */
final class HiddenMessages {
  private final Transaction transaction;
  private final NameBook names;
  private final MessageWriter messages;

  HiddenMessages(Transaction transaction, NameMap names, Instant now) {
    this.transaction = transaction;
    this.names = new NameBook(names);
    this.messages = new MessageWriter(transaction, this.names, now);
  }

  /** Changes a hidden message, or makes it if {@code there} is null. */
  void put(NodeId folder, @Nullable NodeId there, MessageEdit edit) {
    MessageWriter.Prepared message = messages.write(edit);
    NodeId id = there == null ? transaction.newNode(NodeId.ASSOCIATED_MESSAGE) : there;
    NodeId tableId = folder.withType(NodeId.ASSOCIATED_TABLE);
    Node node =
        transaction
            .node(tableId)
            .orElseThrow(() -> new DamagedException("the folder " + folder + " has no table"));
    TableEditor table = TableEditor.of(transaction, node);
    Map<Integer, byte[]> old = table.cells(id.value()).orElse(Map.of());
    table.put(
        new TableRow(
            id.value(), new FolderTables(transaction).cells(table, message.values(), old)));
    transaction.putNode(table.finish().as(tableId, node.entry().parent()));
    transaction.putNode(message.written().as(id, folder));
  }

  /** Makes everything visible and durable. */
  void commit() {
    names.write(transaction);
    transaction.commit();
  }
}
