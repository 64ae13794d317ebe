package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * The columns of a {@link Table}, counted from 1. Body texts and computed properties cannot be
 * columns.
 */
public final class Columns extends OutlookObject {
  public Columns(Dispatch dispatch) {
    super(dispatch);
  }

  public Column add(String name) {
    return new Column(object(call("Add", Variant.of(name))));
  }

  public int count() {
    return integer(get("Count"));
  }

  public Column item(int index) {
    return new Column(object(call("Item", Variant.of(index))));
  }

  public Column item(String index) {
    return new Column(object(call("Item", Variant.of(index))));
  }

  public void remove(int index) {
    call("Remove", Variant.of(index));
  }

  public void remove(String index) {
    call("Remove", Variant.of(index));
  }

  public void removeAll() {
    call("RemoveAll");
  }
}
