package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a table within a transaction: rows are added, replaced in place and removed. The rows
 * that are not named stay byte by byte as they are, with their numbers; only the last row moves,
 * into the place of a removed one. {@link #finish} writes what has changed.
 *
 * <p>To read a table that the same transaction has already written, take its node from {@link
 * Transaction#node(NodeId)}.
 */
public final class TableEditor {
  private final Transaction transaction;
  private final LinkedHashMap<Integer, Map<Integer, byte[]>> rows = new LinkedHashMap<>();
  private TableShape shape;

  private TableEditor(Transaction transaction, TableShape shape) {
    this.transaction = transaction;
    this.shape = shape;
  }

  /** A table that is there: of a folder, of a search folder, or a subnode of a message. */
  public static TableEditor of(Transaction transaction, Node table) {
    TableEditor editor = new TableEditor(transaction, TableShape.of(table));
    TableContext context = new TableContext(table);
    List<TableContext.Row> ordered = new ArrayList<>(context.rows());
    ordered.sort(java.util.Comparator.comparingInt(TableContext.Row::number));
    for (TableContext.Row row : ordered) {
      Map<Integer, byte[]> cells = new HashMap<>();
      for (RawProperty p : context.cells(row)) {
        cells.put(p.id() << 16 | p.type(), p.value().all(Integer.MAX_VALUE).toArray());
      }
      editor.rows.put(row.id(), cells);
    }
    return editor;
  }

  /** A new table without rows. */
  public static TableEditor create(Transaction transaction, TableShape shape) {
    return new TableEditor(transaction, shape);
  }

  /** The columns; a cell of another tag is not kept. */
  public TableShape shape() {
    return shape;
  }

  /** Adds the columns that are missing. */
  public void addColumns(Collection<Integer> tags) {
    shape = shape.with(List.copyOf(tags));
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  public boolean contains(int rowId) {
    return rows.containsKey(rowId);
  }

  /** The ids of all rows, ascending as unsigned numbers. */
  public List<Integer> rowIds() {
    List<Integer> ids = new ArrayList<>(rows.keySet());
    ids.sort(Integer::compareUnsigned);
    return ids;
  }

  /** By tag the bytes of the cells of a row that hold a value. */
  public Optional<Map<Integer, byte[]>> cells(int rowId) {
    return Optional.ofNullable(rows.get(rowId)).map(HashMap::new);
  }

  /** Adds a row behind the others, or replaces the row of the same id where it is. */
  public void put(TableRow row) {
    rows.put(row.id(), new HashMap<>(row.cells()));
  }

  /**
   * Removes a row.
   *
   * @return whether it was there
   */
  public boolean remove(int rowId) {
    if (!rows.containsKey(rowId)) {
      return false;
    }
    Map.Entry<Integer, Map<Integer, byte[]>> last = rows.lastEntry();
    List<Map.Entry<Integer, Map<Integer, byte[]>>> all = new ArrayList<>(rows.entrySet());
    rows.clear();
    for (Map.Entry<Integer, Map<Integer, byte[]>> row : all.subList(0, all.size() - 1)) {
      Map.Entry<Integer, Map<Integer, byte[]>> kept = row.getKey() == rowId ? last : row;
      rows.put(kept.getKey(), kept.getValue());
    }
    return true;
  }

  /**
   * Writes the table. The editor is not used after that.
   *
   * @return data and subnodes for the entry of the node
   */
  public ObjectWriter.Written finish() {
    List<TableRow> all = new ArrayList<>();
    rows.forEach((id, cells) -> all.add(new TableRow(id, cells)));
    return new ObjectWriter(transaction).table(shape, all);
  }
}
