package org.tandemsync.testkit.server;

import java.util.Locale;

/**
 * A content line of iCalendar or vCard, unfolded, only as far apart as filters need.
 *
 * @param name upper case, without a vCard group
 * @param parameters as written, without the first semicolon
 */
record ContentLine(String name, String parameters, String value) {

  static ContentLine parse(String line) {
    boolean quoted = false;
    int nameEnd = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && nameEnd < 0) {
        nameEnd = i;
      } else if (c == ':' && !quoted) {
        int end = nameEnd < 0 ? i : nameEnd;
        return new ContentLine(
            plainName(line.substring(0, end)),
            nameEnd < 0 ? "" : line.substring(nameEnd + 1, i),
            line.substring(i + 1));
      }
    }
    return new ContentLine(plainName(line), "", "");
  }

  /** The value of a parameter, without quotes; empty when there is none. */
  String parameter(String wanted) {
    for (String parameter : parameters.split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).equalsIgnoreCase(wanted)) {
        return parameter.substring(equals + 1).replace("\"", "");
      }
    }
    return "";
  }

  private static String plainName(String name) {
    return name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT);
  }
}
