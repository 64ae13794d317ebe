package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;

/**
 * Where Outlook's pattern began, on the RRULE of a series that has another DTSTART: a task has
 * moved on since, or this one of a task is postponed. Without it DTSTART is no day of the rule, or
 * every third day is counted from another one.
 */
final class PatternStart {
  private static final String PARAMETER = "X-TANDEM-START";

  private PatternStart() {}

  /** The date that the line says, by the user's days; empty if it says none. */
  static Optional<LocalDate> said(ContentLine line) {
    String began = line.parameter(PARAMETER);
    return began == null ? Optional.empty() : DateTimeValue.parse(began).map(DateTimeValue::date);
  }

  /**
   * The day that a rule counts from, in the days of DTSTART: itself, if the line does not say
   * another one that fits. A rule without days of its own has those of DTSTART in any case.
   *
   * @param shown DTSTART as the user's day
   */
  static LocalDate of(Component item, ContentLine line, LocalDate start, LocalDate shown) {
    return said(line)
        .map(said -> said.minusDays(ChronoUnit.DAYS.between(start, shown)))
        .filter(said -> fits(item, RuleParts.parse(line.value()), start, said))
        .orElse(start);
  }

  private static boolean fits(Component item, RuleParts parts, LocalDate start, LocalDate said) {
    Optional<RecurrencePattern> usual = RuleReader.pattern(parts, start);
    Optional<RecurrencePattern> pattern = RuleReader.pattern(parts, said);
    if (pattern.isEmpty() || (usual.isPresent() && !usual.equals(pattern))) {
      return false;
    }
    Occurrences days =
        Occurrences.of(
            Recurrence.of(pattern.get(), said, RecurrenceEnd.NEVER)
                .withFirstDayOfWeek(SeriesRule.firstDay(parts)));
    boolean onTheRule = said.isBefore(start) && days.contains(start);
    return days.contains(said) && (item.is("VTODO") || onTheRule);
  }

  /** Whether the pattern of an item with this DTSTART must be told where it began. */
  private static boolean differs(Component item, Recurrence rule, LocalDate start) {
    return item.is("VTODO") ? !rule.start().equals(start) : passed(item, rule, start) > 0;
  }

  /** Whether the line says what it has to. */
  static boolean isSaid(
      @Nullable ContentLine line, Component item, Recurrence rule, LocalDate start) {
    Optional<LocalDate> said = line == null ? Optional.empty() : said(line);
    return said.equals(differs(item, rule, start) ? Optional.of(rule.start()) : Optional.empty());
  }

  static ContentLine say(ContentLine line, Component item, Recurrence rule, LocalDate start) {
    return differs(item, rule, start)
        ? line.withParameter(PARAMETER, DateTimeValue.date(rule.start()))
        : line.withoutParameter(PARAMETER);
  }

  /**
   * How many occurrences of the pattern lie before DTSTART: those of a task that are done. The last
   * of them is not where DTSTART is no day of the pattern: it is that one, postponed.
   */
  static long passed(Component item, Recurrence rule, LocalDate start) {
    if (!rule.start().isBefore(start)) {
      return 0;
    }
    Occurrences endless = Occurrences.of(rule.withEnd(RecurrenceEnd.NEVER));
    boolean postponed = !endless.contains(start);
    if (postponed && !item.is("VTODO")) {
      return 0;
    }
    long before = endless.all().takeWhile(d -> d.isBefore(start)).count();
    return postponed ? Math.max(0, before - 1) : before;
  }

  /** A rule that is read from {@code start} on, as what the line says. */
  static Recurrence counted(Component item, ContentLine line, Recurrence rule, LocalDate start) {
    return said(line)
        .filter(said -> said.isBefore(start))
        .map(rule::withStart)
        .filter(whole -> Occurrences.of(whole.withEnd(RecurrenceEnd.NEVER)).contains(start))
        .map(whole -> withPassed(item, whole, start))
        .orElse(rule);
  }

  /** The series with those that are done, which the COUNT of the server does not have. */
  static Recurrence withPassed(Component item, Recurrence rule, LocalDate start) {
    return rule.end() instanceof RecurrenceEnd.AfterCount(int count)
        ? rule.withEnd(
            new RecurrenceEnd.AfterCount(
                (int) Math.min(count + passed(item, rule, start), Integer.MAX_VALUE)))
        : rule;
  }
}
