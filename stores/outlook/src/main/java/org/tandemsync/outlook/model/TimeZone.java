package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;

/**
 * A time zone of Windows. {@code ID} is the key in the registry, {@code Name} is in the language of
 * Windows.
 */
public final class TimeZone extends OutlookObject {
  public TimeZone(Dispatch dispatch) {
    super(dispatch);
  }

  public int bias() {
    return integer(get("Bias"));
  }

  public int daylightBias() {
    return integer(get("DaylightBias"));
  }

  public LocalDateTime daylightDate() {
    return date(get("DaylightDate"));
  }

  public String daylightDesignation() {
    return text(get("DaylightDesignation"));
  }

  public String id() {
    return text(get("ID"));
  }

  public String name() {
    return text(get("Name"));
  }

  public int standardBias() {
    return integer(get("StandardBias"));
  }

  public LocalDateTime standardDate() {
    return date(get("StandardDate"));
  }

  public String standardDesignation() {
    return text(get("StandardDesignation"));
  }
}
