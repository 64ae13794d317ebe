package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.appointment;
import static org.tandemsync.mapi.item.Names.tag;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.item.ZoneCodec.ItemZone;
import org.tandemsync.mapi.item.ZoneCodec.Years;

/** Writes when an appointment or series takes place, in all the copies that Outlook keeps. */
final class AppointmentTimes {
  static final PropertyName CLIP_START = appointment(0x8235);
  static final PropertyName CLIP_END = appointment(0x8236);
  private static final PropertyName DURATION = appointment(0x8213);
  private static final PropertyName RECURRENCE_TYPE = appointment(0x8231);
  private static final PropertyName RECURRENCE_TEXT = appointment(0x8232);

  /** The end of a series without end, by its own clock. */
  private static final LocalDateTime NO_END = LocalDateTime.of(4500, 8, 31, 23, 59);

  /** Years of an endless series for which the rules of its zone are written out. */
  private static final int YEARS_AHEAD = 20;

  private final Appointment item;
  private final MessageEdit edit;
  private final PropertyEdits edits;
  private final Instant now;
  private final ItemZone startZone;
  private final ItemZone endZone;
  private final Years years;

  private AppointmentTimes(
      Appointment item,
      MessageEdit edit,
      Instant now,
      Years years,
      ItemZone startZone,
      ItemZone endZone) {
    this.item = item;
    this.edit = edit;
    this.edits = edit.properties();
    this.now = now;
    this.years = years;
    this.startZone = startZone;
    this.endZone = endZone;
  }

  /**
   * @param changed the fields that changed
   * @return empty if nobody knows the zones of the item
   */
  static Optional<AppointmentTimes> of(
      Appointment item, Set<String> changed, MessageEdit edit, Instant now) {
    Timing timing = item.timing();
    Years years = years(item, now);
    boolean moves = edit.isNew() || changed.contains("timing") || changed.contains("recurrence");
    Optional<ItemZone> start = zone(timing.startZone(), moves, edit, years);
    Optional<ItemZone> end =
        timing.endZone().equals(timing.startZone())
            ? start
            : zone(timing.endZone(), moves, edit, years);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : Optional.of(new AppointmentTimes(item, edit, now, years, start.get(), end.get()));
  }

  private static Years years(Appointment item, Instant now) {
    LocalDateTime start = item.timing().start();
    int from = start.getYear();
    int to = item.timing().end().getYear();
    Recurrence recurrence = item.recurrence();
    if (recurrence != null) {
      int last =
          Occurrences.of(recurrence)
              .last()
              .map(LocalDate::getYear)
              .orElse(Math.max(from, now.atOffset(ZoneOffset.UTC).getYear()) + YEARS_AHEAD);
      to = Math.max(to, last);
    }
    to = Math.min(to, from + 2 * YEARS_AHEAD);
    return new Years(Math.min(from, to), Math.max(from, to), start.toInstant(ZoneOffset.UTC));
  }

  private static Optional<ItemZone> zone(Zone zone, boolean moves, MessageEdit edit, Years years) {
    PropertyBag before = edit.before().properties();
    ItemZone start = ZoneCodec.start(before, before.flag(AppointmentCodec.RECURRING), years.when());
    ItemZone end = ZoneCodec.end(before, start, years.when());
    if (!moves) {
      return Optional.of(end.zone().equals(zone) ? end : start);
    }
    return ZoneCodec.wanted(zone, Optional.of(start), years)
        .or(() -> ZoneCodec.wanted(zone, Optional.of(end), years));
  }

  /** What the item has stays: of an hour that comes twice it may mean the second. */
  Instant start() {
    return before(AppointmentCodec.START, startZone, item.timing().start())
        .orElseGet(() -> startZone.instant(item.timing().start()));
  }

  Instant end() {
    Timing timing = item.timing();
    Instant start = start();
    Instant end =
        before(AppointmentCodec.END, endZone, timing.end())
            .filter(e -> !e.isBefore(start))
            .orElseGet(() -> endZone.instant(timing.end()));
    boolean inGap = end.isBefore(start) && timing.startZone().equals(timing.endZone());
    return inGap ? start.plus(Duration.between(timing.start(), timing.end())) : end;
  }

  private Optional<Instant> before(PropertyName name, ItemZone zone, LocalDateTime clock) {
    return Optional.ofNullable(edits.before().time(name))
        .filter(t -> zone.at(t.truncatedTo(ChronoUnit.SECONDS)).equals(clock));
  }

  ItemZone zone() {
    return startZone;
  }

  /**
   * Writes what belongs to changed fields.
   *
   * @param globalId the clean Global Object ID of the item, or empty
   */
  void write(Set<String> changed, Bytes globalId) {
    Recurrence recurrence = item.recurrence();
    boolean wasSeries = edits.before().flag(AppointmentCodec.RECURRING);
    boolean timing =
        changed.contains("timing")
            || changed.contains("recurrence")
            || wasSeries != (recurrence != null);
    if (timing) {
      writeTimes(item.timing(), start(), end(), edits);
      writeClip(recurrence);
      ZoneCodec.write(startZone, endZone, recurrence != null, years, edits);
      edits
          .flag(AppointmentCodec.RECURRING, recurrence != null)
          .integer(RECURRENCE_TYPE, recurrence == null ? 0 : type(recurrence.pattern()));
      edits.text(
          RECURRENCE_TEXT, recurrence == null ? "" : RecurrenceText.of(recurrence, item.timing()));
    }
    ExceptionWriter exceptions = new ExceptionWriter(item, edit, startZone, globalId, now);
    if (recurrence != null) {
      new SeriesWriter(item, recurrence, edit, startZone, endZone).write(exceptions, changed);
    } else if (wasSeries) {
      exceptions.write(
          SeriesWriter.blob(edit).map(b -> b.exceptions()).orElse(java.util.List.of()));
      edits.remove(AppointmentCodec.RECURRENCE);
    }
    if (timing || changed.contains("reminder") || changed.contains("exceptions")) {
      ReminderWriter.write(item, startZone, start(), now, edits);
    }
  }

  private static int type(RecurrencePattern pattern) {
    return switch (pattern) {
      case RecurrencePattern.Daily _ -> 1;
      case RecurrencePattern.Weekly _ -> 2;
      case RecurrencePattern.Monthly _ -> 3;
      case RecurrencePattern.MonthlyNth _ -> 3;
      case RecurrencePattern.Yearly _ -> 4;
      case RecurrencePattern.YearlyNth _ -> 4;
      case RecurrencePattern.Regenerating(int n, RecurrencePattern.Unit unit) -> unit.ordinal() + 1;
    };
  }

  /** Start and end in all their copies, and what follows from them. */
  static void writeTimes(Timing timing, Instant start, Instant end, PropertyEdits edits) {
    edits
        .time(AppointmentCodec.START, start)
        .time(AppointmentCodec.END, end)
        .time(AppointmentCodec.COMMON_START, start)
        .time(AppointmentCodec.COMMON_END, end)
        .integer(
            DURATION,
            (int)
                (timing.allDay()
                    ? ChronoUnit.MINUTES.between(timing.start(), timing.end())
                    : Duration.between(start, end).toMinutes()))
        .flag(AppointmentCodec.ALL_DAY, timing.allDay());
  }

  /** Minutes that an occurrence takes. */
  static long minutes(Timing timing, ItemZone startZone, ItemZone endZone) {
    return timing.allDay()
        ? ChronoUnit.MINUTES.between(timing.start(), timing.end())
        : Duration.between(startZone.instant(timing.start()), endZone.instant(timing.end()))
            .toMinutes();
  }

  private void writeClip(@Nullable Recurrence recurrence) {
    edits.time(tag(0x0060), start()).time(tag(0x0061), end());
    if (recurrence == null) {
      edits.time(CLIP_START, start()).time(CLIP_END, end());
      return;
    }
    LocalDateTime last =
        recurrence.end() instanceof RecurrenceEnd.Never
            ? NO_END
            : Occurrences.of(recurrence).last().orElse(recurrence.start()).atStartOfDay();
    edits
        .time(CLIP_START, startZone.instant(recurrence.start().atStartOfDay()))
        .time(CLIP_END, startZone.instant(last));
  }
}
