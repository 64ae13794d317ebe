package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * An override with RANGE=THISANDFUTURE (RFC 5545 3.2.13): its occurrence and all after it are as it
 * says, each moved by as much. Outlook has no such thing, so each is shown as a changed one.
 *
 * @param component it stays on the server as it is while other fields are edited
 * @param isDeletion whether it says that none of them takes place
 * @param from the original date of its own occurrence
 * @param dates the original dates of the occurrences that Outlook shows as it says
 * @param notShown the first one that Outlook shows as its series has it, or null
 */
record Following(
    Component component,
    boolean isDeletion,
    LocalDate from,
    SortedSet<LocalDate> dates,
    @Nullable LocalDate notShown) {

  /**
   * Outlook keeps each of them with the series; 999 is its own most of a series that is counted.
   */
  private static final int MOST_SHOWN = 1000;

  /** Outlook's item has its text again for each occurrence. */
  private static final int MOST_CHARACTERS = 100_000;

  static boolean isRange(Component override) {
    ContentLine id = override.first("RECURRENCE-ID");
    return id != null && id.hasParameter("RANGE", "THISANDFUTURE");
  }

  /** The RECURRENCE-ID of such an override. */
  static ContentLine range(ContentLine id) {
    return id.withParameter("RANGE", "THISANDFUTURE");
  }

  /**
   * A later override takes over from an earlier one: both are told from what the series has.
   *
   * @param overrides by the original date of their own occurrence
   * @param rule with the occurrences that are deleted otherwise
   * @param changed the dates that have an override of their own
   */
  static List<Following> of(
      TreeMap<LocalDate, Component> overrides,
      Recurrence rule,
      Set<LocalDate> changed,
      Predicate<Component> isDeletion) {
    if (overrides.isEmpty()) {
      return List.of();
    }
    TreeMap<LocalDate, LocalDate> last = new TreeMap<>();
    TreeMap<LocalDate, LocalDate> notShown = new TreeMap<>();
    TreeMap<LocalDate, SortedSet<LocalDate>> shown = new TreeMap<>();
    LocalDate until = until(overrides.firstKey(), rule);
    overrides.forEach(
        (from, override) -> {
          boolean large = !isDeletion.test(override) && override.text().length() > MOST_CHARACTERS;
          last.put(from, large && from.isBefore(until) ? from : until);
          shown.put(from, new TreeSet<>());
        });
    LocalDate end = last.lastKey().isAfter(until) ? last.lastKey() : until;
    for (LocalDate date : (Iterable<LocalDate>) Occurrences.of(rule).dates()::iterator) {
      LocalDate from = last.floorKey(date);
      if (from != null && date.isAfter(last.get(from))) {
        notShown.putIfAbsent(from, date);
        if (date.isAfter(end)) {
          break;
        }
      } else if (from != null && !changed.contains(date)) {
        Objects.requireNonNull(shown.get(from)).add(date);
      }
    }
    List<Following> all = new ArrayList<>();
    overrides.forEach(
        (from, override) ->
            all.add(
                new Following(
                    override,
                    isDeletion.test(override),
                    from,
                    Objects.requireNonNull(shown.get(from)),
                    notShown.get(from))));
    return all;
  }

  /** Whole years, so that it stays the same when the first change moves on to a later one. */
  private static LocalDate until(LocalDate first, Recurrence rule) {
    LocalDate latest = NearRule.horizon(first);
    LocalDate beyond =
        Occurrences.of(rule)
            .all()
            .dropWhile(date -> date.getYear() < first.getYear())
            .skip(MOST_SHOWN)
            .findFirst()
            .filter(date -> !date.isAfter(latest))
            .orElse(latest.plusYears(1));
    int year = Math.max(first.getYear(), beyond.getYear() - 1);
    return LocalDate.of(year, 12, 31);
  }

  /** Its occurrence's times on another date of the series, by the clock of the series. */
  Timing on(LocalDate date, Timing own, Series series, Context context) {
    long days = ChronoUnit.DAYS.between(from, date);
    Moment start = series.start();
    return own.movedTo(
        start == null || own.allDay() || !isInUtc()
            ? own.start().plusDays(days)
            : later(own.start(), own.startZone(), start.zone(), days, context));
  }

  private boolean isInUtc() {
    ContentLine start = component.first("DTSTART");
    return start != null
        && DateTimeValue.parse(start.value()).map(DateTimeValue::utc).orElse(false);
  }

  private static LocalDateTime later(
      LocalDateTime wall, Zone shown, Zone ofSeries, long days, Context context) {
    ZoneId shownIn = context.zones().rules(shown);
    ZoneId series = context.zones().rules(ofSeries);
    return wall.atZone(shownIn)
        .withZoneSameInstant(series)
        .plusDays(days)
        .withZoneSameInstant(shownIn)
        .toLocalDateTime();
  }

  /**
   * The same override for one occurrence only.
   *
   * @param id its RECURRENCE-ID
   * @param own the times of its own occurrence
   */
  Component forOnly(LocalDate date, ContentLine id, Timing own, Series series, Context context) {
    Component override = component.copy();
    move(override, id, on(date, own, series, context), context);
    return override;
  }

  /** The override begins with a later occurrence. */
  void beginAt(LocalDate date, ContentLine id, Timing own, Series series, Context context) {
    move(component, range(id), on(date, own, series, context), context);
  }

  /** Every line keeps its form. */
  private static void move(Component override, ContentLine id, Timing timing, Context context) {
    override.put(id);
    move(override, "DTSTART", timing.start(), context);
    move(override, "DTEND", timing.end(), context);
  }

  private static void move(Component override, String name, LocalDateTime wall, Context context) {
    Zone utc = context.zoneOfUtc();
    ContentLine line = override.first(name);
    TimeLine.read(line, utc, context)
        .map(form -> new Moment(wall, form.zone(), form.isDate()))
        .ifPresent(moment -> override.put(TimeLine.write(name, line, moment, utc, context)));
  }
}
