package org.tandemsync.outlook.standin;

import java.time.ZoneId;

/** An open item that repeats. */
interface PatternOwner {

  /** The series as it was saved, of which occurrences can be had. */
  StoredItem savedSeries(String member);

  ZoneId startZone();

  void patternChanged();

  void patternReleased();
}
