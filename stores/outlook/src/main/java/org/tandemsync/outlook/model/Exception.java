package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;

/**
 * An occurrence of a series that is changed or deleted. {@code OriginalDate} has the time of the
 * series unless the occurrence is deleted; asking a deleted one for its item is an error.
 */
public final class Exception extends OutlookObject {
  public Exception(Dispatch dispatch) {
    super(dispatch);
  }

  public AppointmentItem appointmentItem() {
    return new AppointmentItem(object(get("AppointmentItem")));
  }

  public boolean deleted() {
    return flag(get("Deleted"));
  }

  public LocalDateTime originalDate() {
    return date(get("OriginalDate"));
  }
}
