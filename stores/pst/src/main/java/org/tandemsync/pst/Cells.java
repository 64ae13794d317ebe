package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemsync.pst.format.Packed;

/** Values by tag (id and type), as an object or a row of a table holds them. */
final class Cells {
  static final int CONTAINER_CLASS = 0x3613001F;

  private final Map<Integer, byte[]> values = new LinkedHashMap<>();

  /** What every folder has ([MS-PST] 2.4.4.1.1), of one with nothing in it. */
  static Cells folder(String name) {
    return new Cells()
        .text(0x3001001F, name)
        .integer(0x36020003, 0)
        .integer(0x36030003, 0)
        .flag(0x360A000B, false);
  }

  Cells text(int tag, String value) {
    values.put(tag, value.getBytes(StandardCharsets.UTF_16LE));
    return this;
  }

  Cells integer(int tag, int value) {
    values.put(tag, new Packed().i32(value).toArray());
    return this;
  }

  Cells flag(int tag, boolean value) {
    values.put(tag, new byte[] {(byte) (value ? 1 : 0)});
    return this;
  }

  Cells bytes(int tag, byte[] value) {
    values.put(tag, value);
    return this;
  }

  Map<Integer, byte[]> all() {
    return values;
  }
}
