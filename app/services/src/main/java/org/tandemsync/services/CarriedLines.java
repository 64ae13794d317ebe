package org.tandemsync.services;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /** Of the standards, but no item holds them; and of members it is not said who they are. */
  private static final Set<String> IN_NO_ITEM =
      Set.of("COMMENT", "CONTACT", "RELATED-TO", "RESOURCES", "MEMBER");

  /** A copy that was made of this very text has every line as it is. */
  static final Predicate<String> NONE = name -> false;

  /** In a copy that somebody else has made, others may stand for the same. */
  static final Predicate<String> OF_THE_STANDARDS =
      name -> !name.startsWith("X-") && !IN_NO_ITEM.contains(name);

  private CarriedLines() {}

  /**
   * Whether nothing is lost with the old one: each line is there as often, or there are as many of
   * its name and they may be put in other words.
   *
   * @param old null if the store has no such form: then the items are all there is
   * @param reworded the names (RFC 5545, RFC 6350) of such lines
   */
  static boolean all(@Nullable String old, @Nullable String copy, Predicate<String> reworded) {
    if (old == null || copy == null) {
      return old == null;
    }
    List<String> before = lines(old);
    List<String> now = lines(copy);
    Map<String, Long> there = counted(now, line -> line);
    Map<String, Long> names = counted(now, CarriedLines::name);
    Map<String, Long> wanted = counted(before, CarriedLines::name);
    return counted(before, line -> line).entrySet().stream()
        .filter(line -> line.getValue() > there.getOrDefault(line.getKey(), 0L))
        .map(line -> name(line.getKey()))
        .allMatch(
            name ->
                OF_A_WRITE.contains(name)
                    || (reworded.test(name)
                        && names.getOrDefault(name, 0L) >= wanted.getOrDefault(name, 0L)));
  }

  /** What an update has put in words of its own. */
  static Predicate<String> changed(@Nullable String before, @Nullable String now) {
    if (before == null || now == null) {
      return NONE;
    }
    Map<String, Long> old = counted(lines(before), line -> line);
    Map<String, Long> there = counted(lines(now), line -> line);
    Set<String> changed = new HashSet<>(old.keySet());
    changed.addAll(there.keySet());
    changed.removeIf(line -> old.getOrDefault(line, 0L).equals(there.getOrDefault(line, 0L)));
    return OF_THE_STANDARDS.and(
        changed.stream().map(CarriedLines::name).collect(Collectors.toSet())::contains);
  }

  private static List<String> lines(String text) {
    return text.replaceAll("\r?\n[ \t]", "").lines().filter(l -> !l.isBlank()).toList();
  }

  private static Map<String, Long> counted(List<String> lines, Function<String, String> by) {
    return lines.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
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
