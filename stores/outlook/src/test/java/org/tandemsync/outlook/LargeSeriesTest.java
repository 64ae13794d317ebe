package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;

/**
 * A series of which Outlook does not hand over the rule in one piece reads as it does where it
 * comes in one.
 */
class LargeSeriesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");
  private static final Zone NEW_YORK = new Zone("Eastern Standard Time");
  private static final Zone TOKYO = new Zone("Tokyo Standard Time");

  private static Appointment series(Timing timing, Recurrence rule) {
    return Appointment.builder()
        .uid("large")
        .subject("Tea")
        .location("Garden")
        .timing(timing)
        .reminder(Reminder.before(10))
        .recurrence(rule)
        .build();
  }

  private static Timing at(int hour, Zone zone) {
    LocalDateTime start = MONDAY.atTime(hour, 30);
    return Timing.timed(start, start.plusMinutes(90), zone);
  }

  static Stream<Named<Appointment>> series() {
    RecurrencePattern daily = new RecurrencePattern.Daily(1);
    Recurrence endless = Recurrence.of(daily, MONDAY, RecurrenceEnd.NEVER);
    Recurrence hundred = Recurrence.of(daily, MONDAY, new RecurrenceEnd.AfterCount(100));
    return Stream.of(
        Named.of("endless", series(at(9, BERLIN), endless)),
        Named.of("that ends", series(at(9, BERLIN), hundred)),
        Named.of("by another zone's clock", series(at(20, NEW_YORK), hundred)),
        Named.of("of a zone that is a day ahead", series(at(5, TOKYO), hundred)),
        Named.of(
            "of whole days", series(Timing.allDay(MONDAY, MONDAY.plusDays(1), BERLIN), hundred)));
  }

  /** Every third occurrence is deleted, every fourth moved, every fifth renamed. */
  private static Appointment withExceptions(Appointment series, int occurrences) {
    Recurrence rule = Objects.requireNonNull(series.recurrence());
    List<LocalDate> days = Occurrences.of(rule).all().limit(occurrences).toList();
    Set<LocalDate> deleted = new HashSet<>();
    List<ExceptionalOccurrence> changed = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      Timing timing =
          series.timing().movedTo(days.get(i).atTime(series.timing().start().toLocalTime()));
      Appointment one =
          series.toBuilder().recurrence(null).exceptions(List.of()).timing(timing).build();
      LocalDateTime original = timing.start();
      if (i % 3 == 0) {
        deleted.add(days.get(i));
      } else if (i % 4 == 0 && !timing.allDay()) {
        Timing later =
            Timing.timed(
                timing.start().plusMinutes(30), timing.end().plusMinutes(45), timing.startZone());
        changed.add(
            new ExceptionalOccurrence(
                original, one.toBuilder().timing(later).reminder(Reminder.NONE).build()));
      } else if (i % 5 == 0) {
        changed.add(
            new ExceptionalOccurrence(
                original,
                one.toBuilder()
                    .subject("Tea, the " + i + "th")
                    .location("House")
                    .busyStatus(BusyStatus.FREE)
                    .build()));
      }
    }
    return series.toBuilder().recurrence(rule.withDeleted(deleted)).exceptions(changed).build();
  }

  private static Item read(OutlookStore store, ItemId id) {
    Found<Item> found = store.read(List.of(id)).getFirst();
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<Item>) found).replica().item();
  }

  private static ItemId create(OutlookStore store, Appointment item) {
    Stamp stamp = new Stamp(new LinkId("large"), 1);
    Written written =
        store.write(List.of(new Effect.Create<>(item.uid(), item, stamp, "Tea"))).getFirst();
    assertThat(written).isInstanceOf(Written.Done.class);
    return ((Written.Done) written).id();
  }

  @ParameterizedTest
  @MethodSource("series")
  void readsAsWhereItsRuleComesInOnePiece(Appointment plain) {
    Appointment series = withExceptions(plain, 30);
    StandIn outlook = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    try (Application application = outlook.application();
        OutlookStore store =
            new OutlookFolders(application, () -> NOW)
                .open(FolderAddress.parse("calendar"), Family.EVENTS, true)) {
      ItemId id = create(store, series);
      Item inOnePiece = read(store, id);
      assertThat(Projection.EVERYTHING.differing(inOnePiece, series)).isEmpty();
      outlook.rulesAreTooLarge();
      assertThat(read(store, id)).isEqualTo(inOnePiece);
    }
    assertThat(outlook.references()).isZero();
  }

  /** What Microsoft's Exchange hands over of a property of a mailbox that is not cached. */
  @Test
  void aHundredExceptionsAreMoreThanExchangeHandsOver() {
    Appointment series = withExceptions(series().toList().getFirst().getPayload(), 260);
    StandIn outlook = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    try (Application application = outlook.application();
        OutlookStore store =
            new OutlookFolders(application, () -> NOW)
                .open(FolderAddress.parse("calendar"), Family.EVENTS, true)) {
      ItemId id = create(store, series);
      Item inOnePiece = read(store, id);
      int before = outlook.calls();
      assertThat(read(store, id)).isEqualTo(inOnePiece);
      int whole = outlook.calls() - before;
      outlook.largestValue(4088);
      assertThat(read(store, id)).isEqualTo(inOnePiece);
      assertThat(outlook.calls() - before - whole)
          .as("calls more than for the rule in one piece")
          .isBetween(whole + 1, whole + 200);
    }
  }
}
