package org.tandemsync.outlook.standin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of MAPI properties as PropertyAccessor, tables and filters take them: "Referencing
 * Properties by Namespace". The same property has one key here, whatever type its name asks for.
 */
record Schema(String key, int type) {
  private static final String ROOT = "http://schemas.microsoft.com/mapi/";
  private static final Pattern TAG =
      Pattern.compile(ROOT + "proptag/0x([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})");
  private static final Pattern ID =
      Pattern.compile(ROOT + "id/\\{([0-9A-Fa-f-]{36})}/([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})");
  private static final Pattern STRING =
      Pattern.compile(ROOT + "string/\\{([0-9A-Fa-f-]{36})}/([^/]+)(?:/0x0000([0-9A-Fa-f]{4}))?");

  /** PidTagRtfCompressed, PidTagHtml and the like: the accessor refuses them. */
  private static final Pattern BODY = Pattern.compile("tag:(1009|1013)");

  private static final Map<String, Optional<Schema>> KNOWN = new ConcurrentHashMap<>();

  static Optional<Schema> parse(String name) {
    return KNOWN.computeIfAbsent(name, Schema::read);
  }

  private static Optional<Schema> read(String name) {
    Matcher tag = TAG.matcher(name);
    if (tag.matches()) {
      return Optional.of(new Schema("tag:" + upper(tag.group(1)), hex(tag.group(2))));
    }
    Matcher id = ID.matcher(name);
    if (id.matches()) {
      return Optional.of(
          new Schema("id:" + upper(id.group(1)) + ":" + upper(id.group(2)), hex(id.group(3))));
    }
    Matcher string = STRING.matcher(name);
    if (string.matches()) {
      return Optional.of(
          new Schema(
              "string:" + upper(string.group(1)) + ":" + string.group(2),
              string.group(3) == null ? 0 : hex(string.group(3))));
    }
    return Optional.empty();
  }

  boolean body() {
    return BODY.matcher(key).matches();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static int hex(String text) {
    return Integer.parseInt(text, 16);
  }
}
