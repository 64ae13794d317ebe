package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The recipients of an item, counted from 1. */
public final class Recipients extends OutlookObject {
  public Recipients(Dispatch dispatch) {
    super(dispatch);
  }

  public Recipient add(String name) {
    return new Recipient(object(call("Add", Variant.of(name))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Recipient item(int index) {
    return new Recipient(object(call("Item", Variant.of(index))));
  }

  public Recipient item(String index) {
    return new Recipient(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }

  public boolean resolveAll() {
    return flag(call("ResolveAll"));
  }
}
