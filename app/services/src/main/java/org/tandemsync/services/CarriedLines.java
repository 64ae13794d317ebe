package org.tandemsync.services;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a copy of a resource has what the items of both cannot tell of: the lines of others. */
final class CarriedLines {
  /** What each write sets anew. */
  private static final Set<String> OF_A_WRITE =
      Set.of(
          "DTSTAMP",
          "LAST-MODIFIED",
          "CREATED",
          "SEQUENCE",
          "PRODID",
          "REV",
          "VERSION",
          "X-TANDEM-STAMP");

  private CarriedLines() {}

  /**
   * Whether nothing is lost with the old one. Lines of the standards (RFC 5545, RFC 6350) may be
   * spelled in other words; those that begin with X-, and members of a list, have to be there as
   * they are.
   *
   * @param old null if the store has no such form: then the items are all there is
   */
  static boolean all(@Nullable String old, @Nullable String copy) {
    if (old == null || copy == null) {
      return old == null;
    }
    Set<String> there = lines(copy);
    Set<String> names = there.stream().map(CarriedLines::name).collect(Collectors.toSet());
    for (String line : lines(old)) {
      String name = name(line);
      boolean asIs = name.startsWith("X-") || name.equals("MEMBER");
      boolean kept = there.contains(line) || (!asIs && names.contains(name));
      if (!kept && !OF_A_WRITE.contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> lines(String text) {
    Set<String> lines = new HashSet<>();
    text.replaceAll("\r?\n[ \t]", "").lines().filter(l -> !l.isBlank()).forEach(lines::add);
    return lines;
  }

  /** Without its group (RFC 6350 3.3), which is another one in each spelling. */
  private static String name(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
      end++;
    }
    return line.substring(line.lastIndexOf('.', end) + 1, end).toUpperCase(Locale.ROOT);
  }
}
