package org.tandemsync.outlook.standin;

import java.time.ZoneId;
import java.util.List;
import org.tandemsync.items.WindowsZones;

/** The time zones that this Windows knows. */
final class Zones {

  private Zones() {}

  static List<String> names() {
    return WindowsZones.byImportance().keySet().stream().sorted().toList();
  }

  static ZoneId zone(String windowsName) {
    return WindowsZones.zoneIdOf(windowsName).orElseThrow();
  }

  /** The name of the zone of a session. */
  static String name(ZoneId zone) {
    return WindowsZones.keyNameOf(zone)
        .orElseThrow(() -> new IllegalArgumentException(zone + " is none of the stand-in's zones"));
  }
}
