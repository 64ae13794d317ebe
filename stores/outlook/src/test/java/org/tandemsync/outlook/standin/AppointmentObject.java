package org.tandemsync.outlook.standin;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.OlRecurrenceState;

/** An appointment, a series, or an occurrence of one. */
final class AppointmentObject extends ItemObject implements PatternOwner {
  static final String GLOBAL_ID = "id:6ED8DA90-450B-101B-98DA-00AA003F1305:0003";
  private static final String START_ZONE = "stand-in:StartTimeZone";
  private static final String END_ZONE = "stand-in:EndTimeZone";
  private static final Set<String> OF_THE_PATTERN =
      Set.of(
          "Start",
          "End",
          "StartUTC",
          "EndUTC",
          "StartInStartTimeZone",
          "EndInEndTimeZone",
          "Duration",
          "AllDayEvent",
          "StartTimeZone",
          "EndTimeZone");

  /** The series that this is an occurrence of. */
  private @Nullable StoredItem series;

  private LocalDateTime original = LocalDateTime.MIN;
  private int patternsHeld;

  /** A new one: half an hour, as busy time. */
  AppointmentObject(StandIn outlook, StoredFolder home) {
    super(outlook, "AppointmentItem", home);
    LocalDateTime now = outlook.local(outlook.now());
    keep("BusyStatus", Variant.of(2));
    keep("Start", Variant.of(now.withMinute(0).withSecond(0).withNano(0)));
    keep("End", Variant.of(now.withMinute(30).withSecond(0).withNano(0)));
    keep("Duration", Variant.of(30));
  }

  AppointmentObject(StandIn outlook, StoredItem stored) {
    super(outlook, stored);
  }

  /** An occurrence of a saved series. */
  static AppointmentObject occurrence(StandIn outlook, StoredItem series, LocalDateTime original) {
    Optional<StoredItem> exception = series.exceptions().getOrDefault(original, Optional.empty());
    AppointmentObject occurrence =
        new AppointmentObject(outlook, exception.orElseGet(() -> regular(series)));
    occurrence.series = series;
    occurrence.original = original;
    if (exception.isEmpty()) {
      SeriesPattern pattern = java.util.Objects.requireNonNull(series.pattern());
      occurrence.keep("IsRecurring", Variant.of(true));
      ZoneId zone = occurrence.zone(START_ZONE);
      occurrence.time("StartUTC", original, zone);
      occurrence.time("EndUTC", original.plus(pattern.length()), zone);
    }
    return occurrence;
  }

  private static StoredItem regular(StoredItem series) {
    StoredItem copy = series.copy();
    copy.pattern(null);
    copy.exceptions().clear();
    return copy;
  }

  // ---- times

  ZoneId zone(String key) {
    return draft().values().get(key) instanceof Variant.Text(String name)
        ? Zones.zone(name)
        : outlook.zone();
  }

  @Override
  public ZoneId startZone() {
    return zone(START_ZONE);
  }

  String zoneName(boolean ofStart) {
    return draft().values().get(ofStart ? START_ZONE : END_ZONE)
            instanceof Variant.Text(String zone)
        ? zone
        : Zones.name(outlook.zone());
  }

  /** Start or end by the clock of its own zone. */
  LocalDateTime local(boolean ofStart) {
    return in(ofStart ? "StartUTC" : "EndUTC", zone(ofStart ? START_ZONE : END_ZONE));
  }

  private LocalDateTime utc(String property) {
    return ((Variant.Date) shown(property)).value();
  }

  private LocalDateTime in(String property, ZoneId zone) {
    return LocalDateTime.ofInstant(utc(property).toInstant(ZoneOffset.UTC), zone);
  }

  private void time(String property, LocalDateTime local, ZoneId zone) {
    keep(
        property,
        Variant.of(LocalDateTime.ofInstant(local.atZone(zone).toInstant(), ZoneOffset.UTC)));
  }

  private Duration length() {
    return Duration.between(utc("StartUTC"), utc("EndUTC"));
  }

  @Override
  Variant get(String name) {
    alive(name);
    return switch (name) {
      case "Duration" -> Variant.of((int) length().toMinutes());
      case "StartInStartTimeZone" -> Variant.of(in("StartUTC", zone(START_ZONE)));
      case "EndInEndTimeZone" -> Variant.of(in("EndUTC", zone(END_ZONE)));
      case "StartTimeZone" -> timeZone(START_ZONE);
      case "EndTimeZone" -> timeZone(END_ZONE);
      case "GlobalAppointmentID" ->
          Variant.of(
              draft().values().get(GLOBAL_ID) instanceof Variant.Binary(Bytes id)
                  ? java.util.HexFormat.of().formatHex(id.toArray()).toUpperCase(Locale.ROOT)
                  : "");
      case "RecurrenceState" -> Variant.of(state().value());
      case "RequiredAttendees" -> attendees(1);
      case "OptionalAttendees" -> attendees(2);
      case "Resources" -> attendees(3);
      default -> super.get(name);
    };
  }

  private Variant timeZone(String key) {
    String name =
        draft().values().get(key) instanceof Variant.Text(String zone)
            ? zone
            : Zones.name(outlook.zone());
    return reference(new TimeZoneObject(outlook, name));
  }

  /** With semicolons, whatever the locale. */
  private Variant attendees(int type) {
    return Variant.of(
        String.join(
            "; ",
            draft().recipients().stream().filter(r -> r.type == type).map(r -> r.name).toList()));
  }

  private OlRecurrenceState state() {
    StoredItem of = series;
    if (of != null) {
      return of.exceptions().containsKey(original)
          ? OlRecurrenceState.olApptException
          : OlRecurrenceState.olApptOccurrence;
    }
    return draft().pattern() == null
        ? OlRecurrenceState.olApptNotRecurring
        : OlRecurrenceState.olApptMaster;
  }

  @Override
  void put(String name, Variant value) {
    alive(name);
    if (OF_THE_PATTERN.contains(name) && patternsHeld > 0) {
      throw failure(HResult.E_FAIL, name, "The recurrence pattern of the item is in use.");
    }
    Duration length = length();
    switch (name) {
      case "Start", "StartUTC" -> {
        super.put(name, value);
        moveEnd(length);
      }
      case "StartInStartTimeZone" -> {
        time("StartUTC", ((Variant.Date) value).value(), zone(START_ZONE));
        moveEnd(length);
      }
      case "End", "EndUTC" -> {
        super.put(name, value);
        ordered(name, length);
      }
      case "EndInEndTimeZone" -> {
        time("EndUTC", ((Variant.Date) value).value(), zone(END_ZONE));
        ordered(name, length);
      }
      case "Duration" -> moveEnd(Duration.ofMinutes(integer(value)));
      case "StartTimeZone" -> timeZone(START_ZONE, "StartUTC", value);
      case "EndTimeZone" -> timeZone(END_ZONE, "EndUTC", value);
      case "AllDayEvent" -> {
        super.put(name, value);
        if (value.equals(Variant.of(true))) {
          wholeDays();
        }
      }
      default -> super.put(name, value);
    }
  }

  private void moveEnd(Duration length) {
    keep("EndUTC", Variant.of(utc("StartUTC").plus(length)));
    keep("Duration", Variant.of((int) length.toMinutes()));
  }

  /** An end before the start is refused, and nothing changes. */
  private void ordered(String name, Duration before) {
    if (length().isNegative()) {
      moveEnd(before);
      throw failure(HResult.E_INVALIDARG, name, "The end is before the start.");
    }
    keep("Duration", Variant.of((int) length().toMinutes()));
  }

  /** Another zone keeps the wall clock. */
  private void timeZone(String key, String property, Variant value) {
    LocalDateTime wallClock = in(property, zone(key));
    draft().values().put(key, Variant.of(((TimeZoneObject) object(value)).name()));
    time(property, wallClock, zone(key));
  }

  private void wholeDays() {
    ZoneId zone = zone(START_ZONE);
    LocalDateTime start = in("StartUTC", zone);
    LocalDateTime end = in("EndUTC", zone);
    LocalDateTime first = start.with(LocalTime.MIDNIGHT);
    LocalDateTime midnight = end.with(LocalTime.MIDNIGHT);
    boolean within = end.isAfter(midnight) || !midnight.isAfter(first);
    time("StartUTC", first, zone);
    time("EndUTC", within ? midnight.plusDays(1) : midnight, zone);
    keep("Duration", Variant.of((int) length().toMinutes()));
  }

  // ---- the series

  @Override
  Variant call(String name, List<Variant> arguments) {
    alive(name);
    switch (name) {
      case "GetRecurrencePattern" -> {
        return recurrencePattern();
      }
      case "ClearRecurrencePattern" -> {
        draft().pattern(null);
        draft().exceptions().clear();
        keep("IsRecurring", Variant.of(false));
        return Variant.NOTHING;
      }
      default -> {
        return super.call(name, arguments);
      }
    }
  }

  /** Asking for the pattern of a single appointment makes it a series. */
  private Variant recurrencePattern() {
    if (series != null) {
      throw failure(HResult.E_FAIL, "GetRecurrencePattern", "This is an occurrence.");
    }
    SeriesPattern pattern = draft().pattern();
    if (pattern == null) {
      pattern = new SeriesPattern(in("StartUTC", zone(START_ZONE)), (int) length().toMinutes());
      draft().pattern(pattern);
      keep("IsRecurring", Variant.of(true));
    }
    patternsHeld++;
    return reference(new RecurrencePatternObject(outlook, this, pattern));
  }

  @Override
  public void patternReleased() {
    patternsHeld--;
    times();
  }

  /** None of the occurrences of a changed pattern is special any more. */
  @Override
  public void patternChanged() {
    draft().exceptions().clear();
    edited();
  }

  /** A series has the times of its pattern. */
  private void times() {
    SeriesPattern pattern = draft().pattern();
    if (pattern == null) {
      return;
    }
    LocalDateTime first;
    try {
      first = pattern.first();
    } catch (IllegalArgumentException e) {
      return; // saving tells
    }
    boolean saved = saved();
    ZoneId zone = zone(START_ZONE);
    time("StartUTC", first, zone);
    time("EndUTC", first.plus(pattern.length()), zone);
    keep("Duration", Variant.of(pattern.duration));
    savedIs(saved);
  }

  /** The series as it was saved, of which occurrences can be had. */
  @Override
  public StoredItem savedSeries(String member) {
    StoredItem kept = outlook.item(text(get("EntryID"))).orElse(null);
    if (kept == null || kept.pattern() == null) {
      throw failure(HResult.MAPI_E_NOT_FOUND, member, "The series has not been saved.");
    }
    return kept;
  }

  @Override
  void save() {
    StoredItem of = series;
    if (of == null) {
      valid();
      times();
      super.save();
      return;
    }
    betweenItsNeighbours(of);
    draft().values().put(key("LastModificationTime"), Variant.of(outlook.now()));
    StoredItem kept = draft().copy();
    SavedProperties.follow(outlook, kept);
    of.exceptions().put(original, Optional.of(kept));
    changed(of);
  }

  private void valid() {
    SeriesPattern pattern = draft().pattern();
    try {
      if (pattern != null) {
        pattern.first();
      }
    } catch (IllegalArgumentException e) {
      throw failure(HResult.E_INVALIDARG, "Save", "The recurrence pattern is not valid.");
    }
  }

  /** No occurrence passes another one, and no two are on one day. */
  private void betweenItsNeighbours(StoredItem of) {
    SeriesPattern pattern = java.util.Objects.requireNonNull(of.pattern());
    ZoneId zone = zone(START_ZONE);
    LocalDateTime wanted = in("StartUTC", zone);
    boolean passes =
        pattern
            .around(original.toLocalDate())
            .filter(o -> !o.equals(original))
            .filter(o -> !of.exceptions().getOrDefault(o, Optional.of(of)).isEmpty())
            .anyMatch(
                o -> {
                  LocalDateTime there =
                      of.exceptions()
                          .getOrDefault(o, Optional.empty())
                          .map(i -> new AppointmentObject(outlook, i).in("StartUTC", zone))
                          .orElse(o);
                  return there.toLocalDate().equals(wanted.toLocalDate())
                      || o.isBefore(original) != there.isBefore(wanted);
                });
    if (passes) {
      throw failure(
          HResult.E_FAIL,
          "Save",
          "Cannot reschedule an occurrence of the recurring appointment if it skips over another"
              + " occurrence of the same appointment.");
    }
  }

  /** An occurrence that is deleted leaves an exception; the series stays. */
  @Override
  void delete() {
    StoredItem of = series;
    if (of == null) {
      super.delete();
      return;
    }
    of.exceptions().put(original, Optional.empty());
    changed(of);
  }

  private void changed(StoredItem of) {
    of.values().put(key("LastModificationTime"), Variant.of(outlook.now()));
    of.changed(outlook.nextChange());
    SavedProperties.follow(outlook, of);
    outlook.shelve(of, false);
  }
}
