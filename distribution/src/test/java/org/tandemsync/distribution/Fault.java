package org.tandemsync.distribution;

/** What goes wrong once in a history of {@link FaultLife}. */
enum Fault {
  NOTHING,
  LOST_ANSWERS,
  LOST_REQUESTS,
  ANSWERS_CUT_SHORT,
  XML_CUT_SHORT,
  OVERLOADED,
  FORGETS_PASSWORD,
  LOGIN_PAGE,
  CONDITIONS_FAIL,
  REFUSES_WRITES,
  READ_ONLY,
  TWO_AT_ONCE,
  /** Members are missing in listings of everything (sync-and-dav.md: absence is no deletion). */
  LISTING_TOO_SHORT,
  LISTING_EMPTY,
  /** Members get other names on the server, and no listing names some of them under these. */
  MOVED_UNSEEN,
  MULTIGET_TOO_SHORT,
  TOKENS_EXPIRED,
  CLOCK_AHEAD,
  CLOCK_BACK,
  LEDGER_LOST,
  LEDGER_OLDER,
  SERVER_OLDER,
  FILE_OLDER,
  DISK_FULL,
  KILLED;

  /** Whether something of what was in step is forgotten, so that deleted items may come back. */
  boolean forgets() {
    return switch (this) {
      case LEDGER_LOST, LEDGER_OLDER, SERVER_OLDER, FILE_OLDER -> true;
      // gone where it was and named nowhere else: it is new when it shows again
      case MOVED_UNSEEN -> true;
      default -> false;
    };
  }

  /** Whether it only is when somebody may mount a small disk. */
  boolean needsSmallDisk() {
    return this == DISK_FULL;
  }
}
