package org.tandemsync.pst;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.CommonFields;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.sync.Revision;

/** The contents table of a folder: which items it has, and what tells that one has changed. */
final class Contents {
  /** What is looked at in the rows: a folder may have a hundred columns. */
  private static final Set<Integer> SHOWN =
      Set.of(
          Tags.MESSAGE_CLASS.id(),
          Tags.SUBJECT.id(),
          Tags.NORMALIZED_SUBJECT.id(),
          Tags.MODIFIED.id(),
          Tags.LOCALE.id(),
          Tags.MESSAGE_CODE_PAGE.id());

  private final PstFile file;
  private final Database database;
  private final TableContext table;
  private final Map<NodeId, TableContext.Row> rows = new LinkedHashMap<>();

  Contents(PstFile file, NodeId folder) {
    this.file = file;
    this.database = file.database();
    this.table = new TableContext(database.requireNode(folder.withType(NodeId.CONTENTS_TABLE)));
    for (TableContext.Row row : table.rows()) {
      NodeId id = new NodeId(row.id());
      if (id.type() == NodeId.MESSAGE) {
        rows.put(id, row);
      }
    }
  }

  /** Whether this is what the file holds now. */
  boolean current() {
    return database == file.database();
  }

  Set<NodeId> items() {
    return rows.keySet();
  }

  private @Nullable PropertyBag cells(NodeId item) {
    TableContext.Row row = rows.get(item);
    return row == null ? null : file.bag(table.cells(row, SHOWN));
  }

  /** The message class that the table shows, or "" if it shows none. */
  String messageClass(NodeId item) {
    PropertyBag cells = cells(item);
    return cells == null ? "" : cells.text(Tags.MESSAGE_CLASS);
  }

  /** The subject that the table shows, or "". */
  String subject(NodeId item) {
    try {
      PropertyBag cells = cells(item);
      return cells == null ? "" : CommonFields.subject(cells);
    } catch (DamagedException unknown) {
      return "";
    }
  }

  /**
   * The block ids of the item, which are new with every change, and the time of its last change: a
   * file that was restored from a backup counts its blocks on from there. Null where the index is
   * damaged: then reading tells.
   */
  @Nullable Revision revision(NodeId item) {
    try {
      NodeEntry entry = database.entry(item).orElse(null);
      if (entry == null) {
        return null;
      }
      PropertyBag cells = cells(item);
      return revision(entry, cells == null ? null : cells.time(Tags.MODIFIED));
    } catch (DamagedException readingWillTell) {
      return null;
    }
  }

  /**
   * The revision of an item.
   *
   * @param modified what the row of the item holds, or null if it does not
   */
  static Revision revision(NodeEntry entry, @Nullable Instant modified) {
    return new Revision(
        Long.toHexString(entry.data() & ~1L)
            + "-"
            + Long.toHexString(entry.subnodes() & ~1L)
            + "-"
            + modified);
  }
}
