package org.tandemsync.outlook.standin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.mapi.item.TaskCodec;
import org.tandemsync.outlook.automation.Variant;

/**
 * What Outlook makes of an item when it is saved: where it is and what it has, the zones of an
 * appointment and the blob of a series ([MS-OXOCAL] 2.2.1.44, [MS-OXCMSG] 2.2.1).
 */
final class SavedProperties {
  static final String RECURRENCE = "id:00062002-0000-0000-C000-000000000046:8216";
  private static final String TASK_RECURRENCE = "id:00062003-0000-0000-C000-000000000046:8116";
  private static final String SERIES = "id:00062002-0000-0000-C000-000000000046:8223";

  /** Blob, zones, and the pattern in words. */
  private static final Set<String> OF_TIMES =
      Set.of(
          RECURRENCE,
          "id:00062002-0000-0000-C000-000000000046:8231",
          "id:00062002-0000-0000-C000-000000000046:8232",
          "id:00062002-0000-0000-C000-000000000046:8233",
          "id:00062002-0000-0000-C000-000000000046:8234",
          "id:00062002-0000-0000-C000-000000000046:825E",
          "id:00062002-0000-0000-C000-000000000046:825F",
          "id:00062002-0000-0000-C000-000000000046:8260");

  private SavedProperties() {}

  static void follow(StandIn outlook, StoredItem item) {
    Values values = item.values();
    StoredFolder folder = item.folder();
    if (folder != null) {
      values.put("tag:0E09", Variant.of(MapiView.id(folder.entryId())));
    }
    byte[] change = java.nio.ByteBuffer.allocate(4).putInt(item.change()).array();
    values.put("tag:65E2", Variant.of(Bytes.of(change)));
    values.put("tag:0E1B", Variant.of(!item.attachments().isEmpty()));
    for (int type = 1; type <= 3; type++) {
      int of = type;
      String names =
          String.join(
              "; ", item.recipients().stream().filter(r -> r.type == of).map(r -> r.name).toList());
      values.put("tag:0E0" + (5 - type), names.isEmpty() ? null : Variant.of(names));
    }
    if (item.type().equals("AppointmentItem")) {
      times(outlook, item);
    } else if (item.type().equals("TaskItem")) {
      rule(outlook, item);
    }
  }

  private static void rule(StandIn outlook, StoredItem item) {
    SeriesPattern pattern = item.pattern();
    if (pattern == null) {
      item.values().put(TASK_RECURRENCE, null);
      return;
    }
    Task task =
        TaskCodec.read(MapiView.message(item)).toBuilder()
            .recurrence(pattern.recurrence(Set.of()))
            .build();
    MessageEdit edit = MessageEdit.ofNew();
    TaskCodec.write(task, Set.copyOf(Fields.TASK.names()), edit, ZoneOffset.UTC, Instant.EPOCH);
    Map<String, Variant> made = MapiView.changes(edit.properties().changes());
    item.values().put(TASK_RECURRENCE, made.get(TASK_RECURRENCE));
  }

  private static void times(StandIn outlook, StoredItem item) {
    SeriesPattern pattern = item.pattern();
    if (pattern == null) {
      AppointmentObject open = new AppointmentObject(outlook, item);
      String zones =
          open.zoneName(true)
              + open.zoneName(false)
              + open.local(true).getYear()
              + open.local(false).getYear();
      Map<String, Variant> known =
          outlook.zoneProperties(zones, () -> made(appointment(outlook, item)));
      OF_TIMES.forEach(key -> item.values().put(key, known.get(key)));
    } else {
      Map<String, Variant> made = made(series(outlook, item, pattern, appointment(outlook, item)));
      OF_TIMES.forEach(key -> item.values().put(key, made.get(key)));
    }
  }

  private static Map<String, Variant> made(Appointment appointment) {
    MessageEdit edit = MessageEdit.ofNew();
    AppointmentCodec.write(
        appointment, Set.copyOf(Fields.APPOINTMENT.names()), edit, Instant.EPOCH);
    return MapiView.changes(edit.properties().changes());
  }

  /** An item with everything that it holds, as a data file keeps it. */
  static MessageEdit whole(StandIn outlook, StoredItem item) {
    MessageEdit edit = MessageEdit.ofNew();
    SeriesPattern pattern = item.pattern();
    if (item.type().equals("AppointmentItem")) {
      Appointment single = appointment(outlook, item);
      Appointment all = pattern == null ? single : series(outlook, item, pattern, single);
      Appointment bare = all.toBuilder().attachments(List.of()).build();
      AppointmentCodec.write(bare, Set.copyOf(Fields.APPOINTMENT.names()), edit, Instant.EPOCH);
    }
    item.values()
        .all()
        .forEach(
            (name, variant) -> {
              PropertyKey key = MapiView.key(name);
              if (key != null && !OF_TIMES.contains(name) && !name.equals("tag:0E1B")) {
                MapiView.value(name, variant).ifPresent(v -> edit.properties().set(key, v));
              }
            });
    if (item.type().equals("TaskItem") && item.values().get(TASK_RECURRENCE) == null) {
      edit.properties().remove(java.util.Objects.requireNonNull(MapiView.key(TASK_RECURRENCE)));
    }
    edit.recipients(
        item.recipients().stream()
            .map(
                r -> {
                  PropertyEdits row = PropertyEdits.ofNew();
                  put(r.values, row);
                  return row.integer(new PropertyTag(0x0FFE), 6);
                })
            .toList());
    item.attachments().forEach(a -> put(a.values(), edit.addAttachment().properties()));
    return edit;
  }

  private static void put(Values values, PropertyEdits into) {
    values
        .all()
        .forEach(
            (name, variant) -> {
              PropertyKey key = MapiView.key(name);
              if (key != null && !name.equals("tag:0E20")) {
                MapiView.value(name, variant).ifPresent(v -> into.set(key, v));
              }
            });
  }

  private static Appointment series(
      StandIn outlook, StoredItem item, SeriesPattern pattern, Appointment single) {
    Set<LocalDate> deleted = new TreeSet<>();
    List<ExceptionalOccurrence> changed = new ArrayList<>();
    item.exceptions()
        .forEach(
            (original, exception) ->
                exception.ifPresentOrElse(
                    e -> changed.add(new ExceptionalOccurrence(original, appointment(outlook, e))),
                    () -> deleted.add(original.toLocalDate())));
    Timing timing = single.timing();
    LocalDateTime start = pattern.first();
    LocalDateTime end = start.plus(pattern.length());
    Timing ofSeries =
        timing.allDay()
            ? Timing.allDay(start.toLocalDate(), end.toLocalDate(), timing.startZone())
            : timing.startZone().equals(timing.endZone())
                ? Timing.timed(start, end, timing.startZone())
                : new Timing(
                    start,
                    inZone(
                        inZone(start, timing.startZone()).plus(pattern.length()), timing.endZone()),
                    false,
                    timing.startZone(),
                    timing.endZone());
    return single.toBuilder()
        .timing(ofSeries)
        .recurrence(pattern.recurrence(deleted))
        .exceptions(changed)
        .build();
  }

  private static Instant inZone(LocalDateTime clock, Zone zone) {
    return clock.atZone(Zones.zone(zone.id())).toInstant();
  }

  private static LocalDateTime inZone(Instant instant, Zone zone) {
    return LocalDateTime.ofInstant(instant, Zones.zone(zone.id()));
  }

  /** An item as a single appointment, with the times that it was given. */
  private static Appointment appointment(StandIn outlook, StoredItem item) {
    StoredItem single = item.copy();
    single.values().put(SERIES, Variant.of(false));
    single.values().put(RECURRENCE, null);
    PropertyBag bag = MapiView.bag(single.values());
    AppointmentObject open = new AppointmentObject(outlook, single);
    String startZone = open.zoneName(true);
    String endZone = open.zoneName(false);
    LocalDateTime start = open.local(true);
    LocalDateTime end = open.local(false);
    boolean allDay =
        bag.flag(
            org.tandemsync.mapi.PropertyName.of(
                org.tandemsync.mapi.PropertySets.APPOINTMENT, 0x8215));
    Timing timing =
        allDay
            ? Timing.allDay(
                start.plusHours(12).toLocalDate(),
                end.plusHours(12).toLocalDate().isAfter(start.plusHours(12).toLocalDate())
                    ? end.plusHours(12).toLocalDate()
                    : start.plusHours(12).toLocalDate().plusDays(1),
                new Zone(startZone))
            : new Timing(start, end, false, new Zone(startZone), new Zone(endZone));
    return AppointmentCodec.read(MapiView.message(single)).toBuilder().timing(timing).build();
  }
}
