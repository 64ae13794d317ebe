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
      if (parsed.name().equals("BEGIN")) {
        if (root != null || open.size() >= DEEPEST) {
          return Optional.empty();
        }
        open.push(new Component(named(parsed), new ArrayList<>(), new ArrayList<>()));
      } else if (open.isEmpty()) {
        return Optional.empty();
      } else if (parsed.name().equals("END")) {
        Component done = open.pop();
        if (!done.name.equals(named(parsed))) {
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

  private static String named(ContentLine line) {
    return line.value().strip().toUpperCase(Locale.ROOT);
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
    for (int from = 0, next; from <= text.length(); from = next) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : feed;
      next = end + 1;
      boolean returns = feed > from && text.charAt(feed - 1) == '\r';
      end = returns ? end - 1 : end;
      boolean folded = from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
      if (!folded) {
        if (!last.isEmpty()) {
          lines.add(last.toString());
        }
        last.setLength(0);
      }
      last.append(text, folded ? from + 1 : from, end);
    }
    if (!last.isEmpty()) {
      lines.add(last.toString());
    }
    return lines;
  }
}
