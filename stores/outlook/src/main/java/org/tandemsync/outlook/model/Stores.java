package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The data files and mailboxes of the profile. */
public final class Stores extends OutlookObject {
  public Stores(Dispatch dispatch) {
    super(dispatch);
  }

  public int count() {
    return integer(get("Count"));
  }

  public Store item(int index) {
    return new Store(object(call("Item", Variant.of(index))));
  }

  public Store item(String index) {
    return new Store(object(call("Item", Variant.of(index))));
  }
}
