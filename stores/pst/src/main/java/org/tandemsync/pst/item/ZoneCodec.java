package org.tandemsync.pst.item;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tandemsync.items.Zone;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.PropertyName;
import org.tandemsync.pst.mapi.WindowsZones;
import org.tandemsync.pst.mapi.ZoneDefinition;

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
    Zone zone = WindowsZones.zone(definition, bag.text(DESCRIPTION), when);
    return new ItemZone(zone, Optional.of(definition));
  }
}
