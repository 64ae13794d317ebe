package org.tandemsync.testkit.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Percent-encoding of path segments (RFC 3986). */
final class Hrefs {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Hrefs() {}

  /** Encodes a segment; what is neither unreserved nor in {@code alsoPlain} is escaped. */
  static String encode(String segment, String alsoPlain) {
    var out = new StringBuilder(segment.length() + 8);
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c) || alsoPlain.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }

  /** Decodes a segment, or nothing when it is not percent-encoded UTF-8. */
  static Optional<String> decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return Optional.of(segment);
    }
    byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
    var out = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        out.put(raw[i]);
      } else if (i + 2 < raw.length
          && HexFormat.isHexDigit(raw[i + 1])
          && HexFormat.isHexDigit(raw[i + 2])) {
        out.put((byte) HexFormat.fromHexDigits(segmentOf(raw, i + 1)));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * The decoded segments of a path or an absolute URL, without empty ones. Nothing for what cannot
   * be decoded or climbs.
   */
  static Optional<List<String>> segments(String href) {
    String path = href.strip();
    int authority = path.indexOf("://");
    if (authority >= 0) {
      int slash = path.indexOf('/', authority + 3);
      path = slash < 0 ? "/" : path.substring(slash);
    }
    List<String> segments = new ArrayList<>();
    for (String raw : path.split("/", -1)) {
      Optional<String> segment = decode(raw);
      if (segment.isEmpty() || segment.get().equals("..") || segment.get().equals(".")) {
        return Optional.empty();
      }
      if (!segment.get().isEmpty()) {
        segments.add(segment.get());
      }
    }
    return Optional.of(segments);
  }

  private static String segmentOf(byte[] raw, int from) {
    return new String(raw, from, 2, StandardCharsets.US_ASCII);
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
