package org.tandemsync.convert.zone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemsync.items.WindowsZones;

/** What programs write where a zone is to be named (TZID, Outlook's descriptions). */
public final class ZoneNames {
  /** No zone's name is as long; a stranger's text would be searched for minutes. */
  private static final int LONGEST = 200;

  private static final Pattern DISPLAY_NAME =
      Pattern.compile("\\((?:UTC|GMT)(?:([+-])(\\d{1,2}):?(\\d\\d))?\\)\\s*(.+)");
  private static final Pattern NAMED_TIME =
      Pattern.compile("(\\S.*?) Time(?: \\((.*)\\))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET =
      Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d\\d)?", Pattern.CASE_INSENSITIVE);
  private static final Map<String, ZoneId> IANA = new HashMap<>();
  private static final Map<String, ZoneId> CITIES = new HashMap<>();

  /** Names of the IANA that this Java may not have; others mean more than one zone (CST, IST). */
  private static final Map<String, ZoneId> STANDARD =
      Map.of(
          "est",
          ZoneOffset.ofHours(-5),
          "mst",
          ZoneOffset.ofHours(-7),
          "hst",
          ZoneOffset.ofHours(-10));

  static {
    for (String name : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(name);
      IANA.put(name.toLowerCase(Locale.ROOT), zone);
      String city = name.substring(name.lastIndexOf('/') + 1).replace('_', ' ');
      CITIES.put(city.toLowerCase(Locale.ROOT), zone);
    }
  }

  private ZoneNames() {}

  /**
   * The zone of that name: a Windows key name, an IANA name or alias, one of these behind a
   * program's own prefix ({@code /freeassociation.sourceforge.net/Tzfile/Europe/Vienna}), a display
   * name of Exchange ({@code (UTC+01:00) Amsterdam, Berlin}), or an offset.
   *
   * @return empty if the name alone does not tell
   */
  public static Optional<ZoneId> resolve(String name, ZoneId userZone) {
    String bare = bare(name);
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return Optional.empty();
    }
    if (bare.equalsIgnoreCase("tzone://Microsoft/Utc") || bare.equalsIgnoreCase("Z")) {
      return Optional.of(ZoneId.of("Etc/UTC"));
    }
    return windows(bare, userZone)
        .or(() -> iana(bare))
        .or(() -> behindPrefix(bare))
        .or(() -> displayName(bare, userZone))
        .or(() -> offset(bare));
  }

  /**
   * The zone of a display name without its offset: {@code Eastern Time (US & Canada)}, {@code
   * Amsterdam, Berlin, Bern}. Other names look like one ({@code London, Ontario}): it counts where
   * no definition says otherwise.
   */
  public static Optional<ZoneId> shown(String name, ZoneId userZone) {
    String bare = bare(name);
    return bare.length() > LONGEST
        ? Optional.empty()
        : namedTime(bare, userZone).or(() -> places(bare, userZone));
  }

  /** An abbreviation of a standard time, where no definition says that there is a summer too. */
  public static Optional<ZoneId> abbreviated(String name) {
    return Optional.ofNullable(STANDARD.get(bare(name).toLowerCase(Locale.ROOT)));
  }

  private static String bare(String name) {
    String bare = name.strip();
    if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return bare;
  }

  private static Optional<ZoneId> windows(String name, ZoneId userZone) {
    return WindowsZones.keyName(name)
        .flatMap(key -> Zones.zoneId(new org.tandemsync.items.Zone(key), userZone));
  }

  private static Optional<ZoneId> iana(String name) {
    return Optional.ofNullable(IANA.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The longest end of a path that is an IANA name; a trailing "-1" is an old Outlook's. */
  private static Optional<ZoneId> behindPrefix(String name) {
    String path = name.endsWith("-1") ? name.substring(0, name.length() - 2) : name;
    Optional<ZoneId> found = iana(path);
    for (int slash = path.indexOf('/');
        slash >= 0 && found.isEmpty();
        slash = path.indexOf('/', slash + 1)) {
      found = iana(path.substring(slash + 1));
    }
    return found;
  }

  private static Optional<ZoneId> displayName(String name, ZoneId userZone) {
    Matcher matcher = DISPLAY_NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    ZoneOffset standard =
        matcher.group(1) == null
            ? ZoneOffset.UTC
            : offset(matcher.group(1), matcher.group(2), matcher.group(3)).orElse(null);
    for (String place : matcher.group(4).split(",", -1)) {
      String words = place.replaceAll("\\(.*\\)", "").replaceAll(" Time\\b", "").strip();
      Optional<ZoneId> zone =
          windows(words + " Standard Time", userZone)
              .or(() -> Optional.ofNullable(CITIES.get(words.toLowerCase(Locale.ROOT))))
              .filter(z -> standardOffset(z).equals(standard))
              .map(z -> ofItsWindowsZone(z, userZone));
      if (zone.isPresent()) {
        return zone;
      }
    }
    return place(matcher.group(4), userZone);
  }

  /** "Eastern Time (US & Canada)". */
  private static Optional<ZoneId> namedTime(String name, ZoneId userZone) {
    Matcher matcher = NAMED_TIME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String region = matcher.group(2) == null ? "" : matcher.group(2);
    return (region.equals("Mexico")
            ? windows(matcher.group(1) + " Standard Time (Mexico)", userZone)
            : Optional.<ZoneId>empty())
        .or(() -> windows(matcher.group(1) + " Standard Time", userZone));
  }

  /** "Amsterdam, Berlin, Bern", if all cities that are known are in one zone. */
  private static Optional<ZoneId> places(String name, ZoneId userZone) {
    if (name.indexOf(',') < 0) {
      return Optional.empty(); // one word may be anything
    }
    List<ZoneId> zones =
        Arrays.stream(name.split(",", -1))
            .map(place -> CITIES.get(place.strip().toLowerCase(Locale.ROOT)))
            .filter(Objects::nonNull)
            .map(zone -> ofItsWindowsZone(zone, userZone))
            .distinct()
            .toList();
    return zones.size() == 1 ? Optional.of(zones.getFirst()) : Optional.empty();
  }

  private static Optional<ZoneId> place(String text, ZoneId userZone) {
    return text.strip().equalsIgnoreCase("Coordinated Universal Time")
        ? Optional.of(ZoneId.of("Etc/UTC"))
        : windows(text.strip(), userZone);
  }

  private static ZoneId ofItsWindowsZone(ZoneId zone, ZoneId userZone) {
    return Zones.zoneId(Zones.of(zone), userZone).orElse(zone);
  }

  private static ZoneOffset standardOffset(ZoneId zone) {
    return zone.getRules().getStandardOffset(Instant.parse("2024-01-01T00:00:00Z"));
  }

  private static Optional<ZoneId> offset(String name) {
    Matcher matcher = OFFSET.matcher(name);
    return matcher.matches()
        ? offset(matcher.group(1), matcher.group(2), matcher.group(3)).map(o -> o)
        : Optional.empty();
  }

  private static Optional<ZoneOffset> offset(String sign, String hours, String minutes) {
    try {
      int h = Integer.parseInt(hours);
      int m = minutes == null ? 0 : Integer.parseInt(minutes);
      int factor = sign.equals("-") ? -1 : 1;
      return Optional.of(ZoneOffset.ofHoursMinutes(factor * h, factor * m));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }
}
