package org.tandemsync.outlook.standin;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** A changed or deleted occurrence of a saved series. */
final class ExceptionObject extends StandInObject {
  private final StoredItem series;
  private final LocalDateTime original;
  private final ZoneId zone;

  ExceptionObject(StandIn outlook, StoredItem series, LocalDateTime original, ZoneId zone) {
    super(outlook);
    this.series = series;
    this.original = original;
    this.zone = zone;
  }

  @Override
  String type() {
    return "Exception";
  }

  private LocalDateTime inTheSession() {
    return original.atZone(zone).withZoneSameInstant(outlook.zone()).toLocalDateTime();
  }

  private boolean deleted() {
    return series.exceptions().getOrDefault(original, Optional.empty()).isEmpty();
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Deleted" -> Variant.of(deleted());
      // of a deleted one the day in the series' zone, of another the time in the session's
      case "OriginalDate" ->
          Variant.of(deleted() ? original.toLocalDate().atStartOfDay() : inTheSession());
      case "AppointmentItem" -> {
        if (deleted()) {
          throw failure(HResult.E_FAIL, name, "Not valid for deleted appointments.");
        }
        yield reference(AppointmentObject.occurrence(outlook, series, original));
      }
      default -> throw unsupported(name);
    };
  }
}
