package org.tandemsync.convert.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML that servers hold as the text of an item. */
final class HtmlText {
  private static final Pattern OPENING =
      Pattern.compile("<([a-zA-Z][a-zA-Z0-9]{0,15})(\\s[^<>]*)?>");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "<(script|iframe|object|embed|applet)\\b[^>]*>(?:.*?</\\1\\s*>)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*>");
  private static final Pattern HANDLER =
      Pattern.compile(
          "\\s+on[a-z]+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCRIPT_URL =
      Pattern.compile("(=\\s*[\"']?\\s*)(?:javascript|vbscript)\\s*:", Pattern.CASE_INSENSITIVE);

  private HtmlText() {}

  /** Whether the text has at least one element with its closing tag. */
  static boolean looksLikeHtml(String text) {
    Matcher opening = OPENING.matcher(text);
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    while (opening.find()) {
      String closing = "</" + opening.group(1).toLowerCase(java.util.Locale.ROOT) + ">";
      if (lower.indexOf(closing, opening.end()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The HTML without scripts, foreign frames and event handlers. */
  static String withoutActiveContent(String html) {
    String passive = ACTIVE.matcher(html).replaceAll("");
    return TAG.matcher(passive)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    SCRIPT_URL
                        .matcher(HANDLER.matcher(tag.group()).replaceAll(""))
                        .replaceAll("$1about:")));
  }

  /** What a person reads. */
  static String toPlain(String html) {
    String text =
        ACTIVE
            .matcher(html)
            .replaceAll("")
            .replaceAll("(?is)<(head|style)\\b[^>]*>.*?</\\1\\s*>", "")
            .replaceAll("(?i)<br\\s*/?>", "\n")
            .replaceAll("(?i)<li\\b[^>]*>", "- ")
            .replaceAll("(?i)</(p|div|li|tr|h[1-6]|ul|ol|table)\\s*>", "\n")
            .replaceAll("</?[a-zA-Z][^<>]*>|(?s)<!--.*?-->", "");
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
