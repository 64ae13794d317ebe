package org.tandemsync.convert.card;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Bytes;

/**
 * A value that is bytes: base64 in 2.1 and 3.0, a {@code data:} URI in 4.0, base64 without ENCODING
 * from careless programs.
 *
 * @param mediaType as the line says it, lower case, or empty
 */
record Binary(Bytes content, String mediaType) {
  private static final String DATA = "data:";

  /** The bytes of the line; null if it refers to them, or if they cannot be decoded. */
  static @Nullable Binary of(ContentLine line) {
    String value = line.value().strip();
    if (value.isEmpty()) {
      return null;
    }
    if (begins(value, DATA)) {
      return ofData(value);
    }
    if (isReference(line)) {
      return null;
    }
    Bytes bytes = base64(value);
    return bytes == null ? null : new Binary(bytes, mediaTypeOf(line));
  }

  /** Whether the line only says where the bytes are. */
  static boolean isReference(ContentLine line) {
    String value = line.value().strip();
    return !begins(value, DATA)
        && (begins(value, "http:")
            || begins(value, "https:")
            || line.hasParameter("VALUE", "uri")
            || line.hasParameter("VALUE", "url"));
  }

  private static boolean begins(String value, String with) {
    return value.regionMatches(true, 0, with, 0, with.length());
  }

  private static @Nullable Binary ofData(String uri) {
    int comma = uri.indexOf(',');
    if (comma < 0) {
      return null;
    }
    String head = uri.substring(DATA.length(), comma).replace("\\", "").toLowerCase(Locale.ROOT);
    if (!head.endsWith(";base64")) {
      return null;
    }
    Bytes bytes = base64(uri.substring(comma + 1));
    return bytes == null ? null : new Binary(bytes, head.substring(0, head.indexOf(';')));
  }

  private static @Nullable Bytes base64(String value) {
    Bytes bytes = decoded(value);
    if (bytes == null) {
      // SOGo's address books from LDAP have a literal \n in it
      bytes =
          decoded(value.replace("\\n", "").replace("\\r", "").replace(" ", "").replace("\t", ""));
    }
    return bytes == null || bytes.isEmpty() ? null : bytes;
  }

  private static @Nullable Bytes decoded(String value) {
    try {
      return Bytes.of(Base64.getDecoder().decode(value));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String mediaTypeOf(ContentLine line) {
    String mediaType = line.parameter("MEDIATYPE");
    if (mediaType != null) {
      return mediaType.toLowerCase(Locale.ROOT);
    }
    for (String word : Types.of(line)) {
      if (!word.equals(Types.PREF) && !word.equals("HOME") && !word.equals("WORK")) {
        return word.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /**
   * The line with these bytes.
   *
   * @param word the TYPE of versions before 4
   */
  static ContentLine write(
      Card card, ContentLine line, Bytes bytes, String mediaType, String word) {
    String base64 = Base64.getEncoder().encodeToString(bytes.toArray());
    boolean data = card.isVersion4() || begins(line.value().strip(), DATA);
    ContentLine plain =
        Types.with(line, List.of()).withoutParameter("VALUE").withoutParameter("MEDIATYPE");
    if (data) {
      return plain.withoutParameter("ENCODING").withValue(DATA + mediaType + ";base64," + base64);
    }
    String encoding = card.version() == Card.Version.V2_1 ? "BASE64" : "b";
    return plain.withParameter("ENCODING", encoding).withParameter("TYPE", word).withValue(base64);
  }
}
