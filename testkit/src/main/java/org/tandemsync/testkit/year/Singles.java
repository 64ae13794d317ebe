package org.tandemsync.testkit.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Timing;

/** What happens once: each row of the table some times a year, where the diary has room. */
final class Singles {
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
  private static final int TRIES = 40;

  private final Year year;
  private final Diary diary;
  private final People people;
  private final Meetings meetings;
  private final RandomGenerator random;
  private final Map<String, List<String>> words = new HashMap<>();
  private final List<Appointment> found = new ArrayList<>();

  Singles(Year year, Diary diary, People people, RandomGenerator random) {
    this.year = year;
    this.diary = diary;
    this.people = people;
    this.random = random;
    this.meetings = new Meetings(random);
    Rows.of("words.tsv").forEach(row -> words.put(row.getFirst(), row.subList(1, row.size())));
  }

  List<Appointment> all() {
    for (List<String> row : Rows.of("appointments.tsv")) {
      int times = Integer.parseInt(row.getFirst());
      for (int i = 0; i < times; i++) {
        LocalDateTime start = when(row, (i + random.nextDouble()) / times);
        if (start != null) {
          found.add(appointment(row, start));
        }
      }
    }
    return found;
  }

  /**
   * A free time of the kind that the row asks for.
   *
   * @param position where in the year, 0 to 1
   */
  private @Nullable LocalDateTime when(List<String> row, double position) {
    int firstDay = Integer.parseInt(row.get(1).substring(0, 1));
    int lastDay = Integer.parseInt(row.get(1).substring(2));
    LocalTime from = LocalTime.parse(row.get(2));
    int steps = (LocalTime.parse(row.get(3)).toSecondOfDay() - from.toSecondOfDay()) / 900 + 1;
    int minutes = Integer.parseInt(row.get(4));
    for (int i = 0; i < TRIES; i++) {
      int day = (int) (position * year.length()) + i;
      LocalDate date = year.atDay(Math.floorMod(day, year.length()) + 1);
      int weekday = date.getDayOfWeek().getValue();
      LocalDateTime start = date.atTime(from.plusMinutes(15L * random.nextInt(steps)));
      if (weekday >= firstDay
          && weekday <= lastDay
          && diary.ordinary(date)
          && diary.take(start, start.plusMinutes(minutes))) {
        return start;
      }
    }
    return null;
  }

  private Appointment appointment(List<String> row, LocalDateTime start) {
    Filled title = fill(row.get(5));
    String category = row.get(7);
    int reminder = Integer.parseInt(row.get(8));
    boolean health = category.equals("Health");
    Appointment.Builder made =
        Appointment.builder()
            .uid(People.uid(title.text() + start))
            .subject(title.text())
            .location(row.get(6))
            .timing(Timing.timed(start, start.plusMinutes(Long.parseLong(row.get(4))), Series.HOME))
            .busyStatus(row.get(5).startsWith("Hiring") ? BusyStatus.TENTATIVE : BusyStatus.BUSY)
            .sensitivity(health ? Sensitivity.PRIVATE : Sensitivity.NORMAL)
            .importance(category.equals("School") ? Importance.HIGH : Importance.NORMAL)
            .categories(Categories.of(category))
            .reminder(reminder == 0 ? Reminder.NONE : Reminder.before(reminder))
            .body(Body.plain(row.get(10).replace("\\n", "\n")));
    String guests = row.get(9).equals("colleagues") ? "work" : row.get(9);
    if (!guests.isEmpty()) {
      Contact first = title.contact();
      meetings.invite(
          made,
          meetings.some(first == null ? people.somebody(guests) : first, people.circle(guests), 4));
    }
    return made.build();
  }

  /**
   * @param contact who was put in, if it is somebody
   */
  private record Filled(String text, @Nullable Contact contact) {}

  private Filled fill(String template) {
    Matcher blank = BLANK.matcher(template);
    if (!blank.find()) {
      return new Filled(template, null);
    }
    String kind = blank.group(1);
    List<String> choices = words.get(kind);
    if (choices != null) {
      String word = choices.get(random.nextInt(choices.size()));
      Filled rest = fill(template.replace(blank.group(), word));
      return new Filled(rest.text(), rest.contact());
    }
    Contact contact = people.somebody(kind.equals("colleagues") ? "work" : kind);
    boolean close = kind.equals("friends") || kind.equals("colleagues");
    String name = close ? contact.name().first() : contact.fullName();
    return new Filled(fill(template.replace(blank.group(), name)).text(), contact);
  }
}
