package org.tandemsync.mapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.items.Zone;

/** Finds the Windows name of a zone that an item describes. */
public final class ZoneFinder {

  /**
   * Zones that share their rules with others, in the order in which they are guessed when an item
   * says nothing more: any choice gives the right times.
   */
  private static final List<String> COMMON =
      List.of(
          "UTC",
          "W. Europe Standard Time",
          "GMT Standard Time",
          "FLE Standard Time",
          "Eastern Standard Time",
          "Central Standard Time",
          "Mountain Standard Time",
          "Pacific Standard Time",
          "Tokyo Standard Time",
          "China Standard Time",
          "India Standard Time",
          "AUS Eastern Standard Time");

  /** Ties go to the first. */
  private static final Map<String, ZoneId> BY_NAME = new TreeMap<>(WindowsZones.byImportance());

  private ZoneFinder() {}

  /**
   * The zone that a definition means: by its name, else the one whose rules in {@code year} agree,
   * else a fixed distance from UTC.
   *
   * @param display PidLidTimeZoneDescription ("(UTC+01:00) Amsterdam, Berlin, ..."), or empty
   */
  public static Zone zone(ZoneDefinition definition, String display, Instant when) {
    String name = definition.name().strip();
    Optional<String> known = WindowsZones.keyName(name);
    if (known.isPresent()) {
      return new Zone(known.get());
    }
    int year = when.atOffset(ZoneOffset.UTC).getYear();
    ZoneRule rule = definition.rule(year);
    if (iana(name) || isPlain(name, rule.offsetAt(when), when)) {
      return new Zone(name);
    }
    String best = null;
    int bestScore = -1;
    for (Map.Entry<String, ZoneId> entry : BY_NAME.entrySet()) {
      boolean agrees = agrees(entry.getValue(), rule, year);
      int score = agrees ? score(entry.getKey(), entry.getValue(), name + " " + display) : -1;
      if (score > bestScore) {
        best = entry.getKey();
        bestScore = score;
      }
    }
    return best != null ? new Zone(best) : fixed(rule.offsetAt(when));
  }

  /**
   * The rules of a zone; empty for a name that neither Windows nor the IANA has, and that is no
   * fixed distance from UTC.
   */
  public static Optional<ZoneId> javaZone(Zone zone) {
    Optional<ZoneId> known = WindowsZones.zoneIdOf(zone.id());
    if (known.isPresent()) {
      return known;
    }
    try {
      return Optional.of(ZoneId.of(zone.id()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /**
   * Whether the name is that of {@link #fixed}, or one of the IANA without a region ("EST5EDT"),
   * and the distance from UTC is the one of that zone.
   */
  private static boolean isPlain(String name, ZoneOffset offset, Instant when) {
    if (!name.startsWith("UTC") && !ZoneId.getAvailableZoneIds().contains(name)) {
      return false;
    }
    try {
      ZoneRules rules = ZoneId.of(name).getRules();
      return rules.isFixedOffset() == name.startsWith("UTC")
          && rules.getOffset(when).equals(offset);
    } catch (DateTimeException noSuchZone) {
      return false;
    }
  }

  private static boolean iana(String name) {
    return name.contains("/") && ZoneId.getAvailableZoneIds().contains(name);
  }

  /** A name for a fixed distance from UTC. */
  static Zone fixed(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? Zone.UTC : new Zone("UTC" + offset);
  }

  /** Whether both have the same distance from UTC at every half month of the year. */
  private static boolean agrees(ZoneId zone, ZoneRule rule, int year) {
    Instant at = Instant.parse(String.format(Locale.ROOT, "%04d-01-05T12:00:00Z", year));
    for (int i = 0; i < 52; i++) {
      if (!zone.getRules().getOffset(at).equals(rule.offsetAt(at))) {
        return false;
      }
      at = at.plusSeconds(7 * 86_400L);
    }
    return true;
  }

  /** How well the words that the item has fit the names of a zone. */
  private static int score(String keyName, ZoneId iana, String words) {
    String text = words.toLowerCase(Locale.ROOT);
    String id = iana.getId();
    String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
    int score = COMMON.contains(keyName) ? COMMON.size() - COMMON.indexOf(keyName) : 0;
    if (text.contains(city)) {
      score += 100;
    }
    String region =
        keyName.toLowerCase(Locale.ROOT).replace(" standard time", "").replace("(mexico)", "");
    if (!region.isBlank() && text.contains(region.strip())) {
      score += keyName.contains("(Mexico)") && !text.contains("mexico") ? 20 : 50;
    }
    return score;
  }
}
