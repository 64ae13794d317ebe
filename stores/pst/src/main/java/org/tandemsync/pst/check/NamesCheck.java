package org.tandemsync.pst.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.tandemsync.mapi.Crc;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeId;

/** The map of named properties: dense ids, every name in its bucket, references in range. */
final class NamesCheck {
  private static final int BUCKETS = 0x00010003;
  private static final int GUIDS = 0x00020102;
  private static final int ENTRIES = 0x00030102;
  private static final int STRINGS = 0x00040102;
  private static final int FIRST_BUCKET = 0x1000;

  private NamesCheck() {}

  static void run(Database database, Findings findings) {
    ObjectProperties map = ObjectProperties.of(database.requireNode(NodeId.NAMES));
    Span entries = span(map, ENTRIES);
    Span strings = span(map, STRINGS);
    int guids = span(map, GUIDS).length() / 16;
    int buckets = map.number(BUCKETS, 251);
    Map<Integer, Integer> inBuckets = new HashMap<>();
    for (int b = 0; b < buckets; b++) {
      Span bucket = span(map, FIRST_BUCKET + b << 16 | 0x0102);
      for (int at = 0; at + 8 <= bucket.length(); at += 8) {
        inBuckets.put(bucket.u16(at + 6), b << 16 | bucket.u16(at + 4));
      }
    }
    for (int i = 0; i * 8 < entries.length(); i++) {
      int value = entries.i32(8 * i);
      int word = entries.u16(8 * i + 4);
      String where = String.format(java.util.Locale.ROOT, "named property %x", 0x8000 + i);
      findings.expect(
          entries.u16(8 * i + 6) == i,
          Invariant.NAMES,
          where,
          "is number %d",
          entries.u16(8 * i + 6));
      findings.expect(
          word >>> 1 < guids + 3, Invariant.NAMES, where, "is of a set that is missing");
      int id = value;
      if ((word & 1) != 0) {
        int length = strings.count32(value);
        byte[] name = strings.slice(value + 4, length).toArray();
        id = Crc.of(name);
        findings.expect(
            !new String(name, StandardCharsets.UTF_16LE).isEmpty(),
            Invariant.NAMES,
            where,
            "has an empty name");
      }
      int bucket = Integer.remainderUnsigned(id ^ word, buckets);
      findings.expect(
          inBuckets.getOrDefault(i, -1) == (bucket << 16 | word),
          Invariant.NAMES,
          where,
          "is not in its bucket %d",
          bucket);
    }
  }

  private static Span span(ObjectProperties map, int tag) {
    byte[] bytes = map.bytes(tag);
    return bytes == null ? Span.EMPTY : Span.of(bytes);
  }
}
