package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Span;

/**
 * The pages that stand at fixed places: allocation maps, and those that older Outlooks kept beside.
 */
final class MapPage {
  private static final int BODY = Layout.PAGE - 16;
  private static final int ALLOCATION = 0x84;
  private static final int PAGES = 0x83;
  private static final int FREE = 0x82;
  private static final int FREE_PAGES = 0x85;

  private MapPage() {}

  /**
   * How many map pages stand at the beginning of the stretch of the allocation map {@code index}.
   */
  static int pagesAt(int index) {
    int pages = 1;
    if (index % 8 == 0) {
      pages++;
    }
    if (freeMapAt(index) || freePageMapAt(index)) {
      pages++;
    }
    return pages;
  }

  private static boolean freeMapAt(int index) {
    return index >= 128 && (index - 128) % 496 == 0;
  }

  private static boolean freePageMapAt(int index) {
    return index >= 8192 && (index - 8192) % 31_744 == 0;
  }

  static Span check(byte[] page, long offset) {
    Span span = Span.of(page);
    if (span.u8(BODY) != ALLOCATION
        || span.i32(BODY + 4) != Crc.of(page, 0, BODY)
        || span.i64(BODY + 8) != offset) {
      throw new DamagedException("the allocation map at offset " + offset + " is damaged");
    }
    return span;
  }

  /** Writes an allocation map; and, where they are due, the filled pages beside it. */
  static void write(Medium medium, int index, BitSet used) {
    long at = Allocation.FIRST_MAP + index * Allocation.MAP_SPACING;
    byte[] bits = new byte[BODY];
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      bits[i / 8] |= (byte) (0x80 >> i % 8);
    }
    medium.write(at, page(ALLOCATION, bits, at));
    byte[] filled = new byte[BODY];
    Arrays.fill(filled, (byte) 0xFF);
    if (index % 8 == 0) {
      medium.write(at + Layout.PAGE, page(PAGES, filled, at + Layout.PAGE));
    }
    long third = at + 2L * Layout.PAGE;
    if (freeMapAt(index)) {
      medium.write(third, page(FREE, filled, third));
    } else if (freePageMapAt(index)) {
      medium.write(third, page(FREE_PAGES, filled, third));
    }
  }

  /** A map page has its own offset for an id and no signature. */
  private static byte[] page(int type, byte[] body, long offset) {
    return ByteBuffer.allocate(Layout.PAGE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(body)
        .put((byte) type)
        .put((byte) type)
        .putShort((short) 0)
        .putInt(Crc.of(body))
        .putLong(offset)
        .array();
  }
}
