package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Builds a B-tree on a heap ([MS-PST] 2.3.2) over records that are sorted by their keys. */
final class HeapTreeBuilder {
  private static final int HEADER = 8;

  private final HeapBuilder heap;
  private final int keySize;
  private final int dataSize;
  private final byte[] header = new byte[HEADER];
  private final int hid;

  /** Allocates the header; the records follow with {@link #finish}. */
  HeapTreeBuilder(HeapBuilder heap, int keySize, int dataSize) {
    this.heap = heap;
    this.keySize = keySize;
    this.dataSize = dataSize;
    this.hid = heap.allocate(header);
  }

  /** The HID of the header. */
  int hid() {
    return hid;
  }

  void finish(List<byte[]> records) {
    int level = 0;
    List<byte[]> entries = records;
    int root = 0;
    while (!entries.isEmpty()) {
      int size = keySize + (level == 0 ? dataSize : 4);
      List<byte[]> parents = new ArrayList<>();
      int perAllocation = HeapBuilder.MOST_IN_ALLOCATION / size;
      for (int at = 0; at < entries.size(); at += perAllocation) {
        List<byte[]> part = entries.subList(at, Math.min(entries.size(), at + perAllocation));
        Packed allocation = new Packed();
        part.forEach(allocation::bytes);
        int child = heap.allocate(allocation.toArray());
        byte[] key = java.util.Arrays.copyOf(part.getFirst(), keySize);
        parents.add(new Packed().bytes(key).i32(child).toArray());
        root = child;
      }
      if (parents.size() == 1) {
        break;
      }
      level++;
      entries = parents;
    }
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xB5)
        .put((byte) keySize)
        .put((byte) dataSize)
        .put((byte) (root == 0 ? 0 : level))
        .putInt(root);
  }
}
