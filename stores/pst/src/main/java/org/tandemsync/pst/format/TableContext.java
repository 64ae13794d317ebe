package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;

/** A table ([MS-PST] 2.3.4): the contents of a folder, the recipients of a message. */
public final class TableContext {
  /** PidTagLtpRowId: the node of the row. */
  public static final int ROW_ID = 0x67F2;

  private final Heap heap;
  private final List<Column> columns;
  private final int rowSize;
  private final int bitmapAt;
  private final int rowsPerBlock;
  private final DataSource matrix;
  private final List<Row> rows;

  /** Those that were asked for last: one asks for the same of each row. */
  private volatile Chosen chosen = new Chosen(Set.of(), List.of());

  /** A column: where its cells are within a row. */
  private record Column(int id, int type, int offset, int size, int bit) {}

  private record Chosen(Set<Integer> ids, List<Column> columns) {}

  /**
   * A row by its number in the matrix.
   *
   * @param id the node that it tells of, or any number
   */
  public record Row(int id, int number) {}

  public TableContext(Node node) {
    this.heap = new Heap(node, Heap.TABLE);
    Span info = heap.allocation(heap.root());
    if (info.u8(0) != Heap.TABLE) {
      throw damaged();
    }
    this.rowSize = info.u16(8);
    this.bitmapAt = info.u16(6);
    this.columns = columns(info);
    this.rowsPerBlock = rowSize == 0 ? 0 : node.layout().blockPayload() / rowSize;
    if (rowsPerBlock == 0 || bitmapAt > rowSize) {
      throw damaged();
    }
    this.matrix = heap.value(info.i32(14));
    this.rows = rows(info.i32(10));
  }

  private DamagedException damaged() {
    return new DamagedException(
        "the table of the node " + heap.node().id() + " is not well-formed");
  }

  private List<Column> columns(Span info) {
    List<Column> found = new ArrayList<>();
    for (int i = 0; i < info.u8(1); i++) {
      Span c = info.slice(22 + 8 * i, 8);
      Column column = new Column(c.u16(2), c.u16(0), c.u16(4), c.u8(6), c.u8(7));
      if (column.offset() + column.size() > bitmapAt || bitmapAt + column.bit() / 8 >= rowSize) {
        throw damaged();
      }
      found.add(column);
    }
    return found;
  }

  private List<Row> rows(int hid) {
    HeapTree index = new HeapTree(heap, hid);
    int wide = heap.node().layout() == Layout.UNICODE ? 4 : 2;
    if (index.keySize() != 4 || index.dataSize() != wide) {
      throw damaged();
    }
    List<Row> found = new ArrayList<>();
    for (Span r : index.records()) {
      found.add(new Row(r.i32(0), wide == 4 ? r.count32(4) : r.u16(4)));
    }
    return found;
  }

  /** The tags of all columns. */
  public List<Integer> tags() {
    return columns.stream().map(c -> c.id() << 16 | c.type()).toList();
  }

  /** All rows, in the order of their ids. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The cells of a row that hold a value. */
  public List<RawProperty> cells(Row row) {
    return cells(row, columns);
  }

  /** The cells of a row that hold a value, of the columns with these property ids alone. */
  public List<RawProperty> cells(Row row, Set<Integer> ids) {
    Chosen known = chosen;
    if (!known.ids().equals(ids)) {
      known = new Chosen(ids, columns.stream().filter(c -> ids.contains(c.id())).toList());
      chosen = known;
    }
    return cells(row, known.columns());
  }

  private List<RawProperty> cells(Row row, List<Column> wanted) {
    Span bytes = bytes(row.number());
    if (bytes.i32(0) != row.id()) {
      throw damaged();
    }
    List<RawProperty> cells = new ArrayList<>();
    for (Column c : wanted) {
      boolean present = (bytes.u8(bitmapAt + c.bit() / 8) & 0x80 >> c.bit() % 8) != 0;
      if (present) {
        cells.add(new RawProperty(c.id(), c.type(), cell(bytes, c)));
      }
    }
    return cells;
  }

  private DataSource cell(Span row, Column c) {
    return ValueTypes.fixedSize(c.type()) > 0
        ? DataSource.of(row.slice(c.offset(), c.size()))
        : new Reference(heap, row.i32(c.offset()));
  }

  private Span bytes(int number) {
    return switch (matrix) {
      case DataSource.Small(Span span) -> span.slice(number * rowSize, rowSize);
      case Large(DataTree tree) ->
          tree.block(number / rowsPerBlock).slice(number % rowsPerBlock * rowSize, rowSize);
      default -> throw damaged();
    };
  }
}
