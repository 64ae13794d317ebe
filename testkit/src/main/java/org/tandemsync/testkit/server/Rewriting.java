package org.tandemsync.testkit.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What servers make of the bodies they are given. */
public final class Rewriting {
  private Rewriting() {}

  /** Unknown properties (X-...) are dropped, so that a client's own marks do not stay. */
  public static UnaryOperator<String> dropsExtensions() {
    return keepingLines(line -> !name(line).startsWith("X-"));
  }

  /** The properties of each component are sorted by name (Radicale). */
  public static UnaryOperator<String> sortsProperties() {
    return Rewriting::sorted;
  }

  /** A property is added before each end of a component of this kind. */
  public static UnaryOperator<String> adds(String component, String line) {
    return text ->
        text.replace("END:" + component + "\r\n", line + "\r\nEND:" + component + "\r\n");
  }

  /**
   * CLASS:PUBLIC is added, VERSION:4.0 becomes 3.0, group names become upper case, the last line
   * end is dropped (SOGo).
   */
  public static UnaryOperator<String> likeSogo() {
    return text -> {
      String added = text.contains("\nCLASS:") ? text : adds("VEVENT", "CLASS:PUBLIC").apply(text);
      StringBuilder out = new StringBuilder();
      for (String line : logicalLines(added.replace("VERSION:4.0", "VERSION:3.0"))) {
        int dot = line.indexOf('.');
        boolean grouped = dot > 0 && line.substring(0, dot).matches("[A-Za-z0-9-]+");
        out.append(out.isEmpty() ? "" : "\r\n")
            .append(grouped ? line.substring(0, dot).toUpperCase(Locale.ROOT) : "")
            .append(grouped ? line.substring(dot) : line);
      }
      return out.toString();
    };
  }

  /** What follows an unescaped comma in a text is lost (Radicale). */
  public static UnaryOperator<String> losesTextAfterBareCommas() {
    return text -> {
      StringBuilder out = new StringBuilder();
      for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n")) {
        boolean isText = name(line).matches("SUMMARY|LOCATION|DESCRIPTION|FN|NICKNAME|NOTE");
        String kept = isText ? line.replaceFirst("(?<!\\\\),.*", "") : line;
        out.append(kept).append("\r\n");
      }
      return out.toString();
    };
  }

  private static UnaryOperator<String> keepingLines(Predicate<String> kept) {
    return text -> {
      StringBuilder out = new StringBuilder();
      logicalLines(text).stream().filter(kept).forEach(line -> out.append(line).append("\r\n"));
      return out.toString();
    };
  }

  private static String sorted(String text) {
    StringBuilder out = new StringBuilder();
    List<String> run = new ArrayList<>();
    for (String line : logicalLines(text)) {
      if (line.startsWith("BEGIN:") || line.startsWith("END:")) {
        run.sort(Comparator.comparing(Rewriting::name));
        run.forEach(l -> out.append(l).append("\r\n"));
        run.clear();
        out.append(line).append("\r\n");
      } else {
        run.add(line);
      }
    }
    return out.toString();
  }

  /** The content lines, each still folded as it was. */
  private static List<String> logicalLines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (!lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
        lines.set(lines.size() - 1, lines.getLast() + "\r\n" + line);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String name(String line) {
    return ContentLine.parse(line).name();
  }
}
