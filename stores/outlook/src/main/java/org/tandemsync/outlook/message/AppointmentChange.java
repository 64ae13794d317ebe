package org.tandemsync.outlook.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.item.ExceptionOrder;
import org.tandemsync.outlook.item.RecurrenceWriter;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Exceptions;
import org.tandemsync.outlook.model.RecurrencePattern;

/**
 * Carries out when an appointment is: its times and zones, and the rule of a series, with the item;
 * deleted and changed occurrences when the series is saved.
 *
 * <p>Outlook brings back no deleted occurrence and makes no changed one as the rule has it. Where
 * that is wanted, and where rule or times change, the rule is set anew and every exception after
 * it.
 */
public final class AppointmentChange {
  static final PropertyName START = PropertyName.of(PropertySets.APPOINTMENT, 0x820D);
  static final PropertyName END = PropertyName.of(PropertySets.APPOINTMENT, 0x820E);
  private static final PropertyName ALL_DAY = PropertyName.of(PropertySets.APPOINTMENT, 0x8215);

  private final @Nullable Appointment before;
  private final Appointment wanted;
  private final MessageEdit edit;
  private final WindowsTimeZones zones;
  private final ZoneId session;
  private final boolean anew;

  /**
   * @param before what is there, or null if the appointment is new
   * @param wanted as it is to be, complete
   * @param edit the codec's changes
   */
  public AppointmentChange(
      @Nullable Appointment before,
      Appointment wanted,
      MessageEdit edit,
      WindowsTimeZones zones,
      ZoneId session) {
    this.before = before;
    this.wanted = wanted;
    this.edit = edit;
    this.zones = zones;
    this.session = session;
    this.anew = before == null || isAnew(before, wanted);
  }

  /** Why Outlook's object model cannot hold the times, or empty. */
  public static Optional<String> refusal(Appointment wanted) {
    Set<Zone> zones = new LinkedHashSet<>(zones(wanted));
    wanted.exceptions().forEach(e -> zones.addAll(zones(e.occurrence())));
    for (Zone zone : zones) {
      if (WindowsTimeZones.keyName(zone).isEmpty()) {
        return Optional.of("Windows has no time zone " + zone + ". Give it another time zone");
      }
    }
    Recurrence recurrence = wanted.recurrence();
    return recurrence == null ? Optional.empty() : RecurrenceWriter.refusal(recurrence);
  }

  private static List<Zone> zones(Appointment appointment) {
    return List.of(appointment.timing().startZone(), appointment.timing().endZone());
  }

  private static boolean isAnew(Appointment before, Appointment wanted) {
    Recurrence old = before.recurrence();
    Recurrence rule = wanted.recurrence();
    if (!before.timing().sameAs(wanted.timing()) || (old == null) != (rule == null)) {
      return true;
    }
    if (old == null || rule == null) {
      return false;
    }
    Set<LocalDate> stay = days(wanted);
    return !old.withDeleted(Set.of()).sameAs(rule.withDeleted(Set.of()))
        || !rule.deleted().containsAll(old.deleted())
        || !stay.containsAll(days(before));
  }

  private static Set<LocalDate> days(Appointment series) {
    Set<LocalDate> days = new HashSet<>();
    series.exceptions().forEach(e -> days.add(e.originalStart().toLocalDate()));
    return days;
  }

  /** Sets times and rule of the open item, if they change. */
  public void apply(AppointmentItem item) {
    if (!anew) {
      return;
    }
    Timing timing = wanted.timing();
    if (item.isRecurring()) {
      item.clearRecurrencePattern();
    }
    times(item, timing, edit.properties());
    Recurrence recurrence = wanted.recurrence();
    if (recurrence != null) {
      RecurrenceWriter.write(item, recurrence, timing.start().toLocalTime(), length(timing));
    }
  }

  /** What stays as it was comes from the message, since only changes are in the edit. */
  private void times(AppointmentItem item, Timing timing, PropertyEdits edits) {
    if (item.allDayEvent() && !timing.allDay()) {
      item.setAllDayEvent(false);
    }
    zones.write(item, timing.startZone(), timing.endZone());
    item.setStartUTC(utc(edits, START));
    item.setEndUTC(utc(edits, END));
    if (timing.allDay()) {
      item.setAllDayEvent(true);
    }
  }

  private static LocalDateTime utc(PropertyEdits edits, PropertyName name) {
    Instant instant =
        edits
            .changed(name)
            .map(v -> MapiVariants.bag(Map.of(name, v)).time(name))
            .orElseGet(() -> edits.before().time(name));
    return LocalDateTime.ofInstant(
        java.util.Objects.requireNonNull(instant, "an appointment has a start and an end"),
        ZoneOffset.UTC);
  }

  private static Duration length(Timing timing) {
    ZoneId start = WindowsTimeZones.zoneId(timing.startZone()).orElse(ZoneOffset.UTC);
    ZoneId end = WindowsTimeZones.zoneId(timing.endZone()).orElse(ZoneOffset.UTC);
    return timing.allDay() || timing.startZone().equals(timing.endZone())
        ? Duration.between(timing.start(), timing.end())
        : Duration.between(timing.start().atZone(start), timing.end().atZone(end));
  }

  // ---- occurrences, when the series is saved

  /** Whether there is something to be done when the series is saved. */
  public boolean hasOccurrences() {
    return wanted.recurrence() != null && (!deleted().isEmpty() || !changes().isEmpty());
  }

  private SortedSet<LocalDate> deleted() {
    Recurrence rule = wanted.recurrence();
    SortedSet<LocalDate> days = new TreeSet<>(rule == null ? Set.of() : rule.deleted());
    Recurrence old = before == null ? null : before.recurrence();
    if (!anew && old != null) {
      days.removeAll(old.deleted());
    }
    return days;
  }

  /** What is written of each changed occurrence. */
  private Map<ExceptionalOccurrence, MessageEdit> changes() {
    MessageEdit all = edit;
    if (anew && !edit.isNew()) {
      all = MessageEdit.ofNew();
      AppointmentCodec.write(wanted, Set.copyOf(Fields.APPOINTMENT.names()), all, Instant.EPOCH);
    }
    Map<LocalDateTime, MessageEdit> written = new LinkedHashMap<>();
    all.newAttachments().forEach(a -> occurrence(a, written));
    all.changedAttachments().values().forEach(a -> occurrence(a, written));
    Map<ExceptionalOccurrence, MessageEdit> changes = new LinkedHashMap<>();
    for (ExceptionalOccurrence exception : wanted.exceptions()) {
      MessageEdit own = written.get(exception.originalStart());
      if (own != null) {
        changes.put(exception, own);
      }
    }
    return changes;
  }

  /** The codec notes the original start as if its clock were UTC. */
  private static void occurrence(AttachmentEdit attachment, Map<LocalDateTime, MessageEdit> into) {
    attachment
        .properties()
        .changed(Tags.EXCEPTION_REPLACED)
        .map(v -> MapiVariants.bag(Map.of(Tags.EXCEPTION_REPLACED, v)))
        .map(bag -> bag.time(Tags.EXCEPTION_REPLACED))
        .ifPresent(
            time ->
                attachment
                    .embeddedChanges()
                    .ifPresent(
                        own -> into.put(LocalDateTime.ofInstant(time, ZoneOffset.UTC), own)));
  }

  /**
   * Deletes and changes occurrences of the saved series. One that Outlook does not let be moved
   * where it is to be stays; reading the series again tells.
   *
   * @param series opened after it was saved, and closed by the caller
   */
  public void applyOccurrences(AppointmentItem series) {
    ZoneId zone = WindowsTimeZones.zoneId(wanted.timing().startZone()).orElse(ZoneOffset.UTC);
    SortedSet<LocalDate> deleted = deleted();
    if (!deleted.isEmpty()) {
      RecurrenceWriter.delete(
          series, deleted, wanted.timing().start().toLocalTime(), zone, session);
    }
    Map<ExceptionalOccurrence, MessageEdit> changes = changes();
    List<ExceptionalOccurrence> order =
        ExceptionOrder.of(
            changes.keySet(),
            ExceptionalOccurrence::originalStart,
            e -> e.occurrence().timing().start());
    for (ExceptionalOccurrence exception : order) {
      try {
        change(series, exception, java.util.Objects.requireNonNull(changes.get(exception)), zone);
      } catch (AutomationException e) {
        if (e.result().gone()) {
          throw e;
        }
      }
    }
  }

  private void change(
      AppointmentItem series, ExceptionalOccurrence exception, MessageEdit own, ZoneId zone) {
    LocalDateTime asked =
        exception.originalStart().atZone(zone).withZoneSameInstant(session).toLocalDateTime();
    try (RecurrencePattern pattern = series.getRecurrencePattern();
        AppointmentItem occurrence = occurrence(pattern, asked)) {
      MessageChange.apply(occurrence, own, session);
      Timing timing = exception.occurrence().timing();
      if (moved(occurrence, own, timing)) {
        times(occurrence, timing, own.properties());
      }
      occurrence.save();
    }
  }

  private static boolean moved(AppointmentItem occurrence, MessageEdit own, Timing timing) {
    return occurrence.allDayEvent() != timing.allDay()
        || own.properties().changes().containsKey(ALL_DAY)
            && (!occurrence.startUTC().equals(utc(own.properties(), START))
                || !occurrence.endUTC().equals(utc(own.properties(), END)));
  }

  /** An occurrence as the rule has it, or one that is changed already. */
  private static AppointmentItem occurrence(RecurrencePattern pattern, LocalDateTime asked) {
    try {
      return pattern.getOccurrence(asked);
    } catch (AutomationException e) {
      if (!Set.of(HResult.MAPI_E_NOT_FOUND, HResult.E_INVALIDARG).contains(e.result())) {
        throw e;
      }
      return changed(pattern, asked).orElseThrow(() -> e);
    }
  }

  private static Optional<AppointmentItem> changed(RecurrencePattern pattern, LocalDateTime asked) {
    try (Exceptions exceptions = pattern.exceptions()) {
      int count = exceptions.count();
      for (int i = 1; i <= count; i++) {
        try (var exception = exceptions.item(i)) {
          if (!exception.deleted() && exception.originalDate().equals(asked)) {
            return Optional.of(exception.appointmentItem());
          }
        }
      }
    }
    return Optional.empty();
  }
}
