package org.tandemsync.pst.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.PropertyContext;

/**
 * The values of an object or of a row, by tag. None is read before it is looked at: an attachment
 * may be larger than the memory.
 */
record ObjectProperties(Map<Integer, RawProperty> values) {
  private static final int MOST = 1 << 26;
  private static final int PART = 8_192;

  static ObjectProperties of(Node node) {
    return of(new PropertyContext(node).properties());
  }

  static ObjectProperties of(List<RawProperty> properties) {
    Map<Integer, RawProperty> values = new HashMap<>();
    for (RawProperty p : properties) {
      values.put(p.id() << 16 | p.type(), p);
    }
    return new ObjectProperties(values);
  }

  boolean same(int tag, ObjectProperties other) {
    RawProperty own = values.get(tag);
    RawProperty others = other.values.get(tag);
    if (own == null || others == null) {
      return own == others;
    }
    return padded(own.type())
        ? Arrays.equals(bytes(tag), other.bytes(tag))
        : same(own.value(), others.value());
  }

  private static boolean same(DataSource a, DataSource b) {
    if (a.size() != b.size()) {
      return false;
    }
    try (InputStream left = a.stream();
        InputStream right = b.stream()) {
      while (true) {
        byte[] part = left.readNBytes(PART);
        if (!Arrays.equals(part, right.readNBytes(PART))) {
          return false;
        }
        if (part.length < PART) {
          return true;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether objects keep more bytes than the value has. */
  private static boolean padded(int type) {
    return type == 0x000B || type == 0x0002;
  }

  /** The bytes of a value, without padding. */
  byte @Nullable [] bytes(int tag) {
    RawProperty property = values.get(tag);
    if (property == null) {
      return null;
    }
    byte[] bytes = property.value().all(MOST).toArray();
    int size =
        switch (property.type()) {
          case 0x000B -> 1;
          case 0x0002 -> 2;
          default -> bytes.length;
        };
    return size < bytes.length ? Arrays.copyOf(bytes, size) : bytes;
  }

  int number(int tag, int fallback) {
    byte[] bytes = bytes(tag);
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
