package org.tandemsync.pst.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.RawProperty;

/** The values of an object or of a row, by tag; values of up to 4 bytes without their padding. */
record ObjectProperties(Map<Integer, byte[]> values) {
  private static final int MOST = 1 << 26;

  static ObjectProperties of(Node node) {
    return of(new PropertyContext(node).properties());
  }

  static ObjectProperties of(List<RawProperty> properties) {
    Map<Integer, byte[]> values = new HashMap<>();
    for (RawProperty p : properties) {
      byte[] bytes = p.value().all(MOST).toArray();
      int size =
          switch (p.type()) {
            case 0x000B -> 1;
            case 0x0002 -> 2;
            default -> bytes.length;
          };
      values.put(p.id() << 16 | p.type(), size < bytes.length ? Arrays.copyOf(bytes, size) : bytes);
    }
    return new ObjectProperties(values);
  }

  boolean same(int tag, ObjectProperties other) {
    return Arrays.equals(values.get(tag), other.values.get(tag));
  }

  Collection<Integer> tags() {
    return values.keySet();
  }

  byte @Nullable [] bytes(int tag) {
    return values.get(tag);
  }

  int number(int tag, int fallback) {
    byte[] bytes = values.get(tag);
    if (bytes == null) {
      return fallback;
    }
    int value = 0;
    for (int i = Math.min(4, bytes.length) - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }
}
