package org.tandemsync.pst.format;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Integer, Integer> outside = new TreeMap<>();
  private int lastValue;

  public ObjectWriter(Transaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Keeps a subnode, or puts one in the place of the one of the same id. All of them have to be
   * named before the first value.
   */
  public ObjectWriter subnode(NodeEntry subnode) {
    if (outside.containsValue(subnode.id().value())) {
      throw new IllegalStateException("a value has taken the place of a subnode that is kept");
    }
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
   * Gives a property a value that is not in memory. One that is kept in a subnode already, of this
   * node or of another, is not copied: both refer to its blocks.
   */
  public ObjectWriter value(int tag, DataSource value) {
    Optional<Long> shared = value instanceof Reference r ? r.outside() : Optional.empty();
    if (shared.isPresent()) {
      outside.put(tag, storeOutside(shared.get()));
      return this;
    }
    return value(tag, value.stream());
  }

  /** Gives a property the value that {@code value} has up to its end; it is not closed. */
  public ObjectWriter value(int tag, InputStream value) {
    outside.put(tag, storeOutside(transaction.writeData(value)));
    return this;
  }

  /**
   * Writes properties.
   *
   * @param values by tag (id and type) the bytes of the value: those of fixed size in their size,
   *     texts without an end
   */
  public Written properties(Map<Integer, byte[]> values) {
    HeapEditor heap = HeapEditor.create(Heap.PROPERTIES);
    HeapTreeEditor tree = HeapTreeEditor.create(heap, 2, 6);
    heap.root(tree.hid());
    TreeMap<Integer, byte[]> sorted = new TreeMap<>(Integer::compareUnsigned);
    sorted.putAll(values);
    sorted.forEach(
        (tag, value) -> {
          int size = ValueTypes.fixedSize(tag & 0xFFFF);
          Packed record = new Packed().u16(tag);
          if (size > 0 && size <= 4) {
            record.bytes(Arrays.copyOf(value, 4));
          } else {
            record.i32(store(heap, value));
          }
          tree.put(tag >>> 16, record.toArray());
        });
    outside.forEach(
        (tag, id) ->
            tree.put(tag >>> 16, new Packed().u16(tag).i32(id).toArray()));
    tree.finish();
    return new Written(
        heap.finish(transaction), transaction.writeSubnodes(subnodes.values()));
  }

  /** A value in the heap, or in a subnode if it is too large. */
  private int store(HeapEditor heap, byte[] value) {
    return value.length <= HeapEditor.MOST_IN_ALLOCATION
        ? heap.allocate(value)
        : storeOutside(transaction.writeData(value));
  }

  /**
   * A new subnode for a value.
   *
   * @return its id; 0 for no data
   */
  private int storeOutside(long data) {
    if (data == 0) {
      return 0;
    }
    lastValue++;
    NodeId id = new NodeId(lastValue << 5 | LTP);
    subnodes.put(id.value() & 0xFFFFFFFFL, new NodeEntry(id, data, 0, new NodeId(0)));
    return id.value();
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
    TableEditor table = TableEditor.create(transaction, shape);
    for (TableRow row : rows) {
      if (table.contains(row.id())) {
        throw new IllegalArgumentException("two rows have the id " + row.id());
      }
      table.put(row);
    }
    return table.finish();
  }
}
