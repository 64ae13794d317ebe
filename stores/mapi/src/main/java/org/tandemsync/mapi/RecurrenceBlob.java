package org.tandemsync.mapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;

/**
 * RecurrencePattern ([MS-OXOCAL] 2.2.1.44.1) as the bytes have it; tasks hold only this. Times are
 * minutes since 1601 in the local time of the series, unsigned.
 *
 * @param frequency 0x200A day, 0x200B week, 0x200C month, 0x200D year
 * @param patternType 0 day, 1 week, 2 month, 3 month-nth, 4 month-end, 0xA to 0xC the same in the
 *     Hijri calendar
 * @param calendarType 0 for the Gregorian calendar of the user
 * @param firstDateTime where the counting of periods begins
 * @param period days (in minutes), weeks or months
 * @param slidingFlag whether a task comes back after it is completed
 * @param specific what the pattern type needs: bit mask of weekdays, day of the month, nth
 * @param endType 0x2021 by date, 0x2022 after a number, 0x2023 never (also 0xFFFFFFFF)
 * @param count number of occurrences
 * @param firstDayOfWeek 0 is Sunday
 * @param deleted original dates of deleted and of changed occurrences
 * @param modified new dates of changed occurrences
 * @param start first day
 * @param end last day, or {@link #NO_END}
 */
public record RecurrenceBlob(
    int readerVersion,
    int writerVersion,
    int frequency,
    int patternType,
    int calendarType,
    long firstDateTime,
    long period,
    long slidingFlag,
    List<Integer> specific,
    long endType,
    long count,
    int firstDayOfWeek,
    List<Long> deleted,
    List<Long> modified,
    long start,
    long end) {

  public static final int VERSION = 0x3004;
  public static final int DAILY = 0x200A;
  public static final int WEEKLY = 0x200B;
  public static final int MONTHLY = 0x200C;
  public static final int YEARLY = 0x200D;
  public static final int PATTERN_DAY = 0;
  public static final int PATTERN_WEEK = 1;
  public static final int PATTERN_MONTH = 2;
  public static final int PATTERN_MONTH_NTH = 3;
  public static final int PATTERN_MONTH_END = 4;
  public static final long END_BY_DATE = 0x2021;
  public static final long END_AFTER_COUNT = 0x2022;
  public static final long END_NEVER = 0x2023;

  /** EndDate of a series without end: the last minute of 4500. */
  public static final long NO_END = 0x5AE980DFL;

  public RecurrenceBlob {
    specific = List.copyOf(specific);
    deleted = List.copyOf(deleted);
    modified = List.copyOf(modified);
  }

  /** The same rule with other deleted and changed occurrences. */
  public RecurrenceBlob withDates(List<Long> allDeleted, List<Long> allModified) {
    return new RecurrenceBlob(
        readerVersion,
        writerVersion,
        frequency,
        patternType,
        calendarType,
        firstDateTime,
        period,
        slidingFlag,
        specific,
        endType,
        count,
        firstDayOfWeek,
        allDeleted,
        allModified,
        start,
        end);
  }

  /** Parses a blob; bytes behind it are ignored. */
  public static RecurrenceBlob parse(Span bytes) {
    return read(new BlobReader(bytes));
  }

  static RecurrenceBlob read(BlobReader in) {
    int reader = in.u16();
    int writer = in.u16();
    int frequency = in.u16();
    int pattern = in.u16();
    int calendar = in.u16();
    long first = in.u32();
    long period = in.u32();
    long sliding = in.u32();
    List<Integer> specific = new ArrayList<>();
    for (int i = 0; i < specificCount(pattern); i++) {
      specific.add(in.i32());
    }
    return new RecurrenceBlob(
        reader,
        writer,
        frequency,
        pattern,
        calendar,
        first,
        period,
        sliding,
        specific,
        in.u32(),
        in.u32(),
        in.i32(),
        in.dates(),
        in.dates(),
        in.u32(),
        in.u32());
  }

  private static int specificCount(int patternType) {
    return switch (patternType) {
      case 0 -> 0;
      case 1, 2, 4, 0xA, 0xC -> 1;
      case 3, 0xB -> 2;
      default -> throw new DamagedException("the recurrence has the unknown type " + patternType);
    };
  }

  /** The bytes that {@link #parse} reads. */
  public Bytes encode() {
    BlobWriter out = new BlobWriter();
    write(out);
    return out.bytes();
  }

  void write(BlobWriter out) {
    out.u16(readerVersion);
    out.u16(writerVersion);
    out.u16(frequency);
    out.u16(patternType);
    out.u16(calendarType);
    out.u32(firstDateTime);
    out.u32(period);
    out.u32(slidingFlag);
    specific.forEach(out::u32);
    out.u32(endType);
    out.u32(count);
    out.u32(firstDayOfWeek);
    out.dates(deleted);
    out.dates(modified);
    out.u32(start);
    out.u32(end);
  }

  /** Whether the series goes on for ever. */
  public boolean endless() {
    return endType == END_NEVER || endType == 0xFFFFFFFFL;
  }

  /** The second number of {@link #specific} (which week), or null. */
  public @Nullable Integer nth() {
    return specific.size() > 1 ? specific.get(1) : null;
  }
}
