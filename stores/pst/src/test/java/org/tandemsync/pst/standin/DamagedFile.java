package org.tandemsync.pst.standin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tandemsync.mapi.Crc;

/** The bytes of a Unicode file, whose parts are changed while all checksums stay right. */
public final class DamagedFile {
  /** Where the header has the roots of the two trees. */
  public static final int NODES = 224;

  public static final int BLOCKS = 240;

  public static final long FIRST_MAP = 0x4400;

  /** Bytes for which there is an allocation map at their beginning. */
  public static final long STRETCH = 253_952;

  private static final int PAGE = 512;
  private static final int SLOT = 64;
  private static final int SLOTS_IN_MAP = 496 * 8;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  /** An entry of a tree page: {@code key, ...}, at a place of the file. */
  public record Entry(int page, int at) {}

  public DamagedFile(byte[] bytes) {
    this.bytes = bytes.clone();
    this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  public byte[] bytes() {
    return bytes;
  }

  public long i64(int offset) {
    return buffer.getLong(offset);
  }

  public void header(Consumer<ByteBuffer> change) {
    change.accept(buffer);
    buffer.putInt(4, Crc.of(bytes, 8, 471));
    buffer.putInt(524, Crc.of(bytes, 8, 516));
  }

  public int maps() {
    return (int) ((i64(184) - FIRST_MAP) / STRETCH);
  }

  /** Changes a page; its first byte is at 0 of what is changed. */
  public void page(int offset, Consumer<ByteBuffer> change) {
    change.accept(buffer.slice(offset, PAGE).order(ByteOrder.LITTLE_ENDIAN));
    buffer.putInt(offset + 500, Crc.of(bytes, offset, 496));
  }

  public void map(int index, Consumer<ByteBuffer> change) {
    page((int) (FIRST_MAP + index * STRETCH), change);
  }

  /** The slot at an offset is free, as the maps and the header have it. */
  public void free(long offset, int slots) {
    long first = (offset - FIRST_MAP) / SLOT;
    for (long slot = first; slot < first + slots; slot++) {
      int bit = (int) (slot % SLOTS_IN_MAP);
      map(
          (int) (slot / SLOTS_IN_MAP),
          m -> m.put(bit / 8, (byte) (m.get(bit / 8) & ~(0x80 >> bit % 8))));
    }
    header(h -> h.putLong(200, h.getLong(200) + (long) slots * SLOT));
  }

  /** Changes an entry. */
  public void entry(Entry entry, Consumer<ByteBuffer> change) {
    page(
        entry.page(),
        p -> change.accept(p.slice(entry.at() - entry.page(), 32).order(ByteOrder.LITTLE_ENDIAN)));
  }

  /** The entries of the root page of a tree. */
  public List<Entry> root(int tree) {
    return entries((int) i64(tree));
  }

  /** All leaf entries of a tree, in order. */
  public List<Entry> leaves(int tree) {
    List<Entry> found = new ArrayList<>();
    collect((int) i64(tree), found);
    return found;
  }

  private void collect(int page, List<Entry> into) {
    for (Entry entry : entries(page)) {
      if (bytes[page + 491] == 0) {
        into.add(entry);
      } else {
        collect((int) i64(entry.at() + 16), into);
      }
    }
  }

  private List<Entry> entries(int page) {
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < bytes[page + 488]; i++) {
      found.add(new Entry(page, page + i * bytes[page + 490]));
    }
    return found;
  }
}
