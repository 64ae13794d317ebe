package org.tandemsync.pst.format;

import java.io.ByteArrayOutputStream;

/** Bytes put one after the other, little-endian. */
public final class Packed {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Packed u8(int value) {
    out.write(value);
    return this;
  }

  public Packed u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  public Packed i32(int value) {
    return u16(value).u16(value >>> 16);
  }

  public Packed i64(long value) {
    return i32((int) value).i32((int) (value >>> 32));
  }

  public Packed bytes(byte[] value) {
    out.writeBytes(value);
    return this;
  }

  /** Zeros up to {@code size}. */
  public Packed fill(int size) {
    while (out.size() < size) {
      out.write(0);
    }
    return this;
  }

  public int size() {
    return out.size();
  }

  public byte[] toArray() {
    return out.toByteArray();
  }
}
