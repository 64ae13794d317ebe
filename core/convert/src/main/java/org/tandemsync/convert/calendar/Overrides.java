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
    if (series.overrides().isEmpty()) {
      into.exceptions(List.of());
      return;
    }
    Appointment base = complete.read(from, Appointment.builder(), context);
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    series
        .overrides()
        .forEach(
            (date, component) ->
                exceptions.add(
                    new ExceptionalOccurrence(
                        original(date, series), read(component, base, from, context))));
    into.exceptions(exceptions);
  }

  private static LocalDateTime original(LocalDate date, Series series) {
    Moment start = series.start();
    return start == null ? date.atStartOfDay() : date.atTime(start.wall().toLocalTime());
  }

  private Appointment read(
      Component override, Appointment base, Component master, Context context) {
    Series series = context.series();
    Context inside = context.forOverrideOf(master, series == null ? Series.NONE : series);
    return occurrence.read(override, base.toBuilder().uid(CalendarText.uid(override)), inside);
  }

  @Override
  public void write(Appointment item, Component master, Context context) {
    Series read = context.series() == null ? Series.NONE : context.series();
    Series now = SeriesReader.read(master, master.first("DTSTART"), List.of(), context);
    Series series =
        new Series(now.start(), now.recurrence(), now.inUtc(), read.overrides(), read.cancelled());
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
    Context inside = context.forOverrideOf(master, series);
    wanted.forEach(
        (date, occurrenceWanted) -> {
          Component present = series.overrides().getOrDefault(date, series.cancelled().get(date));
          if (present == null) {
            create(date, occurrenceWanted, item, master, context);
          } else {
            Appointment before = read(present, base, master, context);
            occurrence.edit(before, occurrenceWanted, present, inside);
            Appointment after = read(present, base, master, context);
            occurrence.edit(after, occurrenceWanted, present, inside);
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
    ContentLine startLine = master.lines("DTSTART").getFirst();
    Moment start = TimeLine.read(startLine, Zone.UTC, context).orElseThrow();
    override.add(SeriesAlignment.recurrenceId(date, start, startLine, context));
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
    List<Component> present = context.calendar().components("VEVENT");
    context.calendar().addAfter(present.getLast(), override);
  }
}
