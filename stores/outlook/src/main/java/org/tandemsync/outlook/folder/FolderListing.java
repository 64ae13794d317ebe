package org.tandemsync.outlook.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Columns;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Table;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;

/**
 * Everything in a folder by its table, in blocks of rows. Opens no item.
 *
 * @param items each once
 * @param complete false if items came and went as long as the folder was read: then what is not
 *     listed may be there all the same
 */
public record FolderListing(List<ListedItem> items, boolean complete) {
  private static final MapiName ENTRY_ID = MapiName.tag(0x0FFF, MapiName.BINARY);
  private static final MapiName MESSAGE_CLASS = MapiName.tag(0x001A, MapiName.TEXT);
  private static final List<MapiName> ALWAYS =
      List.of(ENTRY_ID, ItemRevision.MODIFIED, MESSAGE_CLASS, ItemRevision.CHANGE_KEY);

  private static final int BLOCK = 500;

  /** How often a folder is read again in which something comes and goes. */
  private static final int TRIES = 3;

  public FolderListing {
    items = List.copyOf(items);
  }

  /**
   * Reads the table of a folder.
   *
   * @param keys further properties that each row is to have; neither formatted texts nor what
   *     Outlook computes
   * @throws AutomationException if Outlook does not answer, or answers with no table
   */
  public static FolderListing of(Folder folder, Collection<MapiName> keys) {
    List<MapiName> columns = new ArrayList<>(ALWAYS);
    columns.addAll(keys);
    try (Table table = folder.getTable()) {
      choose(table, columns);
      FolderListing listing = read(table, columns);
      for (int tries = 1; !listing.complete && tries < TRIES; tries++) {
        table.moveToStart();
        listing = read(table, columns);
      }
      return listing;
    }
  }

  private static void choose(Table table, List<MapiName> columns) {
    try (Columns chosen = table.columns()) {
      chosen.removeAll();
      for (MapiName column : columns) {
        chosen.add(column.schema()).close();
      }
    }
  }

  /** A row that goes away while the table is read moves those behind it, which may be missed. */
  private static FolderListing read(Table table, List<MapiName> columns) {
    Map<ItemId, ListedItem> items = new LinkedHashMap<>();
    int expected = table.getRowCount();
    int read = 0;
    boolean more = expected > 0;
    while (more) {
      // more than there are is an error in older versions
      List<List<Variant>> rows = byRows(table.getArray(Math.min(BLOCK, expected)), columns.size());
      for (List<Variant> row : rows) {
        ListedItem item = item(row, columns);
        items.put(item.id(), item);
      }
      read += rows.size();
      more = !rows.isEmpty() && read < expected;
    }
    boolean complete = items.size() == expected && table.getRowCount() == expected;
    return new FolderListing(List.copyOf(items.values()), complete);
  }

  /**
   * Microsoft's pages call the first dimension of the array its columns, programs take it for its
   * rows. The first column tells: entry ids are bytes, and what is beside them is a time.
   */
  private static List<List<Variant>> byRows(List<List<Variant>> array, int columns) {
    if (array.isEmpty() || array.getFirst().isEmpty()) {
      return List.of();
    }
    if (array.getFirst().size() == columns && isRow(array.getFirst())) {
      return array;
    }
    List<List<Variant>> turned = new ArrayList<>();
    for (int i = 0; i < array.getFirst().size(); i++) {
      int at = i;
      turned.add(array.stream().map(line -> line.get(at)).toList());
    }
    if (turned.getFirst().size() == columns && isRow(turned.getFirst())) {
      return turned;
    }
    throw new AutomationException(
        HResult.DISP_E_TYPEMISMATCH,
        "Table.GetArray",
        "Outlook answered something that is no table");
  }

  private static boolean isRow(List<Variant> row) {
    return row.get(0) instanceof Variant.Binary && row.get(1) instanceof Variant.Date;
  }

  private static ListedItem item(List<Variant> row, List<MapiName> columns) {
    Map<MapiName, Variant> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Variant value = row.get(i);
      if (!(value instanceof Variant.Nothing || value instanceof Variant.Failure)) {
        values.put(columns.get(i), value);
      }
    }
    Revision revision =
        ItemRevision.of(
            values.remove(ItemRevision.MODIFIED), values.remove(ItemRevision.CHANGE_KEY));
    if (!(values.remove(ENTRY_ID) instanceof Variant.Binary(Bytes id)) || revision == null) {
      throw new AutomationException(
          HResult.DISP_E_TYPEMISMATCH, "Table.GetArray", "A row has no entry id or no time");
    }
    String messageClass =
        values.remove(MESSAGE_CLASS) instanceof Variant.Text(String text) ? text : "";
    return new ListedItem(new ItemId(ItemRevision.hex(id)), messageClass, revision, values);
  }
}
