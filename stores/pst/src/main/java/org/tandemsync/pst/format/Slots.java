package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandemsync.mapi.Span;

/**
 * Which slots of the file are free, from its allocation maps ([MS-PST] 2.2.2.7.2). A map is read
 * when room is looked for in it, never all maps of a large file. What a transaction frees is given
 * out again only after its commit.
 */
final class Slots {
  private static final int SLOTS_IN_MAP = UsedSlots.IN_MAP;
  private static final int SLOTS_IN_PAGE = Layout.PAGE / Layout.SLOT;

  /** How many maps are looked at before the file grows; the next search goes on behind them. */
  private static final int LOOK_AT = 64;

  /** In a large file with less than this free in a map, a search is not worth its reads. */
  private static final int WORTHWHILE = 4_096;

  private final Medium medium;
  private final Map<Integer, Loaded> loaded = new TreeMap<>();
  private final List<long[]> freedLater = new ArrayList<>();
  private final int mapsBefore;
  private int maps;
  private int next;
  private int current;
  private long freeBytes;

  private static final class Loaded {
    final BitSet used;
    boolean changed;

    /** A run of this length was not found: no longer one will be. */
    int noRunOf = Integer.MAX_VALUE;

    /** No page was found room for. */
    boolean noPage;

    Loaded(BitSet used) {
      this.used = used;
    }
  }

  /**
   * @param start number of the map at which the search for room begins
   */
  Slots(Medium medium, HeaderImage header, int start) {
    this.medium = medium;
    this.mapsBefore = (int) ((header.end() - Allocation.FIRST_MAP) / Allocation.MAP_SPACING);
    this.maps = mapsBefore;
    this.freeBytes = header.free();
    this.current = Math.min(start, Math.max(0, maps - 1));
    this.next = current;
  }

  /** Where a search in a large file may begin: at another place each time it is opened. */
  static int anyStart(HeaderImage header) {
    long maps = (header.end() - Allocation.FIRST_MAP) / Allocation.MAP_SPACING;
    return Math.floorMod(header.unique(), (int) Math.max(1, maps / LOOK_AT)) * LOOK_AT;
  }

  /** Where the search of the next transaction should begin. */
  int current() {
    return current;
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
    long offset = maps == 0 ? 0 : allocateIn(current, count, alignment);
    boolean promising = maps <= LOOK_AT || freeBytes / maps >= WORTHWHILE;
    for (int i = 0; offset == 0 && promising && i < Math.min(maps, LOOK_AT); i++) {
      current = next % maps;
      offset = allocateIn(current, count, alignment);
      next = offset == 0 ? current + 1 : current;
    }
    if (offset == 0) {
      grow();
      offset = allocateIn(current, count, alignment);
    }
    return offset;
  }

  private long allocateIn(int map, int count, int alignment) {
    Loaded bits = load(map);
    if (count >= bits.noRunOf || (alignment > 1 && bits.noPage)) {
      return 0;
    }
    int from = 0;
    while (true) {
      int start = bits.used.nextClearBit(from);
      start = (start + alignment - 1) / alignment * alignment;
      if (start + count > SLOTS_IN_MAP) {
        if (alignment == 1) {
          bits.noRunOf = count;
        } else {
          bits.noPage = true;
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

  /**
   * One more allocation map at the end, with the other map pages that are due there; what follows
   * is allocated there.
   */
  void grow() {
    BitSet used = new BitSet(SLOTS_IN_MAP);
    used.set(0, SLOTS_IN_PAGE * MapPage.pagesAt(maps));
    Loaded map = new Loaded(used);
    map.changed = true;
    loaded.put(maps, map);
    freeBytes += (long) (SLOTS_IN_MAP - used.cardinality()) * Layout.SLOT;
    current = maps;
    maps++;
  }

  /**
   * Writes the maps of the stretches by which the file grows. No header leads to them yet, so this
   * is done before the commit: after it, a full disk can no longer be in the way.
   */
  void writeGrown() {
    loaded.forEach(
        (index, map) -> {
          if (index >= mapsBefore) {
            MapPage.write(medium, index, map.used);
          }
        });
  }

  /** Frees a stretch after the commit. */
  void freeLater(long offset, int length) {
    freedLater.add(new long[] {offset, length});
  }

  /** Reads the maps that {@link #write} changes: a damaged one is to be noticed before a commit. */
  void loadFreed() {
    freedLater.forEach(stretch -> load(map(stretch)));
  }

  private static int map(long[] stretch) {
    return (int) ((stretch[0] - Allocation.FIRST_MAP) / Allocation.MAP_SPACING);
  }

  /** Frees what was to be freed, and writes all changed maps. */
  void write() {
    for (long[] stretch : freedLater) {
      int start = (int) ((stretch[0] - Allocation.FIRST_MAP) / Layout.SLOT % SLOTS_IN_MAP);
      int count = (int) stretch[1] / Layout.SLOT;
      Loaded bits = load(map(stretch));
      freeBytes += (long) bits.used.get(start, start + count).cardinality() * Layout.SLOT;
      bits.used.clear(start, start + count);
      bits.changed = true;
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
