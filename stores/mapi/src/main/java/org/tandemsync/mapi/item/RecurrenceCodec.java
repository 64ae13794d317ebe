package org.tandemsync.mapi.item;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.RecurrenceBlob;

/** Recurrence blobs as rules of series. */
final class RecurrenceCodec {
  private static final int DAY_MINUTES = 1440;
  private static final int HIJRI = 6;
  private static final int HIJRI_PATTERNS = 0xA;

  private RecurrenceCodec() {}

  /**
   * The rule.
   *
   * @param changed original dates of changed occurrences: the blob lists them as deleted too
   */
  static Recurrence read(RecurrenceBlob blob, Collection<LocalDate> changed) {
    LocalDate start = date(blob.start());
    SortedSet<LocalDate> deleted = new TreeSet<>();
    blob.deleted().forEach(minutes -> deleted.add(date(minutes)));
    deleted.removeAll(changed);
    return new Recurrence(
        pattern(blob, start),
        start,
        end(blob),
        weekday(blob.firstDayOfWeek()),
        deleted,
        calendar(blob));
  }

  private static LocalDate date(long minutes) {
    return FileTime.ofMinutes(minutes).toLocalDate();
  }

  /** 0 is Sunday. */
  private static DayOfWeek weekday(int number) {
    if (number < 0 || number > 6) {
      throw new DamagedException("the recurrence has no week that begins on day " + number);
    }
    return number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number);
  }

  /** The Gregorian calendars in their languages (1, 2, 9 to 12) are one calendar here. */
  private static int calendar(RecurrenceBlob blob) {
    int type = blob.calendarType();
    if (blob.patternType() >= HIJRI_PATTERNS && type == 0) {
      return HIJRI;
    }
    return switch (type) {
      case 1, 2, 9, 10, 11, 12 -> 0;
      default -> type;
    };
  }

  /** Other programs have written ends after 0 occurrences: then the last day counts, if any. */
  private static RecurrenceEnd end(RecurrenceBlob blob) {
    if (blob.endless()) {
      return RecurrenceEnd.NEVER;
    }
    if (blob.endType() != RecurrenceBlob.END_AFTER_COUNT) {
      return new RecurrenceEnd.ByDate(date(blob.end()));
    }
    if (blob.count() > 0) {
      return new RecurrenceEnd.AfterCount(Math.toIntExact(blob.count()));
    }
    return blob.end() < blob.start() || blob.end() >= RecurrenceBlob.NO_END
        ? RecurrenceEnd.NEVER
        : new RecurrenceEnd.ByDate(date(blob.end()));
  }

  private static RecurrencePattern pattern(RecurrenceBlob blob, LocalDate start) {
    int interval = interval(blob);
    if (blob.slidingFlag() == 1) {
      return new RecurrencePattern.Regenerating(interval, unit(blob));
    }
    boolean yearly = blob.frequency() == RecurrenceBlob.YEARLY;
    return switch (blob.patternType()) {
      case RecurrenceBlob.PATTERN_DAY -> new RecurrencePattern.Daily(interval);
      case RecurrenceBlob.PATTERN_WEEK ->
          new RecurrencePattern.Weekly(interval, days(blob.specific().getFirst()));
      case RecurrenceBlob.PATTERN_MONTH_NTH, 0xB -> {
        Set<DayOfWeek> days = days(blob.specific().getFirst());
        WeekIndex index = index(blob.specific().get(1));
        yield yearly
            ? new RecurrencePattern.YearlyNth(interval, start.getMonth(), days, index)
            : new RecurrencePattern.MonthlyNth(interval, days, index);
      }
      default -> {
        int day = blob.patternType() % 8 == 4 ? 31 : blob.specific().getFirst();
        Month month = start.getMonth();
        yield yearly
            ? new RecurrencePattern.Yearly(interval, month, Math.min(day, month.maxLength()))
            : new RecurrencePattern.Monthly(interval, day);
      }
    };
  }

  private static RecurrencePattern.Unit unit(RecurrenceBlob blob) {
    return switch (blob.frequency()) {
      case RecurrenceBlob.DAILY -> RecurrencePattern.Unit.DAY;
      case RecurrenceBlob.WEEKLY -> RecurrencePattern.Unit.WEEK;
      case RecurrenceBlob.MONTHLY -> RecurrencePattern.Unit.MONTH;
      case RecurrenceBlob.YEARLY -> RecurrencePattern.Unit.YEAR;
      default -> throw new DamagedException("the recurrence has the frequency " + blob.frequency());
    };
  }

  /** Days are counted in minutes, years in months. A weekday pattern of old items counts 0. */
  private static int interval(RecurrenceBlob blob) {
    long period = blob.period();
    long interval =
        blob.patternType() == RecurrenceBlob.PATTERN_DAY && blob.frequency() == RecurrenceBlob.DAILY
            ? period / DAY_MINUTES
            : blob.frequency() == RecurrenceBlob.YEARLY ? period / 12 : period;
    if (interval > Integer.MAX_VALUE) {
      throw new DamagedException("the recurrence has the interval " + interval);
    }
    return (int) Math.max(1, interval);
  }

  private static Set<DayOfWeek> days(int mask) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < 7; i++) {
      if ((mask >> i & 1) != 0) {
        days.add(weekday(i));
      }
    }
    if (days.isEmpty()) {
      throw new DamagedException("the recurrence names no day of the week");
    }
    return days;
  }

  private static WeekIndex index(int number) {
    if (number < 1 || number > 5) {
      throw new DamagedException("the recurrence has no week " + number + " of the month");
    }
    return WeekIndex.values()[number - 1];
  }
}
