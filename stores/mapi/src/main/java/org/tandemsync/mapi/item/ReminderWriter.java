package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;

/** When Outlook reminds of an appointment ([MS-OXORMDR] 2.2.1). */
final class ReminderWriter {
  static final PropertyName TIME = common(0x8502);
  static final PropertyName SIGNAL = common(0x8560);

  /** 4501: never. */
  static final Instant NEVER = Instant.parse("4501-01-01T00:00:00Z");

  private static final int DEFAULT_MINUTES = 15;

  /** An occurrence of which Outlook reminds. */
  private record Next(Instant start, Instant signal) {
    static Next of(Instant start, Reminder reminder) {
      return new Next(start, start.minus(Duration.ofMinutes(reminder.minutesBefore())));
    }
  }

  private ReminderWriter() {}

  /**
   * Writes the reminder of an appointment or series.
   *
   * @param start when the appointment or the first occurrence starts
   * @param now what started before is over: Outlook is not to remind of all the past
   */
  static void write(
      Appointment item, ItemZone zone, Instant start, Instant now, PropertyEdits edits) {
    Reminder reminder = item.reminder();
    edits.flag(AppointmentCodec.REMINDER_SET, reminder.set());
    Optional<Next> next = next(item, zone, start, now);
    if (!reminder.set() && next.isEmpty()) {
      int delta = edits.before().integer(AppointmentCodec.REMINDER_MINUTES, DEFAULT_MINUTES);
      Reminder usual = AppointmentCodec.reminder(delta);
      edits
          .integer(AppointmentCodec.REMINDER_MINUTES, delta)
          .time(TIME, start)
          .time(SIGNAL, Next.of(start, usual).signal());
      return;
    }
    edits
        .integer(
            AppointmentCodec.REMINDER_MINUTES,
            reminder.set() ? reminder.minutesBefore() : DEFAULT_MINUTES)
        .time(TIME, next.map(Next::start).orElse(start))
        .time(SIGNAL, next.map(Next::signal).orElse(NEVER));
  }

  private static Optional<Next> next(Appointment item, ItemZone zone, Instant start, Instant now) {
    Recurrence recurrence = item.recurrence();
    List<Next> candidates = new ArrayList<>();
    if (recurrence == null) {
      if (item.reminder().set()) {
        candidates.add(Next.of(start, item.reminder()));
      }
    } else {
      ofRule(item, recurrence, zone, now).ifPresent(candidates::add);
      for (ExceptionalOccurrence exception : item.exceptions()) {
        Appointment occurrence = exception.occurrence();
        if (occurrence.reminder().set()) {
          candidates.add(Next.of(start(occurrence.timing(), zone), occurrence.reminder()));
        }
      }
    }
    return candidates.stream()
        .filter(n -> n.start().isAfter(now))
        .min((a, b) -> a.signal().compareTo(b.signal()));
  }

  private static Instant start(Timing timing, ItemZone series) {
    return ZoneCodec.within(timing.startZone(), series, timing.start()).instant(timing.start());
  }

  /** The next occurrence of the rule that is neither deleted nor changed. */
  private static Optional<Next> ofRule(
      Appointment item, Recurrence recurrence, ItemZone zone, Instant now) {
    if (!item.reminder().set()) {
      return Optional.empty();
    }
    Set<LocalDate> changed = new HashSet<>();
    item.exceptions().forEach(e -> changed.add(e.originalStart().toLocalDate()));
    Iterator<LocalDate> dates = Occurrences.of(recurrence).dates().iterator();
    while (dates.hasNext()) {
      LocalDate date = dates.next();
      LocalDateTime clock = date.atTime(item.timing().start().toLocalTime());
      if (!changed.contains(date) && zone.instant(clock).isAfter(now)) {
        return Optional.of(Next.of(zone.instant(clock), item.reminder()));
      }
    }
    return Optional.empty();
  }
}
