package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the data of a node that holds properties or a table, and the subnodes that belong to it:
 * those with large values, which are made here, and those that the caller keeps (attachments,
 * recipients).
 */
public final class ObjectWriter {
  private static final int LTP = 0x1F;

  private final Transaction transaction;
  private final TreeMap<Long, NodeEntry> subnodes = new TreeMap<>();
  private int lastValue;

  public ObjectWriter(Transaction transaction) {
    this.transaction = transaction;
  }

  /** Keeps a subnode, or puts one in the place of the one of the same id. */
  public ObjectWriter subnode(NodeEntry subnode) {
    subnodes.put(subnode.id().value() & 0xFFFFFFFFL, subnode);
    if (subnode.id().type() == LTP) {
      lastValue = Math.max(lastValue, subnode.id().value() >>> 5);
    }
    return this;
  }

  /** Data and subnodes of a written object. */
  public record Written(long data, long subnodes) {
    public NodeEntry as(NodeId id, NodeId parent) {
      return new NodeEntry(id, data, subnodes, parent);
    }
  }

  /**
   * Writes properties.
   *
   * @param values by tag (id and type) the bytes of the value: those of fixed size in their size,
   *     texts without an end
   */
  public Written properties(Map<Integer, byte[]> values) {
    HeapBuilder heap = new HeapBuilder();
    HeapTreeBuilder tree = new HeapTreeBuilder(heap, 2, 6);
    TreeMap<Integer, byte[]> sorted = new TreeMap<>(Integer::compareUnsigned);
    sorted.putAll(values);
    List<byte[]> records = new ArrayList<>();
    sorted.forEach(
        (tag, value) -> {
          int type = tag & 0xFFFF;
          int size = ValueTypes.fixedSize(type);
          Packed record = new Packed().u16(tag >>> 16).u16(type);
          if (size > 0 && size <= 4) {
            record.bytes(Arrays.copyOf(value, 4));
          } else {
            record.i32(store(heap, value));
          }
          records.add(record.toArray());
        });
    tree.finish(records);
    return written(heap.build(Heap.PROPERTIES, tree.hid()));
  }

  /** A value in the heap, or in a subnode if it is too large. */
  private int store(HeapBuilder heap, byte[] value) {
    if (value.length <= HeapBuilder.MOST_IN_ALLOCATION) {
      return heap.allocate(value);
    }
    return storeOutside(transaction.writeData(value)).value();
  }

  private NodeId storeOutside(long data) {
    lastValue++;
    NodeId id = new NodeId(lastValue << 5 | LTP);
    subnodes.put(id.value() & 0xFFFFFFFFL, new NodeEntry(id, data, 0, new NodeId(0)));
    return id;
  }

  private Written written(List<byte[]> blocks) {
    return new Written(
        transaction.writeBlocks(blocks), transaction.writeSubnodes(subnodes.values()));
  }

  /** Writes the map from replicas of folders to folders as it is where nothing is replicated. */
  public Written emptyFolderMap() {
    HeapBuilder heap = new HeapBuilder();
    byte[] root = new byte[4];
    int rootHid = heap.allocate(root);
    HeapTreeBuilder tree = new HeapTreeBuilder(heap, 16, 4);
    tree.finish(List.of());
    root[0] = (byte) tree.hid();
    return written(heap.build(Heap.FOLDER_MAP, rootHid));
  }

  /**
   * Writes a table.
   *
   * @param rows in the order in which they are numbered; row ids are unique
   */
  public Written table(TableShape shape, List<TableRow> rows) {
    HeapBuilder heap = new HeapBuilder();
    // Readers rely on this order: the row index first, the description second.
    HeapTreeBuilder index = new HeapTreeBuilder(heap, 4, 4);
    byte[] info = shape.info();
    int infoHid = heap.allocate(info);
    List<byte[]> matrix = new ArrayList<>();
    TreeMap<Long, Integer> numbers = new TreeMap<>();
    for (TableRow row : rows) {
      if (numbers.put(row.id() & 0xFFFFFFFFL, matrix.size()) != null) {
        throw new IllegalArgumentException("two rows have the id " + row.id());
      }
      matrix.add(shape.row(row, value -> store(heap, value)));
    }
    List<byte[]> records = new ArrayList<>();
    numbers.forEach(
        (id, number) -> records.add(new Packed().i32(id.intValue()).i32(number).toArray()));
    index.finish(records);
    shape.locate(info, index.hid(), matrix(heap, matrix, shape.rowSize()));
    return written(heap.build(Heap.TABLE, infoHid));
  }

  private int matrix(HeapBuilder heap, List<byte[]> rows, int rowSize) {
    if (rows.size() * (long) rowSize <= HeapBuilder.MOST_IN_ALLOCATION) {
      Packed all = new Packed();
      rows.forEach(all::bytes);
      return heap.allocate(all.toArray());
    }
    int payload = Layout.UNICODE.blockPayload();
    int perBlock = payload / rowSize;
    List<byte[]> blocks = new ArrayList<>();
    for (int at = 0; at < rows.size(); at += perBlock) {
      Packed block = new Packed();
      int to = Math.min(rows.size(), at + perBlock);
      rows.subList(at, to).forEach(block::bytes);
      blocks.add(to < rows.size() ? block.fill(payload).toArray() : block.toArray());
    }
    return storeOutside(transaction.writeBlocks(blocks)).value();
  }
}
