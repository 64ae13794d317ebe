package org.tandemsync.mapi.item;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.ZoneFinder;
import org.tandemsync.testkit.items.GeneratedItems;

/** Series whose changed occurrences differ in anything, and of which others are deleted. */
final class GeneratedSeries {
  /** The fields that an occurrence may have otherwise, but for its times. */
  private static final List<String> FIELDS =
      Fields.APPOINTMENT.names().stream()
          .filter(f -> !Set.of("timing", "recurrence", "exceptions").contains(f))
          .toList();

  /** What becomes of one occurrence. */
  private record Change(
      Appointment other,
      Set<String> fields,
      int days,
      int minutes,
      boolean allDay,
      boolean delete) {}

  private GeneratedSeries() {}

  /** Any appointment that a data file can hold. */
  static Arbitrary<Appointment> appointments() {
    return Arbitraries.oneOf(
        GeneratedItems.appointments()
            .filter(GeneratedSeries::isShown)
            .map(GeneratedSeries::withPlainText),
        series());
  }

  /** Clocks show its times: in the hour that spring leaves out it would be an hour later. */
  private static boolean isShown(Appointment item) {
    return isShown(item.timing().start(), item.timing().startZone())
        && isShown(item.timing().end(), item.timing().endZone());
  }

  private static boolean isShown(LocalDateTime clock, Zone zone) {
    ZoneId id = ZoneFinder.javaZone(zone).orElseThrow();
    return clock.atZone(id).toLocalDateTime().equals(clock);
  }

  static Arbitrary<Appointment> series() {
    Arbitrary<Change> change =
        Combinators.combine(
                GeneratedItems.singleAppointments(),
                Arbitraries.of(FIELDS).set().ofMaxSize(6),
                Arbitraries.integers().between(-3, 3),
                Arbitraries.integers().between(-90, 90),
                Arbitraries.of(false, false, true),
                Arbitraries.of(false, false, true))
            .as(Change::new);
    return Combinators.combine(
            GeneratedItems.appointments().filter(a -> a.recurrence() != null && isShown(a)),
            change.list().ofMaxSize(4))
        .as(GeneratedSeries::changed)
        .map(GeneratedSeries::withPlainText);
  }

  private static Appointment changed(Appointment series, List<Change> changes) {
    Recurrence rule = Objects.requireNonNull(series.recurrence());
    List<LocalDate> dates = Occurrences.of(rule).all().limit(20).toList();
    TreeSet<LocalDate> deleted = new TreeSet<>();
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    LocalDate free = LocalDate.MIN;
    for (int i = 0; i < changes.size() && i < dates.size(); i++) {
      Change change = changes.get(i);
      LocalDate date = dates.get(i);
      if (change.delete) {
        deleted.add(date);
        continue;
      }
      LocalDate day = date.plusDays(change.days);
      LocalDate next = i + 1 < dates.size() ? dates.get(i + 1) : LocalDate.MAX;
      boolean fits =
          day.isAfter(free) && day.isBefore(next) && (i == 0 || day.isAfter(dates.get(i - 1)));
      day = fits ? day : date;
      free = day;
      exceptions.add(exception(series, change, date, day));
    }
    return series.toBuilder().recurrence(rule.withDeleted(deleted)).exceptions(exceptions).build();
  }

  private static ExceptionalOccurrence exception(
      Appointment series, Change change, LocalDate date, LocalDate day) {
    Appointment plain = series.toBuilder().recurrence(null).exceptions(List.of()).build();
    LocalDateTime original = date.atTime(series.timing().start().toLocalTime());
    Appointment occurrence = Fields.APPOINTMENT.overlay(plain, change.other, change.fields);
    return new ExceptionalOccurrence(
        original,
        occurrence.toBuilder().timing(timing(series.timing(), change, original, day)).build());
  }

  private static Timing timing(
      Timing series, Change change, LocalDateTime original, LocalDate day) {
    if (change.allDay != series.allDay()) {
      return Timing.allDay(day, day.plusDays(1), series.startZone());
    }
    if (series.allDay()) {
      return Timing.timed(day.atTime(10, 0), day.atTime(11, 30), series.startZone());
    }
    LocalDateTime start = day.atTime(original.toLocalTime().plusMinutes(change.minutes));
    return Timing.timed(
        start, start.plus(ChronoUnit.HOURS.getDuration().multipliedBy(2)), series.startZone());
  }

  /** A body always is read with its plain text, also where only HTML was written. */
  private static Appointment withPlainText(Appointment item) {
    return item.toBuilder()
        .body(withPlainText(item.body()))
        .exceptions(
            item.exceptions().stream()
                .map(
                    e ->
                        new ExceptionalOccurrence(
                            e.originalStart(),
                            e.occurrence().toBuilder()
                                .body(withPlainText(e.occurrence().body()))
                                .build()))
                .toList())
        .build();
  }

  private static Body withPlainText(Body body) {
    return !body.html().isEmpty() && body.plain().isBlank() ? new Body("text", body.html()) : body;
  }
}
