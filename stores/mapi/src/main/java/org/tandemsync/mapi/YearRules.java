package org.tandemsync.mapi;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a Java zone as Windows has them: for each year one distance from UTC, and at most
 * one summer between two changes. A year that is otherwise (Ramadan within a summer) has only the
 * distance of the time that matters.
 */
final class YearRules {
  /** Which of the days of a month a change is: often two at once, the fourth and the last. */
  private enum Week {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    LAST
  }

  /** The change of one year, with all the weeks that it can be said to be in. */
  private record Turn(Month month, DayOfWeek day, int secondOfDay, Set<Week> weeks) {
    static Turn of(LocalDateTime clock) {
      int dayOfMonth = clock.getDayOfMonth();
      Set<Week> weeks = EnumSet.noneOf(Week.class);
      if (dayOfMonth <= 28) {
        weeks.add(Week.values()[(dayOfMonth - 1) / 7]);
      }
      if (dayOfMonth > clock.toLocalDate().lengthOfMonth() - 7) {
        weeks.add(Week.LAST);
      }
      return new Turn(
          clock.getMonth(), clock.getDayOfWeek(), clock.toLocalTime().toSecondOfDay(), weeks);
    }

    /** The change that is this one in its year and the other in its own, or null. */
    @Nullable Turn both(Turn other) {
      Set<Week> shared = EnumSet.copyOf(weeks);
      shared.retainAll(other.weeks);
      boolean same = month == other.month && day == other.day && secondOfDay == other.secondOfDay;
      return same && !shared.isEmpty() ? new Turn(month, day, secondOfDay, shared) : null;
    }

    ZoneRule.Change change() {
      int week = weeks.contains(Week.LAST) ? 5 : weeks.iterator().next().ordinal() + 1;
      return new ZoneRule.Change(0, month, day, week, 1000 * secondOfDay);
    }
  }

  /** The year, in minutes that are added to local time to get UTC; turns are both there or none. */
  private record Year(
      int first, int bias, int daylightBias, @Nullable Turn standard, @Nullable Turn daylight) {
    /** A rule for this year and the next one, or null. */
    @Nullable Year with(Year next) {
      if (bias != next.bias || daylightBias != next.daylightBias) {
        return null;
      }
      if (standard == null || daylight == null || next.standard == null || next.daylight == null) {
        return standard == null && next.standard == null ? this : null;
      }
      Turn winter = standard.both(next.standard);
      Turn summer = daylight.both(next.daylight);
      return winter == null || summer == null
          ? null
          : new Year(first, bias, daylightBias, winter, summer);
    }

    ZoneRule rule(boolean only, boolean effective) {
      return new ZoneRule(
          effective ? ZoneRule.EFFECTIVE : 0,
          only ? ZoneRule.ALWAYS : first,
          ZoneRule.UNUSED,
          bias,
          0,
          daylightBias,
          standard == null ? null : standard.change(),
          daylight == null ? null : daylight.change());
    }
  }

  /** The most that summer differs from winter. */
  private static final Duration MOST = Duration.ofHours(3);

  private final ZoneRules rules;
  private final Instant when;

  private YearRules(ZoneRules rules, Instant when) {
    this.rules = rules;
    this.when = when;
  }

  /**
   * The rules of some years.
   *
   * @param when the time that matters; the rule of its year is the one in effect
   */
  static List<ZoneRule> of(ZoneId zone, int fromYear, int toYear, Instant when) {
    YearRules of = new YearRules(zone.getRules(), when);
    List<Year> years = new ArrayList<>();
    for (int i = fromYear; i <= toYear; i++) {
      Year year = of.year(i);
      Year together = years.isEmpty() ? null : years.getLast().with(year);
      if (together == null) {
        years.add(year);
      } else {
        years.set(years.size() - 1, together);
      }
    }
    int effective = 0;
    int now = of.rules.getOffset(when).getTotalSeconds();
    int yearOfWhen =
        LocalDateTime.ofEpochSecond(when.getEpochSecond() + now, 0, ZoneOffset.UTC).getYear();
    List<ZoneRule> result = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      effective = years.get(i).first <= yearOfWhen ? i : effective;
    }
    for (int i = 0; i < years.size(); i++) {
      result.add(years.get(i).rule(years.size() == 1, i == effective));
    }
    return result;
  }

  private Year year(int year) {
    List<ZoneOffsetTransition> changes = changes(year);
    return switch (changes.size()) {
      case 0 -> fixed(year, rules.getOffset(middle(year)));
      case 1 -> once(year, changes.getFirst());
      case 2 -> twice(year, changes.getFirst(), changes.getLast());
      default -> undescribed(year);
    };
  }

  /** A summer, and not a move of the date line. */
  private static boolean isSummer(ZoneOffsetTransition change) {
    return change.getDuration().abs().compareTo(MOST) <= 0;
  }

  /** The changes of clocks in a year of local time. */
  private List<ZoneOffsetTransition> changes(int year) {
    List<ZoneOffsetTransition> found = new ArrayList<>();
    Instant at = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    at = at.minus(2, ChronoUnit.DAYS);
    while (true) {
      ZoneOffsetTransition next = rules.nextTransition(at);
      if (next == null || next.getDateTimeBefore().getYear() > year) {
        return found;
      }
      if (next.getDateTimeBefore().getYear() == year
          && bias(next.getOffsetBefore()) != bias(next.getOffsetAfter())) {
        found.add(next);
      }
      at = next.getInstant();
    }
  }

  /** Windows counts minutes, and before 1900 local times had seconds. */
  private static int bias(ZoneOffset offset) {
    return -Math.floorDiv(offset.getTotalSeconds() + 30, 60);
  }

  private static Instant middle(int year) {
    return LocalDate.of(year, 7, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Year fixed(int year, ZoneOffset offset) {
    return new Year(year, bias(offset), 0, null, null);
  }

  private Year undescribed(int year) {
    boolean matters = when.atOffset(rules.getOffset(when)).getYear() == year;
    return fixed(year, rules.getOffset(matters ? when : middle(year)));
  }

  /** A year that begins otherwise than it ends: half of a summer, as Windows says it. */
  private Year once(int year, ZoneOffsetTransition change) {
    LocalDateTime newYear = LocalDateTime.of(year, 1, 1, 0, 0);
    if (change.getDateTimeBefore().equals(newYear)) {
      return fixed(year, change.getOffsetAfter());
    }
    if (!isSummer(change)) {
      return undescribed(year);
    }
    Turn begin = Turn.of(newYear);
    Turn turn = Turn.of(change.getDateTimeBefore());
    return change.isGap()
        ? summer(year, change.getOffsetBefore(), change.getOffsetAfter(), begin, turn)
        : summer(year, change.getOffsetAfter(), change.getOffsetBefore(), turn, begin);
  }

  private Year twice(int year, ZoneOffsetTransition a, ZoneOffsetTransition b) {
    if (a.isGap() == b.isGap()
        || !isSummer(a)
        || bias(b.getOffsetAfter()) != bias(a.getOffsetBefore())) {
      return undescribed(year);
    }
    ZoneOffsetTransition up = a.isGap() ? a : b;
    ZoneOffsetTransition down = a.isGap() ? b : a;
    return summer(
        year,
        up.getOffsetBefore(),
        up.getOffsetAfter(),
        Turn.of(down.getDateTimeBefore()),
        Turn.of(up.getDateTimeBefore()));
  }

  private static Year summer(
      int year, ZoneOffset winter, ZoneOffset summer, Turn standard, Turn daylight) {
    return new Year(year, bias(winter), bias(summer) - bias(winter), standard, daylight);
  }
}
