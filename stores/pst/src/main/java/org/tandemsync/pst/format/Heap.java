package org.tandemsync.pst.format;

import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.Span;

/** A heap on a node ([MS-PST] 2.3.1): many small allocations in the node's data blocks. */
public final class Heap {
  /** bClientSig of a property context. */
  static final int PROPERTIES = 0xBC;

  /** bClientSig of a table context. */
  static final int TABLE = 0x7C;

  /** Client signature of the map of folders. */
  static final int FOLDER_MAP = 0x9C;

  private final Node node;
  private final DataTree data;
  private final int client;
  private final int root;

  Heap(Node node) {
    this.node = node;
    this.data = node.data();
    Span first = data.block(0);
    if (first.u8(2) != 0xEC) {
      throw new DamagedException("the node " + node.id() + " holds no heap");
    }
    this.client = first.u8(3);
    this.root = first.i32(4);
  }

  Heap(Node node, int client) {
    this(node);
    if (this.client != client) {
      throw new DamagedException(
          "the node "
              + node.id()
              + " holds no "
              + (client == TABLE ? "table" : "properties")
              + " where it should");
    }
  }

  DataTree data() {
    return data;
  }

  Node node() {
    return node;
  }

  public int client() {
    return client;
  }

  int root() {
    return root;
  }

  /** Whether a reference leads into the heap; otherwise it is the id of a subnode. */
  static boolean inHeap(int reference) {
    return (reference & 0x1F) == 0;
  }

  /** The content of an allocation. */
  Span allocation(int hid) {
    int index = hid >>> 5 & 0x7FF;
    int blockIndex = hid >>> 16;
    if (!inHeap(hid) || index == 0) {
      throw new DamagedException(
          "the heap of the node " + node.id() + " has no " + Integer.toHexString(hid));
    }
    Span block = data.block(blockIndex);
    int map = block.u16(0);
    int count = block.u16(map);
    if (index > count) {
      throw new DamagedException(
          "the heap of the node " + node.id() + " has no " + Integer.toHexString(hid));
    }
    int from = block.u16(map + 4 + 2 * (index - 1));
    int to = block.u16(map + 4 + 2 * index);
    if (to > map) {
      throw new DamagedException("the heap of the node " + node.id() + " is not well-formed");
    }
    return block.slice(from, to - from);
  }

  /** What a reference (HNID) leads to: an allocation, or the data of a subnode; empty for 0. */
  DataSource value(int reference) {
    if (reference == 0) {
      return DataSource.of(Span.EMPTY);
    }
    return inHeap(reference)
        ? DataSource.of(allocation(reference))
        : new Large(node.requireSubnode(new NodeId(reference)).data());
  }
}
