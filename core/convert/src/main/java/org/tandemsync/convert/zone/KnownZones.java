package org.tandemsync.convert.zone;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.tandemsync.items.WindowsZones;

/** Zones that are recognised by something else than their name. */
public final class KnownZones {
  private KnownZones() {}

  /** The first zone of Windows that matches, the person's own first, then the widespread ones. */
  public static Optional<ZoneId> matching(ZoneId userZone, Predicate<ZoneId> matches) {
    return matches.test(userZone)
        ? Optional.of(userZone)
        : WindowsZones.byImportance().values().stream().filter(matches).findFirst();
  }

  /** The zone of an X-MICROSOFT-CDO-TZID (CdoTimeZoneId of Exchange), of the common ones. */
  public static Optional<ZoneId> ofCdo(String number, ZoneId userZone) {
    String keyName =
        switch (number.strip()) {
          case "1" -> "GMT Standard Time";
          case "3" -> "Romance Standard Time";
          case "4" -> "W. Europe Standard Time";
          case "6" -> "Central Europe Standard Time";
          case "7" -> "GTB Standard Time";
          case "9" -> "Atlantic Standard Time";
          case "10" -> "Eastern Standard Time";
          case "11" -> "Central Standard Time";
          case "12" -> "Mountain Standard Time";
          case "13" -> "Pacific Standard Time";
          case "14" -> "Alaskan Standard Time";
          case "15" -> "Hawaiian Standard Time";
          case "18" -> "E. Australia Standard Time";
          case "19" -> "Cen. Australia Standard Time";
          case "20" -> "Tokyo Standard Time";
          case "22" -> "SE Asia Standard Time";
          case "23" -> "India Standard Time";
          case "24" -> "Arabian Standard Time";
          case "45" -> "China Standard Time";
          default -> "";
        };
    return keyName.isEmpty() ? Optional.empty() : ZoneNames.resolve(keyName, userZone);
  }
}
