package org.tandemsync.convert.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.zone.KnownZones;

/**
 * What a VTIMEZONE says. Onsets are computed for the year that is asked about, never counted up
 * from DTSTART: eM Client starts its rules in the year 1.
 */
final class VTimeZone {
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?");
  private static final Pattern DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  /** The whole history of a zone has some hundred; each time of a resource looks at all of them. */
  private static final int MOST_OBSERVANCES = 1000;

  /** Rules are worked out for each of these times. */
  private static final int MOST_RULES = 100;

  /** The definitions that were read last: a server's resources have the same few. */
  private static final Map<String, VTimeZone> READ =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, VTimeZone> eldest) {
              return size() > 64;
            }
          });

  private static final int LONGEST_REMEMBERED = 8192;

  /** The year of RFC 2445; nobody wrote definitions before. */
  private static final int FIRST_YEAR = 1998;

  /** Outlook and Exchange write rules from the start of Windows' time on. */
  private static final int FIRST_OF_WINDOWS = 1601;

  /** All rules that are known today count in it. */
  private static final int LAST_YEAR = 2030;

  /** Of 36 days of a year: Ramadan in Morocco, for which there is no yearly rule. */
  private static final int SOME_WEEKS = 4;

  private final List<Observance> observances;
  private final Map<InYear, Optional<ZoneId>> recognised = new ConcurrentHashMap<>();
  private final Map<ZoneId, Boolean> zones = new ConcurrentHashMap<>();

  private VTimeZone(List<Observance> observances) {
    this.observances = observances;
  }

  /** For whom, and in which year. */
  private record InYear(ZoneId userZone, int year) {}

  /** A STANDARD or DAYLIGHT. */
  private record Observance(
      LocalDateTime start,
      ZoneOffset from,
      ZoneOffset to,
      @Nullable Yearly rule,
      NavigableSet<LocalDateTime> dates) {

    /** Its last onset not after {@code local}, or null. */
    @Nullable LocalDateTime onset(LocalDateTime local) {
      LocalDateTime latest = start.isAfter(local) ? null : start;
      LocalDateTime date = dates.floor(local);
      if (date != null && (latest == null || date.isAfter(latest))) {
        latest = date;
      }
      if (rule == null || latest == null) {
        return latest;
      }
      LocalDateTime bound = rule.until != null && rule.until.isBefore(local) ? rule.until : local;
      for (int year = bound.getYear(); year >= bound.getYear() - 1; year--) {
        LocalDateTime onset = rule.onset(year, start);
        if (onset != null && !onset.isAfter(bound) && !onset.isBefore(start)) {
          return onset.isAfter(latest) ? onset : latest;
        }
      }
      return latest;
    }
  }

  /** A yearly rule: the n-th weekday of a month, or the weekday among some days of it. */
  private record Yearly(
      int month,
      @Nullable DayOfWeek weekday,
      int position,
      List<Integer> days,
      @Nullable LocalDateTime until) {

    @Nullable LocalDateTime onset(int year, LocalDateTime start) {
      try {
        YearMonth in = YearMonth.of(year, month);
        if (weekday != null && days.isEmpty()) {
          int nth = position == 0 ? 1 : position;
          LocalDate date = in.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
          return date.getMonthValue() == month ? date.atTime(start.toLocalTime()) : null;
        }
        for (int day = 1; day <= in.lengthOfMonth(); day++) {
          LocalDateTime onset = in.atDay(day).atTime(start.toLocalTime());
          if (matches(onset)) {
            return onset;
          }
        }
        return null;
      } catch (DateTimeException outOfRange) {
        return null;
      }
    }

    private boolean matches(LocalDateTime onset) {
      boolean dayMatches =
          days.isEmpty()
              || days.contains(onset.getDayOfMonth())
              || days.contains(onset.getDayOfMonth() - YearMonth.from(onset).lengthOfMonth() - 1);
      if (weekday == null) {
        return dayMatches;
      }
      return onset.getDayOfWeek() == weekday
          && dayMatches
          && (position == 0
              || onset
                  .toLocalDate()
                  .equals(
                      onset
                          .toLocalDate()
                          .with(TemporalAdjusters.dayOfWeekInMonth(position, weekday))));
    }
  }

  /** Reads what can be read; sections that make no sense are left out. */
  static VTimeZone read(Component zone) {
    String text = zone.text();
    if (text.length() > LONGEST_REMEMBERED) {
      return parsed(zone);
    }
    VTimeZone known = READ.get(text);
    if (known == null) {
      known = parsed(zone);
      READ.put(text, known);
    }
    return known;
  }

  private static VTimeZone parsed(Component zone) {
    List<Observance> observances = new ArrayList<>();
    int rules = 0;
    for (Component section : zone.components()) {
      rules += section.first("RRULE") == null ? 0 : 1;
      if (observances.size() == MOST_OBSERVANCES || rules > MOST_RULES) {
        break;
      }
      if (section.is("STANDARD") || section.is("DAYLIGHT")) {
        observance(section).ifPresent(observances::add);
      }
    }
    return new VTimeZone(observances);
  }

  private static Optional<Observance> observance(Component section) {
    ContentLine start = section.first("DTSTART");
    Optional<ZoneOffset> to = offset(section.first("TZOFFSETTO"));
    Optional<DateTimeValue> at =
        start == null ? Optional.empty() : DateTimeValue.parse(start.value());
    if (to.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    ZoneOffset from = offset(section.first("TZOFFSETFROM")).orElse(to.get());
    NavigableSet<LocalDateTime> dates = new TreeSet<>();
    for (ContentLine line : section.lines("RDATE")) {
      for (String value : line.value().split(",", -1)) {
        DateTimeValue.parse(value).ifPresent(d -> dates.add(d.wall()));
      }
    }
    ContentLine rule = section.first("RRULE");
    return Optional.of(
        new Observance(
            at.get().wall(),
            from,
            to.get(),
            rule == null ? null : yearly(RuleParts.parse(rule.value()), at.get(), from),
            dates));
  }

  private static @Nullable Yearly yearly(RuleParts rule, DateTimeValue start, ZoneOffset from) {
    if (!rule.get("FREQ").equals("YEARLY")) {
      return null;
    }
    int month = start.date().getMonthValue();
    Optional<List<Integer>> months = rule.numbers("BYMONTH");
    if (months.isPresent() && months.get().size() == 1) {
      month = months.get().getFirst();
    }
    List<Integer> days = rule.numbers("BYMONTHDAY").orElse(List.of());
    Matcher day = DAY.matcher(rule.get("BYDAY"));
    boolean byDay = day.matches();
    if (!byDay && days.isEmpty()) {
      days = List.of(start.date().getDayOfMonth());
    }
    int position =
        byDay && day.group(1) != null ? Integer.parseInt(day.group(1).replace("+", "")) : 0;
    LocalDateTime until =
        DateTimeValue.parse(rule.get("UNTIL"))
            .map(u -> u.utc() ? u.wall().plusSeconds(from.getTotalSeconds()) : u.wall())
            .orElse(null);
    return month < 1 || month > 12
        ? null
        : new Yearly(month, byDay ? Weekdays.of(day.group(2)) : null, position, days, until);
  }

  private static Optional<ZoneOffset> offset(@Nullable ContentLine line) {
    Matcher m = OFFSET.matcher(line == null ? "" : line.value().strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    int seconds =
        Integer.parseInt(m.group(2)) * 3600
            + Integer.parseInt(m.group(3)) * 60
            + (m.group(4) == null ? 0 : Integer.parseInt(m.group(4)));
    try {
      return Optional.of(ZoneOffset.ofTotalSeconds(m.group(1).equals("-") ? -seconds : seconds));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /** The offset at a local time, or null before the first onset: it says nothing about that. */
  @Nullable ZoneOffset offsetAt(LocalDateTime local) {
    LocalDateTime latest = null;
    ZoneOffset offset = null;
    for (Observance observance : observances) {
      LocalDateTime onset = observance.onset(local);
      if (onset != null && (latest == null || onset.isAfter(latest))) {
        latest = onset;
        offset = observance.to;
      }
    }
    return offset;
  }

  /** Whether it says nothing at all. */
  boolean isEmpty() {
    return observances.isEmpty();
  }

  /** The only offset there ever is, or null. */
  @Nullable ZoneOffset fixedOffset() {
    List<ZoneOffset> offsets = observances.stream().map(Observance::to).distinct().toList();
    return offsets.size() == 1 ? offsets.getFirst() : null;
  }

  /** The zone that has the same offsets in that year, the person's own first. */
  Optional<ZoneId> recognised(ZoneId userZone, int year) {
    return recognised.computeIfAbsent(
        new InYear(userZone, year),
        _ -> KnownZones.matching(userZone, zone -> agreesWith(zone, year)));
  }

  /**
   * Whether it defines that zone: it has the rules of some year, of today or when it was written.
   */
  boolean isOf(ZoneId zone) {
    return zones.computeIfAbsent(zone, this::hasRulesOf);
  }

  /**
   * Whether it leaves out most of the zone's years: many programs write nothing but the half of the
   * year that is in force, or the changes right before and after the event.
   */
  boolean isShortFor(ZoneId zone) {
    return isHalfOf(zone) || isSomeChangesOf(zone);
  }

  private boolean isHalfOf(ZoneId zone) {
    ZoneOffset only = fixedOffset();
    for (int year = LAST_YEAR; only != null && year >= FIRST_YEAR; year--) {
      LocalDateTime winter = LocalDateTime.of(year, 1, 15, 12, 0);
      if (zone.getRules().getOffset(winter).equals(only)
          || zone.getRules().getOffset(winter.plusMonths(6)).equals(only)) {
        return true;
      }
    }
    return false;
  }

  /** A day later: some write the hour of a change by the wrong clock. */
  private boolean isSomeChangesOf(ZoneId zone) {
    return observances.stream()
        .allMatch(
            o ->
                o.rule == null
                    && o.dates.isEmpty()
                    && zone.getRules().getOffset(o.start.plusDays(1)).equals(o.to));
  }

  /** Whether it has one offset, from the first year that Windows knows. */
  boolean isFixedByWindows() {
    return fixedOffset() != null
        && observances.stream().allMatch(o -> o.start.getYear() == FIRST_OF_WINDOWS);
  }

  private boolean hasRulesOf(ZoneId zone) {
    for (int year = LAST_YEAR; year >= FIRST_YEAR; year--) {
      if (differsAtMost(SOME_WEEKS, zone, year)) {
        return true;
      }
    }
    return false;
  }

  /** Whether its offsets in that year are those of the zone. */
  boolean agreesWith(ZoneId zone, int year) {
    return differsAtMost(0, zone, year);
  }

  private boolean differsAtMost(int most, ZoneId zone, int year) {
    int different = 0;
    for (int month = 1; month <= 12; month++) {
      for (int day = 3; day <= 28; day += 12) {
        LocalDateTime noon = LocalDateTime.of(year, month, day, 12, 0);
        if (!zone.getRules().getOffset(noon).equals(offsetAt(noon)) && ++different > most) {
          return false;
        }
      }
    }
    return true;
  }
}
