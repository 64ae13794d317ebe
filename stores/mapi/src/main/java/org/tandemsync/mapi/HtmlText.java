package org.tandemsync.mapi;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of an HTML document, for items that have no plain text of their own. */
public final class HtmlText {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("euro", "\u20ac"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("bull", "\u2022"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("Auml", "\u00c4"),
          Map.entry("Ouml", "\u00d6"),
          Map.entry("Uuml", "\u00dc"),
          Map.entry("szlig", "\u00df"));

  /** Elements that begin on a line of their own. */
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> HIDDEN = Set.of("head", "style", "script", "title");

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private boolean space;

  private HtmlText(String html) {
    this.html = html;
  }

  public static String of(String html) {
    return new HtmlText(html).text();
  }

  private String text() {
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = tag(at);
      } else if (c == '&') {
        at = entity(at);
      } else {
        append(c);
        at++;
      }
    }
    return out.toString().replace('\u00a0', ' ').strip();
  }

  private void append(char c) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      space = true;
      return;
    }
    if (space && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append(' ');
    }
    space = false;
    out.append(c);
  }

  private int tag(int at) {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at + 4);
      return end < 0 ? html.length() : end + 3;
    }
    int end = html.indexOf('>', at);
    if (end < 0) {
      return html.length();
    }
    boolean closing = html.startsWith("/", at + 1);
    int from = closing ? at + 2 : at + 1;
    int to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    String name = html.substring(from, to).toLowerCase(Locale.ROOT);
    if (!closing && HIDDEN.contains(name)) {
      int close = indexOfIgnoringCase("</" + name, end);
      return close < 0 ? html.length() : close;
    }
    if (name.equals("br")) {
      newLine();
    } else if (BLOCKS.contains(name) && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      newLine();
    }
    return end + 1;
  }

  private int indexOfIgnoringCase(String what, int from) {
    for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
      if (html.regionMatches(true, i, what, 0, what.length())) {
        return i;
      }
    }
    return -1;
  }

  private void newLine() {
    out.append('\n');
    space = false;
  }

  private int entity(int at) {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > 10) {
      append('&');
      return at + 1;
    }
    String text = entity(html.substring(at + 1, end));
    if (text == null) {
      append('&');
      return at + 1;
    }
    text.chars().forEach(c -> append((char) c));
    return end + 1;
  }

  /** What an entity with its ampersand and semicolon stands for; itself if that is not known. */
  static String character(String entity) {
    String text = entity(entity.substring(1, entity.length() - 1));
    return text == null ? entity : text;
  }

  private static @Nullable String entity(String name) {
    return name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.get(name);
  }

  private static @Nullable String numbered(String number) {
    try {
      int code =
          number.startsWith("x") || number.startsWith("X")
              ? Integer.parseInt(number.substring(1), 16)
              : Integer.parseInt(number);
      return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
