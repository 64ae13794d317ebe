package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/**
 * Edits of occurrences that an override changes together with all after it. One that differs now
 * gets an override of its own, and the others stay as they are; only where Outlook shows an
 * occurrence as the series has it again, each of the others gets its own.
 */
final class FollowingEdit {
  private final Series before;
  private final ComponentLens<Appointment, Appointment.Builder> occurrence;
  private final Function<Following, Map<LocalDate, Appointment>> reader;

  /**
   * @param before the series as it was read
   * @param reader the occurrences as an override shows them
   */
  FollowingEdit(
      Series before,
      ComponentLens<Appointment, Appointment.Builder> occurrence,
      Function<Following, Map<LocalDate, Appointment>> reader) {
    this.before = before;
    this.occurrence = occurrence;
    this.reader = reader;
  }

  /**
   * @param wanted the changed occurrences by original date
   * @param present the override of each; those that get one are put there
   * @return the dates of those that are as wanted already
   */
  Set<LocalDate> apply(
      Map<LocalDate, Appointment> wanted,
      Map<LocalDate, Component> present,
      Component master,
      Context context) {
    Set<LocalDate> asTheyAre = new TreeSet<>();
    if (before.following().isEmpty()) {
      return asTheyAre;
    }
    Series now =
        SeriesReader.read(
            master,
            master.first("DTSTART"),
            SeriesReader.overridesOf(context.calendar().components("VEVENT")).stream()
                .filter(c -> CalendarText.sameUid(c, master))
                .toList(),
            Context.of(context.settings(), context.calendar()));
    // an earlier one would take over from a later one that is gone: all stay, or none
    boolean stay =
        before.following().stream().allMatch(range -> stays(range, now, wanted.keySet()));
    for (Following range : before.following()) {
      if (!stay) {
        split(range, wanted.keySet(), present, master, context);
      } else if (!range.isDeletion()) {
        Following unchanged = Objects.requireNonNull(inPlace(range, now));
        asTheyAre.addAll(change(unchanged, wanted, present, master, context));
      }
    }
    return asTheyAre;
  }

  private boolean stays(Following range, Series now, Set<LocalDate> wanted) {
    Following other = inPlace(range, now);
    return range.isDeletion() || (other != null && wanted.containsAll(expected(range, other, now)));
  }

  private static @Nullable Following inPlace(Following range, Series now) {
    for (Following other : now.following()) {
      if (other.component() == range.component()) {
        return other;
      }
    }
    return null;
  }

  /** What must be changed in Outlook too: of the same rule no more than what was shown there. */
  private Set<LocalDate> expected(Following range, Following stays, Series now) {
    Set<LocalDate> dates = new TreeSet<>(stays.dates());
    if (Objects.equals(days(before), days(now))) {
      Set<LocalDate> shown = new TreeSet<>(range.dates());
      shown.addAll(before.overrides().keySet());
      shown.addAll(before.cancelledOnwards().keySet());
      dates.retainAll(shown);
    }
    return dates;
  }

  private static @Nullable Recurrence days(Series series) {
    Recurrence rule = series.recurrence();
    return rule == null ? null : rule.withDeleted(Set.of());
  }

  private static void split(
      Following range,
      Set<LocalDate> wanted,
      Map<LocalDate, Component> present,
      Component master,
      Context context) {
    Component own = range.component();
    SortedSet<LocalDate> kept = new TreeSet<>(range.dates());
    kept.retainAll(wanted);
    if (range.isDeletion()) {
      SortedSet<LocalDate> deleted = new TreeSet<>(range.dates());
      deleted.removeAll(wanted);
      delete(own, deleted, master, context);
      return;
    }
    for (LocalDate date : kept) {
      if (!date.equals(range.from())) {
        detach(range, date, present, master, context);
      }
    }
    if (kept.contains(range.from())) {
      own.put(Overrides.id(range.from(), master, context));
      present.put(range.from(), own);
    } else if (context.calendar().nodes().contains(own)) { // else it went with its date
      context.calendar().remove(own);
    }
  }

  /** Each by itself, if that has not been done with the rule. */
  private static void delete(
      Component range, Set<LocalDate> dates, Component master, Context context) {
    if (context.calendar().nodes().contains(range)) {
      context.calendar().remove(range);
      ContentLine line = master.lines("DTSTART").getFirst();
      Moment start = TimeLine.read(line, Zone.UTC, context).orElseThrow();
      ExDates.add(master, dates, start, line, context);
    }
  }

  private Set<LocalDate> change(
      Following range,
      Map<LocalDate, Appointment> wanted,
      Map<LocalDate, Component> present,
      Component master,
      Context context) {
    Map<LocalDate, Appointment> shown = reader.apply(range);
    Set<LocalDate> same = new TreeSet<>();
    shown.forEach(
        (date, as) -> {
          Appointment item = wanted.get(date);
          if (item != null && occurrence.differing(occurrence.mapped(), as, item).isEmpty()) {
            same.add(date);
          }
        });
    for (LocalDate date : range.dates()) {
      if (wanted.containsKey(date) && !same.contains(date) && !date.equals(range.from())) {
        detach(range, date, present, master, context);
      }
    }
    boolean ownToo = wanted.containsKey(range.from()) && shown.containsKey(range.from());
    if (ownToo && !same.contains(range.from())) {
      moveOn(range, same, present, master, context);
    }
    return same;
  }

  /** Its own occurrence alone is another now: the override begins with the next one. */
  private static void moveOn(
      Following range,
      Set<LocalDate> same,
      Map<LocalDate, Component> present,
      Component master,
      Context context) {
    LocalDate next = same.stream().findFirst().orElse(range.notShown());
    if (next == null) {
      range.component().put(Overrides.id(range.from(), master, context));
      present.put(range.from(), range.component());
      return;
    }
    detach(range, range.from(), present, master, context);
    ContentLine id = Overrides.id(next, master, context);
    Series series = series(context);
    range.beginAt(next, id, timing(range, master, context), series, context);
  }

  private static void detach(
      Following range,
      LocalDate date,
      Map<LocalDate, Component> present,
      Component master,
      Context context) {
    ContentLine id = Overrides.id(date, master, context);
    Timing own = timing(range, master, context);
    Component only = range.forOnly(date, id, own, series(context), context);
    Overrides.append(only, context);
    present.put(date, only);
  }

  private static Timing timing(Following range, Component master, Context context) {
    return EventTimes.timing(range.component(), context.forOverrideOf(master, series(context)));
  }

  private static Series series(Context context) {
    return context.series() == null ? Series.NONE : context.series();
  }
}
