package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandemsync.services.ActionLine;

/** Counts actions by what they do and where, to say it in one sentence. */
final class Tally {
  private static final List<String> WRITING =
      List.of("create", "update", "merge", "restore", "move", "delete");

  /** What is held for another reason than that somebody has to approve of it. */
  private static final String LEFT_ALONE = "leave";

  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

  void count(ActionLine line) {
    counts
        .computeIfAbsent(
            line.isLeftAlone() ? LEFT_ALONE : line.shown(), word -> new LinkedHashMap<>())
        .merge(line.side(), 1, Integer::sum);
  }

  /** "3 to create on the server, 1 held", or "nothing to do". */
  String planned() {
    List<String> parts = new ArrayList<>();
    for (String action : WRITING) {
      counts
          .getOrDefault(action, Map.of())
          .forEach((side, n) -> parts.add(n + " to " + action + where(side)));
    }
    add(parts, "link, then ask", "to link, and then to ask about");
    add(parts, "adopt", "to link as they are");
    add(parts, "forget", "to forget, gone on both sides");
    add(parts, "conflict", "in conflict");
    add(parts, "hold", "held");
    add(parts, LEFT_ALONE, "left alone");
    return parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
  }

  private void add(List<String> parts, String action, String words) {
    int n = counts.getOrDefault(action, Map.of()).values().stream().mapToInt(i -> i).sum();
    if (n > 0) {
      parts.add(n + " " + words);
    }
  }

  static String where(String side) {
    return switch (side) {
      case "outlook" -> " in Outlook";
      case "server" -> " on the server";
      default -> " on both sides";
    };
  }

  @Override
  public String toString() {
    return counts.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
