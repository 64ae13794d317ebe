package org.tandemsync.convert.html;

/**
 * HTML without double quotes, which SOGo drops from X-ALT-DESC: attributes get single ones, and in
 * the text they are written as {@code &quot;}.
 */
public final class HtmlQuotes {
  private final String html;
  private final String lower;
  private final StringBuilder out;
  private int at;

  private HtmlQuotes(String html) {
    this.html = html;
    this.lower = Ascii.lower(html);
    this.out = new StringBuilder(html.length() + 32);
  }

  public static String single(String html) {
    return html.indexOf('"') < 0 ? html : new HtmlQuotes(html).convert();
  }

  private String convert() {
    while (at < html.length()) {
      if (html.startsWith("<!--", at)) {
        raw("-->");
      } else if (isElement("style")) {
        raw("</style");
      } else if (isTag()) {
        tag();
      } else {
        char c = html.charAt(at++);
        out.append(c == '"' ? "&quot;" : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private boolean isTag() {
    char next = at + 1 < html.length() ? lower.charAt(at + 1) : ' ';
    return html.charAt(at) == '<' && ((next >= 'a' && next <= 'z') || next == '/' || next == '!');
  }

  private boolean isElement(String name) {
    return html.regionMatches(true, at, "<" + name, 0, name.length() + 1);
  }

  /** Comments and styles, which have no entities: their quotes are as good as single ones. */
  private void raw(String ending) {
    int end = lower.indexOf(ending, at);
    String text = html.substring(at, end < 0 ? html.length() : end + ending.length());
    out.append(text.replace('"', '\''));
    at += text.length();
  }

  private void tag() {
    while (at < html.length()) {
      char c = html.charAt(at++);
      if (c == '"') {
        int end = html.indexOf('"', at);
        out.append('\'');
        if (end >= 0) {
          out.append(html.substring(at, end).replace("'", "&#39;")).append('\'');
          at = end + 1;
        }
      } else {
        out.append(c);
        if (c == '>') {
          return;
        }
      }
    }
  }
}
