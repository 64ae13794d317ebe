package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;

/** A Send/Receive group. */
public final class SyncObject extends OutlookObject {
  public SyncObject(Dispatch dispatch) {
    super(dispatch);
  }

  public String name() {
    return text(get("Name"));
  }

  public void start() {
    call("Start");
  }

  public void stop() {
    call("Stop");
  }
}
