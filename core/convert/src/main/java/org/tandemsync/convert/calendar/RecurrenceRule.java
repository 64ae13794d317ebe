package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.Zone;

/**
 * RRULE and EXDATE. A rule that Outlook cannot hold is read as none and stays as it is until the
 * user gives the item a rule in Outlook. It stands in the list behind the times that it counts
 * from.
 */
record RecurrenceRule<I, B>(
    Function<I, @Nullable Recurrence> get, BiConsumer<B, @Nullable Recurrence> set)
    implements CalendarProperty<I, B> {
  /** Enough for Outlook's longest series with an end, every day for some years. */
  private static final int MOST_COMPARED = 4000;

  @Override
  public Set<String> fields() {
    return Set.of("recurrence");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  /** The line that a rule counts from: DTSTART, or DUE of a task without one. */
  static @Nullable ContentLine startLine(Component component) {
    ContentLine start = component.first("DTSTART");
    return start == null && component.is("VTODO") ? component.first("DUE") : start;
  }

  @Override
  public void read(Component from, B into, Context context) {
    Series series = context.series();
    set.accept(into, series == null ? null : series.recurrence());
  }

  @Override
  public void write(I item, Component into, Context context) {
    Recurrence wanted = get.apply(item);
    ContentLine startLine = startLine(into);
    Series series = context.series();
    Recurrence present = series == null ? null : series.recurrence();
    if (wanted == null) {
      if (present != null) {
        removeOverridesBeside(into, series, context);
        into.removeLines(l -> l.is("RRULE") || l.is("EXDATE") || l.is("RDATE") || l.is("EXRULE"));
      }
      return;
    }
    if (startLine == null) {
      return;
    }
    boolean samePattern = present != null && present.pattern().equals(wanted.pattern());
    if (series == null || !series.datesHidden() || !samePattern) {
      write(wanted, present, startLine, into, context);
      return;
    }
    // dates beside the rule that nobody has seen take no part, and nobody has deleted them
    List<ContentLine> hidden = List.copyOf(into.lines("RDATE"));
    hidden.forEach(into::remove);
    write(wanted, present, startLine, into, context);
    hidden.reversed().forEach(l -> into.addAfter(Objects.requireNonNull(into.first("RRULE")), l));
  }

  /** Those of dates that go with the rule; Outlook has never had them. */
  private static void removeOverridesBeside(
      Component master, @Nullable Series series, Context context) {
    Moment start = series == null ? null : series.start();
    if (series == null || start == null) {
      return;
    }
    for (Component other : SeriesReader.overridesOf(context.calendar().components("VEVENT"))) {
      ContentLine id = Objects.requireNonNull(other.first("RECURRENCE-ID"));
      if (CalendarText.sameUid(other, master)
          && series.beside().has(id, id.value(), start, context)) {
        context.calendar().remove(other);
      }
    }
  }

  private static void write(
      Recurrence wanted,
      @Nullable Recurrence present,
      ContentLine startLine,
      Component into,
      Context context) {
    Series series = context.series();
    Moment start = TimeLine.read(TimeLine.counted(startLine), Zone.UTC, context).orElseThrow();
    boolean same =
        isNear(series, present, start, into)
            ? shows(into, wanted, context)
            : sameRule(present, wanted)
                && PatternStart.isSaid(into.first("RRULE"), into, wanted, start.date());
    if (!same) {
      writeRule(wanted, present, start, startLine, into, context);
    }
    writeDeleted(wanted, present, start, startLine, into, context);
  }

  /** Whether the days that are shown are not those of the rule as it stands there. */
  private static boolean isNear(
      @Nullable Series series, @Nullable Recurrence present, Moment start, Component into) {
    ContentLine line = into.first("RRULE");
    return present != null
        && into.is("VEVENT")
        && (line == null
            ? SeriesRule.isOfDates(into)
            : !SeriesRule.isExact(line, start)
                || !SeriesRule.isShownAsItIs(line, present)
                || (series != null && series.later())
                || SeriesRule.isOfSeveral(into));
  }

  private static boolean sameRule(@Nullable Recurrence present, Recurrence wanted) {
    return present != null
        && present
            .withDeleted(Set.of())
            .sameAs(
                new Recurrence(
                    wanted.pattern(),
                    present.start(),
                    endFrom(wanted, present.start()),
                    wanted.firstDayOfWeek(),
                    new TreeSet<>(),
                    wanted.calendarType()));
  }

  /** The end, unless the new start has passed it: then the rule must be written anyhow. */
  private static RecurrenceEnd endFrom(Recurrence wanted, LocalDate start) {
    return wanted.end() instanceof RecurrenceEnd.ByDate(LocalDate last) && last.isBefore(start)
        ? new RecurrenceEnd.ByDate(start)
        : wanted.end();
  }

  private static void writeRule(
      Recurrence wanted,
      @Nullable Recurrence present,
      Moment start,
      ContentLine startLine,
      Component into,
      Context context) {
    ContentLine line = into.first("RRULE");
    Optional<RuleParts> made = RuleWriter.write(wanted);
    if (made.isEmpty()) {
      return; // regenerating tasks and other calendars have no RRULE: the server keeps its own
    }
    boolean samePattern =
        present != null
            && present.pattern().equals(wanted.pattern())
            && present.firstDayOfWeek() == wanted.firstDayOfWeek();
    if (line == null || !samePattern) {
      into.removeLines(l -> l.is("RDATE") || l.is("EXRULE") || (l.is("RRULE") && l != line));
      put(made.get(), wanted, start, startLine, into, context);
      return;
    }
    boolean near = isNear(context.series(), present, start, into);
    RuleParts kept = RuleParts.parse(line.value());
    put(kept, near ? byDate(wanted) : wanted, start, startLine, into, context);
    if (near && !shows(into, wanted, context)) {
      into.removeLines(l -> l.is("RDATE") || l.is("EXRULE"));
      List<ContentLine> rules = into.lines("RRULE");
      rules.subList(1, rules.size()).forEach(into::remove);
      put(made.get(), wanted, start, startLine, into, context);
    }
  }

  /** Of a rule that Outlook lacks its days count, not those of the pattern it is shown by. */
  private static Recurrence byDate(Recurrence wanted) {
    return wanted.end() instanceof RecurrenceEnd.AfterCount
        ? Occurrences.of(wanted)
            .last()
            .map(last -> wanted.withEnd(new RecurrenceEnd.ByDate(last)))
            .orElse(wanted)
        : wanted;
  }

  /** Whether the rule on the server has the occurrences that Outlook has now. */
  private static boolean shows(Component master, Recurrence wanted, Context context) {
    Recurrence now = reread(master, context);
    if (now == null) {
      return false;
    }
    TreeSet<LocalDate> deleted = new TreeSet<>(now.deleted());
    deleted.addAll(wanted.deleted());
    return Occurrences.of(now.withDeleted(deleted))
        .dates()
        .limit(MOST_COMPARED)
        .toList()
        .equals(Occurrences.of(wanted).dates().limit(MOST_COMPARED).toList());
  }

  private static @Nullable Recurrence reread(Component master, Context context) {
    Context looking = Context.of(context.settings(), context.calendar());
    DatesBeside known = context.series() == null ? DatesBeside.NONE : context.series().beside();
    return SeriesReader.read(master, startLine(master), List.of(), known, looking).recurrence();
  }

  private static void put(
      RuleParts rule,
      Recurrence wanted,
      Moment start,
      ContentLine startLine,
      Component into,
      Context context) {
    ContentLine line = into.first("RRULE");
    rule.remove("COUNT").remove("UNTIL");
    switch (wanted.end()) {
      case RecurrenceEnd.Never _ -> {}
      case RecurrenceEnd.AfterCount(int count) ->
          rule.set(
              "COUNT",
              Long.toString(Math.max(1, count - PatternStart.passed(into, wanted, start.date()))));
      case RecurrenceEnd.ByDate(LocalDate date) ->
          rule.set(
              "UNTIL",
              Until.write(Occurrences.of(wanted).last().orElse(date), start, startLine, context));
    }
    ContentLine base = line == null ? ContentLine.of("RRULE", "") : line;
    ContentLine written = PatternStart.say(base, into, wanted, start.date()).withValue(rule.text());
    if (line == null) {
      into.addAfter(Objects.requireNonNullElse(into.first("DTEND"), startLine), written);
    } else {
      into.replace(line, written);
    }
  }

  private static void writeDeleted(
      Recurrence wanted,
      @Nullable Recurrence present,
      Moment start,
      ContentLine startLine,
      Component into,
      Context context) {
    Series series = context.series() == null ? Series.NONE : context.series();
    Set<LocalDate> added = new TreeSet<>(wanted.deleted());
    Set<LocalDate> removed = new TreeSet<>();
    if (present != null) {
      Set<LocalDate> excluded = excluded(present, start, into, context);
      added.removeAll(excluded);
      removed.addAll(excluded);
      removed.removeAll(wanted.deleted());
    }
    added.removeAll(context.changedOccurrences());
    Recurrence now = reread(into, context);
    if (now != null) { // of the surplus of another pattern the server's rule knows nothing
      Occurrences occurrences = Occurrences.of(now);
      added.removeIf(date -> !occurrences.contains(date));
    }
    for (LocalDate date : removed) {
      Component cancelled = series.cancelled().get(date);
      if (cancelled != null && !context.changedOccurrences().contains(date)) {
        context.calendar().remove(cancelled);
      }
    }
    for (Following range : series.following()) {
      if (range.isDeletion() && !Collections.disjoint(range.dates(), removed)) {
        context.calendar().remove(range.component()); // the rest of it is deleted one by one
        range.dates().stream().filter(wanted.deleted()::contains).forEach(added::add);
      }
    }
    DatesBeside beside = series.beside().at(start, context);
    ExDates.remove(into, removed, start, startLine, beside, context);
    ExDates.read(into, start, startLine, beside, context).forEach(e -> added.remove(e.date()));
    ExDates.add(into, added, start, startLine, context);
  }

  /** The days that do not take place: by the rule itself, an EXDATE or a cancelled occurrence. */
  private static Set<LocalDate> excluded(
      Recurrence present, Moment start, Component into, Context context) {
    Series series = context.series() == null ? Series.NONE : context.series();
    Set<LocalDate> excluded = new TreeSet<>(series.cancelled().keySet());
    DatesBeside beside = series.beside().at(start, context);
    ExDates.read(into, start, startLine(into), beside, context)
        .forEach(e -> excluded.add(e.date()));
    excluded.addAll(series.cancelledOnwards().keySet());
    excluded.retainAll(present.deleted());
    Recurrence now = reread(into, context);
    if (now != null) {
      excluded.addAll(now.deleted());
    }
    return excluded;
  }
}
