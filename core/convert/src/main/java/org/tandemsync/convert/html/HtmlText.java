package org.tandemsync.convert.html;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML that servers hold as the text of an item. */
public final class HtmlText {
  private static final Set<String> ACTIVE = Set.of("script", "iframe", "object", "embed", "applet");
  private static final Set<String> NOT_SHOWN =
      Set.of("--", "head", "style", "title", "script", "iframe", "object", "embed", "applet");

  /** An opening tag, or a closing one. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<([a-zA-Z][a-zA-Z0-9]{0,15})(?:\\s[^<>]*+)?+>|</([a-zA-Z][a-zA-Z0-9]{0,15})>");

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*>");
  private static final Pattern HANDLER =
      Pattern.compile(
          "(?<!\\s)\\s++on[a-z]+\\s*+=\\s*+(\"[^\"]*\"|'[^']*'|[^\\s>]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCRIPT_URL =
      Pattern.compile(
          "(=\\s*+[\"']?+\\s*+)(?:javascript|vbscript)\\s*+:", Pattern.CASE_INSENSITIVE);

  /** Addresses behind links, and "[cid:image001.png]" for pictures. */
  private static final Pattern NOT_SAID =
      Pattern.compile(
          "\\b(?:mailto:|tel:|[a-z][a-z0-9+.-]{1,15}://)[^\\s<>]*+|\\[[^\\]\\n]{0,200}\\]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LIST_MARK =
      Pattern.compile("(?m)^[ \\t]*+(?:o|[a-zA-Z][.)]|\\d{1,3}[.)])[ \\t]++");

  /** No person wrote more than that. */
  private static final int LONGEST_COMPARED = 1 << 20;

  private HtmlText() {}

  /** Whether the text has at least one element with its closing tag. */
  public static boolean looksLikeHtml(String text) {
    if (text.indexOf('<') < 0) {
      return false;
    }
    Set<String> opened = new HashSet<>();
    Matcher tag = ELEMENT.matcher(text);
    while (tag.find()) {
      if (tag.group(1) != null) {
        opened.add(Ascii.lower(tag.group(1)));
      } else if (opened.contains(Ascii.lower(tag.group(2)))) {
        return true;
      }
    }
    return false;
  }

  /** The HTML without scripts, foreign frames and event handlers. */
  public static String withoutActiveContent(String html) {
    return TAG.matcher(Elements.without(html, ACTIVE))
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    SCRIPT_URL
                        .matcher(HANDLER.matcher(tag.group()).replaceAll(""))
                        .replaceAll("$1about:")));
  }

  /** What a person reads. */
  public static String toPlain(String html) {
    String text =
        Elements.without(html, NOT_SHOWN)
            .replaceAll("(?i)<br\\s*+/?>", "\n")
            .replaceAll("(?i)<li\\b[^<>]*>", "- ")
            .replaceAll("(?i)</(p|div|li|tr|h[1-6]|ul|ol|table)\\s*+>", "\n")
            .replaceAll("(?i)</?[a-z][^<>]*>|<!(?:\\[|DOCTYPE)[^<>]*>", "");
    return HtmlEntities.decode(text).replace('\u00A0', ' ').strip();
  }

  /**
   * Whether a plain text says in words what the HTML does. Addresses of links, bullets and numbers
   * of lists, blanks and punctuation do not count: programs put them into the plain text in
   * different ways.
   */
  public static boolean saysTheSame(String html, String plain) {
    if (html.length() > LONGEST_COMPARED) {
      return true;
    }
    String shown = toPlain(html);
    return HtmlEntities.isUnknownIn(shown) || words(shown).equals(words(plain));
  }

  private static String words(String text) {
    String said =
        LIST_MARK
            .matcher(NOT_SAID.matcher(text).replaceAll(" "))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(said.length());
    said.codePoints().filter(Character::isLetterOrDigit).forEach(words::appendCodePoint);
    return words.toString();
  }
}
