package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The time zones that Windows knows, counted from 1. */
public final class TimeZones extends OutlookObject {
  public TimeZones(Dispatch dispatch) {
    super(dispatch);
  }

  public LocalDateTime convertTime(
      LocalDateTime sourceDateTime, TimeZone sourceTimeZone, TimeZone destinationTimeZone) {
    return date(
        call(
            "ConvertTime",
            Variant.of(sourceDateTime),
            Variant.of(sourceTimeZone.dispatch()),
            Variant.of(destinationTimeZone.dispatch())));
  }

  public int count() {
    return integer(get("Count"));
  }

  public TimeZone currentTimeZone() {
    return new TimeZone(object(get("CurrentTimeZone")));
  }

  public TimeZone item(int index) {
    return new TimeZone(object(call("Item", Variant.of(index))));
  }

  public TimeZone item(String index) {
    return new TimeZone(object(call("Item", Variant.of(index))));
  }
}
