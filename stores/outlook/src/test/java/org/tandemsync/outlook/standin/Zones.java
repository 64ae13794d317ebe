package org.tandemsync.outlook.standin;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The time zones that this Windows knows. */
final class Zones {
  private static final Map<String, String> KNOWN =
      Map.of(
          "UTC", "UTC",
          "W. Europe Standard Time", "Europe/Berlin",
          "Eastern Standard Time", "America/New_York",
          "Pacific Standard Time", "America/Los_Angeles",
          "Tokyo Standard Time", "Asia/Tokyo");

  private Zones() {}

  static List<String> names() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  static ZoneId zone(String windowsName) {
    return ZoneId.of(java.util.Objects.requireNonNull(KNOWN.get(windowsName)));
  }

  /** The name of the zone of a session. */
  static String name(ZoneId zone) {
    return KNOWN.entrySet().stream()
        .filter(e -> e.getValue().equals(zone.getId()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(zone + " is none of the stand-in's zones"));
  }
}
