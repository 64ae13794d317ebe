package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemsync.pst.format.Packed;

/** Values by tag (id and type), as an object or a row of a table holds them. */
final class Cells {
  private final Map<Integer, byte[]> values = new LinkedHashMap<>();

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
