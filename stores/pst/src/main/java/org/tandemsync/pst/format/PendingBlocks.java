package org.tandemsync.pst.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The blocks that a transaction writes, and the references that it adds and takes back. References
 * are settled at the end: a block that is dropped in one place and used again in another is not
 * touched at all.
 */
final class PendingBlocks {
  private static final int MOST_REFERENCES = 0xFFFF;

  private final Database database;
  private final HeaderImage header;
  private final Slots slots;
  private final Output output;

  /** What was written, by id. */
  private final TreeMap<Long, BlockEntry> written = new TreeMap<>(Long::compareUnsigned);

  /** By how much the number of references to a block has changed. */
  private final Map<Long, Integer> changes = new HashMap<>();

  /** Where blocks are written to. */
  interface Output {
    void write(long offset, byte[] bytes);
  }

  PendingBlocks(Database database, HeaderImage header, Slots slots, Output output) {
    this.database = database;
    this.header = header;
    this.slots = slots;
    this.output = output;
    // An id that was given out twice would take the place of a block; its second bit has a meaning.
    long next = header.nextBlock() + 3 & ~3L;
    long above = (database.highestBlock() & ~3L) + 4;
    header.nextBlock(Long.compareUnsigned(next, above) < 0 ? above : next);
  }

  /** A block that was written, or is in the file. */
  Optional<BlockEntry> entry(long id) {
    BlockEntry own = written.get(id & ~1L);
    return own == null ? database.blockEntry(id) : Optional.of(own);
  }

  private BlockEntry require(long id) {
    return entry(id)
        .orElseThrow(() -> new DamagedException("block " + Long.toHexString(id) + " is missing"));
  }

  /** Writes a block; the answer is its id. It vanishes if nothing comes to refer to it. */
  long write(byte[] content, boolean internal) {
    long id = header.nextBlock() | (internal ? 2 : 0);
    header.nextBlock(header.nextBlock() + 4);
    int length = length(content.length);
    long offset = slots.allocateBlock(length);
    byte[] encoded = Arrays.copyOf(content, length);
    if (!internal) {
      database.header().encoding().encode(encoded, content.length, id);
    }
    byte[] trailer =
        new Packed()
            .u16(content.length)
            .u16(Signature.of(offset, id))
            .i32(Crc.of(encoded, 0, content.length))
            .i64(id)
            .toArray();
    System.arraycopy(trailer, 0, encoded, length - trailer.length, trailer.length);
    output.write(offset, encoded);
    written.put(id, new BlockEntry(new BlockRef(id, offset), content.length, 1));
    return id;
  }

  private static int length(int content) {
    int trailer = Layout.UNICODE.blockTrailer();
    return (content + trailer + Layout.SLOT - 1) / Layout.SLOT * Layout.SLOT;
  }

  /** Adds a reference. */
  void refer(long id) {
    count(id, 1);
  }

  /** Takes back a reference; a block without any is freed, with what it refers to. */
  void drop(long id) {
    count(id, -1);
  }

  private void count(long id, int change) {
    if (id != 0) {
      changes.merge(id & ~1L, change, Integer::sum);
    }
  }

  /** Whether one more reference to a block can be counted. */
  boolean canRefer(long id) {
    return require(id).references() + changes.getOrDefault(id & ~1L, 0) < MOST_REFERENCES;
  }

  /**
   * Frees what nothing refers to any more.
   *
   * @param read reads a block, also one that was written
   * @return the changes to the index of blocks: by id the new record, or empty for none
   */
  TreeMap<Long, Optional<byte[]>> settle(LongFunction<Span> read) {
    TreeMap<Long, Optional<BlockEntry>> settled = new TreeMap<>(Long::compareUnsigned);
    Deque<Long> open = new ArrayDeque<>(changes.keySet());
    open.addAll(written.keySet());
    while (!open.isEmpty()) {
      long id = open.pop();
      int change = changes.getOrDefault(id, 0);
      if (change == 0 && !written.containsKey(id)) {
        settled.remove(id);
        continue;
      }
      BlockEntry block = require(id);
      int now = block.references() + change;
      checkCount(id, now);
      if (now > 1) {
        settled.put(id, Optional.of(new BlockEntry(block.ref(), block.size(), now)));
        continue;
      }
      boolean again = Optional.empty().equals(settled.put(id, Optional.empty()));
      if (!again && BlockEntry.internal(id)) {
        for (long child : references(read.apply(id))) {
          drop(child);
          open.push(child & ~1L);
        }
      }
    }
    return records(settled);
  }

  private static void checkCount(long id, int references) {
    if (references > MOST_REFERENCES) {
      throw new IllegalStateException("too many share block " + Long.toHexString(id));
    }
    if (references < 1) {
      throw new DamagedException(
          "block " + Long.toHexString(id) + " has more references than are counted");
    }
  }

  private TreeMap<Long, Optional<byte[]>> records(TreeMap<Long, Optional<BlockEntry>> settled) {
    TreeMap<Long, Optional<byte[]>> records = new TreeMap<>(Long::compareUnsigned);
    settled.forEach(
        (id, block) -> {
          if (block.isEmpty()) {
            BlockEntry gone = require(id);
            slots.freeLater(gone.ref().offset(), length(gone.size()));
          }
          if (block.isPresent() || !written.containsKey(id)) {
            records.put(id, block.map(PendingBlocks::record));
          }
        });
    return records;
  }

  private static byte[] record(BlockEntry b) {
    return new Packed()
        .i64(b.ref().id())
        .i64(b.ref().offset())
        .u16(b.size())
        .u16(b.references())
        .i32(0)
        .toArray();
  }

  /** The blocks that an internal block refers to. */
  private static List<Long> references(Span block) {
    List<Long> found = new ArrayList<>();
    boolean subnodes = block.u8(0) == 2;
    boolean leaf = block.u8(1) == 0;
    for (int i = 0; i < block.u16(2); i++) {
      if (!subnodes) {
        found.add(block.i64(8 + 8 * i));
      } else if (leaf) {
        found.add(block.i64(8 + 24 * i + 8));
        found.add(block.i64(8 + 24 * i + 16));
      } else {
        found.add(block.i64(8 + 16 * i + 8));
      }
    }
    found.removeIf(id -> id == 0);
    return found;
  }
}
