package org.tandemsync.mapi.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyValue;

/** The zone and language of the machine never matter: the same bytes everywhere. */
class DefaultZoneTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

  private static List<Map<PropertyKey, Optional<PropertyValue>>> written() {
    Zone zone = new Zone("Eastern Standard Time");
    LocalDate day = LocalDate.of(2024, 3, 8);
    Appointment plain =
        Appointment.builder()
            .uid("u@example.org")
            .subject("Stand-up I\u0130i\u0131")
            .timing(Timing.timed(day.atTime(9, 0), day.atTime(9, 30), zone))
            .reminder(Reminder.before(10))
            .build();
    LocalDateTime moved = LocalDateTime.of(2024, 3, 11, 11, 0);
    Appointment series =
        plain.toBuilder()
            .recurrence(
                Recurrence.of(
                    new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.FRIDAY, DayOfWeek.TUESDAY)),
                    day,
                    new RecurrenceEnd.AfterCount(9)))
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(
                        LocalDateTime.of(2024, 3, 12, 9, 0),
                        plain.toBuilder()
                            .timing(Timing.timed(moved, moved.plusHours(1), zone))
                            .build())))
            .build();
    MessageEdit edit = MessageEdit.ofNew();
    assertThat(AppointmentCodec.write(series, Set.copyOf(Fields.APPOINTMENT.names()), edit, NOW))
        .isEmpty();
    Task task = Task.builder().subject("Tax").dueDate(day).reminder(NOW).build();
    MessageEdit second = MessageEdit.ofNew();
    assertThat(TaskCodec.write(task, Set.copyOf(Fields.TASK.names()), second, ZoneOffset.UTC, NOW))
        .isEmpty();
    List<Map<PropertyKey, Optional<PropertyValue>>> all = new ArrayList<>();
    all.add(Map.copyOf(edit.properties().changes()));
    edit.newAttachments().forEach(a -> all.add(Map.copyOf(a.properties().changes())));
    edit.newAttachments().forEach(a -> all.add(Map.copyOf(a.embedded().properties().changes())));
    all.add(Map.copyOf(second.properties().changes()));
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, en",
    "Europe/Vienna, de-AT",
    "America/New_York, tr-TR",
    "Asia/Kolkata, th-TH-u-nu-thai-ca-buddhist",
    "Pacific/Auckland, ar-SA-u-nu-arab",
    "Africa/Casablanca, ja-JP-u-ca-japanese"
  })
  void theSameBytesEverywhere(String zone, String locale) {
    List<Map<PropertyKey, Optional<PropertyValue>>> expected = written();
    TimeZone oldZone = TimeZone.getDefault();
    Locale oldLocale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertThat(written()).isEqualTo(expected);
    } finally {
      TimeZone.setDefault(Objects.requireNonNull(oldZone));
      Locale.setDefault(oldLocale);
    }
  }
}
