package org.tandemsync.pst;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.pst.format.Apart;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.Packed;

/**
 * The properties of an object as they are to be written, by tag (id and type). What stays, stays
 * byte by byte; a large value that stays is not even read.
 */
final class ObjectValues {
  private final Map<Integer, byte[]> values = new HashMap<>();
  private final Map<Integer, RawProperty> elsewhere = new HashMap<>();

  private ObjectValues(PropertyBag before) {
    for (RawProperty p : before.raw().values()) {
      int tag = p.id() << 16 | p.type();
      if (Apart.subnode(p.value()).isPresent()) {
        elsewhere.put(tag, p);
      } else {
        values.put(tag, p.value().all(PropertyBag.MOST).toArray());
      }
    }
  }

  /** What the object has now. */
  static ObjectValues of(PropertyBag bag) {
    return new ObjectValues(bag);
  }

  /** What the object has after its changes. Names that the file does not have are added. */
  static ObjectValues of(PropertyEdits edits, NameBook names) {
    ObjectValues after = new ObjectValues(edits.before());
    edits
        .changes()
        .forEach(
            (key, value) -> {
              Optional<Integer> id = value.map(v -> names.id(key)).or(() -> names.find(key));
              id.ifPresent(after::remove);
              value.ifPresent(
                  v -> after.values.put(id.orElseThrow() << 16 | v.type(), v.bytes().toArray()));
            });
    return after;
  }

  /** Whether the changes change anything. */
  static boolean changed(PropertyEdits edits) {
    for (Map.Entry<PropertyKey, Optional<PropertyValue>> change : edits.changes().entrySet()) {
      RawProperty now = edits.before().find(change.getKey()).orElse(null);
      PropertyValue wanted = change.getValue().orElse(null);
      if (wanted == null ? now != null : now == null || !same(now, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A short value is kept with padding. */
  private static boolean same(RawProperty now, PropertyValue wanted) {
    byte[] bytes = wanted.bytes().toArray();
    boolean padded = bytes.length < 4 && Apart.subnode(now.value()).isEmpty();
    return now.type() == wanted.type()
        && (padded && fixed(now.type())
            ? Arrays.equals(
                now.value().all(PropertyBag.MOST).slice(0, bytes.length).toArray(), bytes)
            : now.value().size() == bytes.length
                && Arrays.equals(now.value().all(PropertyBag.MOST).toArray(), bytes));
  }

  private static boolean fixed(int type) {
    return type == PropertyValue.SHORT || type == PropertyValue.FLAG;
  }

  private void remove(int id) {
    values.keySet().removeIf(tag -> tag >>> 16 == id);
    elsewhere.keySet().removeIf(tag -> tag >>> 16 == id);
  }

  /** The tags of all properties. */
  Set<Integer> tags() {
    Set<Integer> tags = new HashSet<>(values.keySet());
    tags.addAll(elsewhere.keySet());
    return tags;
  }

  boolean has(int tag) {
    return values.containsKey(tag) || elsewhere.containsKey(tag);
  }

  /** Whether a property is there, of whatever type. */
  boolean hasId(int id) {
    return values.keySet().stream().anyMatch(tag -> tag >>> 16 == id)
        || elsewhere.keySet().stream().anyMatch(tag -> tag >>> 16 == id);
  }

  /** The bytes of a value, or null. */
  byte @Nullable [] get(int tag) {
    RawProperty large = elsewhere.get(tag);
    return large == null ? values.get(tag) : large.value().all(PropertyBag.MOST).toArray();
  }

  int integer(int tag, int absent) {
    byte[] bytes = values.get(tag);
    return bytes == null || bytes.length < 4
        ? absent
        : bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16 | bytes[3] << 24;
  }

  void set(int tag, byte[] value) {
    remove(tag >>> 16);
    values.put(tag, value);
  }

  void setInteger(int tag, int value) {
    set(tag, new Packed().i32(value).toArray());
  }

  void setIfAbsent(int tag, byte[] value) {
    if (!hasId(tag >>> 16)) {
      values.put(tag, value);
    }
  }

  /** Gives a writer all values, those in subnodes of {@code node} as they are. */
  Map<Integer, byte[]> into(ObjectWriter writer, @Nullable Node node) {
    elsewhere.forEach(
        (tag, p) -> {
          NodeId id = Apart.subnode(p.value()).orElseThrow();
          NodeEntry entry = Objects.requireNonNull(node).requireSubnode(id).entry();
          writer.keep(tag, entry);
        });
    return values;
  }

  /** The bytes of all values together: what Outlook counts as the size of an attachment. */
  long bytes() {
    long sum = 0;
    for (Map.Entry<Integer, byte[]> value : values.entrySet()) {
      sum +=
          switch (value.getKey() & 0xFFFF) {
            case 0x0002, 0x000B -> 2;
            case 0x000D -> objectSize(value.getValue());
            default -> value.getValue().length;
          };
    }
    for (RawProperty p : elsewhere.values()) {
      sum += p.value().size();
    }
    return sum;
  }

  /** An object is a subnode and its size. */
  private static int objectSize(byte[] reference) {
    return reference.length < 8
        ? 0
        : reference[4] & 0xFF
            | (reference[5] & 0xFF) << 8
            | (reference[6] & 0xFF) << 16
            | reference[7] << 24;
  }
}
