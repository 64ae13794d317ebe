package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tandemsync.mapi.Span;

/**
 * Applies changes to one of the two B-trees of the file by writing the pages on the way anew: the
 * old pages stay as they are until after the commit.
 */
final class IndexWriter {
  private static final int CHILD = 24;
  private static final int MOST_CHILDREN = 20;

  private final FileImage image;
  private final PageType type;
  private final int recordSize;
  private final long keyMask;
  private final Pages pages;
  private final Map<Long, byte[]> written = new HashMap<>();

  /** Where pages come from and go to. */
  interface Pages {
    BlockRef write(PageType type, byte[] body);

    void freeLater(BlockRef page);
  }

  private record Child(long key, BlockRef ref) {}

  /** Pages of one level that replace an old one. */
  private record Level(int level, List<Child> children) {}

  IndexWriter(FileImage image, PageType type, Pages pages) {
    this.image = image;
    this.type = type;
    this.recordSize = type == PageType.NODE_TREE ? 32 : 24;
    this.keyMask = type == PageType.NODE_TREE ? 0xFFFFFFFFL : ~1L;
    this.pages = pages;
  }

  /**
   * Applies the changes and gives the new root.
   *
   * @param changes by key the new record, or empty to remove the one that is there
   */
  BlockRef apply(BlockRef root, NavigableMap<Long, Optional<byte[]>> changes) {
    if (changes.isEmpty()) {
      return root;
    }
    Level top = replace(root, changes);
    if (top.children().isEmpty()) {
      return page(0, recordSize, List.of());
    }
    while (top.children().size() > 1) {
      top = new Level(top.level() + 1, index(top.level() + 1, top.children(), true));
    }
    return shrunk(top.children().getFirst().ref(), top.level());
  }

  /** A root with a single child is its child. */
  private BlockRef shrunk(BlockRef root, int level) {
    BlockRef ref = root;
    for (int l = level; l > 0; l--) {
      // A page of this transaction may lie behind what was the end of the file.
      byte[] own = written.get(ref.offset());
      Span body = own == null ? image.page(ref, type) : Span.of(own);
      if (body.u8(488) != 1) {
        break;
      }
      pages.freeLater(ref);
      ref = new BlockRef(body.i64(8), body.i64(16));
    }
    return ref;
  }

  private Level replace(BlockRef ref, NavigableMap<Long, Optional<byte[]>> changes) {
    Span body = image.page(ref, type);
    pages.freeLater(ref);
    int count = body.u8(488);
    int level = body.u8(491);
    return level == 0
        ? new Level(0, leaf(body, count, changes))
        : new Level(level, inner(body, count, level, changes));
  }

  private List<Child> leaf(Span body, int count, NavigableMap<Long, Optional<byte[]>> changes) {
    NavigableMap<Long, byte[]> records = new TreeMap<>(Long::compareUnsigned);
    for (int i = 0; i < count; i++) {
      Span record = body.slice(i * recordSize, recordSize);
      records.put(record.i64(0) & keyMask, record.toArray());
    }
    boolean behind =
        records.isEmpty() || Long.compareUnsigned(changes.lastKey(), records.lastKey()) > 0;
    for (Map.Entry<Long, Optional<byte[]>> change : changes.entrySet()) {
      if (change.getValue().isPresent()) {
        records.put(change.getKey(), change.getValue().get());
      } else {
        records.remove(change.getKey());
      }
    }
    int most = type == PageType.NODE_TREE ? 15 : 20;
    List<Child> children = new ArrayList<>();
    for (List<byte[]> part : split(List.copyOf(records.values()), most, behind)) {
      long key = Span.of(part.getFirst()).i64(0) & keyMask;
      children.add(new Child(key, page(0, recordSize, part)));
    }
    return children;
  }

  private List<Child> inner(
      Span body, int count, int level, NavigableMap<Long, Optional<byte[]>> changes) {
    List<Child> children = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < count; i++) {
      Span entry = body.slice(i * CHILD, CHILD);
      last = entry.i64(0) & keyMask;
      long key = entry.i64(0) & keyMask;
      BlockRef child = new BlockRef(entry.i64(8), entry.i64(16));
      NavigableMap<Long, Optional<byte[]>> within = changes;
      if (i > 0) {
        within = within.tailMap(key, true);
      }
      if (i + 1 < count) {
        long next = body.slice((i + 1) * CHILD, CHILD).i64(0) & keyMask;
        within = within.headMap(next, false);
      }
      if (within.isEmpty()) {
        children.add(new Child(key, child));
      } else {
        children.addAll(replace(child, within).children());
      }
    }
    boolean behind = Long.compareUnsigned(changes.lastKey(), last) >= 0;
    return children.isEmpty() ? children : index(level, children, behind);
  }

  private List<Child> index(int level, List<Child> children, boolean behind) {
    List<Child> parents = new ArrayList<>();
    for (List<Child> part : split(children, MOST_CHILDREN, behind)) {
      List<byte[]> entries = part.stream().map(IndexWriter::entry).toList();
      parents.add(new Child(part.getFirst().key(), page(level, CHILD, entries)));
    }
    return parents;
  }

  private static byte[] entry(Child child) {
    return new Packed().i64(child.key()).i64(child.ref().id()).i64(child.ref().offset()).toArray();
  }

  private BlockRef page(int level, int size, List<byte[]> entries) {
    int most = type == PageType.NODE_TREE && level == 0 ? 15 : 20;
    Packed body = new Packed();
    entries.forEach(body::bytes);
    body.fill(488);
    body.u8(entries.size()).u8(most).u8(size).u8(level).i32(0);
    byte[] bytes = body.toArray();
    BlockRef ref = pages.write(type, bytes);
    if (level > 0) {
      written.put(ref.offset(), bytes);
    }
    return ref;
  }

  /**
   * Parts of which none is larger than {@code most}.
   *
   * @param behind whether something was added behind all others: then those in front are left full,
   *     as more will follow there; otherwise the parts are of equal size
   */
  private static <E> List<List<E>> split(List<E> all, int most, boolean behind) {
    List<List<E>> parts = new ArrayList<>();
    int count = (all.size() + most - 1) / most;
    for (int i = 0; i < count; i++) {
      int from = behind ? i * most : i * all.size() / count;
      int to = behind ? Math.min(all.size(), from + most) : (i + 1) * all.size() / count;
      parts.add(all.subList(from, to));
    }
    return parts;
  }
}
