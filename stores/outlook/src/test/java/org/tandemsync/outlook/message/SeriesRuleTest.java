package org.tandemsync.outlook.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.outlook.FolderAddress;
import org.tandemsync.outlook.OutlookFolders;
import org.tandemsync.outlook.OutlookStore;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;

/** A series that somebody else has made, whose rule is too large to be handed over. */
class SeriesRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ID = "00000000A1B2C3D4000000000000FFFF";
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

  /** Every second week the day on which weeks begin decides which Sundays there are. */
  @ParameterizedTest
  @EnumSource(
      value = DayOfWeek.class,
      names = {"MONDAY", "SUNDAY"})
  void theFirstDayOfTheWeekFollowsFromTheExceptions(DayOfWeek first) {
    Recurrence rule =
        Recurrence.of(
                new RecurrencePattern.Weekly(2, Set.of(DayOfWeek.SUNDAY, DayOfWeek.TUESDAY)),
                TUESDAY,
                new RecurrenceEnd.AfterCount(40))
            .withFirstDayOfWeek(first);
    Set<LocalDate> deleted =
        Occurrences.of(rule).all().skip(1).limit(12).collect(Collectors.toSet());
    Appointment series =
        Appointment.builder()
            .uid("weeks")
            .subject("Tea")
            .timing(
                Timing.timed(
                    TUESDAY.atTime(9, 0),
                    TUESDAY.atTime(10, 0),
                    new Zone("W. Europe Standard Time")))
            .recurrence(rule.withDeleted(deleted))
            .build();
    StandIn outlook = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    outlook.load(ID, "Calendar", message(series));
    outlook.rulesAreTooLarge();
    try (Application application = outlook.application();
        OutlookStore store =
            new OutlookFolders(application, () -> NOW)
                .open(FolderAddress.parse("calendar"), Family.EVENTS, true)) {
      Found<Item> found = store.read(List.of(new ItemId(ID))).getFirst();
      assertThat(found).isInstanceOf(Found.Present.class);
      Appointment read = (Appointment) ((Found.Present<Item>) found).replica().item();
      assertThat(Objects.requireNonNull(read.recurrence())).isEqualTo(series.recurrence());
    }
  }

  private static OutlookMessage message(Appointment series) {
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(series, Set.copyOf(Fields.APPOINTMENT.names()), edit, NOW))
        .isEmpty();
    Map<PropertyKey, PropertyValue> values = new HashMap<>();
    edit.properties().changes().forEach((key, value) -> value.ifPresent(v -> values.put(key, v)));
    return new OutlookMessage(MapiVariants.bag(values), List.of(), List.of(), null, Bytes.EMPTY);
  }
}
