package org.tandemsync.convert.text;

import java.util.ArrayList;
import java.util.List;

/** TEXT values and what is made of them (RFC 5545 3.3.11, RFC 6350 3.4). */
public final class TextValue {
  private TextValue() {}

  /** The {@linkplain #legal legal part} of the text as TEXT. */
  public static String escape(String text) {
    String legal = legal(text);
    if (isEscaped(legal)) {
      return legal;
    }
    StringBuilder escaped = new StringBuilder(legal.length() + 16);
    for (int i = 0; i < legal.length(); i++) {
      char c = legal.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case ',' -> escaped.append("\\,");
        case ';' -> escaped.append("\\;");
        case '\n' -> escaped.append("\\n");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Whether there is nothing to escape in it, as in most texts. */
  private static boolean isEscaped(String legal) {
    return legal.indexOf('\\') < 0
        && legal.indexOf(',') < 0
        && legal.indexOf(';') < 0
        && legal.indexOf('\n') < 0;
  }

  /**
   * What remains of the text on the wire: without control characters other than line feed and tab,
   * and without halves of surrogate pairs.
   */
  public static String legal(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(TextValue::isLegal).forEach(legal::appendCodePoint);
    return legal.length() == text.length() ? text : legal.toString();
  }

  /** Whether every character can stay without looking at its neighbour. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n') || c == 0x7F || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLegal(int point) {
    boolean control = (point < ' ' && point != '\t' && point != '\n') || point == 0x7F;
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !control && !lone && point != 0xFFFE && point != 0xFFFF;
  }

  /**
   * The text that a TEXT value stands for. An unnecessary {@code \:} is read as the colon; a
   * backslash before anything else stands for itself.
   */
  public static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char next = c == '\\' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
      switch (next) {
        case 'n', 'N' -> text.append('\n');
        case '\\', ',', ';', ':', '"' -> text.append(next);
        default -> text.append(c);
      }
      i += "nN\\,;:\"".indexOf(next) >= 0 ? 1 : 0;
    }
    return text.toString();
  }

  /** Takes a list or structured value apart at the separators that are not escaped. */
  public static List<String> split(String value, char separator) {
    List<String> pieces = new ArrayList<>();
    if (value.indexOf(separator) < 0) {
      pieces.add(value);
      return pieces;
    }
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == separator) {
        pieces.add(value.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(value.substring(from));
    return pieces;
  }

  /** The components of a structured value, each a list of unescaped texts. */
  public static List<List<String>> structured(String value) {
    return split(value, ';').stream()
        .map(c -> split(c, ',').stream().map(TextValue::unescape).toList())
        .toList();
  }

  /** A structured value of these components. */
  public static String structure(List<List<String>> components) {
    return String.join(";", components.stream().map(TextValue::list).toList());
  }

  /** A comma-separated list of these texts. */
  public static String list(List<String> texts) {
    return String.join(",", texts.stream().map(TextValue::escape).toList());
  }
}
