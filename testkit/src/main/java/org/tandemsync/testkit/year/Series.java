package org.tandemsync.testkit.year;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.RecurrencePattern.Monthly;
import org.tandemsync.items.RecurrencePattern.MonthlyNth;
import org.tandemsync.items.RecurrencePattern.Weekly;
import org.tandemsync.items.RecurrencePattern.Yearly;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.items.WeekIndex;
import org.tandemsync.items.Zone;

/** What comes again and again; not on holidays, and sometimes elsewhere or later. */
final class Series {
  /** Graz, Vienna, Bergen: central European time. */
  static final Zone HOME = new Zone("W. Europe Standard Time");

  private final Year year;
  private final Diary diary;
  private final People people;
  private final Meetings meetings;
  private final RandomGenerator random;
  private final List<Appointment> all = new ArrayList<>();

  Series(Year year, Diary diary, People people, RandomGenerator random) {
    this.year = year;
    this.diary = diary;
    this.people = people;
    this.random = random;
    this.meetings = new Meetings(random);
  }

  List<Appointment> all() {
    work();
    family();
    yearly();
    return all;
  }

  private static Weekly weekly(java.time.DayOfWeek... days) {
    return new Weekly(1, new TreeSet<>(List.of(days)));
  }

  private void work() {
    series("Stand-up", "Online", weekly(MONDAY, TUESDAY, WEDNESDAY, FRIDAY), "08:45", 15)
        .category("Work")
        .text("Yesterday, today, what is in the way.")
        .guests(people.circle("work"))
        .changed(6, 30, "")
        .add("01-07", "12-23");
    series("Rjukan II: project meeting", "Leoben, room Mur", weekly(MONDAY), "10:00", 60)
        .category("Work")
        .text("Minutes: W:\\Projects\\Rjukan-II\\Minutes\nTomáš keeps them in even weeks.")
        .guests(Stream.of("Ingrid", "Tomáš", "Gregor").map(people::named).toList())
        .changed(7, 120, "Leoben, room Enns")
        .add("02-01", "09-28");
    series("Birgit and Clara", "Birgit's office", new Weekly(2, Set.of(THURSDAY)), "14:00", 30)
        .category("Work")
        .guests(List.of(people.named("Birgit")))
        .changed(3, 60, "")
        .add("01-08", "12-18");
    series("Figures of the month", "Leoben, room Mur", nth(MONDAY, WeekIndex.FIRST), "15:00", 90)
        .category("Work")
        .guests(List.of(people.named("Anja"), people.named("Birgit")))
        .changed(1, 60, "Online")
        .add("01-12", "12-31");
  }

  private static MonthlyNth nth(java.time.DayOfWeek day, WeekIndex index) {
    return new MonthlyNth(1, Set.of(day), index);
  }

  private void family() {
    series("Choir rehearsal", "Leonhardstraße 15", weekly(TUESDAY), "19:00", 120)
        .category("Choir")
        .text("Warm up at 18:50. Pencil!")
        .changed(4, 60, "Herz-Jesu-Kirche")
        .add("01-07", "06-30");
    series("Choir rehearsal", "Leonhardstraße 15", weekly(TUESDAY), "19:00", 120)
        .category("Choir")
        .changed(3, 60, "Herz-Jesu-Kirche")
        .add("09-15", "12-15");
    series("Yoga", "Sporgasse 16", weekly(WEDNESDAY), "07:00", 60)
        .category("Health")
        .changed(2, 30, "")
        .add("01-14", "12-16");
    series("Mia: piano", "Entenplatz 1b", weekly(FRIDAY), "15:30", 45)
        .category("School")
        .text("Yuki Sato. The blue book and the notebook.")
        .changed(3, 45, "")
        .add("01-16", "06-26");
    series("Leo: swimming", "Auster, Graz", weekly(SATURDAY), "09:30", 60)
        .category("Family")
        .changed(1, 60, "")
        .add("02-20", "06-20");
    series("Call Mama", "", weekly(SUNDAY), "18:00", 30).category("Family").add("01-01", "");
    series("Book club", "at Nadia's", nth(THURSDAY, WeekIndex.LAST), "19:30", 120)
        .category("Friends")
        .changed(2, 30, "at Katharina's")
        .add("01-20", "");
    series("Evening for two", "", nth(FRIDAY, WeekIndex.THIRD), "19:00", 180)
        .category("Family")
        .text("Inge comes at half past six.")
        .add("01-10", "");
    series("Paper and glass are collected", "", new Weekly(2, Set.of(THURSDAY)), "", 0)
        .category("House")
        .add("01-08", "");
    series("Advance payment of tax", "", new Monthly(3, 15), "", 0)
        .category("House")
        .text("Thaler sends the amount a week before.")
        .add("02-15", "");
  }

  private void yearly() {
    for (Contact contact : people.all()) {
      LocalDate born = contact.birthday();
      if (born != null) {
        Draft birthday =
            series(
                "Birthday of " + contact.fullName(),
                "",
                new Yearly(1, born.getMonth(), born.getDayOfMonth()),
                "",
                0);
        all.add(birthday.category("Birthday").built(born, RecurrenceEnd.NEVER));
      }
    }
    LocalDate wedding = LocalDate.of(2013, 9, 7);
    all.add(
        series("Wedding day", "", new Yearly(1, wedding.getMonth(), 7), "", 0)
            .category("Family")
            .built(wedding, RecurrenceEnd.NEVER));
  }

  private Draft series(
      String subject, String location, RecurrencePattern pattern, String at, int minutes) {
    return new Draft(subject, location, pattern, at, minutes);
  }

  /** A series while it is described. */
  private final class Draft {
    private final RecurrencePattern pattern;
    private final String at;
    private final int minutes;
    private final Appointment.Builder made;
    private int changes;
    private int later;
    private String elsewhere = "";

    Draft(String subject, String location, RecurrencePattern pattern, String at, int minutes) {
      this.pattern = pattern;
      this.at = at;
      this.minutes = minutes;
      this.made =
          Appointment.builder()
              .subject(subject)
              .location(location)
              .busyStatus(at.isEmpty() ? BusyStatus.FREE : BusyStatus.BUSY)
              .reminder(at.isEmpty() ? Reminder.before(15 * 60) : Reminder.before(15));
    }

    Draft category(String name) {
      made.categories(Categories.of(name));
      return this;
    }

    Draft text(String text) {
      made.body(Body.plain(text));
      return this;
    }

    Draft guests(List<Contact> guests) {
      meetings.invite(made, guests);
      return this;
    }

    /** Some occurrences are later, by a step or two, or elsewhere. */
    Draft changed(int times, int minutesLater, String place) {
      changes = times;
      later = minutesLater;
      elsewhere = place;
      return this;
    }

    /** Adds the series from a day of the year on, or from the first fitting one behind it. */
    void add(String from, String until) {
      LocalDate start = day(from);
      while (!fits(start)) {
        start = start.plusDays(1);
      }
      RecurrenceEnd end =
          until.isEmpty() ? RecurrenceEnd.NEVER : new RecurrenceEnd.ByDate(day(until));
      all.add(built(start, end));
    }

    private LocalDate day(String monthAndDay) {
      return LocalDate.parse(year + "-" + monthAndDay);
    }

    private boolean fits(LocalDate day) {
      return switch (pattern) {
        case Weekly w -> w.days().contains(day.getDayOfWeek());
        case MonthlyNth m ->
            m.days().contains(day.getDayOfWeek())
                && (m.index() == WeekIndex.LAST
                    ? day.plusDays(7).getMonth() != day.getMonth()
                    : (day.getDayOfMonth() - 1) / 7 == m.index().ordinal());
        case Monthly m -> day.getDayOfMonth() == m.day();
        default -> true;
      };
    }

    Appointment built(LocalDate start, RecurrenceEnd end) {
      Timing timing =
          at.isEmpty()
              ? Timing.allDay(start, start.plusDays(1), HOME)
              : timed(start.atTime(LocalTime.parse(at)));
      made.timing(timing);
      Set<LocalDate> deleted = new TreeSet<>();
      List<LocalDate> regular = new ArrayList<>();
      if (pattern instanceof Weekly weekly && !at.isEmpty()) {
        weeks(weekly, start, end, deleted, regular);
      }
      made.recurrence(Recurrence.of(pattern, start, end).withDeleted(deleted));
      made.uid(People.uid(made.build().subject() + start));
      Appointment series = made.build();
      return series.toBuilder().exceptions(exceptions(series, regular)).build();
    }

    private Timing timed(LocalDateTime from) {
      return Timing.timed(from, from.plusMinutes(minutes), HOME);
    }

    private void weeks(
        Weekly weekly,
        LocalDate start,
        RecurrenceEnd end,
        Set<LocalDate> deleted,
        List<LocalDate> regular) {
      LocalDate last =
          end instanceof RecurrenceEnd.ByDate(LocalDate by)
              ? by
              : LocalDate.of(year.getValue(), 12, 31);
      LocalDate week = start.with(MONDAY);
      for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
        long weeks = java.time.temporal.ChronoUnit.WEEKS.between(week, day.with(MONDAY));
        if (weeks % weekly.interval() == 0 && weekly.days().contains(day.getDayOfWeek())) {
          if (diary.ordinary(day)) {
            regular.add(day);
          } else if (!day.equals(start)) {
            deleted.add(day);
          }
        }
      }
    }

    private List<ExceptionalOccurrence> exceptions(Appointment series, List<LocalDate> regular) {
      List<ExceptionalOccurrence> exceptions = new ArrayList<>();
      Set<LocalDate> chosen = new TreeSet<>();
      for (int i = 0; i < changes && regular.size() > changes * 2; i++) {
        int at = 1 + (int) ((i + random.nextDouble()) * (regular.size() - 1) / changes);
        chosen.add(regular.get(Math.min(at, regular.size() - 1)));
      }
      for (LocalDate day : chosen) {
        LocalDateTime original = day.atTime(LocalTime.parse(at));
        Appointment.Builder changed = series.toBuilder().recurrence(null).exceptions(List.of());
        boolean moved = elsewhere.isEmpty() || random.nextBoolean();
        changed.timing(timed(moved ? original.plusMinutes(later) : original));
        if (!elsewhere.isEmpty()) {
          changed.location(elsewhere);
        }
        exceptions.add(new ExceptionalOccurrence(original, changed.build()));
      }
      return exceptions;
    }
  }
}
