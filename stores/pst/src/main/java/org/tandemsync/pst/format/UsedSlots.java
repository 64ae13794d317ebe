package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.tandemsync.mapi.DamagedException;

/**
 * Which slots of a file are in use, from its two trees ([MS-PST] 2.6.1.3.7): what they lead to is
 * in use, whatever the allocation maps say. Reads all pages of the trees, and no block. Room cannot
 * be given out in a file in which two things share a place, or lie where nothing can be.
 */
final class UsedSlots {
  static final int IN_MAP = Allocation.MAP_BYTES * Byte.SIZE;
  private static final int WORDS_IN_MAP = IN_MAP / Long.SIZE;

  private final int maps;

  /** A bit for each slot. Those of one map fill whole words, so this can be counted through. */
  private final long[] bits;

  private UsedSlots(long end) {
    long stretches = (end - Allocation.FIRST_MAP) / Allocation.MAP_SPACING;
    if (stretches < 1 || end != Allocation.FIRST_MAP + stretches * Allocation.MAP_SPACING) {
      throw new DamagedException("its header names a length (" + end + ") that no data file has");
    }
    maps = (int) stretches;
    bits = new long[maps * WORDS_IN_MAP];
    for (int i = 0; i < maps; i++) {
      mark(Allocation.FIRST_MAP + i * Allocation.MAP_SPACING, MapPage.pagesAt(i) * Layout.PAGE);
    }
  }

  /**
   * Walks through both trees.
   *
   * @throws DamagedException if a page of them is damaged, something lies behind the end of the
   *     file or on something else, or nodes share a block without being counted
   */
  static UsedSlots of(Database database) {
    UsedSlots used = new UsedSlots(database.header().end());
    NodeBlocks wanted = new NodeBlocks();
    database.walkNodes(page -> used.mark(page, Layout.PAGE), wanted::add);
    wanted.sort();
    database.walkBlocks(
        page -> used.mark(page, Layout.PAGE),
        block -> {
          used.mark(block);
          wanted.expect(block);
        });
    wanted.expectNoneFrom(database.header().nextBlock());
    return used;
  }

  private void mark(BlockEntry block) {
    if (block.size() > Layout.UNICODE.blockPayload()) {
      throw new DamagedException(
          "block " + Long.toHexString(block.ref().id()) + " is larger than a block can be");
    }
    int needed = block.size() + Layout.UNICODE.blockTrailer();
    mark(block.ref().offset(), (needed + Layout.SLOT - 1) / Layout.SLOT * Layout.SLOT);
  }

  private void mark(long offset, int length) {
    long first = (offset - Allocation.FIRST_MAP) / Layout.SLOT;
    int count = length / Layout.SLOT;
    if (offset < Allocation.FIRST_MAP || offset % Layout.SLOT != 0) {
      throw new DamagedException("something lies at offset " + offset + ", where nothing can be");
    }
    if (first / IN_MAP >= maps) {
      throw new DamagedException(
          "something lies at offset "
              + offset
              + ", behind the end that its header names ("
              + offset(maps * (long) IN_MAP)
              + ")");
    }
    if (first % IN_MAP + count > IN_MAP) {
      throw new DamagedException("something at offset " + offset + " reaches into the next map");
    }
    for (long slot = first; slot < first + count; ) {
      int bit = (int) (slot % Long.SIZE);
      int more = (int) Math.min(Long.SIZE - bit, first + count - slot);
      mark(slot, -1L >>> Long.SIZE - more << bit);
      slot += more;
    }
  }

  /** A word at a time: this is done for every block of the file. */
  private void mark(long slot, long mask) {
    int word = (int) (slot / Long.SIZE);
    if ((bits[word] & mask) != 0) {
      throw new DamagedException("two things share the place at offset " + offset(slot));
    }
    bits[word] |= mask;
  }

  private static long offset(long slot) {
    return Allocation.FIRST_MAP + slot * Layout.SLOT;
  }

  /** How many allocation maps there are. */
  int maps() {
    return maps;
  }

  /** The slots in the stretch of one map. */
  BitSet inMap(int map) {
    return BitSet.valueOf(Arrays.copyOfRange(bits, map * WORDS_IN_MAP, (map + 1) * WORDS_IN_MAP));
  }

  /**
   * Fails if an allocation map shows a slot as free that is in use. One that is shown as used and
   * is not is only lost room.
   */
  void requireShown(Medium medium) {
    long hidden = 0;
    long first = -1;
    for (int map = 0; map < maps; map++) {
      long at = Allocation.FIRST_MAP + map * Allocation.MAP_SPACING;
      byte[] page = medium.read(at, Layout.PAGE);
      MapPage.check(page, at);
      ByteBuffer shown = ByteBuffer.wrap(page); // its first bit is the highest of its first byte
      for (int i = 0; i < WORDS_IN_MAP; i++) {
        int word = map * WORDS_IN_MAP + i;
        long free = bits[word] & ~Long.reverse(shown.getLong(i * Long.BYTES));
        if (free != 0 && first < 0) {
          first = offset((long) word * Long.SIZE + Long.numberOfTrailingZeros(free));
        }
        hidden += Long.bitCount(free);
      }
    }
    if (hidden > 0) {
      throw new DamagedException(
          "its allocation maps show "
              + hidden * Layout.SLOT
              + " bytes as free that are in use, the first at offset "
              + first
              + ", so that a write (Outlook's, too) would overwrite items");
    }
  }
}
