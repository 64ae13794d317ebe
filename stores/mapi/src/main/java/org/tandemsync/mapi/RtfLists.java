package org.tandemsync.mapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes entries of lists as HTML: RTF has paragraphs with a mark and a depth instead. */
final class RtfLists {
  private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,6}[.)]?");
  private static final Pattern LETTER = Pattern.compile("\\(?[a-zA-Z][.)]");

  private final StringBuilder out;
  private final Deque<Open> open = new ArrayDeque<>();

  /** A list that has begun; its last entry has too. */
  private record Open(int level, String element) {}

  RtfLists(StringBuilder out) {
    this.out = out;
  }

  /**
   * Begins an entry; its text follows.
   *
   * @param mark the number, letter or bullet before it
   * @param style of the paragraph, or ""
   */
  void entry(String mark, int level, String style) {
    String element = NUMBER.matcher(mark).matches() || LETTER.matcher(mark).matches() ? "ol" : "ul";
    while (!open.isEmpty() && !goesInto(open.peek(), level, element)) {
      close();
    }
    Open last = open.peek();
    if (last == null || last.level < level) {
      out.append(last == null ? "" : "\n").append('<').append(element);
      out.append(element.equals("ol") ? numbering(mark) : "").append(">\n");
      open.push(new Open(level, element));
    } else {
      out.append("</li>\n");
    }
    out.append(style.isEmpty() ? "<li>" : "<li style=\"" + style + "\">");
  }

  private static boolean goesInto(Open list, int level, String element) {
    return list.level < level || list.level == level && list.element.equals(element);
  }

  /** Where the list begins, if not with one. */
  private static String numbering(String mark) {
    String number = mark.replaceAll("[().]", "");
    char first = number.charAt(0);
    if (Character.isDigit(first)) {
      int from = Integer.parseInt(number);
      return from == 1 ? "" : " start=\"" + from + "\"";
    }
    char a = Character.isUpperCase(first) ? 'A' : 'a';
    String start = first == a ? "" : " start=\"" + (first - a + 1) + "\"";
    return " type=\"" + a + "\"" + start;
  }

  private void close() {
    out.append("</li>\n</").append(Objects.requireNonNull(open.poll()).element).append('>');
  }

  /** Ends all lists. */
  void end() {
    if (!open.isEmpty()) {
      while (!open.isEmpty()) {
        close();
      }
      out.append('\n');
    }
  }
}
