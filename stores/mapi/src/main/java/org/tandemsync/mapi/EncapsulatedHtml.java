package org.tandemsync.mapi;

import java.util.Locale;
import java.util.Set;

/**
 * HTML wrapped in RTF ([MS-OXRTFEX]): tags in groups that readers of RTF skip, and in between what
 * they show instead. Whoever takes the HTML out gets it as it was.
 */
public final class EncapsulatedHtml {
  /** Numbers of tags as Outlook writes them; nobody needs to understand them. */
  private static final int BLOCK = 64;

  private static final int INLINE = 84;
  private static final int OTHER = 241;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "tr",
          "table",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "blockquote",
          "hr");

  private static final Set<String> HIDDEN = Set.of("head", "style", "script", "title");

  private final String html;
  private final RtfWriter out = new RtfWriter("fromhtml1");

  /** Whether something is shown in the line already. */
  private boolean inLine;

  private EncapsulatedHtml(String html) {
    this.html = html;
  }

  /** The document that wraps HTML with {@code \n} line ends. Characters NUL are left out. */
  public static byte[] encode(String html) {
    return new EncapsulatedHtml(html).run();
  }

  private byte[] run() {
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end =
          switch (c) {
            case '<' -> tagEnd(at);
            case '&' -> entityEnd(at);
            default -> at + 1;
          };
      String part = html.substring(at, end);
      if (c == '<' && end > at + 1) {
        end = hiddenEnd(tag(part), end);
      } else if (c == '<' || c == '>' || c == '&' || c < ' ') {
        wrapped(INLINE, part);
        instead(shown(part));
      } else {
        out.character(c);
        inLine = true;
      }
      at = end;
    }
    return out.end();
  }

  /** Wraps what an element holds if it is none to be shown. Returns where that ends. */
  private int hiddenEnd(String opened, int from) {
    if (!HIDDEN.contains(opened)) {
      return from;
    }
    String closing = "</" + opened;
    for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
      if (html.regionMatches(true, i, closing, 0, closing.length())) {
        if (i > from) {
          wrapped(OTHER, html.substring(from, i));
        }
        return i;
      }
    }
    return from;
  }

  /** Behind the tag or comment that begins here; just the next character if none does. */
  private int tagEnd(int at) {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at + 4);
      return end < 0 ? html.length() : end + 3;
    }
    char first = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    if (!Character.isLetter(first) && first != '/' && first != '!' && first != '?') {
      return at + 1;
    }
    char quote = 0;
    for (int i = at + 1; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return at + 1;
  }

  private int entityEnd(int at) {
    int end = at + 1;
    while (end < html.length()
        && end - at < 12
        && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
      end++;
    }
    return end < html.length() && html.charAt(end) == ';' ? end + 1 : at + 1;
  }

  /** White space counts once, and not at the beginning of a line. */
  private String shown(String part) {
    if (part.isBlank()) {
      return inLine ? " " : "";
    }
    return part.length() == 1 ? part : HtmlText.character(part);
  }

  private void wrapped(int number, String content) {
    out.raw("{\\*\\htmltag" + number + " ");
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '\n' -> out.raw("\\par ");
        case '\t' -> out.raw("\\tab ");
        case '\r', 0 -> {}
        default -> out.character(c);
      }
    }
    out.raw("}");
  }

  /** What readers of RTF show where the HTML has something else. */
  private void instead(String text) {
    if (!text.isEmpty()) {
      out.raw("\\htmlrtf ");
      text.chars().forEach(c -> out.character(c < ' ' ? ' ' : (char) c));
      out.raw("\\htmlrtf0 ");
      inLine = true;
    }
  }

  /** Writes a tag, and returns the name of the element that it opens, or "". */
  private String tag(String tag) {
    boolean closing = tag.startsWith("</");
    String name = name(tag, closing ? 2 : 1);
    wrapped(BLOCKS.contains(name) ? BLOCK : INLINE, tag);
    String rtf = formatting(name, closing);
    if (!rtf.isEmpty()) {
      out.raw("\\htmlrtf " + rtf + "\\htmlrtf0 ");
    }
    return closing || tag.endsWith("/>") ? "" : name;
  }

  private static String name(String tag, int from) {
    int to = from;
    while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
      to++;
    }
    return tag.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private String formatting(String name, boolean closing) {
    String off = closing ? "0" : "";
    return switch (name) {
      case "b", "strong" -> "\\b" + off;
      case "i", "em" -> "\\i" + off;
      case "u", "ins" -> closing ? "\\ulnone" : "\\ul";
      case "s", "strike", "del" -> "\\strike" + off;
      case "a" -> closing ? "\\ulnone\\cf0" : "\\ul\\cf1";
      case "td", "th" -> closing ? "\\tab" : "";
      case "li" -> closing ? "" : newLine(false) + "\\bullet\\tab";
      case "br" -> newLine(true);
      default -> BLOCKS.contains(name) ? newLine(false) : "";
    };
  }

  private String newLine(boolean always) {
    boolean needed = always || inLine;
    inLine = false;
    return needed ? "\\par" : "";
  }
}
