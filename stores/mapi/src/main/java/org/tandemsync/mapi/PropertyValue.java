package org.tandemsync.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandemsync.items.Bytes;

/**
 * A value to be written.
 *
 * @param type the type of the property ([MS-OXCDATA] 2.11.1)
 * @param bytes as a data file keeps them: little-endian, texts in UTF-16LE without an end, several
 *     values of varying size behind their count and offsets ([MS-PST] 2.3.3.4.2)
 */
public record PropertyValue(int type, Bytes bytes) {
  public static final int SHORT = 0x0002;
  public static final int INTEGER = 0x0003;
  public static final int REAL = 0x0005;
  public static final int FLAG = 0x000B;
  public static final int OBJECT = 0x000D;
  public static final int TEXT = 0x001F;
  public static final int TIME = 0x0040;
  public static final int BINARY = 0x0102;
  public static final int INTEGERS = 0x1003;
  public static final int TEXTS = 0x101F;
  public static final int BINARIES = 0x1102;

  private static PropertyValue fixed(int type, int size, long value) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return new PropertyValue(type, Bytes.of(Arrays.copyOf(all, size)));
  }

  public static PropertyValue shortInteger(int value) {
    return fixed(SHORT, 2, value);
  }

  public static PropertyValue integer(int value) {
    return fixed(INTEGER, 4, value);
  }

  public static PropertyValue real(double value) {
    return fixed(REAL, 8, Double.doubleToLongBits(value));
  }

  public static PropertyValue flag(boolean value) {
    return fixed(FLAG, 1, value ? 1 : 0);
  }

  public static PropertyValue time(Instant value) {
    return fixed(TIME, 8, FileTime.value(value));
  }

  public static PropertyValue text(String value) {
    return new PropertyValue(TEXT, wide(value));
  }

  private static Bytes wide(String value) {
    return Bytes.of(value.getBytes(StandardCharsets.UTF_16LE));
  }

  public static PropertyValue binary(Bytes value) {
    return new PropertyValue(BINARY, value);
  }

  public static PropertyValue integers(List<Integer> values) {
    ByteBuffer all = ByteBuffer.allocate(4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(all::putInt);
    return new PropertyValue(INTEGERS, Bytes.of(all.array()));
  }

  public static PropertyValue texts(List<String> values) {
    List<Bytes> elements = new ArrayList<>();
    values.forEach(v -> elements.add(wide(v)));
    return several(TEXTS, elements);
  }

  public static PropertyValue binaries(List<Bytes> values) {
    return several(BINARIES, values);
  }

  private static PropertyValue several(int type, List<Bytes> values) {
    ByteBuffer head = ByteBuffer.allocate(4 + 4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    head.putInt(values.size());
    int at = head.capacity();
    for (Bytes value : values) {
      head.putInt(at);
      at += value.length();
    }
    all.writeBytes(head.array());
    values.forEach(v -> all.writeBytes(v.toArray()));
    return new PropertyValue(type, Bytes.of(all.toByteArray()));
  }
}
