package org.tandemsync.mapi.item;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.RecurrenceBlob;

/** Rules of series as recurrence blobs ([MS-OXOCAL] 2.2.1.44.1). */
final class RecurrenceWriter {
  private static final int DAY_MINUTES = 1440;
  private static final LocalDate EPOCH = LocalDate.of(1601, 1, 1);

  /** OccurrenceCount of a series without end. */
  private static final int COUNT_OF_ENDLESS = 10;

  private RecurrenceWriter() {}

  /**
   * The blob of a rule.
   *
   * @param before the blob that the item has; what the rule does not say stays as it is there
   * @param originals original dates of changed occurrences
   * @param moved the dates on which changed occurrences are now
   */
  static RecurrenceBlob blob(
      Recurrence rule,
      Optional<RecurrenceBlob> before,
      Collection<LocalDate> originals,
      Collection<LocalDate> moved) {
    Set<LocalDate> deleted = new TreeSet<>(rule.deleted());
    deleted.addAll(originals);
    List<Long> deletedMinutes = deleted.stream().map(RecurrenceWriter::minutes).toList();
    List<Long> movedMinutes = moved.stream().sorted().map(RecurrenceWriter::minutes).toList();
    RecurrenceBlob pattern = before.filter(b -> sameRule(b, rule)).orElseGet(() -> fresh(rule));
    return pattern.withDates(
        same(pattern.deleted(), deletedMinutes) ? pattern.deleted() : deletedMinutes,
        same(pattern.modified(), movedMinutes) ? pattern.modified() : movedMinutes);
  }

  private static boolean same(List<Long> a, List<Long> b) {
    return a.stream().sorted().toList().equals(b.stream().sorted().toList());
  }

  private static boolean sameRule(RecurrenceBlob blob, Recurrence rule) {
    Recurrence read = RecurrenceCodec.read(blob, List.of());
    return read.withDeleted(rule.deleted()).equals(rule);
  }

  private static long minutes(LocalDate date) {
    return FileTime.minutes(date.atStartOfDay());
  }

  private static RecurrenceBlob fresh(Recurrence rule) {
    Occurrences occurrences = Occurrences.of(rule);
    long endType;
    long count;
    long end;
    switch (rule.end()) {
      case RecurrenceEnd.Never _ -> {
        endType = RecurrenceBlob.END_NEVER;
        count = COUNT_OF_ENDLESS;
        end = RecurrenceBlob.NO_END;
      }
      case RecurrenceEnd.AfterCount(int n) -> {
        endType = RecurrenceBlob.END_AFTER_COUNT;
        count = n;
        end = minutes(occurrences.last().orElse(rule.start()));
      }
      case RecurrenceEnd.ByDate(LocalDate last) -> {
        endType = RecurrenceBlob.END_BY_DATE;
        count = occurrences.all().count();
        end = minutes(last);
      }
    }
    Shape shape = Shape.of(rule);
    return new RecurrenceBlob(
        RecurrenceBlob.VERSION,
        RecurrenceBlob.VERSION,
        shape.frequency,
        shape.type,
        0,
        firstDateTime(rule, shape),
        shape.period,
        rule.pattern() instanceof RecurrencePattern.Regenerating ? 1 : 0,
        shape.specific,
        endType,
        count,
        rule.firstDayOfWeek().getValue() % 7,
        List.of(),
        List.of(),
        minutes(rule.start()),
        end);
  }

  /** Where the counting of periods begins: the first of them after 1601. */
  private static long firstDateTime(Recurrence rule, Shape shape) {
    LocalDate start = rule.start();
    return switch (shape.frequency) {
      case RecurrenceBlob.DAILY -> minutes(start) % shape.period;
      case RecurrenceBlob.WEEKLY ->
          minutes(start.with(TemporalAdjusters.previousOrSame(rule.firstDayOfWeek())))
              % (shape.period * 7 * DAY_MINUTES);
      default ->
          minutes(
              EPOCH.plusMonths(
                  ChronoUnit.MONTHS.between(EPOCH, start.withDayOfMonth(1)) % shape.period));
    };
  }

  private record Shape(int frequency, int type, long period, List<Integer> specific) {
    static Shape of(Recurrence rule) {
      return switch (rule.pattern()) {
        case RecurrencePattern.Daily(int n) -> daily(n);
        case RecurrencePattern.Weekly(int n, Set<DayOfWeek> days) -> weekly(n, mask(days));
        case RecurrencePattern.Monthly(int n, int day) -> onDay(RecurrenceBlob.MONTHLY, n, day);
        case RecurrencePattern.MonthlyNth nth ->
            nth(
                RecurrenceBlob.MONTHLY,
                nth.interval(),
                mask(nth.days()),
                nth.index().ordinal() + 1);
        case RecurrencePattern.Yearly yearly ->
            onDay(RecurrenceBlob.YEARLY, 12 * yearly.interval(), yearly.day());
        case RecurrencePattern.YearlyNth nth ->
            nth(
                RecurrenceBlob.YEARLY,
                12 * nth.interval(),
                mask(nth.days()),
                nth.index().ordinal() + 1);
        case RecurrencePattern.Regenerating(int n, RecurrencePattern.Unit unit) ->
            regenerating(n, unit, rule.start());
      };
    }

    private static Shape daily(int days) {
      return new Shape(
          RecurrenceBlob.DAILY, RecurrenceBlob.PATTERN_DAY, (long) days * DAY_MINUTES, List.of());
    }

    private static Shape weekly(int weeks, int mask) {
      return new Shape(RecurrenceBlob.WEEKLY, RecurrenceBlob.PATTERN_WEEK, weeks, List.of(mask));
    }

    private static Shape onDay(int frequency, int months, int day) {
      return new Shape(frequency, RecurrenceBlob.PATTERN_MONTH, months, List.of(day));
    }

    private static Shape nth(int frequency, int months, int mask, int index) {
      return new Shape(frequency, RecurrenceBlob.PATTERN_MONTH_NTH, months, List.of(mask, index));
    }

    /** The days of the start stand in, since the pattern needs some. */
    private static Shape regenerating(int n, RecurrencePattern.Unit unit, LocalDate start) {
      return switch (unit) {
        case DAY -> daily(n);
        case WEEK -> weekly(n, mask(List.of(start.getDayOfWeek())));
        case MONTH -> onDay(RecurrenceBlob.MONTHLY, n, start.getDayOfMonth());
        case YEAR -> onDay(RecurrenceBlob.YEARLY, 12 * n, start.getDayOfMonth());
      };
    }

    /** Sunday is the lowest bit. */
    private static int mask(Collection<DayOfWeek> days) {
      int mask = 0;
      for (DayOfWeek day : days) {
        mask |= 1 << day.getValue() % 7;
      }
      return mask;
    }
  }
}
