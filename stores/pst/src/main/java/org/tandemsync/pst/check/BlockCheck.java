package org.tandemsync.pst.check;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.Signature;

/** Every block by itself, and which slots of the file are in use. */
final class BlockCheck {
  private static final int ALLOCATION_MAP = 0x84;
  private static final int PAGE_MAP = 0x83;
  private static final int FREE_MAP = 0x82;
  private static final int FREE_PAGE_MAP = 0x85;

  private final RawFile file;
  private final Findings findings;
  private final BitSet used = new BitSet();

  BlockCheck(RawFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  void run(List<BlockEntry> blocks, List<Set<Long>> treePages) {
    blocks.forEach(b -> findings.guarded(Invariant.BLOCKS, name(b), () -> block(b)));
    treePages.forEach(pages -> pages.forEach(p -> use(p, RawFile.PAGE, "an index page")));
    findings.guarded(Invariant.PAGES, "allocation maps", this::maps);
  }

  private static String name(BlockEntry block) {
    return String.format(Locale.ROOT, "block %x", block.ref().id());
  }

  private void block(BlockEntry block) {
    long offset = block.ref().offset();
    long id = block.ref().id();
    int size = block.size();
    String where = name(block);
    if (offset % RawFile.SLOT != 0 || offset < RawFile.FIRST_MAP) {
      findings.add(Invariant.BLOCKS, where, "is at offset %d, where no block can be", offset);
      return;
    }
    int length = file.blockLength(size);
    if (length > 8192) {
      findings.add(Invariant.BLOCKS, where, "holds %d bytes, more than a block can", size);
      return;
    }
    use(offset, length, where);
    byte[] bytes = file.read(offset, length);
    Span trailer = Span.of(bytes).from(length - file.blockTrailer());
    findings.expect(
        trailer.u16(0) == size,
        Invariant.BLOCKS,
        where,
        "says that it holds %d bytes, its index %d",
        trailer.u16(0),
        size);
    findings.expect(
        trailer.u16(2) == Signature.of(offset, id),
        Invariant.BLOCKS,
        where,
        "has a wrong signature");
    findings.expect(
        trailer.i32(file.unicode() ? 4 : 8) == Crc.of(bytes, 0, size),
        Invariant.BLOCKS,
        where,
        "has a wrong checksum");
    long own = file.unicode() ? trailer.i64(8) : trailer.u32(4);
    findings.expect((own & ~1L) == (id & ~1L), Invariant.BLOCKS, where, "has the id %x", own);
  }

  private void use(long offset, int length, String what) {
    int first = slot(offset);
    int end = slot(offset + length);
    int taken = used.nextSetBit(first);
    findings.expect(
        taken < 0 || taken >= end,
        Invariant.ALLOCATION,
        what,
        "shares bytes at offset 0x%x with something else",
        offset);
    used.set(first, end);
  }

  private static int slot(long offset) {
    return (int) ((offset - RawFile.FIRST_MAP) / RawFile.SLOT);
  }

  private void maps() {
    long count = (file.header().end() - RawFile.FIRST_MAP) / RawFile.MAP_SPACING;
    BitSet marked = new BitSet();
    for (int i = 0; i < count; i++) {
      long at = RawFile.FIRST_MAP + i * RawFile.MAP_SPACING;
      Span map = mapPage(at, ALLOCATION_MAP);
      if (i % 8 == 0) {
        mapPage(at + RawFile.PAGE, PAGE_MAP);
      }
      if (i >= 128 && (i - 128) % 496 == 0) {
        mapPage(at + 2 * RawFile.PAGE, FREE_MAP);
      }
      if (i >= 8192 && (i - 8192) % 31_744 == 0) {
        mapPage(at + 2 * RawFile.PAGE, FREE_PAGE_MAP);
      }
      int spare = file.unicode() ? 0 : 4;
      for (int bit = 0; bit < 496 * 8; bit++) {
        if ((map.u8(spare + bit / 8) & 0x80 >> bit % 8) != 0) {
          marked.set(i * 496 * 8 + bit);
        }
      }
    }
    compare(marked, count * 496 * 8);
  }

  private Span mapPage(long at, int type) {
    use(at, RawFile.PAGE, "a map page");
    return file.page(at, type, at, false, findings);
  }

  private void compare(BitSet marked, long slots) {
    BitSet unmarked = (BitSet) used.clone();
    unmarked.andNot(marked);
    if (!unmarked.isEmpty()) {
      findings.add(
          Invariant.ALLOCATION,
          "allocation maps",
          "call %d used slots free, the first at offset 0x%x",
          unmarked.cardinality(),
          RawFile.FIRST_MAP + (long) unmarked.nextSetBit(0) * RawFile.SLOT);
    }
    BitSet leaked = (BitSet) marked.clone();
    leaked.andNot(used);
    long reserved = file.header().freePages() / RawFile.SLOT;
    if (leaked.cardinality() != reserved) {
      findings.add(
          Invariant.ALLOCATION,
          "allocation maps",
          "call %d slots used that nothing uses; %d are reserved for pages",
          leaked.cardinality(),
          reserved);
    }
    long free = (slots - marked.cardinality()) * RawFile.SLOT;
    findings.expect(
        free == file.header().free(),
        Invariant.ALLOCATION,
        "header",
        "counts %d free bytes, the maps have %d",
        file.header().free(),
        free);
  }
}
