package org.tandemsync.convert;

import java.time.ZoneId;

/**
 * How the times of an event are spelled when they are written: what they mean is the same in every
 * spelling. It acts on what is new or changes; nothing is written anew because of it.
 *
 * @param form which zone a time is told in
 * @param windowsNames whether a zone is named as Windows does where it has a name for it ("W.
 *     Europe Standard Time"), else as IANA does
 * @param history whether the definition of a zone tells its clock changes from 1970 on, else from
 *     the start of the event on
 */
public record TimeSpelling(Form form, boolean windowsNames, boolean history) {
  /** In the zone that Outlook has, with the names of IANA. */
  public static final TimeSpelling USUAL = new TimeSpelling(new Form.AsInOutlook(), false, false);

  /** Which zone a time is told in. */
  public sealed interface Form {
    /** The zone that the time has in Outlook; a line that is there keeps its form. */
    record AsInOutlook() implements Form {}

    /**
     * UTC, but for series: they would move by an hour against the clock on the wall when that
     * changes.
     */
    record Utc() implements Form {}

    /**
     * One zone for all times, but for series in another one: its clock may change on other days.
     */
    record In(ZoneId zone) implements Form {}
  }

  public TimeSpelling with(Form other) {
    return new TimeSpelling(other, windowsNames, history);
  }
}
