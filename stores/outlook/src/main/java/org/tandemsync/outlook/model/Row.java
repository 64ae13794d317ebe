package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import java.util.List;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A row of a {@link Table}. */
public final class Row extends OutlookObject {
  public Row(Dispatch dispatch) {
    super(dispatch);
  }

  public String binaryToString(int index) {
    return text(call("BinaryToString", Variant.of(index)));
  }

  public String binaryToString(String index) {
    return text(call("BinaryToString", Variant.of(index)));
  }

  public List<Variant> getValues() {
    return vector(call("GetValues"));
  }

  public Variant item(int index) {
    return call("Item", Variant.of(index));
  }

  public Variant item(String index) {
    return call("Item", Variant.of(index));
  }

  public LocalDateTime localTimeToUTC(int index) {
    return date(call("LocalTimeToUTC", Variant.of(index)));
  }

  public LocalDateTime localTimeToUTC(String index) {
    return date(call("LocalTimeToUTC", Variant.of(index)));
  }

  public LocalDateTime utcToLocalTime(int index) {
    return date(call("UTCToLocalTime", Variant.of(index)));
  }

  public LocalDateTime utcToLocalTime(String index) {
    return date(call("UTCToLocalTime", Variant.of(index)));
  }
}
