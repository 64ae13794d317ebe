package org.tandemsync.services.configuration;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.times]}: how times are spelled when they are written.
 *
 * @param zone {@code outlook} for the zone that a time has there, {@code utc}, or an IANA name for
 *     one zone for all
 * @param names {@code iana} or {@code windows}: whose names zones have
 * @param history whether definitions of zones tell the clock changes from 1970 on
 */
public record TimeOptions(String zone, String names, boolean history) implements OptionGroup {
  public static final TimeOptions USUAL = new TimeOptions("outlook", "iana", false);

  static final String NAME = "times";
  private static final Map<String, String> NAMES =
      new TreeMap<>(Map.of("iana", "iana", "windows", "windows"));

  static TimeOptions read(TomlMembers m) {
    m.allow("zone", "names", "history");
    return new TimeOptions(
        m.text("zone", TimeOptions::zone).orElse(USUAL.zone),
        m.word("names", NAMES).orElse(USUAL.names),
        m.flag("history", USUAL.history));
  }

  private static String zone(String text) {
    return List.of("outlook", "utc").contains(text) ? text : ProfileTable.zone(text).getId();
  }

  public boolean asInOutlook() {
    return zone.equals("outlook");
  }

  public boolean inUtc() {
    return zone.equals("utc") || (!asInOutlook() && isUtc(ZoneId.of(zone)));
  }

  private static boolean isUtc(ZoneId id) {
    return id.normalized().equals(java.time.ZoneOffset.UTC);
  }

  public boolean windowsNames() {
    return names.equals("windows");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (!zone.equals(USUAL.zone)) {
      unusual.put("zone", zone);
    }
    if (!names.equals(USUAL.names)) {
      unusual.put("names", names);
    }
    if (history != USUAL.history) {
      unusual.put("history", history);
    }
    return unusual;
  }
}
