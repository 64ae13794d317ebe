package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;

/**
 * RRULE with further RRULEs, RDATE and EXRULE as one pattern of Outlook: exactly, or with more days
 * of which the surplus is deleted. What cannot be shown so is a loss and stays on the server.
 */
final class SeriesRule {
  /** More is no series of a person; each costs the days of many years. */
  private static final int MOST_RULES = 20;

  private static final String OFF_THE_RULE = " is no day of the rule";

  private final Component master;
  private final Context context;
  private boolean datesHidden;

  SeriesRule(Component master, Context context) {
    this.master = master;
    this.context = context;
  }

  /** Whether the line alone is a pattern of Outlook's own. */
  static boolean isExact(ContentLine line, Moment start) {
    RuleParts parts = RuleParts.parse(line.value());
    return timeOfDayFits(parts, start) && RuleReader.pattern(parts, start.date()).isPresent();
  }

  /** Whether it is shown by its own pattern, and not by one that has a start off the rule too. */
  static boolean isShownAsItIs(ContentLine line, Recurrence shown) {
    return RuleReader.pattern(RuleParts.parse(line.value()), shown.start())
        .filter(shown.pattern()::equals)
        .isPresent();
  }

  /** Whether the item has more than its first occurrence. */
  static boolean isSeries(Component item) {
    return item.first("RRULE") != null || isOfDates(item);
  }

  /** Whether the occurrences of an event are listed one by one. */
  static boolean isOfDates(Component item) {
    return item.is("VEVENT") && item.first("RRULE") == null && item.first("RDATE") != null;
  }

  /** Whether more than one rule tells the days of the series. */
  static boolean isOfSeveral(Component master) {
    return master.lines("RRULE").size() > 1
        || master.first("RDATE") != null
        || master.first("EXRULE") != null;
  }

  /**
   * The rule as Outlook shows it, or null for none.
   *
   * @param start DTSTART in its own form
   */
  @Nullable Recurrence read(ContentLine line, Moment start) {
    if (isOfSeveral(master) && master.is("VEVENT")) {
      Optional<RuleDates.Days> all = ofSeveral(start);
      if (all.isPresent() && all.equals(daysOf(line, start)) && isExact(line, start)) {
        return ofOne(line, start); // the others add nothing
      }
      Optional<NearRule.Shown> whole =
          all.flatMap(
              days -> NearRule.of(days, start.date(), firstDay(RuleParts.parse(line.value()))));
      if (whole.isPresent()) {
        return shown(line, whole.get(), "several rules together");
      }
    }
    Recurrence rule = ofOne(line, start);
    if (master.lines("RRULE").size() > 1) {
      context.lose(
          LossKind.FURTHER_RULE,
          "recurrence",
          "there is more than one RRULE, only the first is shown");
    }
    loseDates("RDATE", "EXRULE");
    return rule;
  }

  /** RDATEs without a rule, or null for a single event. */
  @Nullable Recurrence ofDates(Moment start) {
    TreeSet<LocalDate> days = new TreeSet<>(further(start).orElse(List.of()));
    boolean listed = !days.isEmpty();
    days.add(start.date());
    Optional<NearRule.Shown> shown =
        listed && days.size() > 1
            ? NearRule.of(new RuleDates.Days(days, true), start.date(), DayOfWeek.MONDAY)
            : Optional.empty();
    if (listed && (days.size() == 1 || shown.isPresent())) {
      loseDates("EXRULE");
      return shown.map(NearRule.Shown::recurrence).orElse(null);
    }
    loseDates("RDATE", "EXRULE");
    return null;
  }

  private @Nullable Recurrence ofOne(ContentLine line, Moment start) {
    RuleParts parts = RuleParts.parse(line.value());
    LocalDate shown = master.is("VTODO") ? TaskDates.date(start, context) : start.date();
    LocalDate began = PatternStart.of(master, line, start, context);
    Optional<RecurrencePattern> pattern =
        timeOfDayFits(parts, start) ? RuleReader.pattern(parts, began) : Optional.empty();
    if (pattern.isEmpty()) {
      return near(line, parts, start)
          .or(() -> fromAnotherMonth(line, parts, start))
          .orElseGet(() -> lose(line, parts, start, "Outlook has no such rule"));
    }
    if (parts.numbers("BYMONTH").stream().flatMap(List::stream).anyMatch(m -> m < 1 || m > 12)) {
      context.lose(LossKind.RULE_PART_IGNORED, "recurrence", "no month: " + line.value());
    }
    Recurrence rule =
        Recurrence.of(pattern.get(), began, end(parts, start, began))
            .withFirstDayOfWeek(firstDay(parts));
    if (!Occurrences.of(rule).contains(began)) {
      Optional<Recurrence> meant = ofDaysShown(line, parts, start, shown);
      return meant.isPresent()
          ? meant.get()
          : near(line, parts, start)
              .or(() -> fromFirstDay(line, rule, start))
              .orElseGet(
                  () -> lose(line, parts, start, "the start " + start.date() + OFF_THE_RULE));
    }
    LocalDate first = shown.plusDays(ChronoUnit.DAYS.between(start.date(), began));
    Optional<Recurrence> moved = MovedRule.to(first, rule);
    return moved.isPresent()
        ? PatternStart.withPassed(master, moved.get(), shown)
        : lose(line, "where you are it is " + shown + ", and Outlook has no such rule");
  }

  /** A rule beside a time in UTC whose days were meant to be those of the user. */
  private Optional<Recurrence> ofDaysShown(
      ContentLine line, RuleParts parts, Moment start, LocalDate shown) {
    if (shown.equals(start.date())) {
      return Optional.empty();
    }
    RecurrenceEnd end = end(parts, start, start.date());
    RecurrenceEnd after =
        end instanceof RecurrenceEnd.ByDate(LocalDate last) && last.isBefore(shown)
            ? new RecurrenceEnd.ByDate(shown)
            : end;
    Optional<Recurrence> rule =
        RuleReader.pattern(parts, shown)
            .map(p -> Recurrence.of(p, shown, after).withFirstDayOfWeek(firstDay(parts)))
            .filter(r -> Occurrences.of(r).contains(shown));
    rule.ifPresent(_ -> pass(line, start, "but " + shown + " is, the same day where you are"));
    return rule.map(r -> PatternStart.counted(master, line, r, shown));
  }

  static DayOfWeek firstDay(RuleParts parts) {
    return Objects.requireNonNullElse(Weekdays.of(parts.get("WKST")), DayOfWeek.MONDAY);
  }

  /** Of events alone: for tasks those occurrences are deleted that the server names, no others. */
  private Optional<Recurrence> near(ContentLine line, RuleParts parts, Moment start) {
    if (!master.is("VEVENT") || !timeOfDayFits(parts, start)) {
      return Optional.empty();
    }
    Optional<RuleDates.Days> days = days(parts, start);
    boolean counted = days.isEmpty();
    Optional<NearRule.Shown> near =
        (counted ? countedFromStart(parts, start) : days)
            .flatMap(d -> NearRule.of(d, start.date(), firstDay(parts)));
    if (counted && near.isPresent()) {
      pass(line, start, "it is shown and counts as the first occurrence");
    }
    return near.map(n -> shown(line, n, RuleWords.of(parts, start.date())));
  }

  /**
   * Where the start is no day of the rule, what takes place is not defined (RFC 5545 3.8.5.3). A
   * rule that Outlook has must not be taken out of it for that: without the start it is one.
   */
  private Optional<Recurrence> fromFirstDay(ContentLine line, Recurrence rule, Moment start) {
    RecurrenceEnd end =
        rule.end() instanceof RecurrenceEnd.AfterCount(int count)
            ? new RecurrenceEnd.AfterCount(Math.max(1, count - 1)) // the start was the first one
            : rule.end();
    Optional<Recurrence> shown =
        master.is("VEVENT")
            ? Occurrences.of(rule).first().map(first -> rule.withStart(first).withEnd(end))
            : Optional.empty();
    shown.ifPresent(s -> pass(line, start, "the series is shown from " + s.start() + " on"));
    return shown;
  }

  /** "Every quarter" whose start is in none of its months: Outlook counts months from the first. */
  private Optional<Recurrence> fromAnotherMonth(ContentLine line, RuleParts parts, Moment start) {
    return RuleDates.of(parts, start.date(), RecurrenceEnd.NEVER, NearRule.horizon(start.date()))
        .filter(_ -> timeOfDayFits(parts, start))
        .flatMap(d -> d.all().stream().filter(day -> day.isAfter(start.date())).findFirst())
        .flatMap(
            first ->
                RuleReader.pattern(parts, first)
                    .map(p -> Recurrence.of(p, first, end(parts, start, first))))
        .flatMap(rule -> fromFirstDay(line, rule.withFirstDayOfWeek(firstDay(parts)), start));
  }

  private void pass(ContentLine line, Moment start, String what) {
    context.lose(
        LossKind.RULE_PART_IGNORED,
        "recurrence",
        "line "
            + line.lineNumber()
            + ": the start "
            + start.date()
            + OFF_THE_RULE
            + ", "
            + what
            + ": "
            + line.value());
  }

  private Recurrence shown(ContentLine line, NearRule.Shown near, String words) {
    if (near.cut()) {
      context.lose(
          LossKind.RULE_SHOWN_UNTIL,
          "recurrence",
          "line "
              + line.lineNumber()
              + ": Outlook has no such rule ("
              + words
              + "), it is shown until "
              + Occurrences.of(near.recurrence()).last().orElse(near.recurrence().start())
              + ": "
              + line.value());
    }
    return near.recurrence();
  }

  private Optional<RuleDates.Days> days(RuleParts parts, Moment start) {
    LocalDate first = start.date();
    return RuleDates.of(parts, first, end(parts, start, first), NearRule.horizon(first));
  }

  private Optional<RuleDates.Days> countedFromStart(RuleParts parts, Moment start) {
    return RuleDates.countedFromStart(
        parts, start.date(), end(parts, start, start.date()), NearRule.horizon(start.date()));
  }

  /** The days of all rules and dates together, without those that EXRULE takes away. */
  private Optional<RuleDates.Days> ofSeveral(Moment start) {
    if (master.lines("RRULE").size() + master.lines("EXRULE").size() > MOST_RULES) {
      return Optional.empty();
    }
    TreeSet<LocalDate> all = new TreeSet<>();
    boolean complete = true;
    for (ContentLine line : master.lines("RRULE")) {
      Optional<RuleDates.Days> days = daysOf(line, start);
      if (days.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(days.get().all());
      complete &= days.get().complete();
    }
    boolean onlyDates = master.lines("RRULE").size() == 1 && master.first("EXRULE") == null;
    Optional<List<LocalDate>> further = further(start);
    if (further.isEmpty() || (onlyDates && !complete && !all.containsAll(further.get()))) {
      return Optional.empty(); // an endless rule is worth more than a few days beside it
    }
    for (ContentLine line : master.lines("EXRULE")) {
      Optional<RuleDates.Days> days = daysOf(line, start);
      if (days.isEmpty()) {
        return Optional.empty();
      }
      all.removeAll(days.get().all());
    }
    all.addAll(further.get());
    return Optional.of(new RuleDates.Days(all, complete));
  }

  private Optional<RuleDates.Days> daysOf(ContentLine line, Moment start) {
    RuleParts parts = RuleParts.parse(line.value());
    return timeOfDayFits(parts, start) ? days(parts, start) : Optional.empty();
  }

  /** The dates of RDATE, if each is at the time of day of the series. */
  private Optional<List<LocalDate>> further(Moment start) {
    List<LocalDate> dates = new ArrayList<>();
    for (ContentLine line : master.lines("RDATE")) {
      for (String value : line.value().split(",", -1)) {
        Optional<Moment> moment = TimeLine.read(line, value, start.zone(), context);
        Optional<LocalDate> date = ExDates.date(line, value, start, startLine(), context);
        boolean fits =
            moment.isPresent()
                && moment.get().isDate() == start.isDate()
                && date.isPresent()
                && (start.isDate()
                    || context
                        .zones()
                        .instant(moment.get())
                        .equals(
                            context
                                .zones()
                                .instant(
                                    new Moment(
                                        date.get().atTime(start.wall().toLocalTime()),
                                        start.zone(),
                                        false))));
        if (!fits || date.get().isBefore(start.date())) {
          return Optional.empty();
        }
        dates.add(date.get());
      }
    }
    return Optional.of(dates);
  }

  /** Whether RDATE is no part of what was read. */
  boolean datesHidden() {
    return datesHidden;
  }

  /** Names what is on the server beside the rule. */
  void loseDates(String... names) {
    for (String name : names) {
      ContentLine line = master.first(name);
      if (line != null) {
        datesHidden |= name.equals("RDATE");
        context.lose(
            name.equals("RDATE")
                ? LossKind.RDATE_NOT_REPRESENTABLE
                : LossKind.EXRULE_NOT_REPRESENTABLE,
            "recurrence",
            "line " + line.lineNumber() + ": Outlook has no " + name + ": " + line.value());
      }
    }
  }

  private @Nullable Recurrence lose(ContentLine line, RuleParts parts, Moment start, String why) {
    return lose(line, why + " (" + RuleWords.of(parts, start.date()) + ")");
  }

  private @Nullable Recurrence lose(ContentLine line, String why) {
    context.lose(
        LossKind.RULE_NOT_REPRESENTABLE,
        "recurrence",
        "line " + line.lineNumber() + ": " + why + ": " + line.value());
    return null;
  }

  private static boolean timeOfDayFits(RuleParts parts, Moment start) {
    return fits(parts, "BYHOUR", start.wall().getHour())
        && fits(parts, "BYMINUTE", start.wall().getMinute())
        && fits(parts, "BYSECOND", start.wall().getSecond());
  }

  private static boolean fits(RuleParts parts, String name, int value) {
    return !parts.has(name) || parts.get(name).equals(Integer.toString(value));
  }

  private @Nullable ContentLine startLine() {
    return RecurrenceRule.startLine(master);
  }

  private RecurrenceEnd end(RuleParts parts, Moment start, LocalDate first) {
    if (parts.has("COUNT")) {
      List<Integer> count = parts.numbers("COUNT").orElse(List.of());
      if (count.size() == 1 && count.getFirst() > 0) {
        return new RecurrenceEnd.AfterCount(count.getFirst());
      }
      context.lose(LossKind.RULE_PART_IGNORED, "recurrence", "COUNT=" + parts.get("COUNT"));
    }
    if (!parts.has("UNTIL")) {
      return RecurrenceEnd.NEVER;
    }
    Optional<DateTimeValue> until = DateTimeValue.parse(parts.get("UNTIL"));
    if (until.isEmpty()) {
      context.lose(LossKind.RULE_PART_IGNORED, "recurrence", "UNTIL=" + parts.get("UNTIL"));
      return RecurrenceEnd.NEVER;
    }
    LocalDate last = Until.date(until.get(), start, startLine(), context);
    return new RecurrenceEnd.ByDate(last.isBefore(first) ? first : last);
  }
}
