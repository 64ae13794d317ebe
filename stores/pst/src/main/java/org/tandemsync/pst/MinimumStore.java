package org.tandemsync.pst;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tandemsync.items.Family;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.ObjectWriter.Written;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.TableRow;
import org.tandemsync.pst.format.TableShape;
import org.tandemsync.pst.format.Transaction;

/**
 * What every data file has ([MS-PST] 2.7), as Outlook 2013 and later make it, with a default folder
 * for each family. Nodes that no document describes and that a new file can be without (of the
 * search indexer, of the log of changes) are left to Outlook, which adds them.
 */
final class MinimumStore {
  private static final NodeId NONE = new NodeId(0);
  private static final NodeId SEARCH_QUEUE = new NodeId(0x1E1);
  private static final NodeId ACTIVE_SEARCHES = new NodeId(0x201);
  private static final NodeId SEARCH_DOMAIN = new NodeId(0x261);
  private static final NodeId RECEIVE_FOLDERS = new NodeId(0x62B);
  private static final NodeId OUTGOING_QUEUE = new NodeId(0x64C);
  private static final NodeId FOLDER_MAP = new NodeId(0xC01);
  private static final NodeId SPAM_SEARCH = new NodeId(0x2223);
  private static final int SEARCH_UPDATES = 0x06;
  private static final int SEARCH_CRITERIA = 0x07;
  private static final int SEARCH_CONTENTS = 0x10;

  private static final int NAME = 0x3001001F;
  private static final int SUBFOLDERS = 0x360A000B;
  private static final int ROW_VERSION = 0x67F30003;

  /** PidTagValidFolderMask: top, Deleted Items, common views and search root are there. */
  private static final int VALID_FOLDERS = 0x01 | 0x08 | 0x40 | 0x80;

  private final Transaction transaction;
  private final byte[] recordKey;
  private final FolderNames folderNames;
  private final NameBook names;
  private final Written hierarchy;
  private final Written contents;
  private final Written associated;
  private final Map<NodeId, Cells> rows = new HashMap<>();

  /**
   * @param recordKey 16 bytes that no other file has
   */
  MinimumStore(Transaction transaction, byte[] recordKey, FolderNames folderNames) {
    this.transaction = transaction;
    this.recordKey = recordKey;
    this.folderNames = folderNames;
    this.names = new NameBook(NameMap.NONE);
    for (Family family : Family.values()) {
      FolderColumns.names(family).forEach(names::id);
    }
    this.hierarchy = empty(FolderColumns.HIERARCHY);
    this.contents = empty(FolderColumns.CONTENTS);
    this.associated = empty(FolderColumns.ASSOCIATED);
  }

  /**
   * Writes all nodes.
   *
   * @param displayName what Outlook shows as the name of the file
   * @param replica 16 bytes that no other copy of a folder has
   */
  void write(String displayName, byte[] replica) {
    templates();
    spamSearch();
    NodeId top = transaction.newNode(NodeId.FOLDER);
    NodeId searchRoot = transaction.newNode(NodeId.FOLDER);
    NodeId deleted = transaction.newNode(NodeId.FOLDER);
    NodeId commonViews = transaction.newNode(NodeId.FOLDER);
    plainFolder(searchRoot, NodeId.ROOT_FOLDER, "Search Root");
    plainFolder(deleted, top, folderNames.deletedItems());
    plainFolder(commonViews, NodeId.ROOT_FOLDER, "IPM_COMMON_VIEWS");
    NodeId calendar = defaultFolder(top, Family.EVENTS);
    NodeId contacts = defaultFolder(top, Family.CONTACTS);
    NodeId tasks = defaultFolder(top, Family.TASKS);
    folder(
        top,
        NodeId.ROOT_FOLDER,
        Cells.folder("Top of Outlook data file").flag(SUBFOLDERS, true),
        hierarchy(FolderColumns.TOP_HIERARCHY, List.of(deleted, calendar, contacts, tasks)),
        contents);
    folder(
        NodeId.ROOT_FOLDER,
        NodeId.ROOT_FOLDER,
        Cells.folder("")
            .flag(SUBFOLDERS, true)
            .bytes(0x36D00102, entryId(calendar))
            .bytes(0x36D10102, entryId(contacts))
            .bytes(0x36D40102, entryId(tasks)),
        hierarchy(FolderColumns.HIERARCHY, List.of(SPAM_SEARCH, top, searchRoot, commonViews)),
        contents);
    put(
        NodeId.STORE,
        properties(
            new Cells()
                .bytes(0x0E340102, new Packed().i32(1).bytes(replica).i32(1).toArray())
                .integer(0x0E380003, 0)
                .bytes(0x0FF90102, recordKey)
                .text(NAME, displayName)
                .integer(0x35DF0003, VALID_FOLDERS)
                .bytes(0x35E00102, entryId(top))
                .bytes(0x35E30102, entryId(deleted))
                .bytes(0x35E60102, entryId(commonViews))
                .bytes(0x35E70102, entryId(searchRoot))
                .flag(0x6633000B, true)
                .integer(0x66FA0003, 0x000E0011)
                .integer(0x67FF0003, 0)));
    nameProperties();
  }

  private void nameProperties() {
    Cells none =
        new Cells()
            .integer(0x00010003, NameBook.BUCKETS)
            .bytes(0x00020102, new byte[0])
            .bytes(0x00030102, new byte[0])
            .bytes(0x00040102, new byte[0]);
    put(NodeId.NAMES, properties(none));
    names.write(transaction);
  }

  /** Tables that new objects begin with, and the machinery of searches, sending and receiving. */
  private void templates() {
    put(new NodeId(0x60D), hierarchy);
    put(new NodeId(0x60E), contents);
    put(new NodeId(0x60F), associated);
    put(new NodeId(0x610), empty(FolderColumns.SEARCH_CONTENTS));
    put(NodeId.ATTACHMENT_TABLE, empty(FolderColumns.ATTACHMENTS));
    put(NodeId.RECIPIENT_TABLE, empty(FolderColumns.RECIPIENTS));
    put(OUTGOING_QUEUE, empty(FolderColumns.OUTGOING_QUEUE));
    FolderColumns.REPLICATION.forEach((id, columns) -> put(new NodeId(id), empty(columns)));
    put(FOLDER_MAP, new ObjectWriter(transaction).emptyFolderMap());
    TableShape receive = TableShape.of(FolderColumns.RECEIVE_FOLDERS);
    Cells all =
        new Cells()
            .text(0x001A001F, "")
            .integer(0x66050003, NodeId.ROOT_FOLDER.value())
            .integer(ROW_VERSION, transaction.newVersion());
    put(RECEIVE_FOLDERS, table(receive, List.of(new TableRow(1, all.all()))));
    put(SEARCH_QUEUE, new Written(0, 0));
    put(SEARCH_DOMAIN, new Written(0, 0));
    long active = transaction.writeData(new Packed().i32(SPAM_SEARCH.value()).toArray());
    put(ACTIVE_SEARCHES, new Written(active, 0));
  }

  /** A folder of Outlook's mail filter, which every file has; it searches nothing. */
  private void spamSearch() {
    Cells cells = Cells.folder("SPAM Search Folder 2");
    transaction.putNode(properties(cells).as(SPAM_SEARCH, NodeId.ROOT_FOLDER));
    rows.put(SPAM_SEARCH, cells);
    put(SPAM_SEARCH.withType(SEARCH_UPDATES), new Written(0, 0));
    put(SPAM_SEARCH.withType(SEARCH_CRITERIA), properties(new Cells().integer(0x660B0003, 0)));
    NodeEntry template = transaction.entry(new NodeId(0x610)).orElseThrow();
    put(SPAM_SEARCH.withType(SEARCH_CONTENTS), new Written(template.data(), template.subnodes()));
  }

  private NodeId defaultFolder(NodeId top, Family family) {
    NodeId id = transaction.newNode(NodeId.FOLDER);
    Cells cells =
        Cells.folder(folderNames.of(family))
            .text(Cells.CONTAINER_CLASS, PstFolder.containerClass(family));
    folder(id, top, cells, hierarchy, empty(FolderColumns.contents(family, names.names())));
    return id;
  }

  private void plainFolder(NodeId id, NodeId parent, String name) {
    folder(id, parent, Cells.folder(name), hierarchy, contents);
  }

  private void folder(NodeId id, NodeId parent, Cells cells, Written subfolders, Written items) {
    rows.put(id, cells);
    transaction.putNode(properties(cells).as(id, parent));
    put(id.withType(NodeId.HIERARCHY_TABLE), subfolders);
    put(id.withType(NodeId.CONTENTS_TABLE), items);
    put(id.withType(NodeId.ASSOCIATED_TABLE), associated);
  }

  private Written hierarchy(List<Integer> columns, List<NodeId> children) {
    TableShape shape = TableShape.of(columns);
    List<TableRow> listed =
        children.stream()
            .map(
                child -> {
                  Map<Integer, byte[]> cells = of(child, shape);
                  cells.put(ROW_VERSION, new Packed().i32(transaction.newVersion()).toArray());
                  return new TableRow(child.value(), cells);
                })
            .toList();
    return table(shape, listed);
  }

  /** What the table repeats of a folder. */
  private Map<Integer, byte[]> of(NodeId folder, TableShape shape) {
    Map<Integer, byte[]> cells = new HashMap<>(Objects.requireNonNull(rows.get(folder)).all());
    cells.keySet().retainAll(shape.tags());
    return cells;
  }

  private Written empty(List<Integer> columns) {
    return table(TableShape.of(columns), List.of());
  }

  private Written table(TableShape shape, List<TableRow> tableRows) {
    return new ObjectWriter(transaction).table(shape, tableRows);
  }

  private Written properties(Cells cells) {
    return new ObjectWriter(transaction).properties(cells.all());
  }

  private void put(NodeId id, Written written) {
    transaction.putNode(written.as(id, NONE));
  }

  /** [MS-PST] 2.4.3.2. */
  private byte[] entryId(NodeId node) {
    return new Packed().i32(0).bytes(recordKey).i32(node.value()).toArray();
  }
}
