package org.tandemsync.convert.calendar;

import java.time.LocalDate;
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
 *
 * <p>Other programs keep the parameter when they move the whole series. So where DTSTART is not a
 * later day of the same rule, the DTSTART that it was said for stands beside it.
 */
final class PatternStart {
  private static final String PARAMETER = "X-TANDEM-START";

  /** The DTSTART for which it was said, where that one is no later day of the rule. */
  private static final String SAID_FOR = "X-TANDEM-AT";

  private PatternStart() {}

  /** The date that the line says, in the days of DTSTART; empty if it says none. */
  static Optional<LocalDate> said(ContentLine line) {
    return date(line, PARAMETER);
  }

  private static Optional<LocalDate> date(ContentLine line, String parameter) {
    String date = line.parameter(parameter);
    return date == null ? Optional.empty() : DateTimeValue.parse(date).map(DateTimeValue::date);
  }

  /**
   * The day that a rule counts from, in the days of DTSTART: itself, if the line does not say
   * another one that fits. A rule without days of its own has those of DTSTART in any case.
   *
   * @param start DTSTART in its own form
   */
  static LocalDate of(Component item, ContentLine line, Moment start, Context context) {
    RuleParts parts = RuleParts.parse(line.value());
    boolean saidForThis =
        item.is("VTODO") && date(line, SAID_FOR).filter(start.date()::equals).isPresent();
    return said(line)
        .filter(said -> !isOver(item, parts, start, said, context))
        .filter(said -> fits(parts, start.date(), said, saidForThis))
        .orElse(start.date());
  }

  /** Whether the series ends before that day: it has been moved to an earlier time. */
  private static boolean isOver(
      Component item, RuleParts parts, Moment start, LocalDate said, Context context) {
    ContentLine startLine = RecurrenceRule.startLine(item);
    return parts.has("UNTIL")
        && DateTimeValue.parse(parts.get("UNTIL"))
            .filter(until -> Until.date(until, start, startLine, context).isBefore(said))
            .isPresent();
  }

  private static boolean fits(
      RuleParts parts, LocalDate start, LocalDate said, boolean saidForThis) {
    Optional<RecurrencePattern> usual = RuleReader.pattern(parts, start);
    Optional<RecurrencePattern> pattern = RuleReader.pattern(parts, said);
    if (pattern.isEmpty() || (usual.isPresent() && !usual.equals(pattern))) {
      return false;
    }
    Recurrence rule =
        Recurrence.of(pattern.get(), said, RecurrenceEnd.NEVER)
            .withFirstDayOfWeek(SeriesRule.firstDay(parts));
    return Occurrences.of(rule).contains(said) && (saidForThis || isLaterDayOf(rule, start));
  }

  private static boolean isLaterDayOf(Recurrence rule, LocalDate start) {
    return rule.start().isBefore(start)
        && Occurrences.of(rule.withEnd(RecurrenceEnd.NEVER)).contains(start);
  }

  /** Whether the pattern of an item with this DTSTART must be told where it began. */
  private static boolean differs(Component item, Recurrence rule, LocalDate start) {
    return item.is("VTODO") ? !rule.start().equals(start) : passed(item, rule, start) > 0;
  }

  /** Whether the line says what it has to. */
  static boolean isSaid(
      @Nullable ContentLine line, Component item, Recurrence rule, LocalDate start) {
    return line == null ? !differs(item, rule, start) : say(line, item, rule, start) == line;
  }

  /** The line with what it has to say: itself, if it says that. */
  static ContentLine say(ContentLine line, Component item, Recurrence rule, LocalDate start) {
    boolean differs = differs(item, rule, start);
    ContentLine said =
        differs
            ? line.withParameter(PARAMETER, DateTimeValue.date(rule.start()))
            : line.withoutParameter(PARAMETER);
    return differs && !isLaterDayOf(rule, start)
        ? said.withParameter(SAID_FOR, DateTimeValue.date(start))
        : said.withoutParameter(SAID_FOR);
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
