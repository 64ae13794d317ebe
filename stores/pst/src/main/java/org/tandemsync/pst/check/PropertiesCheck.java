package org.tandemsync.pst.check;

import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.NodeId;

/** A property context: legal types, values that are there, each in a place of its own. */
final class PropertiesCheck {
  private final StrictHeap heap;
  private final String where;
  private final Findings findings;
  private final Set<NodeId> subnodes;

  PropertiesCheck(StrictHeap heap, String where, Findings findings, Set<NodeId> subnodes) {
    this.heap = heap;
    this.where = where;
    this.findings = findings;
    this.subnodes = subnodes;
  }

  void run() {
    StrictTree tree = new StrictTree(heap, heap.root(), where, findings);
    if (tree.keySize() != 2 || tree.dataSize() != 6) {
      throw new DamagedException("has properties of another size");
    }
    for (Span record : tree.records()) {
      findings.guarded(Invariant.HEAP_TREES, where, () -> property(record));
    }
  }

  private void property(Span record) {
    int id = record.u16(0);
    int type = record.u16(2);
    int value = record.i32(4);
    switch (type) {
      case 0x0002, 0x0003, 0x0004, 0x000A, 0x000B -> {}
      case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040, 0x0048 -> {
        int size = type == 0x0048 ? 16 : 8;
        if (value != 0) {
          int length = heap.use(value).length();
          findings.expect(
              length == size,
              Invariant.HEAP_TREES,
              where,
              "has %d bytes for the property %04x%04x",
              length,
              id,
              type);
        }
      }
      case 0x000D -> object(value);
      case 0x001E, 0x001F, 0x0102, 0x00FB, 0x00FD, 0x00FE -> reference(value);
      default -> {
        if ((type & 0x1000) == 0) {
          findings.add(
              Invariant.HEAP_TREES, where, "has the property %04x of the type %04x", id, type);
        }
        reference(value);
      }
    }
  }

  private void reference(int value) {
    if (value == 0) {
      return;
    }
    if (StrictHeap.inHeap(value)) {
      heap.use(value);
    } else {
      subnode(new NodeId(value));
    }
  }

  private void subnode(NodeId id) {
    heap.node().requireSubnode(id).data();
    findings.expect(
        subnodes.add(id), Invariant.HEAP_TREES, where, "keeps two values in the subnode %s", id);
  }

  /** The data of an attachment: 8 bytes, the subnode and the size. */
  private void object(int value) {
    Span object = heap.use(value);
    NodeId id = new NodeId(object.i32(0));
    heap.node().requireSubnode(id);
    subnodes.add(id);
  }
}
