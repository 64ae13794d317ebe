package org.tandemsync.pst.mapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tandemsync.pst.format.Crc;
import org.tandemsync.pst.format.Packed;

/** A map of names as a file keeps it ([MS-PST] 2.4.7): three streams, and buckets to search in. */
public final class NameStreams {
  private static final int BUCKETS = 251;
  private static final int BUCKET_COUNT = 0x0001_0003;
  private static final int GUIDS = 0x0002_0102;
  private static final int ENTRIES = 0x0003_0102;
  private static final int STRINGS = 0x0004_0102;
  private static final int FIRST_BUCKET = 0x1000_0102;

  private final List<UUID> sets = new ArrayList<>();
  private final Packed entries = new Packed();
  private final Packed strings = new Packed();
  private final Map<Integer, Packed> buckets = new TreeMap<>();

  private NameStreams() {}

  /** The properties of the node of names, by tag. Ids of names are those that the map has. */
  public static Map<Integer, byte[]> of(NameMap names) {
    NameStreams streams = new NameStreams();
    for (int i = 0; i < names.size(); i++) {
      streams.add(names.name(0x8000 + i).orElseThrow(), i);
    }
    return streams.properties();
  }

  private void add(PropertyName name, int index) {
    boolean text = !name.text().isEmpty();
    int word = set(name.set()) << 1 | (text ? 1 : 0);
    int inEntry = name.number();
    int inBucket = name.number();
    if (text) {
      byte[] wide = name.text().getBytes(StandardCharsets.UTF_16LE);
      inEntry = strings.size();
      inBucket = Crc.of(wide);
      strings.i32(wide.length).bytes(wide).fill((strings.size() + 3) / 4 * 4);
    }
    entries.i32(inEntry).u16(word).u16(index);
    buckets
        .computeIfAbsent(Integer.remainderUnsigned(inBucket ^ word, BUCKETS), b -> new Packed())
        .i32(inBucket)
        .u16(word)
        .u16(index);
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
    }
    return sets.indexOf(set) + 3;
  }

  private Map<Integer, byte[]> properties() {
    Map<Integer, byte[]> properties = new TreeMap<>();
    properties.put(BUCKET_COUNT, new Packed().i32(BUCKETS).toArray());
    Packed guids = new Packed();
    sets.forEach(set -> guids.bytes(Guid.encode(set).toArray()));
    properties.put(GUIDS, guids.toArray());
    properties.put(ENTRIES, entries.toArray());
    properties.put(STRINGS, strings.toArray());
    buckets.forEach((b, bytes) -> properties.put(FIRST_BUCKET + (b << 16), bytes.toArray()));
    return properties;
  }
}
