package org.tandemsync.pst.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;

/**
 * Changes a heap ([MS-PST] 2.3.1), or makes one. Only blocks that are touched are read and written.
 * Freed space is used again: first that of blocks that are written anyway, then that of blocks with
 * much of it, so that neither the heap nor what is written of it grows without need.
 */
final class HeapEditor {
  /** The most that one allocation holds; larger values go to subnodes. */
  static final int MOST_IN_ALLOCATION = 3_580;

  /** A block is touched for new allocations only if it has this much room. */
  private static final int WORTHWHILE = 1_024;

  private static final int MOST_BLOCKS = 1 << 16;
  private static final int FULL = 15;

  private final @Nullable DataTree before;
  private final Map<Integer, HeapBlock> loaded = new HashMap<>();
  private final Map<Integer, HeapBlock> changed = new TreeMap<>();

  /** Free bytes and number of each changed block. */
  private final TreeSet<Long> room = new TreeSet<>();

  private byte @Nullable [] levels;
  private int count;
  private boolean freed;

  private HeapEditor(@Nullable DataTree before) {
    this.before = before;
    this.count = before == null ? 0 : before.blockCount();
  }

  /** The heap that is there. */
  static HeapEditor of(Node node, int client) {
    Heap heap = new Heap(node, client);
    return new HeapEditor(heap.data());
  }

  /** A new heap. */
  static HeapEditor create(int client) {
    HeapEditor heap = new HeapEditor(null);
    HeapBlock first = heap.append();
    first.header().put(2, (byte) 0xEC).put(3, (byte) client);
    return heap;
  }

  int root() {
    return block(0).header().getInt(4);
  }

  void root(int hid) {
    change(0).header().putInt(4, hid);
  }

  private HeapBlock block(int index) {
    if (index >= count) {
      throw new DamagedException("a heap has no block " + index + " of " + count);
    }
    HeapBlock block = loaded.get(index);
    if (block == null) {
      if (before == null) {
        throw new IllegalStateException("a new heap has lost its block " + index);
      }
      block = HeapBlock.of(index, before.block(index));
      loaded.put(index, block);
    }
    return block;
  }

  /** A block that will be written. */
  private HeapBlock change(int index) {
    HeapBlock block = block(index);
    if (changed.put(index, block) == null) {
      room.add(room(index, block));
    }
    return block;
  }

  private static long room(int index, HeapBlock block) {
    return (long) block.free() << 32 | index;
  }

  private HeapBlock append() {
    if (count == MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "a table or list of properties would grow beyond what a data file can hold");
    }
    if (count > 0) {
      change(count - 1); // it is filled up, as it is no longer the last
    }
    HeapBlock block = HeapBlock.empty(count);
    loaded.put(count, block);
    count++;
    return change(count - 1);
  }

  /** The content of an allocation; not to be changed. */
  byte[] get(int hid) {
    return block(hid >>> 16).get(number(hid));
  }

  private static int number(int hid) {
    if (!Heap.inHeap(hid)) {
      throw new DamagedException(Integer.toHexString(hid) + " is no place in a heap");
    }
    return hid >>> 5 & 0x7FF;
  }

  /**
   * Allocates {@code content}.
   *
   * @return its HID; 0 for nothing
   */
  int allocate(byte[] content) {
    if (content.length > MOST_IN_ALLOCATION) {
      throw new IllegalArgumentException(content.length + " bytes do not fit an allocation");
    }
    if (content.length == 0) {
      return 0;
    }
    int index = blockFor(content.length);
    HeapBlock block = change(index);
    room.remove(room(index, block));
    int number = block.add(content);
    room.add(room(index, block));
    return index << 16 | number << 5;
  }

  private int blockFor(int length) {
    // A new allocation takes two bytes of the page map, and may have to be padded.
    int needed = length + 3;
    for (long candidate : room.tailSet((long) length << 32)) {
      if (block((int) candidate).fits(length)) {
        return (int) candidate;
      }
    }
    if (!changed.containsKey(count - 1) && block(count - 1).fits(length)) {
      return count - 1;
    }
    if (before != null) {
      byte[] known = levels(before);
      for (int i = 0; i < known.length; i++) {
        if (HeapBlock.leastFree(known[i]) >= Math.max(needed, WORTHWHILE)
            && !changed.containsKey(i)) {
          // The level is a hint of whoever wrote the heap.
          if (block(i).fits(length)) {
            return i;
          }
          known[i] = FULL;
        }
      }
    }
    append();
    return count - 1;
  }

  /** The fill levels of the blocks that were there, as they are noted. */
  private byte[] levels(DataTree tree) {
    byte[] known = levels;
    if (known == null) {
      known = new byte[Math.min(count, tree.blockCount())];
      for (int i = 0; i < known.length; i++) {
        known[i] = (byte) (block(holder(i)).header().get(levelAt(i)) >>> levelShift(i) & 0xF);
      }
      levels = known;
    }
    return known;
  }

  private static int holder(int index) {
    return index < 8 ? 0 : (index - 8) / 128 * 128 + 8;
  }

  private static int levelAt(int index) {
    return index < 8 ? 8 + index / 2 : 2 + (index - 8) % 128 / 2;
  }

  private static int levelShift(int index) {
    return 4 * (index % 2);
  }

  /**
   * Replaces the content of an allocation, in its place if it fits.
   *
   * @return its HID, which is another one if it had to move
   */
  int replace(int hid, byte[] content) {
    int index = hid >>> 16;
    byte[] old = get(hid);
    if (Arrays.equals(old, content)) {
      return hid;
    }
    if (content.length > 0
        && content.length <= MOST_IN_ALLOCATION
        && block(index).fits(number(hid), content.length)) {
      HeapBlock block = change(index);
      room.remove(room(index, block));
      block.set(number(hid), content);
      room.add(room(index, block));
      freed |= content.length < old.length;
      return hid;
    }
    free(hid);
    return allocate(content);
  }

  void free(int hid) {
    int index = hid >>> 16;
    HeapBlock block = change(index);
    room.remove(room(index, block));
    block.free(number(hid));
    room.add(room(index, block));
    freed = true;
  }

  /** Whether so little is left of a large heap that it should be made anew. */
  boolean mostlyFree() {
    if (!freed || before == null || count <= 8) {
      return false;
    }
    byte[] known = levels(before);
    long free = 0;
    for (int i = 0; i < count; i++) {
      HeapBlock block = loaded.get(i);
      free += block == null ? HeapBlock.leastFree(known[i]) : block.free();
    }
    return free > count * (MOST_IN_ALLOCATION * 9L / 10);
  }

  /** The bytes of all blocks of a heap that is made here. */
  long size() {
    return (count - 1L) * HeapBlock.PAYLOAD + block(count - 1).encode(true).length;
  }

  /** Writes what has changed; the answer is the id of the data. */
  long finish(Transaction transaction) {
    while (count > 1 && changed.containsKey(count - 1) && block(count - 1).isEmpty()) {
      count--;
      changed.remove(count);
      loaded.remove(count);
      note(count, 0);
      change(count - 1);
    }
    if (!changed.isEmpty()) {
      List.copyOf(loaded.keySet()).forEach(i -> note(i, block(i).level()));
    }
    TreeMap<Integer, byte[]> blocks = new TreeMap<>();
    changed.forEach((i, block) -> blocks.put(i, block.encode(i == count - 1)));
    return transaction.rewriteBlocks(before, count, blocks);
  }

  /** Notes the fill level of a block where it is looked for. */
  private void note(int index, int level) {
    int holder = holder(index);
    if (holder >= count) {
      return;
    }
    int at = levelAt(index);
    int old = block(holder).header().get(at);
    int noted = old & ~(0xF << levelShift(index)) | level << levelShift(index);
    if ((byte) noted != (byte) old) {
      change(holder).header().put(at, (byte) noted);
    }
  }
}
