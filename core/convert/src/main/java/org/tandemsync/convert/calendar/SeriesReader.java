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
import org.tandemsync.convert.zone.Zones;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
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
    SeriesRule rule = new SeriesRule(master, context);
    if (shown == null || counted == null || ruleLine == null) {
      rule.loseDates("RDATE", "EXRULE");
      overrides.forEach(o -> loseOverride(o, "there is no rule that it changes"));
      return new Series(shown, null, false, Map.of(), Map.of());
    }
    boolean inUtc = !counted.isDate() && isUtc(startLine);
    Recurrence read = rule.read(ruleLine, counted);
    if (read == null) {
      overrides.forEach(o -> loseOverride(o, "Outlook cannot hold the rule that it changes"));
      return new Series(shown, null, false, Map.of(), Map.of());
    }
    return withOccurrences(counted, read, inUtc, overrides);
  }

  private static boolean isUtc(ContentLine line) {
    return DateTimeValue.parse(line.value()).map(DateTimeValue::utc).orElse(false);
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
