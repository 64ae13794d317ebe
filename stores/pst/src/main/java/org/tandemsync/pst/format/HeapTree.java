package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * A B-tree on a heap ([MS-PST] 2.3.2). It is read from front to end, never searched: writers other
 * than Outlook leave records unsorted or twice.
 */
final class HeapTree {
  private static final int MOST_LEVELS = 8;

  private final Heap heap;
  private final int keySize;
  private final int dataSize;
  private final int levels;
  private final int root;

  HeapTree(Heap heap, int hid) {
    this.heap = heap;
    Span header = heap.allocation(hid);
    this.keySize = header.u8(1);
    this.dataSize = header.u8(2);
    this.levels = header.u8(3);
    this.root = header.i32(4);
    if (header.u8(0) != 0xB5 || levels > MOST_LEVELS || keySize == 0 || keySize > 16) {
      throw new DamagedException("the node " + heap.node().id() + " holds a damaged index");
    }
  }

  int keySize() {
    return keySize;
  }

  int dataSize() {
    return dataSize;
  }

  /** All records, each key and data, in the order in which they are kept. */
  List<Span> records() {
    List<Span> records = new ArrayList<>();
    if (root != 0) {
      collect(root, levels, records, new HashSet<>());
    }
    return records;
  }

  private void collect(int hid, int level, List<Span> into, Set<Integer> seen) {
    if (!seen.add(hid)) {
      throw new DamagedException("an index of the node " + heap.node().id() + " leads in circles");
    }
    Span allocation = heap.allocation(hid);
    int step = keySize + (level == 0 ? dataSize : 4);
    for (int at = 0; at + step <= allocation.length(); at += step) {
      if (level == 0) {
        into.add(allocation.slice(at, step));
      } else {
        collect(allocation.i32(at + keySize), level - 1, into, seen);
      }
    }
  }
}
