package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The mail accounts of the profile, counted from 1. */
public final class Accounts extends OutlookObject {
  public Accounts(Dispatch dispatch) {
    super(dispatch);
  }

  public int count() {
    return integer(get("Count"));
  }

  public Account item(int index) {
    return new Account(object(call("Item", Variant.of(index))));
  }

  public Account item(String index) {
    return new Account(object(call("Item", Variant.of(index))));
  }
}
