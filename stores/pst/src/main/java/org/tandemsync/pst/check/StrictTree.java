package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/** A B-tree on a heap, with all that must hold of it. */
final class StrictTree {
  private final StrictHeap heap;
  private final String where;
  private final Findings findings;
  private final int keySize;
  private final int dataSize;
  private final List<Span> records = new ArrayList<>();

  StrictTree(StrictHeap heap, int hid, String where, Findings findings) {
    this.heap = heap;
    this.where = where;
    this.findings = findings;
    Span header = heap.use(hid);
    if (header.length() != 8 || header.u8(0) != 0xB5) {
      throw new DamagedException("has a damaged index");
    }
    this.keySize = header.u8(1);
    this.dataSize = header.u8(2);
    if (header.i32(4) != 0) {
      collect(header.i32(4), header.u8(3));
    }
    long last = -1;
    for (Span r : records) {
      long key = keySize == 2 ? r.u16(0) : r.u32(0);
      findings.expect(
          key > last, Invariant.HEAP_TREES, where, "has the key %x behind %x", key, last);
      last = key;
    }
  }

  int keySize() {
    return keySize;
  }

  int dataSize() {
    return dataSize;
  }

  List<Span> records() {
    return records;
  }

  private void collect(int hid, int level) {
    if (level > 4) {
      throw new DamagedException("has an index of too many levels");
    }
    Span allocation = heap.use(hid);
    int step = keySize + (level == 0 ? dataSize : 4);
    findings.expect(
        allocation.length() % step == 0 && allocation.length() > 0,
        Invariant.HEAP_TREES,
        where,
        "has records of %d bytes in an allocation of %d",
        step,
        allocation.length());
    for (int at = 0; at + step <= allocation.length(); at += step) {
      if (level == 0) {
        records.add(allocation.slice(at, step));
      } else {
        collect(allocation.i32(at + keySize), level - 1);
      }
    }
  }
}
