package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;

/** One update of a resource with an event, in place. */
final class EventEdit {
  private final CalendarText calendar;
  private final LensSettings settings;
  private final ComponentLens<Appointment, Appointment.Builder> lens;
  private final BiFunction<CalendarText, Context, Appointment> reader;

  EventEdit(
      CalendarText calendar,
      LensSettings settings,
      ComponentLens<Appointment, Appointment.Builder> lens,
      BiFunction<CalendarText, Context, Appointment> reader) {
    this.calendar = calendar;
    this.settings = settings;
    this.lens = lens;
    this.reader = reader;
  }

  private Context context() {
    return Context.of(settings, calendar.calendar());
  }

  ResourceLens.Change apply(Appointment item, Set<String> fields, String stamp, String previous) {
    Component master = calendar.master();
    Context reading = context();
    Appointment before = reader.apply(calendar, reading);
    if (isOfTheTimesAlone(before, item, fields)) {
      return new ResourceLens.Change(timesAlone(before, item, fields, stamp, previous), null);
    }
    Appointment wanted = wanted(before, item, fields);
    if (lens.differing(lens.mapped(), before, wanted).isEmpty()) {
      return new ResourceLens.Change(previous, null);
    }
    IdentityHashMap<Component, String> texts = texts();
    Context writing = context();
    writing.series(reading.series() == null ? Series.NONE : reading.series());
    writing.changedOccurrences(originalDates(wanted));
    lens.edit(before, wanted, master, writing);
    // What was written may be read together with lines that stayed (an all-day event without
    // TRANSP is free): a second pass writes what came out otherwise.
    Context again = context();
    Appointment after = reader.apply(current(), again);
    Appointment whole =
        withDatesShown(
            before,
            withJoined(
                before, withMoreShown(wanted, after, reading.series()), after, reading, again),
            after,
            reading,
            again);
    if (!lens.differing(lens.mapped(), after, whole).isEmpty()) {
      again.changedOccurrences(originalDates(whole));
      lens.edit(after, whole, master, again);
    }
    if (calendar.document().text().equals(previous)) {
      return new ResourceLens.Change(previous, null);
    }
    refresh(texts, before, wanted, stamp);
    Set<String> further = Set.copyOf(lens.differing(lens.mapped(), wanted, whole));
    return new ResourceLens.Change(
        calendar.document().text(),
        further.isEmpty() ? null : Fields.APPOINTMENT.overlay(item, whole, further));
  }

  /**
   * Whether an item that is single for its user gets other times, and the server has a series in
   * its place: an earlier version could not show its rule. Nobody has seen the series, so what was
   * moved is the start that it was shown with.
   */
  private static boolean isOfTheTimesAlone(
      Appointment before, Appointment item, Set<String> fields) {
    return fields.contains("timing")
        && !fields.contains("recurrence")
        && item.recurrence() == null
        && before.recurrence() != null;
  }

  /** The rule stays as it is, as one that Outlook cannot hold. */
  private String timesAlone(
      Appointment before, Appointment item, Set<String> fields, String stamp, String previous) {
    Appointment shown = before.toBuilder().recurrence(null).exceptions(List.of()).build();
    Appointment wanted = wanted(shown, item, fields);
    Context writing = context();
    ContentLine start = Objects.requireNonNull(calendar.master().first("DTSTART"));
    writing.series(
        Series.none(
            TimeLine.read(TimeLine.counted(start), writing.zones().ownName(), writing)
                .orElseThrow()));
    IdentityHashMap<Component, String> texts = texts();
    lens.edit(shown, wanted, calendar.master(), writing);
    if (calendar.document().text().equals(previous)) {
      return previous;
    }
    refresh(texts, shown, wanted, stamp);
    return calendar.document().text();
  }

  /**
   * A series that was moved to the time of dates beside it has them now: nobody deleted them. What
   * else was changed is written by then.
   */
  private static Appointment withDatesShown(
      Appointment before, Appointment wanted, Appointment after, Context then, Context now) {
    boolean shown =
        then.series() != null
            && then.series().datesHidden()
            && now.series() != null
            && !now.series().datesHidden();
    Recurrence old = before.recurrence();
    Recurrence ours = wanted.recurrence();
    Recurrence theirs = after.recurrence();
    if (!shown
        || old == null
        || ours == null
        || theirs == null
        || !old.pattern().equals(ours.pattern())) {
      return wanted;
    }
    Set<LocalDate> deleted = new TreeSet<>(old.deleted());
    deleted.removeAll(ours.deleted());
    Set<LocalDate> all = new TreeSet<>(theirs.deleted());
    all.removeAll(deleted);
    Set<LocalDate> joined = joined(then, now);
    Occurrences shownInOutlook = Occurrences.of(ours);
    // by what was said of a date beside it
    all.removeIf(day -> joined.contains(day) && shownInOutlook.contains(day));
    all.addAll(ours.deleted());
    Occurrences occurrences = Occurrences.of(theirs);
    all.removeIf(day -> !theirs.deleted().contains(day) && !occurrences.contains(day));
    return wanted.toBuilder().recurrence(theirs.withDeleted(all)).build();
  }

  /** With what an override that begins later now shows of occurrences after the last one shown. */
  private static Appointment withMoreShown(
      Appointment wanted, Appointment after, @Nullable Series before) {
    LocalDate end =
        before == null
            ? null
            : before.following().stream()
                .map(Following::notShown)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    if (end == null) {
      return wanted;
    }
    return withExceptions(wanted, after, date -> !date.isBefore(end));
  }

  /**
   * A series that was moved to the time of changed dates beside it has these changes now, also
   * where its own lesson of that day was cancelled before.
   */
  private static Appointment withJoined(
      Appointment before, Appointment wanted, Appointment after, Context then, Context now) {
    Recurrence old = before.recurrence();
    Recurrence rule = wanted.recurrence();
    Set<LocalDate> joined = joined(then, now);
    if (old == null || rule == null || joined.isEmpty()) {
      return wanted;
    }
    Set<LocalDate> again = originalDates(after);
    again.retainAll(joined);
    again.retainAll(old.deleted());
    Set<LocalDate> deleted = new TreeSet<>(rule.deleted());
    deleted.removeAll(again);
    return withExceptions(
        wanted.toBuilder().recurrence(rule.withDeleted(deleted)).build(),
        after,
        date -> joined.contains(date) && !deleted.contains(date));
  }

  private static Set<LocalDate> joined(Context then, Context now) {
    Moment start = now.series() == null ? null : now.series().start();
    return then.series() == null || start == null
        ? Set.of()
        : then.series().beside().joined(start, now);
  }

  /** With exceptions on these dates that the item does not have. */
  private static Appointment withExceptions(
      Appointment wanted, Appointment after, Predicate<LocalDate> on) {
    Set<LocalDate> dates = originalDates(wanted);
    List<ExceptionalOccurrence> exceptions = new ArrayList<>(wanted.exceptions());
    for (ExceptionalOccurrence exception : after.exceptions()) {
      LocalDate date = exception.originalStart().toLocalDate();
      if (on.test(date) && !dates.contains(date)) {
        exceptions.add(exception);
      }
    }
    exceptions.sort(Comparator.comparing(ExceptionalOccurrence::originalStart));
    return wanted.toBuilder().exceptions(exceptions).build();
  }

  /** The resource with the overrides that it has by now. */
  private CalendarText current() {
    List<Component> events = calendar.calendar().components("VEVENT");
    Component master = calendar.master();
    return new CalendarText(
        calendar.document(),
        calendar.calendar(),
        master,
        master.first("RECURRENCE-ID") != null
            ? List.of()
            : events.stream()
                .filter(e -> e.first("RECURRENCE-ID") != null && CalendarText.sameUid(e, master))
                .toList(),
        calendar.others());
  }

  private static Set<LocalDate> originalDates(Appointment item) {
    Set<LocalDate> dates = new TreeSet<>();
    item.exceptions().forEach(e -> dates.add(e.originalStart().toLocalDate()));
    return dates;
  }

  /** What the resource shall read as: only the named and mapped fields come from the item. */
  private Appointment wanted(Appointment before, Appointment item, Set<String> fields) {
    Set<String> named = new HashSet<>(fields);
    named.retainAll(lens.mapped());
    Appointment from = item;
    if (named.contains("recurrence") && item.recurrence() == null) {
      named.add("exceptions");
      from = item.toBuilder().exceptions(List.of()).build();
    }
    boolean series =
        named.contains("recurrence") ? from.recurrence() != null : before.recurrence() != null;
    if (!series) {
      named.remove("exceptions");
      return Fields.APPOINTMENT.overlay(
          before.toBuilder().exceptions(List.of()).build(), from, named);
    }
    return Fields.APPOINTMENT.overlay(before, from, named);
  }

  private IdentityHashMap<Component, String> texts() {
    IdentityHashMap<Component, String> texts = new IdentityHashMap<>();
    for (Component event : calendar.calendar().components("VEVENT")) {
      texts.put(event, event.text());
    }
    return texts;
  }

  /** Stamps what changed; the private mark goes onto the master whatever changed. */
  private void refresh(
      IdentityHashMap<Component, String> texts,
      Appointment before,
      Appointment wanted,
      String stamp) {
    CalendarSpelling.Meetings spelling = settings.calendar().meetings();
    boolean significant =
        EventLens.isSignificant(
            lens.differing(lens.mapped(), before, wanted), before, wanted, spelling.invitations());
    for (Component event : calendar.calendar().components("VEVENT")) {
      @Nullable String old = texts.get(event);
      if (old == null) {
        Revision.begin(event, null, settings.clock().instant());
        Scheduling.hush(event, spelling);
      } else if (!old.equals(event.text())) {
        Revision.refresh(event, settings.clock().instant());
        Scheduling.hush(event, spelling);
        if (event == calendar.master() && significant) {
          Revision.advance(event);
        }
      }
    }
    calendar.mark(stamp);
  }
}
