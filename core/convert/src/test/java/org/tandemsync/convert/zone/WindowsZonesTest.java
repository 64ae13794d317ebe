package org.tandemsync.convert.zone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.items.Zone;

class WindowsZonesTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  /** The committed table is what ICU gives; when ICU brings a new CLDR, copy the file made here. */
  @Test
  void theTableIsThatOfIcu() throws IOException {
    Map<String, Set<String>> rows = new TreeMap<>();
    for (String id : TimeZone.getAvailableIDs()) {
      String windows = TimeZone.getWindowsID(id);
      if (windows != null) {
        rows.computeIfAbsent(windows, w -> new TreeSet<>()).add(id);
      }
    }
    StringBuilder table =
        new StringBuilder("# Windows key name, IANA names with the one of territory 001 first\n");
    rows.forEach(
        (windows, names) -> {
          String first =
              windows.equals("UTC")
                  ? "Etc/UTC"
                  : TimeZone.getIanaID(TimeZone.getIDForWindowsID(windows, "001"));
          names.remove(first);
          table.append(windows).append('\t').append(first);
          names.forEach(n -> table.append(' ').append(n));
          table.append('\n');
        });
    Path made = Path.of("target", "windows-zones.tsv");
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.writeString(made, table);
    Path resource =
        Path.of("..", "items", "src", "main", "resources", "org", "tandemsync", "items");
    assertThat(Files.readString(resource.resolve("windows-zones.tsv")))
        .as("copy %s over the resource", made)
        .isEqualTo(table.toString());
  }

  /** Appointments of old data files have names that Windows has given up. */
  @Test
  void namesOfOldHaveTheirZone() {
    assertThat(Zones.zoneId(new Zone("Mid-Atlantic Standard Time"), VIENNA))
        .contains(ZoneId.of("Etc/GMT+2"));
    assertThat(Zones.zoneId(new Zone("kamchatka standard time"), VIENNA))
        .contains(ZoneId.of("Asia/Kamchatka"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Vienna | W. Europe Standard Time",
        "Europe/Kiev | FLE Standard Time",
        "Europe/Kyiv | FLE Standard Time",
        "US/Eastern | Eastern Standard Time",
        "Asia/Calcutta | India Standard Time",
        "Asia/Kolkata | India Standard Time",
        "Asia/Tokyo | Tokyo Standard Time",
        "Etc/GMT | UTC",
        "Etc/UTC | UTC",
        "Etc/UCT | UTC",
        "Z | UTC",
        "GMT+00:00 | UTC",
        "+05:45 | UTC+05:45",
        "UTC-03:30 | UTC-03:30",
        "Europe/London | GMT Standard Time",
        "Antarctica/Troll | Antarctica/Troll"
      })
  void zonesHaveTheirNameInOutlook(String id, String name) {
    assertThat(Zones.of(ZoneId.of(id))).isEqualTo(new Zone(name));
  }

  @Test
  void everyZoneOfThisJavaComesBackWithItsRulesOrItsWindowsZone() {
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      Zone named = Zones.of(zone);
      ZoneId back = Zones.zoneId(named, VIENNA).orElseThrow();
      assertThat(Zones.of(back)).as(id).isEqualTo(named);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W. Europe Standard Time | Europe/Vienna",
        "w. europe standard time | Europe/Vienna",
        "India Standard Time | Asia/Kolkata",
        "UTC | Etc/UTC",
        "UTC+05:45 | UTC+05:45",
        "Antarctica/Troll | Antarctica/Troll",
        "Eastern Standard Time | America/New_York"
      })
  void namesOfOutlookHaveTheirRules(String name, String id) {
    ZoneId expected = ZoneId.of(id);
    assertThat(Zones.zoneId(new Zone(WindowsZones.keyName(name).orElse(name)), VIENNA))
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Vienna | Europe/Vienna",
        "europe/vienna | Europe/Vienna",
        "\"Europe/Vienna\" | Europe/Vienna",
        "w. europe standard time | Europe/Vienna",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Vienna | Europe/Vienna",
        "/mozilla.org/20050126_1/Europe/Berlin | Europe/Berlin",
        "/citadel.org/20210210_1/America/New_York | America/New_York",
        "/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires"
            + " | America/Argentina/Buenos_Aires",
        "/Europe/Paris | Europe/Paris",
        "Europe/Vienna-1 | Europe/Vienna",
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Vienna",
        "(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague | Europe/Budapest",
        "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris | Europe/Paris",
        "(UTC-05:00) Eastern Time (US & Canada) | America/New_York",
        "(GMT-08:00) Pacific Time (US & Canada) | America/Los_Angeles",
        "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi | Asia/Kolkata",
        "(UTC) Dublin, Edinburgh, Lisbon, London | Europe/London",
        "(UTC+09:00) Osaka, Sapporo, Tokyo | Asia/Tokyo",
        "(UTC) Coordinated Universal Time | Etc/UTC",
        "tzone://Microsoft/Utc | Etc/UTC",
        "GMT+0100 | +01:00",
        "UTC-3 | -03:00"
      })
  void whatProgramsWriteIsUnderstood(String name, String id) {
    assertThat(ZoneNames.resolve(name, VIENNA)).contains(ZoneId.of(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Eastern Time (US & Canada) | America/New_York",
        "Central Time (US & Canada) | America/Chicago",
        "Mountain Time (US & Canada) | America/Denver",
        "Pacific Time (US & Canada) | America/Los_Angeles",
        "Atlantic Time (Canada) | America/Halifax",
        "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Vienna",
        "Chennai, Kolkata, Mumbai, New Delhi | Asia/Kolkata",
        "Guadalajara, Mexico City, Monterrey | America/Mexico_City",
        "Dublin, Edinburgh, Lisbon, London | Europe/London"
      })
  void whatProgramsShowIsUnderstood(String name, String id) {
    assertThat(ZoneNames.resolve(name, VIENNA)).isEmpty();
    assertThat(ZoneNames.shown(name, VIENNA)).contains(ZoneId.of(id));
  }

  @ParameterizedTest
  @CsvSource({
    "MyZone",
    "Customized Time Zone",
    "'Home, work'",
    "'Vienna, Tokyo'",
    "My Time (old)",
    "(UTC+01:00) Nowhere",
    "GMT+99:00",
    "''"
  })
  void whatTellsNothingIsNotGuessed(String name) {
    assertThat(ZoneNames.resolve(name, VIENNA)).isEmpty();
    assertThat(ZoneNames.shown(name, VIENNA)).isEmpty();
  }
}
