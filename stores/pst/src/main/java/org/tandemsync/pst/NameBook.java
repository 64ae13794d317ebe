package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.Guid;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.ObjectWriter;
import org.tandemsync.pst.format.Packed;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.Transaction;

/**
 * The names of a file's properties while a transaction adds to them ([MS-PST] 2.4.7). Names are
 * never removed, and ids never change.
 */
final class NameBook {
  /** In how many buckets Outlook sorts names. */
  static final int BUCKETS = 251;

  private static final int FIRST_ID = 0x8000;
  private static final int MOST_NAMES = 0x7FFE;
  private static final int BUCKET_COUNT = 0x00010003;
  private static final int GUIDS = 0x00020102;
  private static final int ENTRIES = 0x00030102;
  private static final int STRINGS = 0x00040102;
  private static final int FIRST_BUCKET = 0x10000102;

  private final NameMap before;
  private NameMap names;

  NameBook(NameMap names) {
    this.before = names;
    this.names = names;
  }

  /** All names, also those that this transaction adds. */
  NameMap names() {
    return names;
  }

  /** The id of a property, or empty if no property of the file has the name. */
  Optional<Integer> find(PropertyKey key) {
    return names.id(key);
  }

  /** The id of a property; a name that is missing is added. */
  int id(PropertyKey key) {
    if (key instanceof PropertyName name && names.id(name).isEmpty()) {
      if (names.size() >= MOST_NAMES) {
        throw new IllegalArgumentException(
            "the data file has no room for further names of properties");
      }
      names = names.with(List.of(name));
    }
    return names.id(key).orElseThrow();
  }

  /** Writes the names that were added, if any. */
  void write(Transaction transaction) {
    if (names.size() == before.size()) {
      return;
    }
    Node node = transaction.node(NodeId.NAMES).orElseThrow();
    Map<Integer, byte[]> values = new HashMap<>();
    for (RawProperty p : new PropertyContext(node).properties()) {
      values.putIfAbsent(p.id() << 16 | p.type(), p.value().all(PropertyBag.MOST).toArray());
    }
    Addition addition = new Addition(values);
    for (int i = before.size(); i < names.size(); i++) {
      addition.add(names.name(FIRST_ID + i).orElseThrow(), i);
    }
    transaction.putNode(
        new ObjectWriter(transaction)
            .properties(addition.finish())
            .as(NodeId.NAMES, node.entry().parent()));
  }

  /** The streams and buckets, with more behind each. */
  private static final class Addition {
    private final Map<Integer, byte[]> values;
    private final int buckets;
    private final Map<Integer, Packed> grown = new LinkedHashMap<>();
    private final List<UUID> sets = new ArrayList<>();

    Addition(Map<Integer, byte[]> values) {
      this.values = values;
      byte[] count = values.get(BUCKET_COUNT);
      this.buckets =
          count == null ? BUCKETS : Math.max(1, count[0] & 0xFF | (count[1] & 0xFF) << 8);
      byte[] guids = values.getOrDefault(GUIDS, new byte[0]);
      for (int at = 0; at + 16 <= guids.length; at += 16) {
        sets.add(Guid.parse(Span.of(guids).slice(at, 16)));
      }
    }

    private Packed stream(int tag) {
      return grown.computeIfAbsent(
          tag, t -> new Packed().bytes(values.getOrDefault(t, new byte[0])));
    }

    void add(PropertyName name, int index) {
      boolean text = !name.text().isEmpty();
      int word = set(name.set()) << 1 | (text ? 1 : 0);
      int inEntry = name.number();
      int inBucket = name.number();
      if (text) {
        byte[] wide = name.text().getBytes(StandardCharsets.UTF_16LE);
        Packed strings = stream(STRINGS);
        strings.fill((strings.size() + 3) / 4 * 4);
        inEntry = strings.size();
        inBucket = Crc.of(wide);
        strings.i32(wide.length).bytes(wide).fill((strings.size() + 3) / 4 * 4);
      }
      stream(ENTRIES).i32(inEntry).u16(word).u16(index);
      int bucket = Integer.remainderUnsigned(inBucket ^ word, buckets);
      stream(FIRST_BUCKET + (bucket << 16)).i32(inBucket).u16(word).u16(index);
    }

    /** Three sets have fixed numbers; the others are listed as they come. */
    private int set(UUID set) {
      if (set.equals(new UUID(0, 0))) {
        return 0;
      }
      if (set.equals(PropertySets.MAPI)) {
        return 1;
      }
      if (set.equals(PropertySets.PUBLIC_STRINGS)) {
        return 2;
      }
      if (!sets.contains(set)) {
        sets.add(set);
        stream(GUIDS).bytes(Guid.encode(set).toArray());
      }
      return sets.indexOf(set) + 3;
    }

    Map<Integer, byte[]> finish() {
      grown.forEach((tag, bytes) -> values.put(tag, bytes.toArray()));
      return values;
    }
  }
}
