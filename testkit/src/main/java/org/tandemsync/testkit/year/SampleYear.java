package org.tandemsync.testkit.year;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;

/**
 * A year of Clara Berger, who builds water turbines in Styria, sings in a choir, and does not
 * exist. The same year and seed give the same items.
 *
 * @param appointments some hundred, with series that have cancelled and moved occurrences, meetings
 *     with guests, trips through several time zones
 * @param tasks done, begun, waiting; some come back
 * @param contacts in a dozen countries, many with a photo
 * @param lists of these contacts, and outsiders
 */
public record SampleYear(
    List<Appointment> appointments,
    List<Task> tasks,
    List<Contact> contacts,
    List<DistributionList> lists) {

  public SampleYear {
    appointments = List.copyOf(appointments);
    tasks = List.copyOf(tasks);
    contacts = List.copyOf(contacts);
    lists = List.copyOf(lists);
  }

  public static SampleYear of(Year year, long seed) {
    Random random = new Random(seed);
    Diary diary = new Diary(year);
    People people = new People(random);
    List<Appointment> appointments = new ArrayList<>(daysOff(diary));
    appointments.addAll(new Trips(diary, people, random).all());
    appointments.addAll(new Series(year, diary, people, random).all());
    appointments.addAll(new Singles(year, diary, people, random).all());
    return new SampleYear(
        distinct(appointments), new Chores(year).all(), people.all(), people.lists());
  }

  private static List<Appointment> daysOff(Diary diary) {
    List<Appointment> days = new ArrayList<>();
    diary
        .holidays()
        .forEach(
            (day, name) -> days.add(allDay(name, day, day, BusyStatus.FREE, "Public holiday")));
    for (Diary.Absence away : List.copyOf(diary.absences())) {
      days.add(allDay(away.title(), away.first(), away.last(), BusyStatus.OUT_OF_OFFICE, "Family"));
    }
    return days;
  }

  private static Appointment allDay(
      String title, LocalDate first, LocalDate last, BusyStatus busy, String category) {
    return Appointment.builder()
        .uid(People.uid(title + first))
        .subject(title)
        .timing(Timing.allDay(first, last.plusDays(1), Series.HOME))
        .busyStatus(busy)
        .categories(Categories.of(category))
        .build();
  }

  private static List<Appointment> distinct(List<Appointment> appointments) {
    Set<String> uids = new HashSet<>();
    return appointments.stream().filter(a -> uids.add(a.uid())).toList();
  }
}
