package org.tandemsync.items;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An Outlook item of one of the four kinds that are kept in step. */
public sealed interface Item permits Appointment, Task, Contact, DistributionList {

  /** The iCalendar or vCard UID (for appointments the one of the Global Object ID), or empty. */
  String uid();

  /** What a person calls this item: subject, display name or list name. May be empty. */
  String title();

  ItemType type();

  /** When the item was last changed by the clock of its own side, if that side says. */
  @Nullable Instant modified();

  /** The same item under another UID. */
  Item withUid(String uid);
}
