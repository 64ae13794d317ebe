package org.tandemsync.pst.format;

import java.util.Arrays;
import org.tandemsync.mapi.DamagedException;

/**
 * The blocks that nodes begin at, held against the index of blocks. A block that more nodes lead to
 * than it counts would be freed while it is in use. Those that are shared within the subnodes of
 * nodes do not show without reading blocks.
 */
final class NodeBlocks {
  /** Block ids ascend as unsigned numbers: with the highest bit turned they sort so. */
  private static final long TURN = Long.MIN_VALUE;

  private long[] ids = new long[1_024];
  private int count;
  private int at;

  void add(NodeEntry node) {
    add(node.data());
    add(node.subnodes());
  }

  private void add(long id) {
    if (id != 0) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
      }
      ids[count++] = (id & ~1L) ^ TURN;
    }
  }

  /** All nodes are added; blocks follow, in the order of their ids. */
  void sort() {
    Arrays.sort(ids, 0, count);
  }

  void expect(BlockEntry block) {
    long id = (block.ref().id() & ~1L) ^ TURN;
    while (at < count && ids[at] < id) {
      at++; // missing, which reading the node tells
    }
    int leading = 0;
    while (at < count && ids[at] == id) {
      leading++;
      at++;
    }
    if (leading > block.references() - 1) {
      throw new DamagedException(
          leading
              + " nodes lead to block "
              + Long.toHexString(block.ref().id())
              + ", which counts "
              + (block.references() - 1));
    }
  }

  /** All blocks are compared. A block that is missing must not appear under one of our new ids. */
  void expectNoneFrom(long nextBlock) {
    if (at < count && ids[count - 1] >= (nextBlock ^ TURN)) {
      throw new DamagedException(
          "a node leads to block "
              + Long.toHexString(ids[count - 1] ^ TURN)
              + ", which does not exist yet");
    }
  }
}
