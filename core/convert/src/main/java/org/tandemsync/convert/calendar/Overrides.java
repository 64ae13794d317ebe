package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Business;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * The changed occurrences of a series: VEVENTs with RECURRENCE-ID beside the master. Those that
 * Outlook cannot hold stay as they are.
 */
final class Overrides implements CalendarProperty<Appointment, Appointment.Builder> {
  private final ComponentLens<Appointment, Appointment.Builder> complete;
  private final ComponentLens<Appointment, Appointment.Builder> occurrence;

  /**
   * @param properties those of a single event
   */
  Overrides(List<CalendarProperty<Appointment, Appointment.Builder>> properties) {
    complete = EventLens.lens(properties);
    occurrence = complete.ofAnOccurrence(Fields.APPOINTMENT);
  }

  @Override
  public Set<String> fields() {
    return Set.of("exceptions");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, Appointment.Builder into, Context context) {
    Series series = context.series();
    if (series == null || series.recurrence() == null) {
      into.exceptions(List.of());
      return;
    }
    if (series.overrides().isEmpty() && series.following().isEmpty()) {
      into.exceptions(List.of());
      return;
    }
    Appointment base = complete.read(from, Appointment.builder(), context);
    Map<LocalDate, Appointment> occurrences = new TreeMap<>();
    series
        .overrides()
        .forEach((date, override) -> occurrences.put(date, read(override, base, from, context)));
    series.following().forEach(range -> occurrences.putAll(read(range, base, from, context)));
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    occurrences.forEach(
        (date, occurrence) ->
            exceptions.add(new ExceptionalOccurrence(original(date, series), occurrence)));
    into.exceptions(exceptions);
  }

  /** The occurrences that are as one override says for all that follow it. */
  private Map<LocalDate, Appointment> read(
      Following range, Appointment base, Component master, Context context) {
    Map<LocalDate, Appointment> shown = new TreeMap<>();
    Series series = context.series();
    if (range.isDeletion() || range.dates().isEmpty() || series == null) {
      return shown;
    }
    Appointment own = read(range.component(), base, master, context);
    for (LocalDate date : range.dates()) {
      Timing timing = range.on(date, own.timing(), series, context);
      shown.put(date, date.equals(range.from()) ? own : own.toBuilder().timing(timing).build());
    }
    // a reminder that was dismissed comes again for a later occurrence
    LocalDate last = range.dates().last();
    Component onLast =
        range.forOnly(last, id(last, master, context), own.timing(), series, context);
    Reminder later = read(onLast, base, master, context).reminder();
    if (!own.reminder().set() && later.set()) {
      shown.replaceAll(
          (date, occurrence) ->
              date.equals(range.from())
                  ? occurrence
                  : occurrence.toBuilder().reminder(later).build());
    }
    return shown;
  }

  /** The RECURRENCE-ID of an occurrence. */
  static ContentLine id(LocalDate date, Component master, Context context) {
    ContentLine startLine = master.lines("DTSTART").getFirst();
    Moment start = TimeLine.read(startLine, Zone.UTC, context).orElseThrow();
    return SeriesAlignment.recurrenceId(date, start, startLine, context);
  }

  private static LocalDateTime original(LocalDate date, Series series) {
    Moment start = series.start();
    return start == null ? date.atStartOfDay() : date.atTime(start.wall().toLocalTime());
  }

  private Appointment read(
      Component override, Appointment base, Component master, Context context) {
    Series series = context.series();
    Context inside = context.forOverrideOf(master, series == null ? Series.NONE : series);
    return occurrence.read(override, base.toBuilder().uid(CalendarText.uid(master)), inside);
  }

  @Override
  public void write(Appointment item, Component master, Context context) {
    Series read = context.series() == null ? Series.NONE : context.series();
    Series now = SeriesReader.read(master, master.first("DTSTART"), List.of(), context);
    Series series =
        new Series(
            now.start(),
            now.recurrence(),
            now.inUtc(),
            now.later(),
            read.overrides(),
            read.cancelled(),
            read.following(),
            now.datesHidden(),
            now.beside());
    context.series(series);
    Map<LocalDate, Appointment> wanted = new TreeMap<>();
    for (ExceptionalOccurrence exception : item.exceptions()) {
      wanted.put(exception.originalStart().toLocalDate(), exception.occurrence());
    }
    series
        .overrides()
        .forEach(
            (date, component) -> {
              if (!wanted.containsKey(date)) {
                context.calendar().remove(component);
              }
            });
    Appointment base = complete.read(master, Appointment.builder(), context);
    Map<LocalDate, Component> present = new TreeMap<>(series.cancelled());
    present.putAll(series.overrides());
    Set<LocalDate> asTheyAre =
        new FollowingEdit(read, occurrence, range -> read(range, base, master, context))
            .apply(wanted, present, master, context);
    Context inside = context.forOverrideOf(master, series);
    wanted.forEach(
        (date, occurrenceWanted) -> {
          Component override = present.get(date);
          if (asTheyAre.contains(date)) {
            return;
          }
          if (override == null) {
            create(date, occurrenceWanted, item, master, context);
          } else {
            Appointment before = read(override, base, master, context);
            occurrence.edit(before, occurrenceWanted, override, inside);
            Appointment after = read(override, base, master, context);
            occurrence.edit(after, occurrenceWanted, override, inside);
          }
        });
  }

  private void create(
      LocalDate date, Appointment wanted, Appointment item, Component master, Context context) {
    Series series = context.series() == null ? Series.NONE : context.series();
    Component override = Component.of("VEVENT");
    ContentLine uid = master.first("UID");
    if (uid != null) {
      override.add(uid);
    }
    override.add(id(date, master, context));
    Appointment shown =
        wanted.toBuilder()
            .sensitivity(item.sensitivity())
            .categories(item.categories())
            .color(item.color())
            .onlineMeetingUrl(item.onlineMeetingUrl())
            .business(Business.NONE) // the series says them
            .userProperties(Map.of())
            .recurrence(null)
            .exceptions(List.of())
            .build();
    complete.write(shown, override, context.forOverrideOf(master, series));
    append(override, context);
  }

  static void append(Component override, Context context) {
    List<Component> present = context.calendar().components("VEVENT");
    context.calendar().addAfter(present.getLast(), override);
  }
}
