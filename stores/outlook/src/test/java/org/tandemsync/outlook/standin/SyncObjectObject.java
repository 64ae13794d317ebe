package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Variant;

/** The one Send/Receive group. */
final class SyncObjectObject extends StandInObject {
  SyncObjectObject(StandIn outlook) {
    super(outlook);
  }

  @Override
  String type() {
    return "SyncObject";
  }

  @Override
  Variant get(String name) {
    if (name.equals("Name")) {
      return Variant.of("All Accounts");
    }
    throw unsupported(name);
  }
}
