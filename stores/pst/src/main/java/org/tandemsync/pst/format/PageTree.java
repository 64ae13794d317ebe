package org.tandemsync.pst.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/** A B-tree of pages ([MS-PST] 2.2.2.7.7): the tree of nodes or the tree of blocks. */
final class PageTree {
  /** Fan-outs of 20 and 15 need far fewer levels for the largest file. */
  private static final int MOST_LEVELS = 16;

  private static final int RECENT_PAGES = 1024;

  /** As an unsigned number above every key. */
  private static final long HIGHEST = -1;

  private final FileImage image;
  private final BlockRef root;
  private final PageType type;
  private final int recordSize;
  private final long keyMask;
  private final Recent<Page> recent = new Recent<>(RECENT_PAGES);

  /** A checked page: its entries in the order of their keys. */
  private record Page(int level, List<Span> entries) {}

  PageTree(FileImage image, BlockRef root, PageType type, int recordSize, long keyMask) {
    this.image = image;
    this.root = root;
    this.type = type;
    this.recordSize = recordSize;
    this.keyMask = keyMask;
  }

  /** The leaf record of {@code key}, or null. */
  @Nullable Span find(long key) {
    BlockRef ref = root;
    int level = -1;
    while (true) {
      Page page = page(ref, level);
      Span entry = lastUpTo(page.entries(), key & keyMask);
      if (entry == null) {
        return null;
      }
      if (page.level() == 0) {
        return key(entry) == (key & keyMask) ? entry : null;
      }
      ref = child(entry);
      level = page.level() - 1;
    }
  }

  /** The leaf record of the highest key, or null if there is none. */
  @Nullable Span last() {
    Page page = page(root, -1);
    while (page.level() > 0 && !page.entries().isEmpty()) {
      page = page(child(page.entries().getLast()), page.level() - 1);
    }
    return page.entries().isEmpty() ? null : page.entries().getLast();
  }

  /** Visits all leaf records in order. */
  void forEach(Consumer<Span> visitor) {
    visit(root, -1, new HashSet<>(), visitor);
  }

  private void visit(BlockRef ref, int level, Set<Long> seen, Consumer<Span> records) {
    if (!seen.add(ref.offset())) {
      throw new DamagedException(
          "the " + type.label() + " leads to the page at offset " + ref.offset() + " twice");
    }
    Page page = page(ref, level);
    for (Span entry : page.entries()) {
      if (page.level() == 0) {
        records.accept(entry);
      } else {
        visit(child(entry), page.level() - 1, seen, records);
      }
    }
  }

  /**
   * Visits the offsets of all pages, and all leaf records in order: stricter than reading, for a
   * page with keys that belong elsewhere would lead a write astray.
   *
   * @param pages has to fail when a page comes twice
   */
  void walk(LongConsumer pages, Consumer<Span> records) {
    walk(root, -1, 0, HIGHEST, pages, records);
  }

  private void walk(
      BlockRef ref, int level, long from, long to, LongConsumer pages, Consumer<Span> records) {
    pages.accept(ref.offset());
    Page page = page(ref, level);
    List<Span> entries = page.entries();
    if (!entries.isEmpty()
        && (Long.compareUnsigned(key(entries.getFirst()), from) < 0
            || Long.compareUnsigned(key(entries.getLast()), to) >= 0)) {
      throw new DamagedException(
          "the page of the "
              + type.label()
              + " at offset "
              + ref.offset()
              + " has keys of another page");
    }
    for (int i = 0; i < entries.size(); i++) {
      Span entry = entries.get(i);
      if (page.level() == 0) {
        records.accept(entry);
      } else {
        long next = i + 1 < entries.size() ? key(entries.get(i + 1)) : to;
        walk(child(entry), page.level() - 1, key(entry), next, pages, records);
      }
    }
  }

  private Page page(BlockRef ref, int level) {
    Page page = recent.get(ref.offset(), offset -> load(ref));
    if (level >= 0 && page.level() != level) {
      throw new DamagedException(
          "the page of the "
              + type.label()
              + " at offset "
              + ref.offset()
              + " is on another level");
    }
    return page;
  }

  private Page load(BlockRef ref) {
    Span body = image.page(ref, type);
    int control = body.length() - (image.layout() == Layout.UNICODE ? 8 : 4);
    int count = body.u8(control);
    int size = body.u8(control + 2);
    int level = body.u8(control + 3);
    int needed = level == 0 ? recordSize : 3 * image.layout().idSize();
    if (level > MOST_LEVELS || size < needed || count * size > control) {
      throw new DamagedException(
          "the page of the " + type.label() + " at offset " + ref.offset() + " is not well-formed");
    }
    List<Span> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Span entry = body.slice(i * size, size);
      if (i > 0 && Long.compareUnsigned(key(entries.getLast()), key(entry)) >= 0) {
        throw new DamagedException(
            "the page of the " + type.label() + " at offset " + ref.offset() + " is out of order");
      }
      entries.add(entry);
    }
    return new Page(level, entries);
  }

  private long key(Span entry) {
    return image.layout().id(entry, 0) & keyMask;
  }

  private BlockRef child(Span entry) {
    int id = image.layout().idSize();
    return new BlockRef(image.layout().id(entry, id), image.layout().id(entry, 2 * id));
  }

  private @Nullable Span lastUpTo(List<Span> entries, long key) {
    Span last = null;
    for (Span entry : entries) {
      if (Long.compareUnsigned(key(entry), key) > 0) {
        break;
      }
      last = entry;
    }
    return last;
  }
}
