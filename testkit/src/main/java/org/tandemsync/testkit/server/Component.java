package org.tandemsync.testkit.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A component of iCalendar, or a vCard, only as far apart as filters need. */
record Component(String name, List<ContentLine> lines, List<Component> components) {
  private static final int DEEPEST = 10;

  /** The only root component of a text, or nothing when there is not exactly one, well nested. */
  static Optional<Component> parse(String text) {
    Deque<Component> open = new ArrayDeque<>();
    Component root = null;
    for (String line : unfold(text)) {
      ContentLine parsed = ContentLine.parse(line);
      String value = parsed.value().strip().toUpperCase(Locale.ROOT);
      if (parsed.name().equals("BEGIN")) {
        if (root != null || open.size() >= DEEPEST) {
          return Optional.empty();
        }
        open.push(new Component(value, new ArrayList<>(), new ArrayList<>()));
      } else if (open.isEmpty()) {
        return Optional.empty();
      } else if (parsed.name().equals("END")) {
        Component done = open.pop();
        if (!done.name.equals(value)) {
          return Optional.empty();
        }
        if (open.isEmpty()) {
          root = done;
        } else {
          open.element().components.add(done);
        }
      } else {
        open.element().lines.add(parsed);
      }
    }
    return open.isEmpty() ? Optional.ofNullable(root) : Optional.empty();
  }

  Stream<ContentLine> lines(String wanted) {
    return lines.stream().filter(line -> line.name().equals(wanted));
  }

  Optional<ContentLine> line(String wanted) {
    return lines(wanted).findFirst();
  }

  private static List<String> unfold(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder last = new StringBuilder();
    for (String line : text.split("\r?\n", -1)) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        last.append(line, 1, line.length());
        continue;
      }
      if (!last.isEmpty()) {
        lines.add(last.toString());
      }
      last.setLength(0);
      last.append(line);
    }
    if (!last.isEmpty()) {
      lines.add(last.toString());
    }
    return lines;
  }
}
