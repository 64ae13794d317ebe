package org.tandemsync.mapi;

import java.util.Arrays;

/**
 * A read-only stretch of bytes, little-endian. Every access is checked against its bounds, so that
 * no offset or length field of a file can lead outside.
 */
public final class Span {
  /** No bytes at all. */
  public static final Span EMPTY = new Span(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int start;
  private final int length;

  private Span(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }

  /** A view of {@code bytes}, which must not be changed afterwards. */
  public static Span of(byte[] bytes) {
    return new Span(bytes, 0, bytes.length);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  private int at(int offset, int size) {
    if (offset < 0 || size < 0 || offset > length - size) {
      throw new DamagedException(
          size + " bytes are missing at " + offset + ": there are only " + length);
    }
    return start + offset;
  }

  public int u8(int offset) {
    return bytes[at(offset, 1)] & 0xFF;
  }

  public int u16(int offset) {
    int i = at(offset, 2);
    return (bytes[i] & 0xFF) | (bytes[i + 1] & 0xFF) << 8;
  }

  public int i32(int offset) {
    int i = at(offset, 4);
    return (bytes[i] & 0xFF)
        | (bytes[i + 1] & 0xFF) << 8
        | (bytes[i + 2] & 0xFF) << 16
        | (bytes[i + 3] & 0xFF) << 24;
  }

  public long u32(int offset) {
    return i32(offset) & 0xFFFFFFFFL;
  }

  public long i64(int offset) {
    at(offset, 8);
    return u32(offset) | u32(offset + 4) << 32;
  }

  /** An unsigned number that has to fit an {@code int}: a count or a length. */
  public int count32(int offset) {
    int value = i32(offset);
    if (value < 0) {
      throw new DamagedException("the count " + (value & 0xFFFFFFFFL) + " is impossible");
    }
    return value;
  }

  /** A part of this stretch. */
  public Span slice(int offset, int size) {
    return new Span(bytes, at(offset, size), size);
  }

  /** All from {@code offset}. */
  public Span from(int offset) {
    return slice(offset, length - offset);
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** A copy into {@code target} from {@code position}. */
  public void copyTo(byte[] target, int position) {
    System.arraycopy(bytes, start, target, position, length);
  }

  /** Their {@link Crc}. */
  public int crc() {
    return Crc.of(bytes, start, length);
  }
}
