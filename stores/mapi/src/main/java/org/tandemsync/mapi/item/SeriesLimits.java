package org.tandemsync.mapi.item;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrencePattern;

/** What Outlook's recurrence blobs cannot hold, or what makes Outlook drop a series. */
final class SeriesLimits {
  /** The most that Outlook's own dialogue takes. */
  private static final int MOST_DAYS = 999;

  private static final int MOST_WEEKS_OR_MONTHS = 99;

  /** Days within which an occurrence may be moved; nobody moves it by decades. */
  private static final int FAR = 36_600;

  /** Characters of a text in the blob, in any code page. */
  private static final int MOST_TEXT = 16_000;

  private final String title;

  private SeriesLimits(String title) {
    this.title = title;
  }

  /** Why the rule of an appointment or task cannot be held; empty if it can. */
  static Optional<Refusal> ofRule(String title, Recurrence recurrence) {
    return new SeriesLimits(title).rule(recurrence);
  }

  /** Why a series cannot be held; empty if it can. */
  static Optional<Refusal> ofSeries(Appointment series, Recurrence recurrence) {
    SeriesLimits limits = new SeriesLimits(series.title());
    if (recurrence.pattern() instanceof RecurrencePattern.Regenerating) {
      return limits.refuse(
          "it is to come back after it was completed, which only tasks do",
          "Give it a rule with fixed dates");
    }
    return limits
        .rule(recurrence)
        .or(() -> limits.start(series, recurrence))
        .or(() -> limits.exceptions(series, recurrence));
  }

  private Optional<Refusal> refuse(String why, String next) {
    return Optional.of(
        new Refusal(
            "Outlook cannot hold the series \u201c"
                + title
                + "\u201d: "
                + why
                + ". "
                + next
                + "."));
  }

  private Optional<Refusal> rule(Recurrence recurrence) {
    if (recurrence.calendarType() != 0) {
      return refuse(
          "its rule counts in another calendar than the Gregorian one",
          "Change it in Outlook, or give it a Gregorian rule");
    }
    int interval = recurrence.pattern().interval();
    int most = most(recurrence.pattern());
    if (interval > most) {
      return refuse(
          "its interval is " + interval + ", and Outlook counts up to " + most,
          "Give it a shorter interval, or make its occurrences single ones");
    }
    Month month = month(recurrence.pattern());
    if (month != null && month != recurrence.start().getMonth()) {
      return refuse(
          "it begins on "
              + recurrence.start()
              + ", which is not in the month in which it takes place",
          "Let it begin on its first date");
    }
    if (Occurrences.of(recurrence).first().isEmpty()) {
      return refuse("its rule has no date", "Let it end later");
    }
    return Optional.empty();
  }

  private static int most(RecurrencePattern pattern) {
    return switch (pattern) {
      case RecurrencePattern.Daily _ -> MOST_DAYS;
      case RecurrencePattern.Weekly _ -> MOST_WEEKS_OR_MONTHS;
      case RecurrencePattern.Monthly _ -> MOST_WEEKS_OR_MONTHS;
      case RecurrencePattern.MonthlyNth _ -> MOST_WEEKS_OR_MONTHS;
      case RecurrencePattern.Yearly _ -> MOST_WEEKS_OR_MONTHS;
      case RecurrencePattern.YearlyNth _ -> MOST_WEEKS_OR_MONTHS;
      case RecurrencePattern.Regenerating(int n, RecurrencePattern.Unit unit) ->
          unit == RecurrencePattern.Unit.DAY ? MOST_DAYS : MOST_WEEKS_OR_MONTHS;
    };
  }

  private static @Nullable Month month(RecurrencePattern pattern) {
    return switch (pattern) {
      case RecurrencePattern.Yearly(int i, Month month, int day) -> month;
      case RecurrencePattern.YearlyNth nth -> nth.month();
      case RecurrencePattern.Daily _ -> null;
      case RecurrencePattern.Weekly _ -> null;
      case RecurrencePattern.Monthly _ -> null;
      case RecurrencePattern.MonthlyNth _ -> null;
      case RecurrencePattern.Regenerating _ -> null;
    };
  }

  private Optional<Refusal> start(Appointment series, Recurrence recurrence) {
    LocalDate first = series.timing().start().toLocalDate();
    return first.equals(recurrence.start())
        ? Optional.empty()
        : refuse(
            "it begins on " + first + " and its rule on " + recurrence.start(),
            "Let both begin on the same day");
  }

  /** One occurrence a day, and none passes another: Outlook drops the series otherwise. */
  private Optional<Refusal> exceptions(Appointment series, Recurrence recurrence) {
    Occurrences occurrences = Occurrences.of(recurrence);
    List<ExceptionalOccurrence> exceptions = new ArrayList<>(series.exceptions());
    exceptions.sort(Comparator.comparing(ExceptionalOccurrence::originalStart));
    Set<LocalDate> changed = new HashSet<>(recurrence.deleted());
    for (ExceptionalOccurrence exception : exceptions) {
      LocalDate original = exception.originalStart().toLocalDate();
      if (!occurrences.contains(original)) {
        return refuse(
            "a changed occurrence replaces the one of "
                + original
                + ", which its rule does not have",
            "Make it an appointment of its own");
      }
      Appointment occurrence = exception.occurrence();
      if (Math.max(occurrence.subject().length(), occurrence.location().length()) > MOST_TEXT) {
        return refuse(
            "the subject or location of the occurrence of " + original + " is too long",
            "Shorten it to less than " + MOST_TEXT + " characters");
      }
      if (!changed.add(original)) {
        return refuse(
            "the occurrence of " + original + " is both deleted and changed",
            "Delete it, or undo its deletion");
      }
    }
    LocalDateTime earlier = null;
    for (ExceptionalOccurrence exception : exceptions) {
      Optional<Refusal> refusal = place(exception, earlier, occurrences, changed);
      if (refusal.isPresent()) {
        return refusal;
      }
      earlier = exception.occurrence().timing().start();
    }
    return Optional.empty();
  }

  private Optional<Refusal> place(
      ExceptionalOccurrence exception,
      @Nullable LocalDateTime earlier,
      Occurrences occurrences,
      Set<LocalDate> changed) {
    LocalDate from = exception.originalStart().toLocalDate();
    LocalDate to = exception.occurrence().timing().start().toLocalDate();
    if (earlier != null && !earlier.toLocalDate().isBefore(to)) {
      return earlier.toLocalDate().equals(to) ? sameDay(to) : passes(from, to);
    }
    int step = to.isBefore(from) ? -1 : 1;
    LocalDate date = from;
    for (int i = 0; !date.equals(to); i++) {
      date = date.plusDays(step);
      if (i > FAR) {
        return passes(from, to);
      }
      if (occurrences.contains(date) && !changed.contains(date)) {
        return date.equals(to) ? sameDay(to) : passes(from, to);
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> sameDay(LocalDate day) {
    return refuse(
        "two of its occurrences would begin on " + day + ", and Outlook has one a day",
        "Move one of them to another day, or make it an appointment of its own");
  }

  private Optional<Refusal> passes(LocalDate from, LocalDate to) {
    return refuse(
        "the occurrence of "
            + from
            + " is moved to "
            + to
            + " past another one, which Outlook does not allow",
        "Move it less far, or delete it and make an appointment of its own");
  }
}
