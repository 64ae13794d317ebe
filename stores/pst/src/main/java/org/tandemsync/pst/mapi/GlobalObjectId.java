package org.tandemsync.pst.mapi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.tandemsync.pst.format.Span;

/** The Global Object ID of an appointment ([MS-OXOCAL] 2.2.1.27) as iCalendar UID. */
public final class GlobalObjectId {
  private static final byte[] PREFIX = HexFormat.of().parseHex("040000008200e00074c5b7101a82e008");

  /** Marks the UID of another program: "vCal-Uid", then 1. */
  private static final byte[] FOREIGN = HexFormat.of().parseHex("7643616c2d55696401000000");

  private static final int DATE = 16;
  private static final int SIZE = 36;
  private static final int DATA = 40;

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
