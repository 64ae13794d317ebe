package org.tandemsync.mapi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;

/**
 * The rule of a time zone from some year on ([MS-OXOCAL] 2.2.1.39 and .41.1).
 *
 * @param flags bit 0: of the recurrence; bit 1: in effect
 * @param year the first year; 0 for ever
 * @param unused 14 bytes, kept as they are
 * @param bias minutes; UTC is local time plus bias
 * @param standardBias minutes added to bias in winter
 * @param daylightBias minutes added to bias in summer
 * @param standard when winter begins, or null if the clocks are never changed
 * @param daylight when summer begins, or null if the clocks are never changed
 */
public record ZoneRule(
    int flags,
    int year,
    Bytes unused,
    int bias,
    int standardBias,
    int daylightBias,
    @Nullable Change standard,
    @Nullable Change daylight) {

  /** The rule in which the times of a series count. */
  public static final int RECURRENCE = 1;

  /** The rule in effect. */
  public static final int EFFECTIVE = 2;

  /** Outlook keeps 1 January here: with the year a SYSTEMTIME. */
  static final Bytes UNUSED = Bytes.of(new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});

  /** The year from which Windows has a rule that never changed. */
  static final int ALWAYS = 1601;

  /**
   * When the clocks are changed, in the local time before the change (SYSTEMTIME).
   *
   * @param year the only year of this change, or 0 for every year
   * @param week 1 to 4, or 5 for the last; if {@code year} is not 0 the day of the month
   */
  public record Change(int year, Month month, DayOfWeek day, int week, int milliOfDay) {

    static @Nullable Change parse(Span span) {
      int month = span.u16(2);
      int dayOfWeek = span.u16(4);
      int week = span.u16(6);
      int second = span.u16(8) * 3600 + span.u16(10) * 60 + span.u16(12);
      int milli = Math.min(span.u16(14), 999);
      if (month < 1 || month > 12 || dayOfWeek > 6 || second >= 86_400 || week < 1 || week > 31) {
        return null;
      }
      DayOfWeek day = dayOfWeek == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(dayOfWeek);
      return new Change(span.u16(0), Month.of(month), day, week, 1000 * second + milli);
    }

    /** SYSTEMTIME, or 16 zero bytes for no change. */
    static void write(@Nullable Change change, BlobWriter out) {
      if (change == null) {
        out.raw(Bytes.of(new byte[16]));
        return;
      }
      out.u16(change.year);
      out.u16(change.month.getValue());
      out.u16(change.day.getValue() % 7);
      out.u16(change.week);
      out.u16(change.milliOfDay / 3_600_000);
      out.u16(change.milliOfDay / 60_000 % 60);
      out.u16(change.milliOfDay / 1000 % 60);
      out.u16(change.milliOfDay % 1000);
    }

    LocalDateTime in(int ofYear) {
      YearMonth yearMonth = YearMonth.of(ofYear, month);
      LocalDate date;
      if (year != 0) {
        date = yearMonth.atDay(Math.min(week, yearMonth.lengthOfMonth()));
      } else if (week >= 5) {
        date = yearMonth.atEndOfMonth().with(TemporalAdjusters.previousOrSame(day));
      } else {
        date = yearMonth.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, day));
      }
      return date.atStartOfDay().plus(milliOfDay, ChronoUnit.MILLIS);
    }
  }

  /** A fixed distance from UTC. */
  static ZoneRule fixed(int bias) {
    return new ZoneRule(0, 0, UNUSED, bias, 0, 0, null, null);
  }

  /** The same rule; the one in effect is marked if a series counts in it. */
  ZoneRule ofSeries(boolean counts) {
    boolean marked = counts && (flags & EFFECTIVE) != 0;
    int marks = marked ? flags | RECURRENCE : flags & ~RECURRENCE;
    return new ZoneRule(marks, year, unused, bias, standardBias, daylightBias, standard, daylight);
  }

  boolean changesClocks() {
    return standard != null && daylight != null && standardBias != daylightBias;
  }

  ZoneOffset winter() {
    return offset(standardBias);
  }

  ZoneOffset summer() {
    return offset(daylightBias);
  }

  private ZoneOffset offset(int extra) {
    return ZoneOffset.ofTotalSeconds(-60 * (bias + extra));
  }

  /** The distance from UTC at this instant. */
  ZoneOffset offsetAt(Instant instant) {
    Change toWinter = standard;
    Change toSummer = daylight;
    if (toWinter == null || toSummer == null || !changesClocks()) {
      return winter();
    }
    int of = instant.atOffset(winter()).getYear();
    Instant summerBegins = toSummer.in(of).toInstant(winter());
    Instant winterBegins = toWinter.in(of).toInstant(summer());
    boolean isSummer =
        summerBegins.isBefore(winterBegins)
            ? !instant.isBefore(summerBegins) && instant.isBefore(winterBegins)
            : !instant.isBefore(summerBegins) || instant.isBefore(winterBegins);
    return isSummer ? summer() : winter();
  }
}
