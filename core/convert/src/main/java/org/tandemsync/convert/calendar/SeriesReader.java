package org.tandemsync.convert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Zone;

/** Reads RRULE, EXDATE and the RECURRENCE-IDs of the overrides as Outlook's series. */
final class SeriesReader {
  private final Component master;
  private final ContentLine startLine;
  private final Context context;

  private SeriesReader(Component master, ContentLine startLine, Context context) {
    this.master = master;
    this.startLine = startLine;
    this.context = context;
  }

  /**
   * @param startLine the line that the rule counts from: DTSTART
   * @param overrides the components with RECURRENCE-ID
   */
  static Series read(
      Component master,
      @Nullable ContentLine startLine,
      List<Component> overrides,
      Context context) {
    return startLine == null
        ? Series.NONE
        : new SeriesReader(master, counted(master, startLine), context).read(overrides);
  }

  private static ContentLine counted(Component master, ContentLine startLine) {
    return master.first("RRULE") == null ? startLine : TimeLine.counted(startLine);
  }

  private Series read(List<Component> overrides) {
    Zone userZone = Zones.of(context.userZone());
    Moment shown = TimeLine.read(startLine, userZone, context).orElse(null);
    Moment counted = TimeLine.read(startLine, Zone.UTC, context).orElse(null);
    ContentLine ruleLine = master.first("RRULE");
    if (shown == null || counted == null || ruleLine == null) {
      loseDates("RDATE", "EXRULE");
      overrides.forEach(o -> loseOverride(o, "there is no rule that it changes"));
      return new Series(shown, null, false, Map.of(), Map.of());
    }
    boolean inUtc = !counted.isDate() && isUtc(startLine);
    Recurrence rule = rule(ruleLine, counted);
    loseFurtherRules();
    if (rule == null) {
      overrides.forEach(o -> loseOverride(o, "Outlook cannot hold the rule that it changes"));
      return new Series(shown, null, false, Map.of(), Map.of());
    }
    return withOccurrences(counted, rule, inUtc, overrides);
  }

  private static boolean isUtc(ContentLine line) {
    return DateTimeValue.parse(line.value()).map(DateTimeValue::utc).orElse(false);
  }

  private void loseFurtherRules() {
    if (master.lines("RRULE").size() > 1) {
      context.lose(
          LossKind.FURTHER_RULE,
          "recurrence",
          "there is more than one RRULE, only the first is shown");
    }
    loseDates("RDATE", "EXRULE");
  }

  private void loseDates(String... names) {
    for (String name : names) {
      ContentLine line = master.first(name);
      if (line != null) {
        context.lose(
            name.equals("RDATE")
                ? LossKind.RDATE_NOT_REPRESENTABLE
                : LossKind.EXRULE_NOT_REPRESENTABLE,
            "recurrence",
            "line " + line.lineNumber() + ": Outlook has no " + name + ": " + line.value());
      }
    }
  }

  private @Nullable Recurrence rule(ContentLine line, Moment start) {
    RuleParts parts = RuleParts.parse(line.value());
    Optional<RecurrencePattern> pattern =
        timeOfDayFits(parts, start) ? RuleReader.pattern(parts, start.date()) : Optional.empty();
    if (pattern.isEmpty()) {
      return near(line, parts, start);
    }
    if (parts.numbers("BYMONTH").stream().flatMap(List::stream).anyMatch(m -> m < 1 || m > 12)) {
      context.lose(LossKind.RULE_PART_IGNORED, "recurrence", "no month: " + line.value());
    }
    DayOfWeek firstDay = Weekdays.of(parts.get("WKST"));
    Recurrence rule =
        Recurrence.of(pattern.get(), start.date(), end(parts, start))
            .withFirstDayOfWeek(firstDay == null ? DayOfWeek.MONDAY : firstDay);
    if (!Occurrences.of(rule).contains(start.date())) {
      return lose(line, "the start " + start.date() + " is no day of the rule");
    }
    return fromPatternStart(line, rule, start);
  }

  /** Outlook's tasks have no deleted occurrences that could make up for the difference. */
  private @Nullable Recurrence near(ContentLine line, RuleParts parts, Moment start) {
    Optional<NearRule.Shown> near =
        master.is("VEVENT") && timeOfDayFits(parts, start)
            ? NearRule.read(parts, start.date(), end(parts, start))
            : Optional.empty();
    if (near.isEmpty()) {
      return lose(line, "Outlook has no such rule");
    }
    Recurrence shown = near.get().recurrence();
    if (near.get().cut()) {
      context.lose(
          LossKind.RULE_SHOWN_UNTIL,
          "recurrence",
          "line "
              + line.lineNumber()
              + ": Outlook has no such rule, it is shown until "
              + Occurrences.of(shown).last().orElse(shown.start())
              + ": "
              + line.value());
    }
    return shown;
  }

  /** A task that has moved on counts from where its pattern began. */
  private static Recurrence fromPatternStart(ContentLine line, Recurrence rule, Moment start) {
    String began = line.parameter(RecurrenceRule.PATTERN_START);
    Optional<LocalDate> date =
        began == null
            ? Optional.empty()
            : DateTimeValue.parse(began)
                .map(DateTimeValue::date)
                .filter(d -> d.isBefore(start.date()));
    if (date.isEmpty()) {
      return rule;
    }
    Recurrence whole = rule.withStart(date.get());
    long passed = RecurrenceRule.passed(whole, start);
    if (passed == 0) {
      return rule;
    }
    return rule.end() instanceof RecurrenceEnd.AfterCount(int count)
        ? whole.withEnd(
            new RecurrenceEnd.AfterCount((int) Math.min(count + passed, Integer.MAX_VALUE)))
        : whole;
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

  private RecurrenceEnd end(RuleParts parts, Moment start) {
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
    LocalDate last = Until.date(until.get(), start, context);
    return new RecurrenceEnd.ByDate(last.isBefore(start.date()) ? start.date() : last);
  }

  private Series withOccurrences(
      Moment start, Recurrence rule, boolean inUtc, List<Component> overrides) {
    Occurrences occurrences = Occurrences.of(rule);
    Map<LocalDate, Component> changed = new TreeMap<>();
    Map<LocalDate, Component> cancelled = new TreeMap<>();
    for (Component override : overrides) {
      LocalDate date = originalDate(override, start, occurrences, rule.deleted());
      if (date == null) {
        continue;
      }
      if (changed.containsKey(date) || cancelled.containsKey(date)) {
        loseOverride(override, "another one changes the same occurrence");
      } else if (EventSummary.isDeletion(override) && !EventSummary.isCancelled(master)) {
        cancelled.put(date, override);
      } else if (EventTimes.isReadable(override)) {
        changed.put(date, override);
      } else {
        loseOverride(override, "its DTSTART is missing or no date");
      }
    }
    TreeSet<LocalDate> deleted = new TreeSet<>(cancelled.keySet());
    deleted.addAll(rule.deleted());
    for (ExDates.ExDate excluded : ExDates.read(master, start, context)) {
      if (occurrences.contains(excluded.date()) && !rule.deleted().contains(excluded.date())) {
        deleted.add(excluded.date());
      } else {
        context.lose(
            LossKind.EXDATE_WITHOUT_OCCURRENCE,
            "recurrence",
            "line " + excluded.line().lineNumber() + ": no occurrence on " + excluded.date());
      }
    }
    deleted.removeAll(changed.keySet());
    return new Series(start, rule.withDeleted(deleted), inUtc, changed, cancelled);
  }

  private @Nullable LocalDate originalDate(
      Component override, Moment start, Occurrences occurrences, Set<LocalDate> surplus) {
    ContentLine id = override.first("RECURRENCE-ID");
    if (id == null) {
      return null;
    }
    if (id.hasParameter("RANGE", "THISANDFUTURE")) {
      loseOverride(override, "Outlook cannot change all following occurrences at once");
      return null;
    }
    LocalDate date = ExDates.date(id, id.value(), start, context).orElse(null);
    if (date == null || !occurrences.contains(date) || surplus.contains(date)) {
      loseOverride(override, "the rule has no such occurrence: " + id.value());
      return null;
    }
    return date;
  }

  private void loseOverride(Component override, String why) {
    ContentLine id = override.first("RECURRENCE-ID");
    boolean future = id != null && id.hasParameter("RANGE", "THISANDFUTURE");
    context.lose(
        future ? LossKind.THIS_AND_FUTURE : LossKind.OVERRIDE_NOT_REPRESENTABLE,
        "exceptions",
        "line " + override.lineNumber() + ": a changed occurrence is not shown: " + why);
  }

  /** The components with a RECURRENCE-ID that {@code master} could have. */
  static List<Component> overridesOf(List<Component> components) {
    List<Component> overrides = new ArrayList<>();
    for (Component component : components) {
      if (component.first("RECURRENCE-ID") != null) {
        overrides.add(component);
      }
    }
    return overrides;
  }
}
