package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemsync.items.Family;
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
import org.tandemsync.pst.format.TableShape;
import org.tandemsync.pst.format.Transaction;

/** Makes folders in a file that is there ([MS-PST] 2.6.3.1.1). */
final class NewFolders {
  private static final NodeId NONE = new NodeId(0);
  private static final NodeId HIERARCHY = new NodeId(0x60D);
  private static final NodeId ASSOCIATED = new NodeId(0x60F);
  private static final int SUBFOLDERS = 0x360A000B;
  private static final int ROW_VERSION = 0x67F30003;
  private static final int LTP = 0x1F;

  private final Transaction transaction;
  private final NameBook names;
  private final SearchQueue searches;

  NewFolders(Transaction transaction, NameMap names) {
    this.transaction = transaction;
    this.names = new NameBook(names);
    this.searches = new SearchQueue(transaction);
  }

  /**
   * Makes those folders of a path that are missing.
   *
   * @param wanted names with "/" between
   * @return the last of them
   */
  NodeId addPath(NodeId top, String wanted, List<PstFolder> there, Family family) {
    NodeId at = top;
    StringBuilder way = new StringBuilder();
    for (String name : wanted.split("/", -1)) {
      way.append(way.isEmpty() ? "" : "/").append(name);
      Optional<PstFolder> known =
          there.stream().filter(f -> f.path().contentEquals(way)).findFirst();
      at = known.isPresent() ? known.get().id() : add(at, name, family);
    }
    return at;
  }

  private NodeId add(NodeId parent, String name, Family family) {
    FolderColumns.names(family).forEach(names::id);
    NodeId id = transaction.newNode(NodeId.FOLDER);
    Cells cells = Cells.folder(name).text(Cells.CONTAINER_CLASS, PstFolder.containerClass(family));
    transaction.putNode(new ObjectWriter(transaction).properties(cells.all()).as(id, parent));
    share(HIERARCHY, id.withType(NodeId.HIERARCHY_TABLE));
    share(ASSOCIATED, id.withType(NodeId.ASSOCIATED_TABLE));
    TableShape shape = TableShape.of(FolderColumns.contents(family, names.names()));
    transaction.putNode(
        TableEditor.create(transaction, shape)
            .finish()
            .as(id.withType(NodeId.CONTENTS_TABLE), NONE));
    list(parent, id, cells.all());
    hasSubfolders(parent);
    searches.folderAdded(parent, id);
    return id;
  }

  /** Empty tables are shared with the model, as Outlook does, until they get a row. */
  private void share(NodeId model, NodeId table) {
    NodeEntry entry = TableTemplates.node(transaction, model).entry();
    transaction.putNode(new NodeEntry(table, entry.data(), entry.subnodes(), NONE));
  }

  private void list(NodeId parent, NodeId folder, Map<Integer, byte[]> cells) {
    NodeId id = parent.withType(NodeId.HIERARCHY_TABLE);
    Node table = node(id);
    TableEditor editor = TableEditor.of(transaction, table);
    Map<Integer, byte[]> row = new HashMap<>(cells);
    row.keySet().retainAll(editor.shape().tags());
    row.put(ROW_VERSION, version());
    editor.put(new TableRow(folder.value(), row));
    transaction.putNode(editor.finish().as(id, table.entry().parent()));
  }

  /** Tells a folder, and the table that lists it, that there are folders in it now. */
  private void hasSubfolders(NodeId folder) {
    Node node = node(folder);
    ObjectValues values =
        ObjectValues.of(
            new PropertyBag(
                new PropertyContext(node).properties(), NameMap.NONE, StandardCharsets.UTF_8));
    byte[] already = values.get(SUBFOLDERS);
    if (already != null && already.length > 0 && already[0] != 0) {
      return;
    }
    values.set(SUBFOLDERS, new byte[] {1});
    ObjectWriter writer = new ObjectWriter(transaction);
    node.subnodes().stream().filter(s -> s.id().type() != LTP).forEach(writer::subnode);
    NodeId parent = node.entry().parent();
    transaction.putNode(writer.properties(values.into(writer, node)).as(folder, parent));
    if (parent.equals(folder)) {
      return;
    }
    NodeId id = parent.withType(NodeId.HIERARCHY_TABLE);
    Node table = node(id);
    TableEditor editor = TableEditor.of(transaction, table);
    Map<Integer, byte[]> row =
        new HashMap<>(
            editor
                .cells(folder.value())
                .orElseThrow(
                    () ->
                        new DamagedException("the folder " + parent + " does not list " + folder)));
    row.put(SUBFOLDERS, new byte[] {1});
    row.put(ROW_VERSION, version());
    editor.put(new TableRow(folder.value(), row));
    transaction.putNode(editor.finish().as(id, table.entry().parent()));
  }

  private byte[] version() {
    return new Packed().i32(transaction.newVersion()).toArray();
  }

  private Node node(NodeId id) {
    return transaction
        .node(id)
        .orElseThrow(() -> new DamagedException("the node " + id + " is missing"));
  }

  /** Makes them visible and durable. */
  void commit() {
    names.write(transaction);
    searches.write();
    transaction.commit();
  }
}
