package org.tandemsync.pst.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.BlockRef;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/** The pages of one of the two B-trees of the file. */
final class IndexCheck {
  private static final int BLOCK_TREE = 0x80;
  private static final int NODE_TREE = 0x81;

  private final RawFile file;
  private final Findings findings;
  private final int type;
  private final int recordSize;
  private final Set<Long> pages = new HashSet<>();
  private final List<Span> records = new ArrayList<>();
  private long highestPageId;

  private IndexCheck(RawFile file, Findings findings, int type, int recordSize) {
    this.file = file;
    this.findings = findings;
    this.type = type;
    this.recordSize = recordSize;
  }

  static IndexCheck nodes(RawFile file, Findings findings) {
    IndexCheck check = new IndexCheck(file, findings, NODE_TREE, file.unicode() ? 32 : 16);
    return check.walk(file.header().nodes());
  }

  static IndexCheck blocks(RawFile file, Findings findings) {
    IndexCheck check = new IndexCheck(file, findings, BLOCK_TREE, file.unicode() ? 24 : 12);
    return check.walk(file.header().blocks());
  }

  private IndexCheck walk(BlockRef root) {
    findings.guarded(Invariant.TREES, name(), () -> visit(root, -1, 0, -1L, true));
    return this;
  }

  private String name() {
    return type == NODE_TREE ? "node index" : "block index";
  }

  /** Offsets of all pages. */
  Set<Long> pages() {
    return pages;
  }

  long highestPageId() {
    return highestPageId;
  }

  List<NodeEntry> nodeEntries() {
    int n = file.idSize();
    return records.stream()
        .map(
            r ->
                new NodeEntry(
                    new NodeId(r.i32(0)),
                    file.id(r, n),
                    file.id(r, 2 * n),
                    new NodeId(r.i32(3 * n))))
        .toList();
  }

  List<BlockEntry> blockEntries() {
    int n = file.idSize();
    return records.stream()
        .map(
            r ->
                new BlockEntry(
                    new BlockRef(file.id(r, 0), file.id(r, n)), r.u16(2 * n), r.u16(2 * n + 2)))
        .toList();
  }

  private void visit(BlockRef ref, int expectedLevel, long from, long to, boolean root) {
    String where = String.format(Locale.ROOT, "%s page at offset 0x%x", name(), ref.offset());
    if (!pages.add(ref.offset())) {
      findings.add(Invariant.TREES, where, "is reached twice");
      return;
    }
    highestPageId = Math.max(highestPageId, ref.id());
    Span page = file.page(ref.offset(), type, ref.id(), true, findings);
    int control = file.unicode() ? 488 : 496;
    int count = page.u8(control);
    int most = page.u8(control + 1);
    int size = page.u8(control + 2);
    int level = page.u8(control + 3);
    findings.expect(
        expectedLevel < 0 || level == expectedLevel,
        Invariant.TREES,
        where,
        "is on level %d, not %d",
        level,
        expectedLevel);
    int expectedSize = level == 0 ? recordSize : 3 * file.idSize();
    findings.expect(size == expectedSize, Invariant.TREES, where, "has entries of %d bytes", size);
    findings.expect(
        count <= most && most * size <= control,
        Invariant.TREES,
        where,
        "has %d entries where %d fit",
        count,
        most);
    findings.expect(count > 0 || root, Invariant.TREES, where, "is empty");
    if (size != expectedSize || count * size > control || level > 8) {
      return;
    }
    entries(page, where, count, size, level, from, to);
  }

  private void entries(
      Span page, String where, int count, int size, int level, long from, long to) {
    long last = -1;
    for (int i = 0; i < count; i++) {
      Span entry = page.slice(i * size, size);
      long key = key(entry);
      findings.expect(
          i == 0 || Long.compareUnsigned(key, last) > 0,
          Invariant.TREES,
          where,
          "has the key %x behind %x",
          key,
          last);
      findings.expect(
          Long.compareUnsigned(key, from) >= 0 && Long.compareUnsigned(key, to) < 0,
          Invariant.TREES,
          where,
          "has the key %x, which belongs to another page",
          key);
      last = key;
      if (level == 0) {
        records.add(entry);
      } else {
        long next = i + 1 < count ? key(page.slice((i + 1) * size, size)) : to;
        BlockRef child =
            new BlockRef(file.id(entry, file.idSize()), file.id(entry, 2 * file.idSize()));
        Span firstOfChild = file.page(child.offset(), type, child.id(), true, new Findings());
        findings.expect(
            key(firstOfChild) == key,
            Invariant.TREES,
            where,
            "leads with the key %x to a page that begins with %x",
            key,
            key(firstOfChild));
        visit(child, level - 1, key, next, false);
      }
    }
  }

  private long key(Span entry) {
    return type == NODE_TREE ? entry.u32(0) : file.id(entry, 0) & ~1L;
  }
}
