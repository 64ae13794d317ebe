package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.DataTree;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;

/** A table context: its columns, its row index, its rows and what their cells refer to. */
final class TableCheck {
  private static final int ROW_INDEX = 0x20;

  private final StrictHeap heap;
  private final Node node;
  private final int payload;
  private final String where;
  private final Findings findings;
  private final Set<NodeId> subnodes;

  private record Column(int tag, int offset, int size, int bit) {
    int type() {
      return tag & 0xFFFF;
    }
  }

  TableCheck(
      StrictHeap heap,
      Node node,
      int payload,
      String where,
      Findings findings,
      Set<NodeId> subnodes) {
    this.heap = heap;
    this.node = node;
    this.payload = payload;
    this.where = where;
    this.findings = findings;
    this.subnodes = subnodes;
  }

  void run() {
    Span info = heap.use(heap.root());
    if (info.u8(0) != 0x7C) {
      throw new DamagedException("has a damaged table");
    }
    int rowSize = info.u16(8);
    int bitmap = info.u16(6);
    List<Column> columns = columns(info, bitmap);
    findings.expect(
        rowSize - bitmap == (columns.size() + 7) / 8,
        Invariant.TABLES,
        where,
        "has %d bytes of bits for %d columns",
        rowSize - bitmap,
        columns.size());
    findings.expect(
        info.i32(10) == ROW_INDEX,
        Invariant.TABLES,
        where,
        "keeps its row index at %x",
        info.i32(10));
    StrictTree index = new StrictTree(heap, info.i32(10), where, findings);
    int rows = index.records().size();
    Span[] matrix = matrix(info.i32(14), rowSize, rows);
    BitSet seen = new BitSet();
    for (Span record : index.records()) {
      int number = index.dataSize() == 4 ? record.i32(4) : record.u16(4);
      if (number < 0 || number >= rows || seen.get(number)) {
        findings.add(Invariant.TABLES, where, "leads to the row %d of %d", number, rows);
        continue;
      }
      seen.set(number);
      findings.expect(
          matrix[number].i32(0) == record.i32(0),
          Invariant.TABLES,
          where,
          "leads with %x to the row of %x",
          record.i32(0),
          matrix[number].i32(0));
    }
    for (Span row : matrix) {
      findings.guarded(Invariant.TABLES, where, () -> cells(row, columns, bitmap));
    }
  }

  private List<Column> columns(Span info, int bitmap) {
    List<Column> columns = new ArrayList<>();
    BitSet bytes = new BitSet();
    BitSet bits = new BitSet();
    long last = -1;
    for (int i = 0; i < info.u8(1); i++) {
      Span c = info.slice(22 + 8 * i, 8);
      Column column = new Column(c.i32(0), c.u16(4), c.u8(6), c.u8(7));
      long tag = column.tag() & 0xFFFFFFFFL;
      findings.expect(
          tag > last, Invariant.TABLES, where, "has the column %08x out of order", column.tag());
      last = tag;
      BitSet own = new BitSet();
      own.set(column.offset(), column.offset() + column.size());
      findings.expect(
          !bytes.intersects(own)
              && !bits.get(column.bit())
              && column.offset() + column.size() <= bitmap,
          Invariant.TABLES,
          where,
          "has the column %08x where another is",
          column.tag());
      bytes.or(own);
      bits.set(column.bit());
      columns.add(column);
    }
    return columns;
  }

  private Span[] matrix(int reference, int rowSize, int rows) {
    Span[] matrix = new Span[rows];
    if (reference == 0) {
      findings.expect(rows == 0, Invariant.TABLES, where, "has lost its %d rows", rows);
      return rows == 0 ? matrix : lost();
    }
    if (StrictHeap.inHeap(reference)) {
      Span all = heap.use(reference);
      findings.expect(
          all.length() == rows * rowSize,
          Invariant.TABLES,
          where,
          "has %d bytes for %d rows",
          all.length(),
          rows);
      for (int i = 0; i < rows; i++) {
        matrix[i] = all.slice(i * rowSize, rowSize);
      }
      return matrix;
    }
    NodeId id = new NodeId(reference);
    subnodes.add(id);
    DataTree tree = node.requireSubnode(id).data();
    int perBlock = payload / rowSize;
    for (int i = 0; i < rows; i++) {
      matrix[i] = tree.block(i / perBlock).slice(i % perBlock * rowSize, rowSize);
    }
    return matrix;
  }

  private static Span[] lost() {
    throw new DamagedException("has no rows");
  }

  private void cells(Span row, List<Column> columns, int bitmap) {
    for (Column column : columns) {
      boolean present = (row.u8(bitmap + column.bit() / 8) & 0x80 >> column.bit() % 8) != 0;
      if (!present || fixed(column.type())) {
        continue;
      }
      int value = row.i32(column.offset());
      if (value == 0) {
        continue;
      }
      if (StrictHeap.inHeap(value)) {
        heap.use(value);
      } else {
        NodeId id = new NodeId(value);
        node.requireSubnode(id).data();
        subnodes.add(id);
      }
    }
  }

  private static boolean fixed(int type) {
    return switch (type) {
      case 0x0002, 0x0003, 0x0004, 0x000A, 0x000B, 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> true;
      default -> false;
    };
  }
}
