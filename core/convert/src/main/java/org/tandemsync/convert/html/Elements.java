package org.tandemsync.convert.html;

import java.util.HashSet;
import java.util.Set;

/** Leaves elements out of HTML, in one pass whatever the HTML. */
final class Elements {
  private static final String COMMENT = "--";

  private final String html;
  private final String lower;
  private final Set<String> unwanted;
  private final Set<String> unclosed = new HashSet<>();
  private final StringBuilder out;

  private Elements(String html, Set<String> unwanted) {
    this.html = html;
    this.lower = Ascii.lower(html);
    this.unwanted = unwanted;
    this.out = new StringBuilder(html.length());
  }

  /**
   * The HTML without these elements and all that is in them; of one that has no end only its tag is
   * left out.
   *
   * @param unwanted names in lower case; "--" for comments
   */
  static String without(String html, Set<String> unwanted) {
    return html.indexOf('<') < 0 ? html : new Elements(html, unwanted).rest();
  }

  private String rest() {
    int at = 0;
    for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
      out.append(html, at, open);
      String name = name(open + 1);
      if (unwanted.contains(name)) {
        at = end(open, name);
      } else {
        out.append('<');
        at = open + 1;
      }
    }
    return out.append(html, at, html.length()).toString();
  }

  private String name(int from) {
    if (lower.startsWith("!--", from)) {
      return COMMENT;
    }
    int end = from;
    while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
      end++;
    }
    return lower.substring(from, end);
  }

  /** Behind the element that begins at {@code open}. */
  private int end(int open, String name) {
    boolean comment = name.equals(COMMENT);
    int end = unclosed.contains(name) ? -1 : lower.indexOf(comment ? "-->" : "</" + name, open + 2);
    if (end < 0) {
      unclosed.add(name); // nor has any behind it
      return comment ? open + 4 : behind('>', open);
    }
    return behind('>', end);
  }

  private int behind(char c, int from) {
    int at = html.indexOf(c, from);
    return at < 0 ? html.length() : at + 1;
  }
}
