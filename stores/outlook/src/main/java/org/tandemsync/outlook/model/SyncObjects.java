package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** The Send/Receive groups, counted from 1. */
public final class SyncObjects extends OutlookObject {
  public SyncObjects(Dispatch dispatch) {
    super(dispatch);
  }

  public SyncObject appFolders() {
    return new SyncObject(object(get("AppFolders")));
  }

  public int count() {
    return integer(get("Count"));
  }

  public SyncObject item(int index) {
    return new SyncObject(object(call("Item", Variant.of(index))));
  }

  public SyncObject item(String index) {
    return new SyncObject(object(call("Item", Variant.of(index))));
  }
}
