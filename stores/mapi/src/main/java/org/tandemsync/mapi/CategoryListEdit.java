package org.tandemsync.mapi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;

/**
 * Gives categories other colours in the XML of the list, and adds those that are missing. All that
 * is not changed stays character for character ([MS-OXOCFG] 3.1.4.2.3).
 */
public final class CategoryListEdit {
  /** Milliseconds without a zone, as Outlook writes them; they are UTC. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String EMPTY =
      "<?xml version=\"1.0\"?>\r\n"
          + "<categories default=\"\" lastSavedSession=\"0\" lastSavedTime=\"\""
          + " xmlns=\"CategoryList.xsd\">\r\n"
          + "</categories>\r\n";

  private final Instant now;
  private final Map<String, CategoryColor> wanted;
  private final String xml;
  private final StringBuilder out = new StringBuilder();
  private int copied;

  private CategoryListEdit(String xml, Map<String, CategoryColor> wanted, Instant now) {
    this.xml = xml;
    this.wanted = new LinkedHashMap<>(wanted);
    this.now = now;
  }

  /**
   * The list with other colours.
   *
   * @param before the XML of the list, or nothing if there is none yet
   * @param wanted colours by name; names count in any case
   * @return the same bytes if all have their colours; empty if the list cannot be edited safely
   */
  public static Optional<byte[]> recolour(
      byte[] before, Map<String, CategoryColor> wanted, Instant now) {
    Optional<String> text = before.length == 0 ? Optional.of(EMPTY) : text(before);
    Optional<MasterCategoryList> was = text.flatMap(t -> CategoryListXml.parse(bytes(t)));
    if (text.isEmpty() || was.isEmpty()) {
      return Optional.empty();
    }
    Map<String, CategoryColor> missing = new LinkedHashMap<>(wanted);
    missing.entrySet().removeIf(e -> has(was.get(), e.getKey(), e.getValue()));
    if (missing.isEmpty()) {
      return Optional.of(before);
    }
    byte[] after = bytes(new CategoryListEdit(text.get(), missing, now).run());
    return CategoryListXml.parse(after)
        .filter(l -> isWanted(l, was.get(), missing))
        .map(_ -> after);
  }

  private static boolean has(MasterCategoryList list, String name, CategoryColor color) {
    return list.find(name).filter(c -> c.color() == color).isPresent();
  }

  /** The proof of the edit: nothing else is different. */
  private static boolean isWanted(
      MasterCategoryList now, MasterCategoryList was, Map<String, CategoryColor> wanted) {
    boolean all = wanted.entrySet().stream().allMatch(e -> has(now, e.getKey(), e.getValue()));
    return all
        && was.categories().stream()
            .allMatch(
                c ->
                    now.find(c.name())
                        .filter(n -> n.name().equals(c.name()) && n.shortcut() == c.shortcut())
                        .filter(n -> n.color() == c.color() || isNamed(wanted, c.name()))
                        .isPresent());
  }

  private static boolean isNamed(Map<String, CategoryColor> wanted, String name) {
    return wanted.keySet().stream().anyMatch(w -> w.strip().equalsIgnoreCase(name));
  }

  /** Outlook writes UTF-8; other encodings are left to others. */
  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String run() {
    int at = xml.indexOf('<');
    while (at >= 0) {
      int end = tagEnd(at);
      tag(at, end);
      at = xml.indexOf('<', end);
    }
    return out.append(xml, copied, xml.length()).toString();
  }

  /** Behind the tag, comment or section that begins here. */
  private int tagEnd(int at) {
    for (String[] section : new String[][] {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}) {
      if (xml.startsWith(section[0], at)) {
        return behind(section[1], at);
      }
    }
    char quote = 0;
    for (int i = at + 1; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return xml.length();
  }

  private int behind(String ending, int from) {
    int at = xml.indexOf(ending, from);
    return at < 0 ? xml.length() : at + ending.length();
  }

  private void tag(int from, int to) {
    String tag = xml.substring(from, to);
    if (isElement(tag, "<", "category")) {
      category(tag, from, to);
    } else if (isElement(tag, "<", "categories")) {
      root(tag, from, to);
    } else if (isElement(tag, "</", "categories")) {
      replace(from, to, additions(prefix(tag, 2)) + tag);
    }
  }

  private static String prefix(String tag, int from) {
    int colon = tag.indexOf(':');
    int end = from;
    while (end < tag.length()
        && !Character.isWhitespace(tag.charAt(end))
        && tag.charAt(end) != '>') {
      end++;
    }
    return colon > 0 && colon < end ? tag.substring(from, colon + 1) : "";
  }

  private static boolean isElement(String tag, String opening, String name) {
    if (opening.equals("<") == tag.startsWith("</")) {
      return false;
    }
    String whole = opening + prefix(tag, opening.length()) + name;
    return tag.startsWith(whole)
        && tag.length() > whole.length()
        && (Character.isWhitespace(tag.charAt(whole.length()))
            || tag.charAt(whole.length()) == '>'
            || tag.charAt(whole.length()) == '/');
  }

  private void replace(int from, int to, String text) {
    out.append(xml, copied, from).append(text);
    copied = to;
  }

  private void root(String tag, int from, int to) {
    String saved = with(tag, "lastSavedTime", TIME.format(now));
    if (saved.endsWith("/>")) {
      String prefix = prefix(tag, 1);
      saved =
          saved.substring(0, saved.length() - 2)
              + ">"
              + additions(prefix)
              + "</"
              + prefix
              + "categories>";
    }
    replace(from, to, saved);
  }

  private void category(String tag, int from, int to) {
    String name = CategoryListXml.decoded(attribute(tag, "name"));
    for (Map.Entry<String, CategoryColor> e : wanted.entrySet()) {
      if (e.getKey().strip().equalsIgnoreCase(name.strip())) {
        String changed = with(tag, "color", String.valueOf(e.getValue().ordinal() - 1));
        replace(from, to, with(changed, "lastTimeUsed", TIME.format(now)));
        wanted.remove(e.getKey());
        return;
      }
    }
  }

  private String additions(String prefix) {
    StringBuilder added = new StringBuilder();
    wanted.forEach((name, color) -> added.append(entry(prefix, name, color)));
    wanted.clear();
    return added.toString();
  }

  private String entry(String prefix, String name, CategoryColor color) {
    return String.format(
        Locale.ROOT,
        "\t<%scategory name=\"%s\" color=\"%d\" keyboardShortcut=\"0\" usageCount=\"0\""
            + " lastTimeUsed=\"%s\" lastSessionUsed=\"0\" guid=\"{%s}\"/>\r\n",
        prefix,
        escaped(name.strip()),
        color.ordinal() - 1,
        TIME.format(now),
        UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** The raw value of an attribute, or "". */
  private static String attribute(String tag, String name) {
    int[] place = place(tag, name);
    return place == null ? "" : tag.substring(place[0], place[1]);
  }

  private static String with(String tag, String name, String value) {
    int[] place = place(tag, name);
    if (place != null) {
      return tag.substring(0, place[0]) + value + tag.substring(place[1]);
    }
    int end = tag.length() - (tag.endsWith("/>") ? 2 : 1);
    return tag.substring(0, end).stripTrailing()
        + " "
        + name
        + "=\""
        + value
        + "\""
        + tag.substring(end);
  }

  /** Where the value of an attribute begins and ends, or null. */
  private static int @Nullable [] place(String tag, String name) {
    int at = 1;
    while (at < tag.length()) {
      int equals = tag.indexOf('=', at);
      if (equals < 0) {
        return null;
      }
      int open = equals + 1;
      while (open < tag.length() && tag.charAt(open) != '"' && tag.charAt(open) != '\'') {
        open++;
      }
      int close = open < tag.length() ? tag.indexOf(tag.charAt(open), open + 1) : -1;
      if (close < 0) {
        return null;
      }
      String found = tag.substring(at, equals).strip();
      found =
          found.substring(Math.max(found.lastIndexOf(' '), found.lastIndexOf('\n')) + 1).strip();
      found = found.substring(found.lastIndexOf('\t') + 1);
      if (found.equals(name)) {
        return new int[] {open + 1, close};
      }
      at = close + 1;
    }
    return null;
  }
}
