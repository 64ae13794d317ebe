package org.tandemsync.mapi.item;

import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;

/** SMTP addresses of recipients and members. */
final class Addresses {
  private Addresses() {}

  /** The SMTP address of a recipient, or "". */
  static String of(PropertyBag bag) {
    String smtp = smtp(bag.text(Tags.SMTP_ADDRESS));
    if (!smtp.isEmpty()) {
      return smtp;
    }
    if (!bag.text(Tags.ADDRESS_TYPE).equalsIgnoreCase("EX")) {
      smtp = smtp(bag.text(Tags.EMAIL_ADDRESS));
    }
    return smtp.isEmpty() ? oneOff(bag.bytes(Tags.ENTRY_ID), bag) : smtp;
  }

  /** The SMTP address in a one-off entry id, or "". */
  static String oneOff(Span entryId, PropertyBag bag) {
    return EntryId.parse(entryId, bag.ansi()) instanceof EntryId.OneOff(var n, var t, String a)
        ? smtp(a)
        : "";
  }

  /** Whether there is a one-off entry id, and it has no name. */
  static boolean isNameless(PropertyBag bag) {
    return EntryId.parse(bag.bytes(Tags.ENTRY_ID), bag.ansi())
            instanceof EntryId.OneOff(String name, var t, var a)
        && name.isEmpty();
  }

  /** A text if it is an SMTP address, otherwise "": X.500 names and numbers are none. */
  static String smtp(String text) {
    String address = text.strip();
    return address.indexOf('@') > 0 && !address.startsWith("/") ? address : "";
  }
}
