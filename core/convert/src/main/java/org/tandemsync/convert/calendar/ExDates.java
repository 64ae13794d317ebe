package org.tandemsync.convert.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;

/** The deleted occurrences of a series. A value is taken by its date in the zone of the series. */
final class ExDates {
  /** By how much the clocks of two zones change against each other in a year. */
  static final Duration MOST_APART = Duration.ofHours(2);

  private ExDates() {}

  /** A value of one of the EXDATE lines. */
  record ExDate(ContentLine line, String value, LocalDate date) {}

  static List<ExDate> read(Component master, Moment start, Context context) {
    List<ExDate> dates = new ArrayList<>();
    for (ContentLine line : master.lines("EXDATE")) {
      for (String value : line.value().split(",", -1)) {
        date(line, value, start, context)
            .ifPresentOrElse(
                date -> dates.add(new ExDate(line, value, date)),
                () -> {
                  if (!value.isBlank()) {
                    context.lose(
                        LossKind.BAD_EXDATE,
                        "recurrence",
                        "line " + line.lineNumber() + ": no date: " + value);
                  }
                });
      }
    }
    return dates;
  }

  /** The date in the zone of the series. */
  static Optional<LocalDate> date(ContentLine line, String value, Moment start, Context context) {
    Optional<DateTimeValue> written = DateTimeValue.parse(value);
    if (written.isEmpty() || written.get().isDate()) {
      return written.map(DateTimeValue::date);
    }
    if (start.isDate()) {
      return Optional.of(Until.dateOfInstant(written.get(), context.userZone()));
    }
    return TimeLine.read(line, value, start.zone(), context)
        .map(
            moment ->
                moment.zone().equals(start.zone()) || isFloating(line, written.get())
                    ? near(moment, start, context)
                    : context
                        .zones()
                        .instant(moment)
                        .atZone(context.zones().rules(start.zone()))
                        .toLocalDate());
  }

  /**
   * The date of the occurrence that it means. By a definition with other rules than the zone's an
   * occurrence shortly before midnight may be said to be after it.
   */
  private static LocalDate near(Moment moment, Moment start, Context context) {
    if (context.zones().isToldOtherwise(start.zone())) {
      for (LocalDate date : List.of(moment.date().minusDays(1), moment.date().plusDays(1))) {
        LocalDateTime occurrence = date.atTime(start.wall().toLocalTime());
        if (Duration.between(occurrence, moment.wall()).abs().compareTo(MOST_APART) <= 0) {
          return date;
        }
      }
    }
    return moment.date();
  }

  private static boolean isFloating(ContentLine line, DateTimeValue value) {
    return !value.utc() && line.parameter("TZID") == null;
  }

  /** Removes these dates from the EXDATE lines. */
  static void remove(Component master, Collection<LocalDate> dates, Moment start, Context context) {
    for (ContentLine line : master.lines("EXDATE")) {
      List<String> kept = new ArrayList<>();
      for (String value : line.value().split(",", -1)) {
        if (date(line, value, start, context).filter(dates::contains).isEmpty()) {
          kept.add(value);
        }
      }
      if (kept.isEmpty()) {
        master.remove(line);
      } else {
        master.replace(line, line.withValue(String.join(",", kept)));
      }
    }
  }

  /** Adds dates in the form of DTSTART: servers compare them as text. */
  static void add(
      Component master,
      Collection<LocalDate> dates,
      Moment start,
      ContentLine startLine,
      Context context) {
    for (LocalDate date : dates) {
      ContentLine line = TimeLine.occurrence("EXDATE", date, start, startLine, context);
      List<ContentLine> present = master.lines("EXDATE");
      ContentLine last = present.isEmpty() ? null : present.getLast();
      if (last == null) {
        master.add(line);
      } else if (last.value().contains(",") && last.parameters().equals(line.parameters())) {
        master.replace(last, last.withValue(last.value() + "," + line.value()));
      } else {
        master.addAfter(last, line);
      }
    }
  }
}
