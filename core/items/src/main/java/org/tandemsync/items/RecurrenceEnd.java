package org.tandemsync.items;

import java.time.LocalDate;

/** How a series ends ([MS-OXOCAL] EndType). */
public sealed interface RecurrenceEnd {
  /** The series goes on for ever. */
  RecurrenceEnd NEVER = new Never();

  record Never() implements RecurrenceEnd {}

  /** After n occurrences, deleted ones counted. */
  record AfterCount(int count) implements RecurrenceEnd {
    public AfterCount {
      if (count < 1) {
        throw new IllegalArgumentException("a series has at least one occurrence, not " + count);
      }
    }
  }

  /** The last occurrence starts on or before this date of the series' zone. */
  record ByDate(LocalDate last) implements RecurrenceEnd {}
}
