package org.tandemsync.pst.format;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tandemsync.mapi.DataSource;

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
  private int size;

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
   * Gives a property a value that is not in memory. One that is kept in a subnode of this file
   * already is not copied: both refer to its blocks.
   */
  public ObjectWriter value(int tag, DataSource value) {
    if (value instanceof Reference r && transaction.knows(r.heap().node())) {
      Optional<Long> outside = r.outside();
      if (outside.isPresent()) {
        this.outside.put(tag, storeOutside(transaction.share(outside.get())));
        return this;
      }
    }
    return value(tag, value.stream());
  }

  /** Gives a property the value that {@code value} has up to its end; it is not closed. */
  public ObjectWriter value(int tag, InputStream value) {
    outside.put(tag, storeOutside(transaction.writeData(value)));
    return this;
  }

  /** Leaves the value of a property in the subnode in which it is. */
  public ObjectWriter keep(int tag, NodeEntry value) {
    subnode(value);
    outside.put(tag, value.id().value());
    return this;
  }

  /**
   * Writes properties.
   *
   * @param values by tag (id and type) the bytes of the value: those of fixed size in their size,
   *     texts without an end
   */
  public Written properties(Map<Integer, byte[]> values) {
    storeLarge(values);
    return written(heap(values));
  }

  /** Properties, and one more: the bytes of all data blocks of the object ({@link #size}). */
  public Written propertiesWithSize(Map<Integer, byte[]> values, int sizeTag) {
    storeLarge(values);
    Map<Integer, byte[]> all = new HashMap<>(values);
    all.put(sizeTag, new byte[4]);
    long total = heap(all).size();
    for (NodeEntry subnode : subnodes.values()) {
      total += transaction.size(subnode);
    }
    size = (int) Math.min(total, Integer.MAX_VALUE);
    all.put(sizeTag, new Packed().i32(size).toArray());
    return written(heap(all));
  }

  /** What {@link #propertiesWithSize} has measured. */
  public int size() {
    return size;
  }

  private void storeLarge(Map<Integer, byte[]> values) {
    values.forEach(
        (tag, value) -> {
          if (value.length > HeapEditor.MOST_IN_ALLOCATION) {
            outside.put(tag, storeOutside(transaction.writeData(value)));
          }
        });
  }

  private HeapEditor heap(Map<Integer, byte[]> values) {
    HeapEditor heap = HeapEditor.create(Heap.PROPERTIES);
    HeapTreeEditor tree = HeapTreeEditor.create(heap, 2, 6);
    heap.root(tree.hid());
    TreeMap<Integer, byte[]> sorted = new TreeMap<>(Integer::compareUnsigned);
    sorted.putAll(values);
    sorted.keySet().removeAll(outside.keySet());
    sorted.forEach(
        (tag, value) -> {
          int fixed = ValueTypes.fixedSize(tag & 0xFFFF);
          byte[] content =
              fixed > 0 && fixed <= 4
                  ? Arrays.copyOf(value, 4)
                  : new Packed().i32(heap.allocate(value)).toArray();
          tree.put(tag >>> 16, new Packed().u16(tag).bytes(content).toArray());
        });
    outside.forEach((tag, id) -> tree.put(tag >>> 16, new Packed().u16(tag).i32(id).toArray()));
    tree.finish();
    return heap;
  }

  private Written written(HeapEditor heap) {
    return new Written(heap.finish(transaction), transaction.writeSubnodes(subnodes.values()));
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
    HeapEditor heap = HeapEditor.create(Heap.FOLDER_MAP);
    int root = heap.allocate(new byte[] {1, 0, 0, 0});
    HeapTreeEditor tree = HeapTreeEditor.create(heap, 16, 4);
    heap.replace(root, new Packed().i32(tree.hid()).toArray());
    heap.root(root);
    return written(heap);
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
