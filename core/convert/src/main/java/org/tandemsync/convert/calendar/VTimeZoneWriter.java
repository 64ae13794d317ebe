package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;

/** Makes the VTIMEZONE of a zone from the rules of {@code java.time}. */
final class VTimeZoneWriter {
  /** How many years of single transitions are written for zones whose rules change every year. */
  private static final int YEARS_AHEAD = 20;

  /** Of the rules of all zones: some hundred, each worked out once. */
  private static final Map<ZoneOffsetTransitionRule, Optional<String>> RECURRENCES =
      new ConcurrentHashMap<>();

  /** Not the day of today, as an item must be written the same every day. */
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  private final ZoneRules rules;
  private final Component zone;

  private VTimeZoneWriter(ZoneRules rules, Component zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * The definition of {@code id}, right from {@code from} on.
   *
   * @param tzid its name in the resource
   */
  static Component write(String tzid, ZoneId id, LocalDateTime from) {
    Component zone = Component.of("VTIMEZONE");
    zone.add(ContentLine.of("TZID", "").withText(tzid)); // the parameter of that name is no TEXT
    new VTimeZoneWriter(id.getRules(), zone).sections(from.atZone(id).toInstant());
    return zone;
  }

  private void sections(Instant from) {
    List<ZoneOffsetTransition> history = rules.getTransitions();
    ZoneOffsetTransition last = history.isEmpty() ? null : history.getLast();
    List<ZoneOffsetTransitionRule> current = rules.getTransitionRules();
    if (current.isEmpty() || last == null) {
      single(from);
      return;
    }
    int firstYear = last.getDateTimeBefore().getYear() + 1;
    Instant settled =
        current.getFirst().createTransition(firstYear).getInstant().isBefore(from)
                && current.getLast().createTransition(firstYear).getInstant().isBefore(from)
            ? from
            : Instant.MIN;
    if (settled.equals(Instant.MIN)) {
      history(from, last.getInstant());
    }
    for (ZoneOffsetTransitionRule rule : current) {
      Optional<String> recur =
          RECURRENCES.computeIfAbsent(rule, r -> Optional.ofNullable(recur(r, firstYear)));
      if (recur.isPresent()) {
        section(rule.createTransition(firstYear), recur.get());
      } else {
        years(rule, Math.max(firstYear, from.atZone(ZoneOffset.UTC).getYear() - 1));
      }
    }
  }

  /** Every transition from the one before {@code from}; for zones that have no lasting rules. */
  private void single(Instant from) {
    ZoneOffsetTransition before = rules.previousTransition(from.plusSeconds(1));
    Instant end = (from.isAfter(NOW) ? from : NOW).plusSeconds(YEARS_AHEAD * 366L * 86_400);
    boolean old = before != null && before.getDateTimeBefore().getYear() < 1970;
    if (before == null || old) {
      standing(from);
    } else {
      section(before, null);
    }
    for (ZoneOffsetTransition t = rules.nextTransition(from);
        t != null && t.getInstant().isBefore(end);
        t = rules.nextTransition(t.getInstant())) {
      section(t, null);
    }
  }

  private void history(Instant from, Instant to) {
    ZoneOffsetTransition first = rules.previousTransition(from.plusSeconds(1));
    if (first == null) {
      standing(from);
      first = rules.nextTransition(from);
    }
    for (ZoneOffsetTransition t = first;
        t != null && !t.getInstant().isAfter(to);
        t = rules.nextTransition(t.getInstant())) {
      section(t, null);
    }
  }

  private void years(ZoneOffsetTransitionRule rule, int firstYear) {
    for (int year = firstYear; year < firstYear + YEARS_AHEAD; year++) {
      section(rule.createTransition(year), null);
    }
  }

  /** One offset for ever. */
  private void standing(Instant from) {
    ZoneOffset offset = rules.getOffset(from);
    int year = Math.min(1970, LocalDateTime.ofInstant(from, offset).getYear());
    section("STANDARD", LocalDateTime.of(year, 1, 1, 0, 0), offset, offset, null);
  }

  private void section(ZoneOffsetTransition t, @Nullable String recur) {
    boolean daylight = rules.isDaylightSavings(t.getInstant());
    section(
        daylight ? "DAYLIGHT" : "STANDARD",
        t.getDateTimeBefore(),
        t.getOffsetBefore(),
        t.getOffsetAfter(),
        recur);
  }

  private void section(
      String name,
      LocalDateTime start,
      ZoneOffset before,
      ZoneOffset after,
      @Nullable String recur) {
    Component section = Component.of(name);
    section.add(ContentLine.of("DTSTART", DateTimeValue.local(start)));
    section.add(ContentLine.of("TZOFFSETFROM", offset(before)));
    section.add(ContentLine.of("TZOFFSETTO", offset(after)));
    if (recur != null) {
      section.add(ContentLine.of("RRULE", recur));
    }
    zone.add(section);
  }

  private static String offset(ZoneOffset offset) {
    String id = offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    return id.replace(":", "");
  }

  /** The yearly rule that has exactly the onsets of 400 years, or null if there is none. */
  private static @Nullable String recur(ZoneOffsetTransitionRule rule, int firstYear) {
    List<ZoneOffsetTransition> onsets = new ArrayList<>();
    for (int year = firstYear; year < firstYear + 400; year++) {
      onsets.add(rule.createTransition(year));
    }
    return recur(onsets);
  }

  /** The yearly rule that has exactly these onsets, or null if there is none. */
  private static @Nullable String recur(List<ZoneOffsetTransition> onsets) {
    LocalDateTime first = onsets.getFirst().getDateTimeBefore();
    DayOfWeek weekday = first.getDayOfWeek();
    int min = 31;
    int max = 1;
    boolean sameWeekday = true;
    boolean sameDay = true;
    for (ZoneOffsetTransition onset : onsets) {
      LocalDateTime local = onset.getDateTimeBefore();
      if (local.getMonth() != first.getMonth()
          || !local.toLocalTime().equals(first.toLocalTime())) {
        return null;
      }
      sameWeekday &= local.getDayOfWeek() == weekday;
      sameDay &= local.getDayOfMonth() == first.getDayOfMonth();
      min = Math.min(min, local.getDayOfMonth());
      max = Math.max(max, local.getDayOfMonth());
    }
    String month = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
    if (sameDay) {
      return month + ";BYMONTHDAY=" + min;
    }
    return sameWeekday && max - min <= 6
        ? month + weekday(YearMonth.from(first), weekday, min, max)
        : null;
  }

  private static String weekday(YearMonth month, DayOfWeek weekday, int min, int max) {
    String name = Weekdays.name(weekday);
    if (max == month.lengthOfMonth() && max - min == 6) {
      return ";BYDAY=-1" + name;
    }
    if (min % 7 == 1 && max - min == 6) {
      return ";BYDAY=" + (min / 7 + 1) + name;
    }
    StringBuilder days = new StringBuilder(";BYDAY=" + name + ";BYMONTHDAY=" + min);
    for (int day = min + 1; day <= max; day++) {
      days.append(',').append(day);
    }
    return days.toString();
  }
}
