package org.tandemsync.pst.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tandemsync.mapi.Crc;

/**
 * The bytes of a Unicode header while they are changed. What is not named here stays byte for byte
 * ([MS-PST] 2.2.2.6).
 */
final class HeaderImage {
  /** fAMapValid: the allocation maps may not be trusted. */
  static final int INVALID = 0;

  /** fAMapValid: the allocation maps are exact. */
  static final int VALID = 2;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  HeaderImage(byte[] bytes) {
    this.bytes = Arrays.copyOf(bytes, Header.SIZE);
    this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether both checksums fit: a torn write leaves one of them wrong. */
  boolean sound() {
    return buffer.getInt(4) == Crc.of(bytes, 8, 471) && buffer.getInt(524) == Crc.of(bytes, 8, 516);
  }

  /** Whether this may be what is left of a write of {@code intended}: one sector is of it. */
  boolean tornFrom(HeaderImage intended) {
    int sector = Layout.PAGE;
    return Arrays.equals(bytes, 0, sector, intended.bytes, 0, sector)
        || Arrays.equals(bytes, sector, Header.SIZE, intended.bytes, sector, Header.SIZE);
  }

  /** The bytes with their checksums. */
  byte[] sealed() {
    buffer.putInt(4, Crc.of(bytes, 8, 471));
    buffer.putInt(524, Crc.of(bytes, 8, 516));
    return bytes.clone();
  }

  long nextBlock() {
    return buffer.getLong(516);
  }

  void nextBlock(long id) {
    buffer.putLong(516, id);
  }

  long nextPage() {
    return buffer.getLong(32);
  }

  void nextPage(long id) {
    buffer.putLong(32, id);
  }

  int unique() {
    return buffer.getInt(40);
  }

  void unique(int value) {
    buffer.putInt(40, value);
  }

  int lastIndex(int type) {
    return buffer.getInt(44 + 4 * type);
  }

  void lastIndex(int type, int index) {
    buffer.putInt(44 + 4 * type, index);
  }

  long end() {
    return buffer.getLong(184);
  }

  /** Sets the length of the file and with it the place of the last allocation map. */
  void end(long end) {
    buffer.putLong(184, end);
    buffer.putLong(192, end - Allocation.MAP_SPACING);
  }

  long free() {
    return buffer.getLong(200);
  }

  void free(long bytes) {
    buffer.putLong(200, bytes);
  }

  long freePages() {
    return buffer.getLong(208);
  }

  /**
   * Gives up the reservation of pages that Outlook used before 2007 SP2, as its own code does when
   * it rebuilds the maps: the two free maps of the header are filled.
   */
  void withoutPageReservation() {
    buffer.putLong(208, 0);
    Arrays.fill(bytes, 256, 512, (byte) 0xFF);
  }

  BlockRef nodes() {
    return new BlockRef(buffer.getLong(216), buffer.getLong(224));
  }

  void nodes(BlockRef root) {
    buffer.putLong(216, root.id());
    buffer.putLong(224, root.offset());
  }

  BlockRef blocks() {
    return new BlockRef(buffer.getLong(232), buffer.getLong(240));
  }

  void blocks(BlockRef root) {
    buffer.putLong(232, root.id());
    buffer.putLong(240, root.offset());
  }

  int mapsValid() {
    return buffer.get(248);
  }

  void mapsValid(int value) {
    buffer.put(248, (byte) value);
  }
}
