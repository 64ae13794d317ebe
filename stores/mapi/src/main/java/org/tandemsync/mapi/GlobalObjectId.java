package org.tandemsync.mapi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;

/** The Global Object ID of an appointment ([MS-OXOCAL] 2.2.1.27) as iCalendar UID. */
public final class GlobalObjectId {
  private static final byte[] PREFIX = HexFormat.of().parseHex("040000008200e00074c5b7101a82e008");

  /** Marks the UID of another program: "vCal-Uid", then 1. */
  private static final byte[] FOREIGN = HexFormat.of().parseHex("7643616c2d55696401000000");

  private static final int DATE = 16;
  private static final int SIZE = 36;
  private static final int DATA = 40;

  /** The shortest text that is an id and not the UID of another program. */
  private static final int SHORTEST = 82;

  private GlobalObjectId() {}

  /**
   * The UID that an id stands for: the one of another program if it wraps one, otherwise the id
   * itself as upper-case hexadecimal text without the date of an occurrence ([MS-OXCICAL]
   * 2.1.3.1.1.20.26). Empty for what is no such id.
   */
  public static Optional<String> uid(Span id) {
    if (id.length() < DATA || !startsWith(id, PREFIX)) {
      return Optional.empty();
    }
    Span data = id.from(DATA);
    int size = id.i32(SIZE);
    if (size >= 0 && size < data.length()) {
      data = data.slice(0, size);
    }
    if (startsWith(data, FOREIGN)) {
      String text =
          new String(data.from(FOREIGN.length).toArray(), StandardCharsets.UTF_8)
              .replace("\0", "")
              .strip();
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
    }
    byte[] clean = id.toArray();
    for (int i = DATE; i < DATE + 4; i++) {
      clean[i] = 0;
    }
    return Optional.of(HexFormat.of().withUpperCase().formatHex(clean));
  }

  /**
   * The id of an appointment with this UID, without the date of an occurrence: the id itself if the
   * UID is one of Outlook's, otherwise one that wraps the UID ([MS-OXCICAL] 2.1.3.1.1.20.26).
   */
  public static Bytes of(String uid) {
    Optional<byte[]> own = own(uid);
    if (own.isPresent()) {
      return withDate(Bytes.of(own.get()), null);
    }
    byte[] text = uid.getBytes(StandardCharsets.UTF_8);
    int size = FOREIGN.length + text.length + 1;
    ByteBuffer id = ByteBuffer.allocate(DATA + size).order(ByteOrder.LITTLE_ENDIAN);
    id.put(PREFIX).position(SIZE);
    id.putInt(size).put(FOREIGN).put(text);
    return Bytes.of(id.array());
  }

  private static Optional<byte[]> own(String uid) {
    boolean longEnough = uid.length() >= SHORTEST && uid.length() % 2 == 0;
    if (!longEnough || !uid.toLowerCase(Locale.ROOT).startsWith(HexFormat.of().formatHex(PREFIX))) {
      return Optional.empty();
    }
    boolean hex = uid.chars().allMatch(HexFormat::isHexDigit);
    return hex ? Optional.of(HexFormat.of().parseHex(uid)) : Optional.empty();
  }

  /** The id of one occurrence, or with null of the whole series. */
  public static Bytes withDate(Bytes id, @Nullable LocalDate date) {
    byte[] bytes = id.toArray();
    int year = date == null ? 0 : date.getYear();
    bytes[DATE] = (byte) (year >>> 8);
    bytes[DATE + 1] = (byte) year;
    bytes[DATE + 2] = (byte) (date == null ? 0 : date.getMonthValue());
    bytes[DATE + 3] = (byte) (date == null ? 0 : date.getDayOfMonth());
    return Bytes.of(bytes);
  }

  private static boolean startsWith(Span bytes, byte[] prefix) {
    if (bytes.length() < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.u8(i) != (prefix[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
