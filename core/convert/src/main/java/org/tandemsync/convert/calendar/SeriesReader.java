package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Zone;

/** Reads RRULE, EXDATE and the RECURRENCE-IDs of the overrides as Outlook's series. */
final class SeriesReader {
  private final Component master;
  private final ContentLine startLine;
  private final DatesBeside known;
  private final Context context;

  private SeriesReader(
      Component master, ContentLine startLine, DatesBeside known, Context context) {
    this.master = master;
    this.startLine = startLine;
    this.known = known;
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
    return read(master, startLine, overrides, DatesBeside.NONE, context);
  }

  /**
   * @param known dates beside the rule, in addition to those of {@code master}
   */
  static Series read(
      Component master,
      @Nullable ContentLine startLine,
      List<Component> overrides,
      DatesBeside known,
      Context context) {
    return startLine == null
        ? Series.NONE
        : new SeriesReader(master, counted(master, startLine), known, context).read(overrides);
  }

  private static ContentLine counted(Component master, ContentLine startLine) {
    return SeriesRule.isSeries(master) ? TimeLine.counted(startLine) : startLine;
  }

  private Series read(List<Component> overrides) {
    Zone userZone = context.zones().ownName();
    Moment shown = TimeLine.read(startLine, userZone, context).orElse(null);
    Moment counted = TimeLine.read(startLine, Zone.UTC, context).orElse(null);
    ContentLine ruleLine = master.first("RRULE");
    SeriesRule rule = new SeriesRule(master, context);
    if (shown == null || counted == null || !SeriesRule.isSeries(master)) {
      rule.loseDates("RDATE", "EXRULE");
      overrides.forEach(o -> loseOverride(o, "there is no rule that it changes"));
      return Series.none(shown);
    }
    boolean inUtc = !counted.isDate() && isUtc(startLine);
    Recurrence read = ruleLine == null ? rule.ofDates(counted) : rule.read(ruleLine, counted);
    if (read == null) {
      overrides.forEach(o -> loseOverride(o, "Outlook cannot hold the rule that it changes"));
      return Series.none(shown);
    }
    return withOccurrences(first(counted, read), read, inUtc, overrides, rule.datesHidden());
  }

  /** The first occurrence, which is not always DTSTART; of a task by the user's days. */
  private Moment first(Moment counted, Recurrence rule) {
    if (master.is("VTODO")) {
      return TaskDates.counted(counted, context);
    }
    return rule.start().isAfter(counted.date())
        ? new Moment(
            rule.start().atTime(counted.wall().toLocalTime()), counted.zone(), counted.isDate())
        : counted;
  }

  private boolean isAfterStart(Moment first) {
    return TimeLine.read(startLine, Zone.UTC, context)
        .filter(start -> start.date().isBefore(first.date()))
        .isPresent();
  }

  private static boolean isUtc(ContentLine line) {
    return DateTimeValue.parse(line.value()).map(DateTimeValue::utc).orElse(false);
  }

  private Series withOccurrences(
      Moment start, Recurrence rule, boolean inUtc, List<Component> overrides, boolean hidden) {
    Occurrences occurrences = Occurrences.of(rule);
    DatesBeside beside =
        DatesBeside.of(master, start, startLine, context).and(known.at(start, context));
    Map<LocalDate, Component> changed = new TreeMap<>();
    Map<LocalDate, Component> cancelled = new TreeMap<>();
    TreeMap<LocalDate, Component> onwards = new TreeMap<>();
    for (Component override : overrides) {
      LocalDate date = originalDate(override, start, occurrences, rule.deleted(), beside);
      if (date == null) {
        continue;
      }
      boolean range = Following.isRange(override);
      boolean taken =
          range
              ? onwards.containsKey(date)
              : changed.containsKey(date) || cancelled.containsKey(date);
      if (taken) {
        loseOverride(override, "another one changes the same occurrence");
      } else if (!isDeletion(override) && !EventTimes.isReadable(override)) {
        loseOverride(override, "its DTSTART is missing or no date");
      } else if (range) {
        onwards.put(date, override);
      } else if (isDeletion(override)) {
        cancelled.put(date, override);
      } else {
        changed.put(date, override);
      }
    }
    TreeSet<LocalDate> deleted = new TreeSet<>(cancelled.keySet());
    deleted.addAll(rule.deleted());
    for (ExDates.ExDate excluded : ExDates.read(master, start, startLine, beside, context)) {
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
    List<Following> following =
        Following.of(onwards, rule.withDeleted(deleted), changed.keySet(), this::isDeletion);
    following.forEach(this::loseNotShown);
    boolean later = master.is("VEVENT") && isAfterStart(start);
    Series series =
        new Series(
            start,
            rule.withDeleted(deleted),
            inUtc,
            later,
            changed,
            cancelled,
            following,
            hidden,
            beside);
    if (series.cancelledOnwards().isEmpty()) {
      return series;
    }
    deleted.addAll(series.cancelledOnwards().keySet());
    return new Series(
        start,
        rule.withDeleted(deleted),
        inUtc,
        later,
        changed,
        cancelled,
        following,
        hidden,
        beside);
  }

  private void loseNotShown(Following range) {
    if (range.notShown() != null) {
      context.lose(
          LossKind.THIS_AND_FUTURE,
          "exceptions",
          "line "
              + range.component().lineNumber()
              + ": it changes all occurrences after it as well; those from "
              + range.notShown()
              + " on are shown as their series has them");
    }
  }

  /** What is cancelled with its whole series is shown like the series. */
  private boolean isDeletion(Component override) {
    return EventSummary.isDeletion(override) && !EventSummary.isCancelled(master);
  }

  private @Nullable LocalDate originalDate(
      Component override,
      Moment start,
      Occurrences occurrences,
      Set<LocalDate> surplus,
      DatesBeside beside) {
    ContentLine id = override.first("RECURRENCE-ID");
    if (id == null) {
      return null;
    }
    if (!Following.isRange(override) && beside.has(id, id.value(), start, context)) {
      loseOverride(override, "it is one beside the rule, which is not shown: " + id.value());
      return null;
    }
    LocalDate date = ExDates.date(id, id.value(), start, startLine, context).orElse(null);
    if (date == null || !occurrences.contains(date) || surplus.contains(date)) {
      loseOverride(override, "the rule has no such occurrence: " + id.value());
      return null;
    }
    return date;
  }

  private void loseOverride(Component override, String why) {
    context.lose(
        Following.isRange(override)
            ? LossKind.THIS_AND_FUTURE
            : LossKind.OVERRIDE_NOT_REPRESENTABLE,
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
