package org.tandemsync.outlook.message;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.tandemsync.items.WindowsZones;
import org.tandemsync.items.Zone;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.TimeZone;
import org.tandemsync.outlook.model.TimeZones;

/** The time zones of items as Outlook has them: those of Windows, by their key names. */
public final class WindowsTimeZones {
  private final Application application;

  public WindowsTimeZones(Application application) {
    this.application = application;
  }

  /**
   * The zone of Outlook's session.
   *
   * @throws AutomationException if it is none that anybody knows
   */
  public ZoneId session() {
    try (TimeZones all = application.timeZones();
        TimeZone current = all.currentTimeZone()) {
      String id = current.id();
      return WindowsZones.zoneIdOf(id)
          .orElseThrow(
              () ->
                  new AutomationException(
                      HResult.E_FAIL,
                      "TimeZones.CurrentTimeZone",
                      "the time zone of Windows (" + id + ") is not known"));
    }
  }

  /** The key name of a zone, or empty if Windows has no such zone. */
  static Optional<String> keyName(Zone zone) {
    return WindowsZones.keyName(zone.id()).or(() -> zoneId(zone).flatMap(WindowsZones::keyNameOf));
  }

  /** The rules of a zone; UTC for one that nobody knows. */
  static Optional<ZoneId> zoneId(Zone zone) {
    return WindowsZones.zoneIdOf(zone.id())
        .or(
            () -> {
              try {
                return Optional.of(ZoneId.of(zone.id()));
              } catch (DateTimeException unknown) {
                return Optional.empty();
              }
            });
  }

  /** Gives an appointment the zones of its start and its end. */
  void write(AppointmentItem item, Zone start, Zone end) {
    try (TimeZones all = application.timeZones();
        TimeZone ofStart = all.item(required(start));
        TimeZone ofEnd = all.item(required(end))) {
      item.setStartTimeZone(ofStart);
      item.setEndTimeZone(ofEnd);
    }
  }

  private static String required(Zone zone) {
    return keyName(zone)
        .orElseThrow(() -> new IllegalArgumentException("Windows has no time zone " + zone));
  }
}
