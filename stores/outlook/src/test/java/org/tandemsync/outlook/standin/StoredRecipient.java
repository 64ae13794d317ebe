package org.tandemsync.outlook.standin;

/** A recipient of an item, or a member of a distribution list. */
final class StoredRecipient {
  String name;
  String address = "";
  boolean resolved;
  int type = 1;
  int trackingStatus;
  boolean sendable = true;
  final Values values;

  StoredRecipient(String name) {
    this(name, new Values());
  }

  private StoredRecipient(String name, Values values) {
    this.name = name;
    this.values = values;
  }

  StoredRecipient copy() {
    StoredRecipient copy = new StoredRecipient(name, values.copy());
    copy.address = address;
    copy.resolved = resolved;
    copy.type = type;
    copy.trackingStatus = trackingStatus;
    copy.sendable = sendable;
    return copy;
  }

  /** What is no mail address is looked for in address books, and there are none. */
  boolean resolve() {
    int at = name.indexOf('@');
    resolved = at > 0 && at < name.length() - 1 && !name.contains(" ") || resolved;
    if (resolved && address.isEmpty()) {
      address = name;
    }
    return resolved;
  }
}
