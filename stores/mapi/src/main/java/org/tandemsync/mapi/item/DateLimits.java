package org.tandemsync.mapi.item;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The years that Outlook has: times before count from 1601, and from 4500 on they mean "none". */
final class DateLimits {
  private static final int FIRST_YEAR = 1602;
  private static final int LAST_YEAR = 4499;

  private DateLimits() {}

  /** Why an item with these dates cannot be held; empty if it can. */
  static Optional<Refusal> of(String title, Collection<LocalDate> dates) {
    for (LocalDate date : dates) {
      if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
        return Optional.of(
            new Refusal(
                "Outlook cannot hold \u201c"
                    + title
                    + "\u201d: it has the date "
                    + date
                    + ", and Outlook's calendar runs from "
                    + FIRST_YEAR
                    + " to "
                    + LAST_YEAR
                    + ". Correct the date."));
      }
    }
    return Optional.empty();
  }
}
