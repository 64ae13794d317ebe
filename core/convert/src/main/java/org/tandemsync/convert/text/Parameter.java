package org.tandemsync.convert.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A parameter of a content line.
 *
 * @param name in upper case; empty for the bare words of vCard 2.1 ({@code TEL;CELL;VOICE})
 * @param values unquoted, RFC 6868 carets decoded
 * @param text as it is written, without the semicolon before it
 */
public record Parameter(String name, List<String> values, String text) {
  public Parameter {
    values = List.copyOf(values);
  }

  /** Whether that is one of its values, ignoring case. */
  boolean says(String value) {
    for (String one : values) {
      if (one.equalsIgnoreCase(value)) {
        return true;
      }
    }
    return false;
  }

  /** A new parameter; values are quoted and their special characters encoded as needed. */
  public static Parameter of(String name, List<String> values) {
    StringBuilder text = new StringBuilder(name).append('=');
    for (int i = 0; i < values.size(); i++) {
      text.append(i > 0 ? "," : "").append(encode(values.get(i)));
    }
    return new Parameter(name.toUpperCase(Locale.ROOT), values, text.toString());
  }

  /** A parameter as read from {@code text}, which has no unquoted semicolon or colon. */
  static Parameter parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return new Parameter("", List.of(text.strip()), text);
    }
    String name = text.substring(0, equals).strip().toUpperCase(Locale.ROOT);
    int from = equals + 1;
    if (text.indexOf(',', from) < 0) {
      return new Parameter(name, List.of(decode(text.substring(from))), text);
    }
    List<String> values = new ArrayList<>();
    boolean quoted = false;
    for (int i = from; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) == '"') {
        quoted = !quoted;
      }
      if (i == text.length() || (text.charAt(i) == ',' && !quoted)) {
        values.add(decode(text.substring(from, i)));
        from = i + 1;
      }
    }
    return new Parameter(name, values, text);
  }

  private static String decode(String written) {
    String value = written.strip();
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      value = value.substring(1, value.length() - 1);
    }
    if (value.indexOf('^') < 0) {
      return value;
    }
    StringBuilder decoded = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
      if (c == '^' && (next == 'n' || next == '^' || next == '\'')) {
        decoded.append(next == 'n' ? '\n' : next == '^' ? '^' : '"');
        i++;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length() + 2);
    boolean quote = !value.equals(value.strip()) || value.isEmpty(); // blanks at the ends get lost
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '^' -> encoded.append("^^");
        case '\n' -> encoded.append("^n");
        case '"' -> encoded.append("^'");
        default -> {
          if ((c >= ' ' && c != 127) || c == '\t') {
            encoded.append(c);
          }
        }
      }
      quote |= c == ',' || c == ';' || c == ':';
    }
    return quote ? "\"" + encoded + "\"" : encoded.toString();
  }
}
