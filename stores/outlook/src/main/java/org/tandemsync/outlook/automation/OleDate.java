package org.tandemsync.outlook.automation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Dates of OLE Automation ([MS-OAUT] 2.2.25): days since 1899-12-30, the time of day as their
 * fraction. Before that day the fraction still counts forwards: -1.25 is 06:00 on 1899-12-29.
 *
 * <p>No zone of this machine takes part: a time that its clocks skip or repeat stays what it is.
 */
public final class OleDate {
  /** What Outlook says where there is no date. */
  public static final LocalDateTime NONE = LocalDateTime.of(4501, 1, 1, 0, 0);

  private static final LocalDateTime ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** The years 100 to 9999. */
  private static final double FIRST = -657_434;

  private static final double END = 2_958_466;

  private OleDate() {}

  /**
   * Rounded to the millisecond, which is what a double keeps exactly.
   *
   * @throws DateTimeException if it is none of the years 100 to 9999
   */
  public static LocalDateTime toLocal(double days) {
    if (!(days > FIRST - 1 && days < END)) {
      throw new DateTimeException(days + " is no date of OLE Automation");
    }
    double whole = days < 0 ? Math.ceil(days) : Math.floor(days);
    long ofDay = Math.round(Math.abs(days - whole) * DAY);
    return ZERO.plusDays((long) whole).plusNanos(ofDay * 1_000_000);
  }

  public static double of(LocalDateTime time) {
    long millis = Duration.between(ZERO, time).toMillis();
    long day = Math.floorDiv(millis, DAY);
    double ofDay = (double) Math.floorMod(millis, DAY) / DAY;
    return day < 0 ? day - ofDay : day + ofDay;
  }
}
