package org.tandemsync.items;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that somebody else has called. Its times, texts and attendees are the organizer's:
 * servers refuse changes of them by an attendee, or undo them with the organizer's next update (RFC
 * 6638 3.2.2.1). An attendee's own are the answer, the reminder, how the time is shown, categories
 * and colour, privacy, and what only the attendee sees; and which occurrences are not attended.
 */
public final class AttendeeCopy {
  private static final Set<String> OWN =
      Set.of(
          "busy-status",
          "sensitivity",
          "categories",
          "color",
          "reminder",
          "business",
          "user-properties");

  private AttendeeCopy() {}

  /**
   * What of an attendee's changes counts.
   *
   * @param item the item with the organizer's part as it was
   * @param withheld names of fields that the attendee has changed without effect, in order
   */
  public record Permitted(Item item, Set<String> withheld) {
    public Permitted {
      withheld = Collections.unmodifiableSet(new LinkedHashSet<>(withheld));
    }
  }

  /** Whether the item is a meeting of somebody else, as both sides have it. */
  public static boolean is(Item agreed, Item now) {
    return agreed instanceof Appointment a
        && now instanceof Appointment b
        && received(a.meeting().status())
        && received(b.meeting().status());
  }

  private static boolean received(MeetingStatus status) {
    return status == MeetingStatus.RECEIVED || status == MeetingStatus.RECEIVED_AND_CANCELED;
  }

  /**
   * The changes that an attendee may make.
   *
   * @param agreed what both sides have held
   * @param now what the attendee has made of it
   */
  public static Permitted of(Item agreed, Item now) {
    if (!is(agreed, now)
        || !(agreed instanceof Appointment before)
        || !(now instanceof Appointment after)) {
      return new Permitted(now, Set.of());
    }
    Appointment.Builder permitted = occurrence(before, after).toBuilder();
    permitted.recurrence(recurrence(before.recurrence(), after.recurrence()));
    permitted.exceptions(exceptions(before, after));
    Appointment item = permitted.build();
    return new Permitted(item, new LinkedHashSet<>(Projection.EVERYTHING.differing(item, after)));
  }

  /** The appointment without what makes a series of it. */
  private static Appointment occurrence(Appointment before, Appointment after) {
    Item own = Projection.overlay(before, after, OWN);
    return ((Appointment) own)
        .toBuilder()
            .meeting(answered(before.meeting(), after.meeting()))
            .created(after.created())
            .modified(after.modified())
            .build();
  }

  /** The answer is the attendee's; who declines has a meeting that is shown as cancelled. */
  private static Meeting answered(Meeting before, Meeting after) {
    return new Meeting(
        received(after.status()) ? after.status() : before.status(),
        before.organizer(),
        before.sender(),
        before.sequence(),
        after.ownResponse(),
        after.replyTime(),
        before.invited());
  }

  /** Occurrences may go (EXDATE), but do not come back. */
  private static @Nullable Recurrence recurrence(
      @Nullable Recurrence before, @Nullable Recurrence after) {
    if (before == null || after == null || !sameDays(before, after)) {
      return before;
    }
    SortedSet<LocalDate> deleted = new TreeSet<>(before.deleted());
    deleted.addAll(after.deleted());
    return before.withDeleted(deleted);
  }

  private static boolean sameDays(@Nullable Recurrence before, @Nullable Recurrence after) {
    return before != null
        && after != null
        && before.pattern().equals(after.pattern())
        && before.start().equals(after.start());
  }

  /** Changed occurrences by the same rule; one that is deleted is no longer changed. */
  private static List<ExceptionalOccurrence> exceptions(Appointment before, Appointment after) {
    if (!sameDays(before.recurrence(), after.recurrence())) {
      return before.exceptions();
    }
    Map<LocalDateTime, Appointment> changed = new HashMap<>();
    after.exceptions().forEach(e -> changed.put(e.originalStart(), e.occurrence()));
    Set<LocalDate> deleted = after.recurrence() == null ? Set.of() : after.recurrence().deleted();
    List<ExceptionalOccurrence> permitted = new ArrayList<>();
    for (ExceptionalOccurrence was : before.exceptions()) {
      Appointment is = changed.remove(was.originalStart());
      if (is != null) {
        permitted.add(
            new ExceptionalOccurrence(was.originalStart(), occurrence(was.occurrence(), is)));
      } else if (!deleted.contains(was.originalStart().toLocalDate())) {
        permitted.add(was);
      }
    }
    for (ExceptionalOccurrence is : after.exceptions()) {
      if (changed.containsKey(is.originalStart())) {
        Appointment asSeries = ofSeries(before, is);
        Appointment own = occurrence(asSeries, is.occurrence());
        if (!Projection.EVERYTHING.differing(asSeries, own).isEmpty()) {
          permitted.add(new ExceptionalOccurrence(is.originalStart(), own));
        }
      }
    }
    return permitted;
  }

  /** The occurrence as the series has it. */
  private static Appointment ofSeries(Appointment series, ExceptionalOccurrence occurrence) {
    Timing timing = series.timing();
    LocalDateTime start = occurrence.originalStart();
    return series.toBuilder()
        .recurrence(null)
        .exceptions(List.of())
        .timing(timing.movedTo(start))
        .build();
  }
}
