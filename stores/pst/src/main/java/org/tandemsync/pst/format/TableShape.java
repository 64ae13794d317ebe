package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.tandemsync.mapi.Span;

/** The columns of a table and where their cells are within a row ([MS-PST] 2.3.4.1). */
public final class TableShape {
  private static final int ROW_ID = 0x67F20003;
  private static final int ROW_VERSION = 0x67F30003;
  private static final int INFO = 22;
  private static final int MOST_COLUMNS = 255;

  private final List<Column> columns;
  private final int[] ends;
  private final Map<Integer, Column> byTag = new HashMap<>();

  /** A column, as it is described in the table. */
  record Column(int tag, int offset, int size, int bit) {
    /** Whether the cell holds the value itself, not a reference to it. */
    boolean isInline() {
      return ValueTypes.fixedSize(tag & 0xFFFF) > 0;
    }

    byte[] bytes(byte[] row) {
      return Arrays.copyOfRange(row, offset, offset + size);
    }

    /** The reference to a value of varying size: an allocation, a subnode, or 0. */
    int reference(byte[] row) {
      return Span.of(row).i32(offset);
    }
  }

  /** Stores a value of varying size and gives its reference. */
  interface ValueStore {
    int store(Column column, byte[] value);
  }

  private TableShape(List<Column> columns, int[] ends) {
    this.columns = columns;
    this.ends = ends;
    for (Column c : columns) {
      byTag.put(c.tag(), c);
    }
  }

  /** The shape of a new table with these columns; row id and row version are added. */
  public static TableShape of(List<Integer> tags) {
    return new TableShape(List.of(), new int[4]).layout(tags);
  }

  /** The shape of a table that is there: new versions of it keep every cell where it was. */
  public static TableShape of(Node table) {
    Heap heap = new Heap(table, Heap.TABLE);
    Span info = heap.allocation(heap.root());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < info.u8(1); i++) {
      Span c = info.slice(INFO + 8 * i, 8);
      columns.add(new Column(c.i32(0), c.u16(4), c.u8(6), c.u8(7)));
    }
    return new TableShape(columns, new int[] {info.u16(2), info.u16(4), info.u16(6), info.u16(8)});
  }

  /** This shape with more columns, each in the group of its size; those that are there stay. */
  public TableShape with(List<Integer> tags) {
    List<Integer> all = new ArrayList<>(columns.stream().map(Column::tag).toList());
    tags.stream().filter(t -> !all.contains(t)).forEach(all::add);
    if (all.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException("a table cannot have " + all.size() + " columns");
    }
    return all.size() == columns.size() ? this : layout(all);
  }

  /** Row id and version come first, then wide cells, then narrower ones, then the bits. */
  private TableShape layout(List<Integer> tags) {
    List<Column> ordered = new ArrayList<>();
    List<Integer> others = new ArrayList<>(tags);
    others.removeAll(List.of(ROW_ID, ROW_VERSION));
    int offset = 0;
    int bit = 0;
    for (int tag : List.of(ROW_ID, ROW_VERSION)) {
      ordered.add(new Column(tag, offset, 4, bit++));
      offset += 4;
    }
    int[] groupEnds = new int[4];
    int group = 0;
    for (int width : new int[] {8, 4, 2, 1}) {
      for (int tag : others) {
        if (width(tag) == width) {
          ordered.add(new Column(tag, offset, width, bit++));
          offset += width;
        }
      }
      if (width != 8) {
        groupEnds[group++] = offset;
      }
    }
    groupEnds[3] = offset + (ordered.size() + 7) / 8;
    ordered.sort(Comparator.comparingLong(c -> c.tag() & 0xFFFFFFFFL));
    return new TableShape(ordered, groupEnds);
  }

  private static int width(int tag) {
    int size = ValueTypes.fixedSize(tag & 0xFFFF);
    return size == 0 ? 4 : size;
  }

  List<Column> columns() {
    return columns;
  }

  /** Whether a row has a value in the column. */
  boolean has(byte[] row, Column column) {
    return (row[ends[2] + column.bit() / 8] & 0x80 >> column.bit() % 8) != 0;
  }

  /** The tags of all columns. */
  public List<Integer> tags() {
    return columns.stream().map(Column::tag).toList();
  }

  int rowSize() {
    return ends[3];
  }

  /** TCINFO; where index and rows are follows with {@link #locate}. */
  byte[] info() {
    Packed info = new Packed().u8(Heap.TABLE).u8(columns.size());
    for (int end : ends) {
      info.u16(end);
    }
    info.i32(0).i32(0).i32(0);
    for (Column c : columns) {
      info.i32(c.tag()).u16(c.offset()).u8(c.size()).u8(c.bit());
    }
    return info.toArray();
  }

  void locate(byte[] info, int index, int rows) {
    ByteBuffer.wrap(info).order(ByteOrder.LITTLE_ENDIAN).putInt(10, index).putInt(14, rows);
  }

  /** The bytes of a row. */
  byte[] row(TableRow row, ValueStore values) {
    byte[] bytes = new byte[rowSize()];
    for (Column c : columns) {
      byte[] value =
          c.tag() == ROW_ID ? new Packed().i32(row.id()).toArray() : row.cells().get(c.tag());
      if (value != null) {
        byte[] cell = c.isInline() ? value : new Packed().i32(values.store(c, value)).toArray();
        set(bytes, c, cell);
      }
    }
    return bytes;
  }

  private void set(byte[] row, Column c, byte[] cell) {
    System.arraycopy(cell, 0, row, c.offset(), Math.min(cell.length, c.size()));
    row[ends[2] + c.bit() / 8] |= (byte) (0x80 >> c.bit() % 8);
  }

  /**
   * A row of this shape in a wider one.
   *
   * @param move moves an allocation to another heap
   */
  byte[] moved(byte[] row, TableShape wider, IntUnaryOperator move) {
    byte[] target = new byte[wider.rowSize()];
    for (Column c : wider.columns) {
      Column own = byTag.get(c.tag());
      if (own != null && has(row, own)) {
        int reference = own.isInline() ? 0 : own.reference(row);
        boolean moving = reference != 0 && Heap.inHeap(reference);
        byte[] cell =
            moving ? new Packed().i32(move.applyAsInt(reference)).toArray() : own.bytes(row);
        wider.set(target, c, cell);
      }
    }
    return target;
  }
}
