package org.tandemsync.items;

import java.time.LocalDateTime;

/**
 * A changed occurrence of a series.
 *
 * @param originalStart when the pattern would have it start: wall clock in the series' start zone
 * @param occurrence the occurrence as it is now, complete: what it does not change it has from its
 *     series; never itself a series
 */
public record ExceptionalOccurrence(LocalDateTime originalStart, Appointment occurrence) {
  public ExceptionalOccurrence {
    if (occurrence.recurrence() != null || !occurrence.exceptions().isEmpty()) {
      throw new IllegalArgumentException("an occurrence is not itself a series");
    }
  }
}
