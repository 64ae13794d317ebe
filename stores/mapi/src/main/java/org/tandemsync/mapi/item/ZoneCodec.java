package org.tandemsync.mapi.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.ZoneDefinition;
import org.tandemsync.mapi.ZoneFinder;

/** The zones of an appointment, and wall clocks in them by the rules that the item carries. */
final class ZoneCodec {
  private static final PropertyName STRUCT = Names.appointment(0x8233);
  private static final PropertyName DESCRIPTION = Names.appointment(0x8234);
  private static final PropertyName START = Names.appointment(0x825E);
  private static final PropertyName END = Names.appointment(0x825F);
  private static final PropertyName RECURRENCE = Names.appointment(0x8260);

  /** A zone with its rules; without rules it is UTC. */
  record ItemZone(Zone zone, Optional<ZoneDefinition> definition) {
    static final ItemZone UTC = new ItemZone(Zone.UTC, Optional.empty());

    LocalDateTime at(Instant instant) {
      return definition
          .map(d -> d.at(instant))
          .orElseGet(() -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** When a clock in the zone shows this time. */
    Instant instant(LocalDateTime clock) {
      return definition.map(d -> d.instant(clock)).orElseGet(() -> clock.toInstant(ZoneOffset.UTC));
    }

    /** The day whose midnight is nearest: an all-day time of a writer in another zone is off. */
    LocalDate dayAt(Instant instant) {
      return at(instant).plusHours(12).toLocalDate();
    }
  }

  private ZoneCodec() {}

  /** The zone of the start; of a series the zone in which its rule counts. */
  static ItemZone start(PropertyBag bag, boolean series, Instant when) {
    Optional<ZoneDefinition> start = ZoneDefinition.parseDefinition(bag.bytes(START));
    Optional<ZoneDefinition> struct = ZoneDefinition.parseStruct(bag.bytes(STRUCT));
    Optional<ZoneDefinition> recurrence = ZoneDefinition.parseDefinition(bag.bytes(RECURRENCE));
    Optional<ZoneDefinition> found =
        series
            ? recurrence.or(() -> named(struct, start)).or(() -> struct).or(() -> start)
            : start.or(() -> struct).or(() -> recurrence);
    return found.map(d -> zone(d, bag, when)).orElse(ItemZone.UTC);
  }

  /** A series of older Outlook has its rules without a name, and the name beside them. */
  private static Optional<ZoneDefinition> named(
      Optional<ZoneDefinition> struct, Optional<ZoneDefinition> start) {
    return struct.flatMap(
        s ->
            start
                .filter(d -> d.rules().getLast().bias() == s.rules().getLast().bias())
                .map(d -> new ZoneDefinition(d.name(), s.rules())));
  }

  /** The zone of the end, which is the one of the start unless the item says otherwise. */
  static ItemZone end(PropertyBag bag, ItemZone start, Instant when) {
    return ZoneDefinition.parseDefinition(bag.bytes(END))
        .map(d -> zone(d, bag, when))
        .orElse(start);
  }

  /** The zone that a changed occurrence has for itself. */
  static Optional<ItemZone> own(PropertyBag bag, Instant when) {
    return ZoneDefinition.parseDefinition(bag.bytes(START)).map(d -> zone(d, bag, when));
  }

  private static ItemZone zone(ZoneDefinition definition, PropertyBag bag, Instant when) {
    Zone zone = ZoneFinder.zone(definition, bag.text(DESCRIPTION), when);
    return new ItemZone(zone, Optional.of(definition));
  }

  /**
   * The years in which an item takes place.
   *
   * @param when its start
   */
  record Years(int from, int to, Instant when) {}

  /**
   * The zone in which times are to be written: as the item has it now if that gives the same times
   * in the years concerned, otherwise with the rules of these years.
   *
   * @param now the zone of the item before the change
   * @return empty for a zone that nobody knows
   */
  static Optional<ItemZone> wanted(Zone zone, Optional<ItemZone> now, Years years) {
    Optional<ZoneDefinition> fresh =
        ZoneDefinition.of(zone, years.from(), years.to(), years.when());
    Optional<ItemZone> kept =
        now.filter(z -> z.zone().equals(zone))
            .filter(z -> z.definition().isPresent())
            .filter(
                z -> fresh.isEmpty() || agree(z.definition().orElseThrow(), fresh.get(), years));
    return kept.or(() -> fresh.map(d -> new ItemZone(zone, Optional.of(d))));
  }

  private static boolean agree(ZoneDefinition a, ZoneDefinition b, Years years) {
    return a.agrees(b, years.from(), years.to());
  }

  /** A zone that an occurrence has, which mostly is the one of its series. */
  static ItemZone within(Zone zone, ItemZone series, LocalDateTime clock) {
    if (zone.equals(series.zone())) {
      return series;
    }
    int year = clock.getYear();
    return ZoneDefinition.of(zone, year, year, clock.toInstant(ZoneOffset.UTC))
        .map(d -> new ItemZone(zone, Optional.of(d)))
        .orElse(series);
  }

  /** Writes the zones that a changed occurrence has for itself. */
  static void writeOwn(ItemZone start, ItemZone end, Timing timing, PropertyEdits edits) {
    int from = timing.start().getYear();
    Years years =
        new Years(
            from, Math.max(from, timing.end().getYear()), timing.start().toInstant(ZoneOffset.UTC));
    writeDefinition(START, start, false, years, edits);
    writeDefinition(END, end, false, years, edits);
  }

  /** Writes the zones of start and end, for a series also the one in which it counts. */
  static void write(
      ItemZone start, ItemZone end, boolean series, Years years, PropertyEdits edits) {
    writeDefinition(START, start, false, years, edits);
    writeDefinition(END, end, false, years, edits);
    if (series) {
      writeDefinition(RECURRENCE, start, true, years, edits);
      writeStruct(start, years, edits);
    } else {
      edits.remove(RECURRENCE).remove(STRUCT);
    }
    if (!start(edits.before(), series, years.when()).zone().equals(start.zone())
        || edits.before().text(DESCRIPTION).isEmpty()) {
      start
          .definition()
          .ifPresent(d -> edits.text(DESCRIPTION, "(UTC" + distance(d) + ") " + d.name()));
    }
  }

  private static String distance(ZoneDefinition definition) {
    String id = definition.standardOffset().getId();
    return id.equals("Z") ? "" : id;
  }

  /** What the item has stays byte for byte if it says the same. */
  private static void writeDefinition(
      PropertyName name, ItemZone zone, boolean ofSeries, Years years, PropertyEdits edits) {
    ZoneDefinition wanted = zone.definition().orElse(null);
    if (wanted == null) {
      edits.remove(name);
      return;
    }
    boolean same =
        ZoneDefinition.parseDefinition(edits.before().bytes(name))
            .filter(d -> d.name().equalsIgnoreCase(wanted.name()) && agree(d, wanted, years))
            .isPresent();
    if (!same) {
      edits.bytes(name, wanted.ofSeries(ofSeries).encode());
    }
  }

  private static void writeStruct(ItemZone zone, Years years, PropertyEdits edits) {
    ZoneDefinition wanted = zone.definition().orElse(null);
    if (wanted == null) {
      edits.remove(STRUCT);
      return;
    }
    boolean same =
        ZoneDefinition.parseStruct(edits.before().bytes(STRUCT))
            .filter(d -> agree(d, wanted, years))
            .isPresent();
    if (!same) {
      edits.bytes(STRUCT, wanted.encodeStruct());
    }
  }
}
