package org.tandemsync.items;

import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes that are compared by value: pictures, certificates, RTF. */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of {@code value}. */
  public static Bytes of(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /** A copy of the content. */
  public byte[] toArray() {
    return value.clone();
  }

  public int length() {
    return value.length;
  }

  public boolean isEmpty() {
    return value.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes b && Arrays.equals(value, b.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return value.length <= 16
        ? HexFormat.of().formatHex(value)
        : HexFormat.of().formatHex(value, 0, 16) + "... (" + value.length + " bytes)";
  }
}
