package org.tandemsync.outlook.message;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.outlook.item.RecurrenceReader;
import org.tandemsync.outlook.model.RecurrencePattern;

/**
 * The rule of a series of which Outlook does not hand over the property (a mailbox that is not
 * cached on this computer: more than 4,088 bytes, dozens of changed occurrences). The object model
 * tells the rule and the exceptions; of these the property is made that the codecs read.
 *
 * @param single the series as if it were one appointment: its own fields and zone
 * @param occurrences the changed ones
 * @param deleted days on which there is none, by the clock of the series
 */
record SeriesRule(Message single, List<AttachedObject> occurrences, Set<LocalDate> deleted) {

  /**
   * The property (PidLidAppointmentRecur).
   *
   * @throws DamagedException if the object model tells something that is no series
   */
  Bytes property(RecurrencePattern outlook) {
    Appointment one = AppointmentCodec.read(single);
    ZoneId zone = WindowsTimeZones.zoneId(one.timing().startZone()).orElse(ZoneOffset.UTC);
    List<ExceptionalOccurrence> changed =
        occurrences.stream().map(object -> occurrence(object, zone)).toList();
    Set<LocalDate> days = new LinkedHashSet<>(deleted);
    changed.forEach(e -> days.add(e.originalStart().toLocalDate()));
    Appointment series =
        one.toBuilder()
            .timing(timing(one.timing(), outlook))
            .recurrence(rule(outlook, days).withDeleted(deleted))
            .exceptions(changed)
            .build();
    MessageEdit edit = MessageEdit.ofNew();
    AppointmentCodec.write(series, Set.copyOf(Fields.APPOINTMENT.names()), edit, Instant.EPOCH)
        .ifPresent(
            refusal -> {
              throw new DamagedException("Outlook tells of the series: " + refusal);
            });
    return edit.properties()
        .changed(MessageReader.RECURRENCE)
        .map(PropertyValue::bytes)
        .orElseThrow(() -> new DamagedException("Outlook tells of a series without a rule"));
  }

  /** By the clock of the series, as its pattern tells them. */
  private static Timing timing(Timing first, RecurrencePattern outlook) {
    LocalDate day = outlook.patternStartDate().toLocalDate();
    LocalDateTime start = day.atTime(outlook.startTime().toLocalTime());
    LocalDateTime end = start.plusMinutes(outlook.duration());
    if (first.allDay()) {
      LocalDate last = end.toLocalDate();
      return Timing.allDay(day, last.isAfter(day) ? last : day.plusDays(1), first.startZone());
    }
    return Timing.timed(start, end, first.startZone());
  }

  private static ExceptionalOccurrence occurrence(AttachedObject object, ZoneId zone) {
    Instant original = object.properties().time(Tags.EXCEPTION_REPLACED);
    Message own = object.embedded().orElseThrow();
    if (original == null) {
      throw new DamagedException("Outlook does not say when a changed occurrence was to be");
    }
    return new ExceptionalOccurrence(
        LocalDateTime.ofInstant(original, zone), AppointmentCodec.read(own));
  }

  /**
   * The object model does not tell on which day weeks begin. With every second week that decides
   * which days there are: it is one with which all exceptions are of the series.
   */
  private static Recurrence rule(RecurrencePattern outlook, Set<LocalDate> days) {
    Recurrence usual = RecurrenceReader.read(outlook, DayOfWeek.MONDAY);
    List<DayOfWeek> candidates =
        new ArrayList<>(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY));
    Stream.of(DayOfWeek.values()).filter(d -> !candidates.contains(d)).forEach(candidates::add);
    return candidates.stream()
        .map(usual::withFirstDayOfWeek)
        .filter(rule -> days.stream().allMatch(Occurrences.of(rule)::contains))
        .findFirst()
        .orElseThrow(
            () ->
                new DamagedException(
                    "Outlook tells of exceptions that are on no day of their series. In Outlook,"
                        + " let the mailbox be cached on this computer (account settings, cached"
                        + " mode)"));
  }
}
