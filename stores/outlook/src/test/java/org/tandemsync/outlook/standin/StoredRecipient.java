package org.tandemsync.outlook.standin;

import org.tandemsync.mapi.EntryId;
import org.tandemsync.outlook.automation.Variant;

/** A recipient of an item, or a member of a distribution list. */
final class StoredRecipient {
  String name = "";
  String address = "";
  boolean resolved;
  int type = 1;
  int trackingStatus;
  boolean sendable = true;
  final Values values;

  /** "Name <address>", or either. */
  StoredRecipient(String text) {
    this(new Values());
    int bracket = text.lastIndexOf(" <");
    boolean both = bracket > 0 && text.endsWith(">");
    name = both ? text.substring(0, bracket) : text;
    address = both ? text.substring(bracket + 2, text.length() - 1) : "";
    show();
  }

  private StoredRecipient(Values values) {
    this.values = values;
  }

  private void show() {
    values.put("tag:3001", Variant.of(name));
    values.put("tag:0C15", Variant.of(type));
    if (!address.isEmpty()) {
      values.put("tag:39FE", Variant.of(address));
      values.put("tag:3002", Variant.of("SMTP"));
      values.put("tag:3003", Variant.of(address));
      values.put("tag:0FFF", Variant.of(EntryId.oneOff(name, "SMTP", address)));
    }
  }

  void type(int value) {
    type = value;
    values.put("tag:0C15", Variant.of(value));
  }

  StoredRecipient copy() {
    StoredRecipient copy = new StoredRecipient(values.copy());
    copy.name = name;
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
    resolved =
        at > 0 && at < name.length() - 1 && !name.contains(" ") || !address.isEmpty() || resolved;
    if (resolved && address.isEmpty()) {
      address = name;
    }
    if (resolved) {
      show();
    }
    return resolved;
  }
}
