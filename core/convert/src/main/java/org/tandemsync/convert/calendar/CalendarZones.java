package org.tandemsync.convert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.zone.KnownZones;
import org.tandemsync.convert.zone.Years;
import org.tandemsync.convert.zone.ZoneNames;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.items.Zone;

/** The time zones of one resource: what its TZIDs mean, and the VTIMEZONEs that it needs. */
final class CalendarZones {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final Component calendar;
  private final ZoneId userZone;
  private final TimeSpelling spelling;
  private final Map<String, Named> known = new HashMap<>();
  private @Nullable Years years;

  CalendarZones(Component calendar, ZoneId userZone, TimeSpelling spelling) {
    this.calendar = calendar;
    this.userZone = userZone;
    this.spelling = spelling;
  }

  /**
   * What a TZID means.
   *
   * @param zone Outlook's name
   * @param id the rules of that name
   * @param definition the VTIMEZONE of the resource if it tells the instants, or null
   * @param guessed whether nothing told the zone and it is the person's own
   */
  record Named(Zone zone, ZoneId id, @Nullable VTimeZone definition, boolean guessed) {

    /** The clock in {@code id}. Where the definition disagrees it tells the instant. */
    LocalDateTime read(LocalDateTime written) {
      ZoneOffset offset = definition == null ? null : definition.offsetAt(written);
      List<ZoneOffset> valid = id.getRules().getValidOffsets(written);
      return offset == null || valid.isEmpty() || valid.contains(offset)
          ? written
          : LocalDateTime.ofInstant(written.toInstant(offset), id);
    }

    /** What to write so that {@link #read} gives {@code wall}. */
    LocalDateTime write(LocalDateTime wall) {
      if (definition == null || read(wall).equals(wall)) {
        return wall;
      }
      ZoneOffset offset = definition.offsetAt(wall);
      LocalDateTime written =
          offset == null ? wall : LocalDateTime.ofInstant(wall.atZone(id).toInstant(), offset);
      return read(written).equals(wall) ? written : wall;
    }
  }

  /** Of a resource that is being made. */
  void in(Years ofItem) {
    years = ofItem;
  }

  private Years years() {
    if (years == null) {
      years = ItemYears.of(calendar);
    }
    return years;
  }

  /** Outlook's name of the zone in this item: one that has its rules in all of the item's years. */
  Zone name(ZoneId zone) {
    return Zones.of(zone, years());
  }

  /** Outlook's name of the person's own zone. */
  Zone ownName() {
    return name(userZone);
  }

  /** The person's own zone, if Windows' name of it means the same. */
  private ZoneId preferred() {
    return Zones.preferred(userZone, years());
  }

  /** The rules of an item's zone; the person's own where the name is unknown. */
  ZoneId rules(Zone zone) {
    return Zones.zoneId(zone, preferred()).orElse(userZone);
  }

  Instant instant(Moment moment) {
    return moment.wall().atZone(rules(moment.zone())).toInstant();
  }

  /** What the TZID means in this resource. */
  Named named(String tzid) {
    return known.computeIfAbsent(tzid, this::resolve);
  }

  private Named resolve(String parameter) {
    String tzid = unescaped(parameter);
    Component component = component(tzid);
    VTimeZone definition = component == null ? null : VTimeZone.read(component);
    Optional<ZoneId> byName = ZoneNames.resolve(tzid, preferred()).or(() -> hint(component));
    Optional<ZoneId> shown = ZoneNames.shown(tzid, preferred());
    if (definition == null || definition.isEmpty()) {
      byName = byName.or(() -> shown).or(() -> ZoneNames.abbreviated(tzid));
      ZoneId id = byName.orElse(userZone);
      return new Named(name(id), id, null, byName.isEmpty());
    }
    return defined(tzid, definition, byName.or(() -> shown.filter(definition::isOf)));
  }

  private Named defined(String tzid, VTimeZone definition, Optional<ZoneId> byName) {
    if (byName.isPresent() && isNameOf(byName.get(), definition)) {
      // One of present rules only (Google, Outlook), of former ones or of one half of the year says
      // nothing of the rest: phones, Google and Outlook show the clock of a name by their own
      // tables.
      ZoneId id = byName.get();
      boolean silent =
          definition.isOf(id) || (definition.isShortFor(id) && !isWithoutSummer(tzid, definition));
      return new Named(name(id), id, silent ? null : definition, false);
    }
    Optional<ZoneId> today = byPresentRules(definition);
    Optional<ZoneId> byRules = byRules(definition);
    ZoneId id = byRules.orElse(userZone);
    // a series goes on into years in which it is that zone, wherever it begins
    boolean clock = today.isPresent() && isSeries();
    return new Named(name(id), id, clock ? null : definition, byRules.isEmpty());
  }

  /** A plain offset (GMT) is no name for what has summers (RFC 5545 3.6.5): London is meant. */
  private boolean isNameOf(ZoneId id, VTimeZone definition) {
    return !id.getRules().isFixedOffset()
        || definition.fixedOffset() != null
        || definition.isOf(id)
        || byRules(definition).isEmpty();
  }

  /**
   * Outlook whose user has switched off "adjust for daylight saving time": it writes the zone's
   * name with the winter alone, from the first year of Windows on.
   */
  private static boolean isWithoutSummer(String tzid, VTimeZone definition) {
    return WindowsZones.keyName(bare(tzid)).isPresent() && definition.isFixedByWindows();
  }

  /** The zone with these rules: as all programs have them today, or in the years of the item. */
  private Optional<ZoneId> byRules(VTimeZone definition) {
    return byPresentRules(definition).or(() -> definition.recognised(userZone, years().from()));
  }

  private Optional<ZoneId> byPresentRules(VTimeZone definition) {
    return definition
        .recognised(userZone, year())
        .or(() -> Optional.ofNullable(definition.fixedOffset()));
  }

  private boolean isSeries() {
    return calendar.components().stream().anyMatch(c -> c.first("RRULE") != null);
  }

  /** A recent year: rules are compared where all programs have the same. */
  private static int year() {
    return 2024;
  }

  private Optional<ZoneId> hint(@Nullable Component zone) {
    if (zone == null) {
      return Optional.empty();
    }
    ContentLine location = zone.first("X-LIC-LOCATION");
    Optional<ZoneId> found =
        location == null ? Optional.empty() : ZoneNames.resolve(location.text(), preferred());
    ContentLine number = zone.first("X-MICROSOFT-CDO-TZID");
    return found.or(
        () -> number == null ? Optional.empty() : KnownZones.ofCdo(number.value(), preferred()));
  }

  private @Nullable Component component(String tzid) {
    for (Component zone : calendar.components("VTIMEZONE")) {
      ContentLine name = zone.first("TZID");
      if (name != null && (bare(name.value()).equals(bare(tzid)) || name.text().equals(tzid))) {
        return zone;
      }
    }
    return null;
  }

  private static String bare(String tzid) {
    return unescaped(tzid).replace("\"", "").strip();
  }

  /** As a property the name is TEXT (RFC 5545 3.8.3.1), and some write the parameter like it. */
  private static String unescaped(String tzid) {
    return tzid.replace("\\,", ",").replace("\\;", ";");
  }

  /**
   * A TZID for the zone, with its VTIMEZONE in the resource.
   *
   * @param from the earliest time that will be written with it
   */
  String tzid(Zone zone, LocalDateTime from) {
    String name = nameOf(zone);
    define(name, rules(zone), from);
    return name;
  }

  /** The TZID that a new time in the zone gets. */
  String nameOf(Zone zone) {
    if (spelling.windowsNames() && WindowsZones.keyName(zone.id()).isPresent()) {
      return zone.id();
    }
    ZoneId id = rules(zone);
    return name(id).equals(zone) ? id.getId() : zone.id();
  }

  /** The TZID of a zone that was chosen for all times. */
  String nameOf(ZoneId chosen) {
    return spelling.windowsNames() ? nameOf(name(chosen)) : chosen.getId();
  }

  /** Sees to it that the resource has a VTIMEZONE of that name. */
  void define(String tzid, ZoneId rules, LocalDateTime from) {
    Component present = component(tzid);
    if (present != null && !saysNothing(present, rules, from)) {
      return;
    }
    LocalDateTime since = spelling.history() && from.isAfter(EPOCH) ? EPOCH : from;
    Component definition = VTimeZoneWriter.write(tzid, rules, since);
    List<Component> all = calendar.components();
    if (all.isEmpty()) {
      calendar.add(definition);
    } else {
      calendar.addBefore(present == null ? all.getFirst() : present, definition);
    }
    if (present != null) {
      calendar.remove(present);
    }
    known.remove(tzid);
  }

  /** Whether it is the zone but says nothing about {@code from}: the event has moved back. */
  private static boolean saysNothing(Component zone, ZoneId rules, LocalDateTime from) {
    VTimeZone definition = VTimeZone.read(zone);
    return definition.offsetAt(from) == null && definition.agreesWith(rules, year());
  }
}
