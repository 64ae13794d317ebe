package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which slots of the file are free, from its allocation maps ([MS-PST] 2.2.2.7.2). A map is read
 * when room is looked for in it, never all maps of a large file. What a transaction frees is given
 * out again only after its commit.
 */
final class Slots {
  private static final int SLOTS_IN_MAP = Allocation.MAP_BYTES * 8;
  private static final int SLOTS_IN_PAGE = Layout.PAGE / Layout.SLOT;

  /** How many maps are looked at before the file grows. */
  private static final int LOOK_AT = 64;

  private final Medium medium;
  private final Map<Integer, Loaded> loaded = new TreeMap<>();
  private final List<long[]> freedLater = new ArrayList<>();
  private int maps;
  private int current;
  private long freeBytes;

  private static final class Loaded {
    final BitSet used;
    boolean changed;

    /** A run of this length was not found: no longer one will be. */
    int noRunOf = Integer.MAX_VALUE;

    Loaded(BitSet used) {
      this.used = used;
    }
  }

  Slots(Medium medium, HeaderImage header) {
    this.medium = medium;
    this.maps = (int) ((header.end() - Allocation.FIRST_MAP) / Allocation.MAP_SPACING);
    this.freeBytes = header.free();
    this.current = Math.floorMod(header.unique(), Math.max(1, maps / LOOK_AT)) * LOOK_AT;
  }

  /** Free bytes when all frees of this transaction are done: exactly the clear bits of all maps. */
  long freeBytes() {
    return freeBytes;
  }

  /** The length of the file. */
  long end() {
    return Allocation.FIRST_MAP + maps * Allocation.MAP_SPACING;
  }

  long allocatePage() {
    return allocate(SLOTS_IN_PAGE, SLOTS_IN_PAGE);
  }

  /** Room for a block of {@code length} bytes, a multiple of the slot. */
  long allocateBlock(int length) {
    return allocate(length / Layout.SLOT, 1);
  }

  private long allocate(int count, int alignment) {
    int tried = Math.min(maps, LOOK_AT);
    for (int i = 0; i < tried; i++) {
      int map = (current + i) % maps;
      long offset = allocateIn(map, count, alignment);
      if (offset != 0) {
        current = map;
        return offset;
      }
    }
    grow();
    current = maps - 1;
    return allocateIn(current, count, alignment);
  }

  private long allocateIn(int map, int count, int alignment) {
    Loaded bits = load(map);
    // A page needs an aligned run: only its failure says nothing about shorter runs.
    if (count >= bits.noRunOf) {
      return 0;
    }
    int from = 0;
    while (true) {
      int start = bits.used.nextClearBit(from);
      start = (start + alignment - 1) / alignment * alignment;
      if (start + count > SLOTS_IN_MAP) {
        if (alignment == 1) {
          bits.noRunOf = count;
        }
        return 0;
      }
      int taken = bits.used.nextSetBit(start);
      if (taken < 0 || taken >= start + count) {
        bits.used.set(start, start + count);
        bits.changed = true;
        freeBytes -= (long) count * Layout.SLOT;
        return Allocation.FIRST_MAP + map * Allocation.MAP_SPACING + (long) start * Layout.SLOT;
      }
      from = taken + 1;
    }
  }

  private Loaded load(int map) {
    return loaded.computeIfAbsent(
        map,
        index -> {
          long at = Allocation.FIRST_MAP + index * Allocation.MAP_SPACING;
          Span page = MapPage.check(medium.read(at, Layout.PAGE), at);
          BitSet used = new BitSet(SLOTS_IN_MAP);
          for (int i = 0; i < SLOTS_IN_MAP; i++) {
            used.set(i, (page.u8(i / 8) & 0x80 >> i % 8) != 0);
          }
          return new Loaded(used);
        });
  }

  /** One more allocation map at the end, with the other map pages that are due there. */
  private void grow() {
    BitSet used = new BitSet(SLOTS_IN_MAP);
    used.set(0, SLOTS_IN_PAGE * MapPage.pagesAt(maps));
    Loaded map = new Loaded(used);
    map.changed = true;
    loaded.put(maps, map);
    freeBytes += (long) (SLOTS_IN_MAP - used.cardinality()) * Layout.SLOT;
    maps++;
  }

  /** Frees a stretch after the commit. */
  void freeLater(long offset, int length) {
    freedLater.add(new long[] {offset, length});
  }

  /** Frees what was to be freed, and writes all changed maps. */
  void write() {
    for (long[] stretch : freedLater) {
      long slot = (stretch[0] - Allocation.FIRST_MAP) / Layout.SLOT;
      int map = (int) (slot / SLOTS_IN_MAP);
      int start = (int) (slot % SLOTS_IN_MAP);
      int count = (int) stretch[1] / Layout.SLOT;
      Loaded bits = load(map);
      bits.used.clear(start, start + count);
      bits.changed = true;
      bits.noRunOf = Integer.MAX_VALUE;
      freeBytes += stretch[1];
    }
    freedLater.clear();
    loaded.forEach(
        (index, map) -> {
          if (map.changed) {
            MapPage.write(medium, index, map.used);
            map.changed = false;
          }
        });
  }
}
