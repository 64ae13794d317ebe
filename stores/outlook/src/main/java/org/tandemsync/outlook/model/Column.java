package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;

/** A column of a {@link Table}. */
public final class Column extends OutlookObject {
  public Column(Dispatch dispatch) {
    super(dispatch);
  }

  public String name() {
    return text(get("Name"));
  }
}
