package org.tandemsync.convert.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * A zone that has the name of a Windows zone together with others. The name means the rules of the
 * one that stands for them all: in years in which the two differ (Almaty and Tashkent up to 2024)
 * it would say another time.
 *
 * @param differing the years after {@link #FIRST} in which they do
 */
record SharedName(BitSet differing) {
  /** Before it clocks were set by the sun, in every town by its own. */
  private static final int FIRST = 1900;

  /** What the clocks of a year begin or end with may be in another one elsewhere. */
  private static final Duration NEW_YEAR = Duration.ofDays(1);

  static SharedName of(ZoneId zone, ZoneId standsFor) {
    BitSet differing = new BitSet();
    ZoneRules own = zone.getRules();
    ZoneRules named = standsFor.getRules();
    if (!own.equals(named)) {
      TreeSet<Instant> changes = new TreeSet<>();
      Instant begin = newYear(FIRST);
      Instant end = newYear(Years.LAST + 1);
      changes.add(begin);
      changes.add(end);
      changes(own, begin, end, changes);
      changes(named, begin, end, changes);
      Instant from = begin;
      for (Instant to : changes.tailSet(begin, false)) {
        if (!own.getOffset(from).equals(named.getOffset(from))) {
          differing.set(year(from.minus(NEW_YEAR)), year(to.plus(NEW_YEAR)) + 1);
        }
        from = to;
      }
    }
    return new SharedName(differing);
  }

  private static void changes(ZoneRules rules, Instant begin, Instant end, TreeSet<Instant> into) {
    for (ZoneOffsetTransition next = rules.nextTransition(begin);
        next != null && next.getInstant().isBefore(end);
        next = rules.nextTransition(next.getInstant())) {
      into.add(next.getInstant());
    }
  }

  private static Instant newYear(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static int year(Instant at) {
    return Math.clamp(at.atOffset(ZoneOffset.UTC).getYear() - FIRST, 0, Years.LAST - FIRST);
  }

  /** Whether the name says the right times in all of these years. */
  boolean fits(Years years) {
    int from = Math.clamp(years.from() - FIRST, 0, Years.LAST - FIRST);
    int to = Math.clamp(years.to() - FIRST, 0, Years.LAST - FIRST);
    int first = differing.nextSetBit(from);
    return first < 0 || first > to;
  }
}
