package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The occurrences of a series that are changed or deleted, counted from 1. */
public final class Exceptions extends OutlookObject {
  public Exceptions(Dispatch dispatch) {
    super(dispatch);
  }

  public int count() {
    return integer(get("Count"));
  }

  public Exception item(int index) {
    return new Exception(object(call("Item", Variant.of(index))));
  }
}
