package org.tandemsync.convert.zone;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.items.Zone;

/** The zones of items as {@code java.time} knows them, and the other way round. */
public final class Zones {
  private static final ZoneId ETC_UTC = ZoneId.of("Etc/UTC");

  /** There are not many zones; every time of every item asks for the name of one. */
  private static final Map<ZoneId, Zone> NAMES = new ConcurrentHashMap<>();

  private static final Map<ZoneId, SharedName> SHARED = new ConcurrentHashMap<>();

  private Zones() {}

  /**
   * The zone as Outlook names it today: by Windows' name, whose rules may be others in former years
   * ({@link #of(ZoneId, Years)}). For what has only dates, and to ask which zone of Windows it is.
   */
  public static Zone of(ZoneId id) {
    return NAMES.computeIfAbsent(id, Zones::named);
  }

  /**
   * The zone as Outlook names it in an item of these years: by Windows' name where that has the
   * same rules, else by its own.
   */
  public static Zone of(ZoneId id, Years years) {
    return isItsName(id, years) ? of(id) : new Zone(id.getId());
  }

  /** The zone that is to be taken for Windows' name of a person's zone in these years. */
  public static ZoneId preferred(ZoneId userZone, Years years) {
    return isItsName(userZone, years)
        ? userZone
        : WindowsZones.zoneIdOf(of(userZone).id()).orElse(userZone);
  }

  private static boolean isItsName(ZoneId id, Years years) {
    return SHARED.computeIfAbsent(id, Zones::shared).fits(years);
  }

  private static SharedName shared(ZoneId id) {
    return SharedName.of(id, WindowsZones.zoneIdOf(of(id).id()).orElse(id));
  }

  private static Zone named(ZoneId id) {
    if (isUtc(id)) {
      return Zone.UTC;
    }
    ZoneId normal = id.normalized();
    if (normal instanceof ZoneOffset offset && !id.getId().startsWith("Etc/")) {
      return new Zone("UTC" + offset.getId());
    }
    return new Zone(WindowsZones.keyNameOf(id).orElse(id.getId()));
  }

  private static boolean isUtc(ZoneId id) {
    return id.normalized().equals(ZoneOffset.UTC);
  }

  /**
   * The rules of an item's zone. A Windows zone covers many countries: where it is the person's own
   * the answer is the person's own zone, not Berlin for a Viennese.
   *
   * @return empty if neither Windows, IANA nor an offset has that name
   */
  public static Optional<ZoneId> zoneId(Zone zone, ZoneId userZone) {
    if (zone.equals(Zone.UTC)) {
      return Optional.of(ETC_UTC);
    }
    if (zone.equals(of(userZone))) {
      return Optional.of(userZone);
    }
    Optional<ZoneId> windows = WindowsZones.zoneIdOf(zone.id());
    if (windows.isPresent()) {
      return windows;
    }
    try {
      return Optional.of(ZoneId.of(zone.id()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
