package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;

/** The deleted occurrences of a series. A value is taken by its date in the zone of the series. */
final class ExDates {
  private ExDates() {}

  /** A value of one of the EXDATE lines. */
  record ExDate(ContentLine line, String value, LocalDate date) {}

  /**
   * @param beside what means these is left out
   */
  static List<ExDate> read(
      Component master,
      Moment start,
      @Nullable ContentLine startLine,
      DatesBeside beside,
      Context context) {
    List<ExDate> dates = new ArrayList<>();
    for (ContentLine line : master.lines("EXDATE")) {
      for (String value : line.value().split(",", -1)) {
        if (beside.has(line, value, start, context)) {
          continue;
        }
        date(line, value, start, startLine, context)
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

  /**
   * The date in the zone of the series.
   *
   * @param startLine that of the series, or null if it has none
   */
  static Optional<LocalDate> date(
      ContentLine line,
      String value,
      Moment start,
      @Nullable ContentLine startLine,
      Context context) {
    Optional<DateTimeValue> written = DateTimeValue.parse(value);
    if (written.isEmpty() || written.get().isDate()) {
      return written.map(DateTimeValue::date);
    }
    if (start.isDate()) {
      return Optional.of(Until.dateOfInstant(written.get(), context.userZone()));
    }
    // by a definition with other rules an occurrence shortly before midnight may be after it
    Optional<LocalDate> told =
        ToldClock.of(startLine, start, context)
            .flatMap(clock -> clock.date(line, written.get(), context));
    return told.isPresent() ? told : date(line, value, written.get(), start, context);
  }

  private static Optional<LocalDate> date(
      ContentLine line, String value, DateTimeValue written, Moment start, Context context) {
    return TimeLine.read(line, value, start.zone(), context)
        .map(
            moment ->
                moment.zone().equals(start.zone()) || isFloating(line, written)
                    ? moment.date()
                    : context
                        .zones()
                        .instant(moment)
                        .atZone(context.zones().rules(start.zone()))
                        .toLocalDate());
  }

  private static boolean isFloating(ContentLine line, DateTimeValue value) {
    return !value.utc() && line.parameter("TZID") == null;
  }

  /** Removes these dates from the EXDATE lines; what means those beside the rule stays. */
  static void remove(
      Component master,
      Collection<LocalDate> dates,
      Moment start,
      @Nullable ContentLine startLine,
      DatesBeside beside,
      Context context) {
    for (ContentLine line : master.lines("EXDATE")) {
      List<String> kept = new ArrayList<>();
      for (String value : line.value().split(",", -1)) {
        if (beside.has(line, value, start, context)
            || date(line, value, start, startLine, context).filter(dates::contains).isEmpty()) {
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
