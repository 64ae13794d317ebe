package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * Changes a table within a transaction: rows are added, replaced in place and removed. The rows
 * that are not named stay byte by byte as they are, with their numbers; only the last row moves,
 * into the place of a removed one. {@link #finish} writes the blocks that have changed, so that the
 * cost follows the changes and not the size of the table.
 *
 * <p>To change a table that the same transaction has already written, take its node from {@link
 * Transaction#node(NodeId)}.
 */
public final class TableEditor {
  private static final int LTP = 0x1F;
  private static final int ROWS_IN_INFO = 14;
  private static final int MOST_IN_CELL = 1 << 26;

  private final Transaction transaction;
  private final long subnodesBefore;
  private final TreeMap<Long, NodeEntry> subnodes = new TreeMap<>();
  private boolean subnodesChanged;
  private TableShape shape;
  private HeapEditor heap;
  private HeapTreeEditor index;
  private RowMatrix matrix;

  /** Where the rows are: an allocation, a subnode, or 0 if there are none. */
  private int rows;

  private TableEditor(Transaction transaction, @Nullable Node table, TableShape shape) {
    this.transaction = transaction;
    this.shape = shape;
    if (table == null) {
      this.subnodesBefore = 0;
      this.heap = HeapEditor.create(Heap.TABLE);
      this.index = begin(heap, shape);
      this.matrix = RowMatrix.create(shape.rowSize());
      return;
    }
    this.subnodesBefore = table.entry().subnodes();
    table.subnodes().forEach(s -> subnodes.put(key(s.id()), s));
    this.heap = HeapEditor.of(table, Heap.TABLE);
    Span info = Span.of(heap.get(heap.root()));
    this.index = HeapTreeEditor.of(heap, info.i32(10), 4, 4);
    this.rows = info.i32(ROWS_IN_INFO);
    this.matrix = matrix(rows);
  }

  /**
   * A table that is there: of a folder, of a search folder, or a subnode of a message.
   *
   * @throws IllegalArgumentException if it has changed since it was read
   */
  public static TableEditor of(Transaction transaction, Node table) {
    Node own = transaction.own(table);
    return new TableEditor(transaction, own, TableShape.of(own));
  }

  /** A new table without rows. */
  public static TableEditor create(Transaction transaction, TableShape shape) {
    return new TableEditor(transaction, null, shape);
  }

  /** Readers rely on this order: the row index first, the description second. */
  private static HeapTreeEditor begin(HeapEditor heap, TableShape shape) {
    HeapTreeEditor index = HeapTreeEditor.create(heap, 4, 4);
    byte[] info = shape.info();
    shape.locate(info, index.hid(), 0);
    heap.root(heap.allocate(info));
    return index;
  }

  private RowMatrix matrix(int reference) {
    RowMatrix found =
        reference == 0
            ? RowMatrix.create(shape.rowSize())
            : Heap.inHeap(reference)
                ? RowMatrix.of(shape.rowSize(), heap.get(reference))
                : RowMatrix.of(shape.rowSize(), subnode(reference).data());
    int last = found.size() - 1;
    if (last >= 0 && number(rowId(found.row(last))) != last) {
      // The last block may be longer than its rows are.
      found.cut(index.keys().size());
    }
    return found;
  }

  private Node subnode(int reference) {
    NodeEntry entry = subnodes.get(reference & 0xFFFFFFFFL);
    if (entry == null) {
      throw new DamagedException(
          "a table refers to the subnode " + new NodeId(reference) + ", which is missing");
    }
    return transaction.node(entry);
  }

  private static long key(NodeId id) {
    return id.value() & 0xFFFFFFFFL;
  }

  /** The columns; a cell of another tag is not kept. */
  public TableShape shape() {
    return shape;
  }

  /** Adds the columns that are missing. If there are any, the whole table is written anew. */
  public void addColumns(Collection<Integer> tags) {
    TableShape wider = shape.with(List.copyOf(tags));
    if (wider != shape) {
      rebuild(wider);
    }
  }

  /** Number of rows. */
  public int size() {
    return matrix.size();
  }

  public boolean contains(int rowId) {
    return number(rowId) >= 0;
  }

  /** The ids of all rows, ascending as unsigned numbers. Reads the whole index. */
  public List<Integer> rowIds() {
    return index.keys().stream().map(Long::intValue).toList();
  }

  /** By tag the bytes of the cells of a row that hold a value. */
  public Optional<Map<Integer, byte[]>> cells(int rowId) {
    int number = number(rowId);
    if (number < 0) {
      return Optional.empty();
    }
    byte[] row = own(number, rowId);
    Map<Integer, byte[]> cells = new HashMap<>();
    for (TableShape.Column column : shape.columns()) {
      if (shape.has(row, column)) {
        cells.put(
            column.tag(),
            column.isInline() ? column.bytes(row) : value(column.reference(row)).toArray());
      }
    }
    return Optional.of(cells);
  }

  /** The number of a row, or -1. */
  private int number(int rowId) {
    Span found = index.find(rowId & 0xFFFFFFFFL);
    return found == null ? -1 : found.count32(0);
  }

  private static int rowId(byte[] row) {
    return Span.of(row).i32(0);
  }

  /** The row, which has to be the one that the index says. */
  private byte[] own(int number, int rowId) {
    byte[] row = matrix.row(number);
    if (rowId(row) != rowId) {
      throw new DamagedException(
          "the index of a table leads with "
              + new NodeId(rowId)
              + " to the row of "
              + new NodeId(rowId(row)));
    }
    return row;
  }

  private Span value(int reference) {
    if (reference == 0) {
      return Span.EMPTY;
    }
    return Heap.inHeap(reference)
        ? Span.of(heap.get(reference))
        : subnode(reference).data().all(MOST_IN_CELL);
  }

  /** Adds a row behind the others, or replaces the row of the same id where it is. */
  public void put(TableRow row) {
    int number = number(row.id());
    if (number < 0) {
      matrix.add(shape.row(row, (column, value) -> store(0, value)));
      index.put(row.id() & 0xFFFFFFFFL, new Packed().i32(matrix.size() - 1).toArray());
      return;
    }
    byte[] old = own(number, row.id());
    matrix.set(
        number, shape.row(row, (c, v) -> store(shape.has(old, c) ? c.reference(old) : 0, v)));
    for (TableShape.Column column : shape.columns()) {
      if (!column.isInline() && !row.cells().containsKey(column.tag()) && shape.has(old, column)) {
        free(column.reference(old));
      }
    }
  }

  /**
   * Stores a value, in the place of another if that is possible.
   *
   * @param old the reference to the value before, or 0
   */
  private int store(int old, byte[] value) {
    boolean inHeap = value.length <= HeapEditor.MOST_IN_ALLOCATION;
    if (old != 0 && Heap.inHeap(old) && inHeap && value.length > 0) {
      return heap.replace(old, value);
    }
    boolean sameSize = old != 0 && !Heap.inHeap(old) && subnode(old).data().size() == value.length;
    if (sameSize && Arrays.equals(value(old).toArray(), value)) {
      return old;
    }
    free(old);
    return inHeap ? heap.allocate(value) : outside(transaction.writeData(value));
  }

  private int outside(long data) {
    int number = subnodes.size() + 1;
    while (subnodes.containsKey((long) number << 5 | LTP)) {
      number++;
    }
    NodeId id = new NodeId(number << 5 | LTP);
    subnodes.put(key(id), new NodeEntry(id, data, 0, new NodeId(0)));
    subnodesChanged = true;
    return id.value();
  }

  private void free(int reference) {
    if (reference == 0) {
      return;
    }
    if (Heap.inHeap(reference)) {
      heap.free(reference);
    } else {
      subnodes.remove(reference & 0xFFFFFFFFL);
      subnodesChanged = true;
    }
  }

  /**
   * Removes a row; the last one takes its number.
   *
   * @return whether it was there
   */
  public boolean remove(int rowId) {
    int number = number(rowId);
    if (number < 0) {
      return false;
    }
    byte[] old = own(number, rowId);
    for (TableShape.Column column : shape.columns()) {
      if (!column.isInline() && shape.has(old, column)) {
        free(column.reference(old));
      }
    }
    index.remove(rowId & 0xFFFFFFFFL);
    int last = matrix.size() - 1;
    if (number != last) {
      byte[] moved = matrix.row(last);
      matrix.set(number, moved);
      index.put(rowId(moved) & 0xFFFFFFFFL, new Packed().i32(number).toArray());
    }
    matrix.removeLast();
    return true;
  }

  /** Makes the heap anew, with the rows in their order. Values in subnodes stay there. */
  private void rebuild(TableShape wider) {
    HeapEditor target = HeapEditor.create(Heap.TABLE);
    HeapTreeEditor numbers = begin(target, wider);
    RowMatrix all = RowMatrix.create(wider.rowSize());
    for (int i = 0; i < matrix.size(); i++) {
      byte[] row = shape.moved(matrix.row(i), wider, hid -> target.allocate(heap.get(hid)));
      all.add(row);
      numbers.put(rowId(row) & 0xFFFFFFFFL, new Packed().i32(i).toArray());
    }
    if (rows != 0 && !Heap.inHeap(rows)) {
      free(rows);
    }
    rows = 0;
    shape = wider;
    heap = target;
    index = numbers;
    matrix = all;
  }

  /**
   * Writes what has changed. The editor is not used after that.
   *
   * @return data and subnodes for the entry of the node
   */
  public ObjectWriter.Written finish() {
    if (heap.mostlyFree()) {
      rebuild(shape);
    }
    index.finish();
    if (matrix.isChanged()) {
      locate(storeMatrix());
    }
    long data = heap.finish(transaction);
    long written = subnodesChanged ? transaction.writeSubnodes(subnodes.values()) : subnodesBefore;
    return new ObjectWriter.Written(data, written);
  }

  private int storeMatrix() {
    boolean wasInHeap = Heap.inHeap(rows);
    if (matrix.fitsHeap()) {
      byte[] all = matrix.all();
      if (!wasInHeap) {
        free(rows);
        return heap.allocate(all);
      }
      return rows == 0 ? heap.allocate(all) : heap.replace(rows, all);
    }
    long data = matrix.finish(transaction);
    if (wasInHeap) {
      free(rows);
      return outside(data);
    }
    NodeId id = new NodeId(rows);
    NodeEntry kept = subnodes.get(key(id));
    long inner = kept == null ? 0 : kept.subnodes();
    subnodes.put(key(id), new NodeEntry(id, data, inner, new NodeId(0)));
    subnodesChanged = true;
    return rows;
  }

  private void locate(int reference) {
    if (reference != rows) {
      rows = reference;
      byte[] info = heap.get(heap.root()).clone();
      ByteBuffer.wrap(info).order(ByteOrder.LITTLE_ENDIAN).putInt(ROWS_IN_INFO, reference);
      heap.replace(heap.root(), info);
    }
  }
}
