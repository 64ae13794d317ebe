package org.tandemsync.items;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The windowsZones table of Unicode CLDR: which zones of Windows are which of IANA. The resource
 * beside this class is made from ICU by a test, with all aliases of each zone.
 */
public final class WindowsZones {
  private WindowsZones() {}

  private record Table(
      Map<String, String> spelling, Map<String, ZoneId> zones, Map<String, String> windows) {}

  /** Names that Windows had once; items have them still. */
  private static final Map<String, String> FORMER =
      Map.of(
          "Kamchatka Standard Time", "Asia/Kamchatka", "Mid-Atlantic Standard Time", "Etc/GMT+2");

  private static final Table TABLE = load();

  /** The key name in its own spelling if {@code name} is one, ignoring case. */
  public static Optional<String> keyName(String name) {
    return Optional.ofNullable(TABLE.spelling.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The key name of the Windows zone that covers an IANA zone or an alias of one. */
  public static Optional<String> keyNameOf(ZoneId zone) {
    return Optional.ofNullable(TABLE.windows.get(zone.getId().toLowerCase(Locale.ROOT)));
  }

  /** The IANA zone that stands for the Windows zone where no country is known. */
  public static Optional<ZoneId> zoneIdOf(String keyName) {
    return keyName(keyName).map(TABLE.zones::get);
  }

  /** All key names with their IANA zone; those that cover most IANA zones first. */
  public static Map<String, ZoneId> byImportance() {
    return Collections.unmodifiableMap(TABLE.zones);
  }

  private static Table load() {
    Map<String, List<String>> rows = new HashMap<>();
    for (String line : lines()) {
      String[] columns = line.split("\t", -1);
      rows.put(columns[0], List.of(columns[1].split(" ")));
    }
    List<String> keyNames = new ArrayList<>(rows.keySet());
    keyNames.sort(
        (a, b) -> {
          int bySize = names(rows, b).size() - names(rows, a).size();
          return bySize != 0 ? bySize : a.compareTo(b);
        });
    Map<String, String> spelling = new HashMap<>();
    Map<String, ZoneId> zones = new LinkedHashMap<>();
    Map<String, String> windows = new HashMap<>();
    for (String keyName : keyNames) {
      for (String name : names(rows, keyName)) {
        windows.put(name.toLowerCase(Locale.ROOT), keyName);
      }
      ZoneId zone = first(names(rows, keyName));
      if (zone != null) {
        spelling.put(keyName.toLowerCase(Locale.ROOT), keyName);
        zones.put(keyName, zone);
      }
    }
    FORMER.forEach(
        (keyName, id) -> {
          spelling.put(keyName.toLowerCase(Locale.ROOT), keyName);
          zones.put(keyName, ZoneId.of(id));
        });
    return new Table(spelling, zones, windows);
  }

  private static List<String> names(Map<String, List<String>> rows, String keyName) {
    return Objects.requireNonNull(rows.get(keyName));
  }

  /** The first of the names that this Java's zone data knows. */
  private static @Nullable ZoneId first(List<String> names) {
    for (String name : names) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException unknownToThisJava) {
        // an older zone data: the next name may be known
      }
    }
    return null;
  }

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(WindowsZones.class.getResourceAsStream("windows-zones.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
