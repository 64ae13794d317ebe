package org.tandemsync.convert.html;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML: numbers, and the names that editors write. */
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,12}));");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("nbsp", "\u00A0"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("agrave", "à"),
          Map.entry("ccedil", "ç"),
          Map.entry("euro", "€"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("sbquo", "‚"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("bdquo", "„"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("deg", "°"),
          Map.entry("sect", "§"));

  private HtmlEntities() {}

  /** The text with the references that are known replaced; each once. */
  static String decode(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m)));
  }

  private static String character(java.util.regex.MatchResult m) {
    if (m.group(3) != null) {
      return NAMED.getOrDefault(m.group(3), m.group());
    }
    int point =
        m.group(1) != null ? Integer.parseInt(m.group(1)) : Integer.parseInt(m.group(2), 16);
    boolean character =
        Character.isValidCodePoint(point)
            && point >= ' '
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return character ? Character.toString(point) : point == '\n' ? "\n" : "";
  }

  /** Whether a reference is left that is not known here. */
  static boolean isUnknownIn(String decoded) {
    Matcher m = REFERENCE.matcher(decoded);
    while (m.find()) {
      String name = m.group(3);
      if (name != null && !NAMED.containsKey(name)) {
        return true;
      }
    }
    return false;
  }
}
