package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.DataTree;
import org.tandemsync.pst.format.Node;

/** A heap that keeps account of which of its allocations are used, and how often. */
final class StrictHeap {
  private static final int SIGNATURE = 0xEC;
  private static final int MOST_IN_ALLOCATION = 3580;

  /** Free bytes from which on a fill level is 0, 1, 2, ... ([MS-PST] 2.3.1.2). */
  private static final int[] LEVELS = {
    3584, 2560, 2048, 1792, 1536, 1280, 1024, 768, 512, 256, 128, 64, 32, 16, 8
  };

  private final Node node;
  private final String where;
  private final Findings findings;
  private final DataTree data;
  private final int payload;
  private final List<int[]> maps = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();
  private int allocations;

  StrictHeap(Node node, int payload, String where, Findings findings) {
    this.node = node;
    this.where = where;
    this.findings = findings;
    this.data = node.data();
    this.payload = payload;
    if (data.block(0).u8(2) != SIGNATURE) {
      throw new DamagedException("is no heap");
    }
    for (int i = 0; i < data.blockCount(); i++) {
      maps.add(map(i));
    }
    fillLevels();
  }

  Node node() {
    return node;
  }

  int client() {
    return data.block(0).u8(3);
  }

  int root() {
    return data.block(0).i32(4);
  }

  private static boolean withLevels(int block) {
    return block == 0 || (block >= 8 && (block - 8) % 128 == 0);
  }

  private static int headerSize(int block) {
    return block == 0 ? 12 : withLevels(block) ? 66 : 2;
  }

  /** The offsets of the allocations of one block, and the end of the last. */
  private int[] map(int index) {
    Span block = data.block(index);
    int at = block.u16(0);
    findings.expect(
        at % 2 == 0, Invariant.HEAPS, where, "has its page map at the odd offset %d", at);
    int count = block.u16(at);
    int free = block.u16(at + 2);
    int[] offsets = new int[count + 1];
    int empty = 0;
    for (int i = 0; i <= count; i++) {
      offsets[i] = block.u16(at + 4 + 2 * i);
      int least = i == 0 ? headerSize(index) : offsets[i - 1];
      if (offsets[i] < least || offsets[i] > at || (i == 0 && offsets[i] != least)) {
        findings.add(Invariant.HEAPS, where, "has its allocations out of order in block %d", index);
        break;
      }
      if (i > 0 && offsets[i] == offsets[i - 1]) {
        empty++;
      } else if (i > 0) {
        allocations++;
        findings.expect(
            offsets[i] - offsets[i - 1] <= MOST_IN_ALLOCATION,
            Invariant.HEAPS,
            where,
            "has an allocation that is too large in block %d",
            index);
      }
    }
    findings.expect(
        free == empty,
        Invariant.HEAPS,
        where,
        "counts %d freed allocations in block %d, there are %d",
        free,
        index,
        empty);
    return offsets;
  }

  private void fillLevels() {
    for (int i = 0; i < data.blockCount(); i++) {
      int holder = i < 8 ? 0 : (i - 8) / 128 * 128 + 8;
      int nibble = i < 8 ? i : (i - 8) % 128;
      Span block = data.block(holder);
      int level = block.u8((holder == 0 ? 8 : 2) + nibble / 2) >>> 4 * (nibble % 2) & 0xF;
      int[] map = maps.get(i);
      int bytes = map[map.length - 1];
      int free = payload - bytes - pageMap(i, bytes);
      if (level != levelOf(free)) {
        String what = "has the fill level %d for block %d with %d bytes free";
        // Outlook leaves 0 behind in grown tables of offline copies: it then looks in vain.
        if (level == 0) {
          findings.note(Invariant.HEAPS, where, what, level, i, free);
        } else {
          findings.add(Invariant.HEAPS, where, what, level, i, free);
        }
      }
    }
  }

  private int pageMap(int block, int end) {
    int[] map = maps.get(block);
    return 4 + 2 * map.length + end % 2;
  }

  private static int levelOf(int free) {
    for (int level = 0; level < LEVELS.length; level++) {
      if (free >= LEVELS[level]) {
        return level;
      }
    }
    return 15;
  }

  static boolean inHeap(int reference) {
    return (reference & 0x1F) == 0;
  }

  /** The content of an allocation, which is now used. */
  Span use(int hid) {
    int index = hid >>> 5 & 0x7FF;
    int block = hid >>> 16;
    if (!inHeap(hid) || block >= maps.size() || index < 1 || index >= maps.get(block).length) {
      throw new DamagedException("refers to " + Integer.toHexString(hid) + ", which is not there");
    }
    findings.expect(used.add(hid), Invariant.HEAPS, where, "uses the allocation %x twice", hid);
    int[] map = maps.get(block);
    return data.block(block).slice(map[index - 1], map[index] - map[index - 1]);
  }

  /** Says what is allocated and used by nothing: space that Outlook would not leave. */
  void finish() {
    if (used.size() < allocations) {
      findings.note(
          Invariant.HEAPS,
          where,
          "has %d allocations that nothing uses",
          allocations - used.size());
    }
  }
}
