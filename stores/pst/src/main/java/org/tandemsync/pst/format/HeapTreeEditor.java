package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * Changes a B-tree on a heap ([MS-PST] 2.3.2), or makes one. Changes are collected and applied
 * together, so that every allocation on the way is written once.
 */
final class HeapTreeEditor {
  private static final int HEADER = 8;
  private static final int SIGNATURE = 0xB5;
  private static final int MOST_LEVELS = 4;

  private final HeapEditor heap;
  private final int hid;
  private final int keySize;
  private final int dataSize;
  private final TreeMap<Long, Optional<byte[]>> changes = new TreeMap<>();
  private int levels;
  private int root;

  private record Child(long key, int hid) {}

  private HeapTreeEditor(HeapEditor heap, int hid, int keySize, int dataSize) {
    this.heap = heap;
    this.hid = hid;
    this.keySize = keySize;
    this.dataSize = dataSize;
  }

  /** The tree whose header is there. */
  static HeapTreeEditor of(HeapEditor heap, int hid, int keySize, int dataSize) {
    Span header = Span.of(heap.get(hid));
    HeapTreeEditor tree = new HeapTreeEditor(heap, hid, keySize, dataSize);
    tree.levels = header.u8(3);
    tree.root = header.i32(4);
    boolean fits = header.u8(0) == SIGNATURE && header.u8(1) == keySize && header.u8(2) == dataSize;
    if (!fits || tree.levels > MOST_LEVELS) {
      throw new DamagedException("an index is not well-formed");
    }
    return tree;
  }

  /** A new tree, whose header is allocated at once. */
  static HeapTreeEditor create(HeapEditor heap, int keySize, int dataSize) {
    byte[] header = header(keySize, dataSize, 0, 0);
    return new HeapTreeEditor(heap, heap.allocate(header), keySize, dataSize);
  }

  private static byte[] header(int keySize, int dataSize, int levels, int root) {
    return new Packed().u8(SIGNATURE).u8(keySize).u8(dataSize).u8(levels).i32(root).toArray();
  }

  /** The HID of the header. */
  int hid() {
    return hid;
  }

  /** The data kept under {@code key}, with all changes so far. */
  @Nullable Span find(long key) {
    Optional<byte[]> change = changes.get(key);
    if (change != null) {
      return change.map(Span::of).orElse(null);
    }
    int at = root;
    for (int level = levels; at != 0; level--) {
      List<byte[]> records = records(at, level);
      int index = lastUpTo(records, key);
      if (index < 0) {
        return null;
      }
      byte[] record = records.get(index);
      if (level == 0) {
        return key(record) == key ? Span.of(record).from(keySize) : null;
      }
      at = Span.of(record).i32(keySize);
    }
    return null;
  }

  void put(long key, byte[] data) {
    changes.put(key, Optional.of(data));
  }

  void remove(long key) {
    changes.put(key, Optional.empty());
  }

  /** The keys of all records, ascending, with all changes so far. */
  List<Long> keys() {
    Set<Long> keys = new HashSet<>();
    collect(root, levels, keys);
    changes.forEach(
        (key, data) -> {
          if (data.isPresent()) {
            keys.add(key);
          } else {
            keys.remove(key);
          }
        });
    return keys.stream().sorted().toList();
  }

  private void collect(int at, int level, Set<Long> keys) {
    if (at != 0) {
      for (byte[] record : records(at, level)) {
        if (level == 0) {
          keys.add(key(record));
        } else {
          collect(Span.of(record).i32(keySize), level - 1, keys);
        }
      }
    }
  }

  private long key(byte[] record) {
    Span span = Span.of(record);
    return keySize == 2 ? span.u16(0) : span.u32(0);
  }

  private byte[] record(long key, byte[] rest) {
    Packed record = new Packed();
    return (keySize == 2 ? record.u16((int) key) : record.i32((int) key)).bytes(rest).toArray();
  }

  private int step(int level) {
    return keySize + (level == 0 ? dataSize : 4);
  }

  /** The records of one allocation, which have to be in order. */
  private List<byte[]> records(int at, int level) {
    byte[] bytes = heap.get(at);
    int step = step(level);
    List<byte[]> records = new ArrayList<>(bytes.length / step);
    for (int i = 0; i + step <= bytes.length; i += step) {
      byte[] record = Arrays.copyOfRange(bytes, i, i + step);
      if (i > 0 && key(records.getLast()) >= key(record)) {
        throw new DamagedException("an index is out of order");
      }
      records.add(record);
    }
    if (records.isEmpty() || bytes.length % step != 0) {
      throw new DamagedException("an index is not well-formed");
    }
    return records;
  }

  private int lastUpTo(List<byte[]> records, long key) {
    int low = 0;
    int high = records.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(records.get(middle)) <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Carries out the changes. */
  void finish() {
    if (changes.isEmpty()) {
      return;
    }
    List<Child> top = root == 0 ? leaf(0, new TreeMap<>(), changes) : apply(root, levels, changes);
    if (root == 0) {
      levels = 0;
    }
    while (top.size() > 1) {
      levels++;
      top = store(0, levels, top.stream().map(this::record).toList(), true);
    }
    root = top.isEmpty() ? 0 : top.getFirst().hid();
    shrink();
    heap.replace(hid, header(keySize, dataSize, levels, root));
    changes.clear();
  }

  private byte[] record(Child child) {
    return record(child.key(), new Packed().i32(child.hid()).toArray());
  }

  /** A root with a single child is its child. */
  private void shrink() {
    while (root != 0 && levels > 0 && records(root, levels).size() == 1) {
      int only = Span.of(heap.get(root)).i32(keySize);
      heap.free(root);
      root = only;
      levels--;
    }
    if (root == 0) {
      levels = 0;
    }
  }

  private List<Child> apply(int at, int level, NavigableMap<Long, Optional<byte[]>> within) {
    List<byte[]> records = records(at, level);
    if (level == 0) {
      TreeMap<Long, byte[]> kept = new TreeMap<>();
      records.forEach(r -> kept.put(key(r), r));
      return leaf(at, kept, within);
    }
    List<byte[]> parents = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      byte[] record = records.get(i);
      NavigableMap<Long, Optional<byte[]>> part = within;
      if (i > 0) {
        part = part.tailMap(key(record), true);
      }
      if (i + 1 < records.size()) {
        part = part.headMap(key(records.get(i + 1)), false);
      }
      if (part.isEmpty()) {
        parents.add(record);
      } else {
        apply(Span.of(record).i32(keySize), level - 1, part).forEach(c -> parents.add(record(c)));
      }
    }
    boolean behind = within.lastKey() >= key(records.getLast());
    return store(at, level, parents, behind);
  }

  private List<Child> leaf(
      int at, TreeMap<Long, byte[]> kept, NavigableMap<Long, Optional<byte[]>> within) {
    boolean behind = kept.isEmpty() || within.lastKey() > kept.lastKey();
    for (Map.Entry<Long, Optional<byte[]>> change : within.entrySet()) {
      if (change.getValue().isPresent()) {
        kept.put(change.getKey(), record(change.getKey(), change.getValue().get()));
      } else {
        kept.remove(change.getKey());
      }
    }
    return store(at, 0, List.copyOf(kept.values()), behind);
  }

  /**
   * Puts records into the allocation {@code at} (0 for none yet) and as many more as are needed.
   *
   * @param behind whether records were added behind all others: then those in front are left full,
   *     as more will follow there
   */
  private List<Child> store(int at, int level, List<byte[]> records, boolean behind) {
    int most = HeapEditor.MOST_IN_ALLOCATION / step(level);
    int parts = (records.size() + most - 1) / most;
    List<Child> children = new ArrayList<>();
    if (parts == 0 && at != 0) {
      heap.free(at);
    }
    for (int i = 0; i < parts; i++) {
      int from = behind ? i * most : i * records.size() / parts;
      int to = behind ? Math.min(records.size(), from + most) : (i + 1) * records.size() / parts;
      Packed content = new Packed();
      records.subList(from, to).forEach(content::bytes);
      byte[] bytes = content.toArray();
      int stored = i == 0 && at != 0 ? heap.replace(at, bytes) : heap.allocate(bytes);
      children.add(new Child(key(records.get(from)), stored));
    }
    return children;
  }
}
