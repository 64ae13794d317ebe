package org.tandemsync.testkit.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;

/** Business trips: flights from one zone to another, and what happens there by the local clock. */
final class Trips {
  private final Diary diary;
  private final People people;
  private final Meetings meetings;

  Trips(Diary diary, People people, RandomGenerator random) {
    this.diary = diary;
    this.people = people;
    this.meetings = new Meetings(random);
  }

  List<Appointment> all() {
    List<Appointment> all = new ArrayList<>();
    LocalDate first = LocalDate.EPOCH;
    for (List<String> row : Rows.of("trips.tsv")) {
      if (row.getFirst().equals("trip")) {
        first =
            diary.monday(
                Integer.parseInt(row.get(1).substring(0, 2)),
                Integer.parseInt(row.get(1).substring(3)));
      }
      all.add(
          switch (row.getFirst()) {
            case "trip" -> trip(row.get(3), first, first.plusDays(Long.parseLong(row.get(2))));
            case "flight" -> flight(row, first);
            case "there" -> there(row, first);
            default -> throw new IllegalStateException("trips.tsv has a row " + row);
          });
    }
    return all;
  }

  private static Zone zone(String city) {
    return switch (city) {
      case "home" -> Series.HOME;
      case "lisbon" -> new Zone("GMT Standard Time");
      case "osaka" -> new Zone("Tokyo Standard Time");
      case "santiago" -> new Zone("Pacific SA Standard Time");
      case "chicago" -> new Zone("Central Standard Time");
      default -> throw new IllegalStateException("trips.tsv has a zone " + city);
    };
  }

  private static LocalDateTime at(LocalDate first, String day, String time) {
    return first.plusDays(Long.parseLong(day)).atTime(LocalTime.parse(time));
  }

  private Appointment trip(String city, LocalDate first, LocalDate last) {
    diary.away(first, last);
    return appointment("In " + city, city, Timing.allDay(first, last.plusDays(1), Series.HOME))
        .busyStatus(BusyStatus.OUT_OF_OFFICE)
        .body(Body.plain("Jonas and Inge are at home. Polka walks with Katharina."))
        .build();
  }

  private static Appointment flight(List<String> row, LocalDate first) {
    String route = row.get(7);
    Timing timing =
        new Timing(
            at(first, row.get(1), row.get(2)),
            at(first, row.get(3), row.get(4)),
            false,
            zone(row.get(5)),
            zone(row.get(6)));
    String airport = route.substring(0, route.indexOf(" - ")) + ", airport";
    return appointment(route, airport, timing)
        .busyStatus(BusyStatus.OUT_OF_OFFICE)
        .reminder(Reminder.before(180))
        .body(Body.plain("Boarding pass is in the app. Seat on the aisle."))
        .build();
  }

  private Appointment there(List<String> row, LocalDate first) {
    LocalDateTime start = at(first, row.get(1), row.get(2));
    LocalDateTime end = start.plusMinutes(Long.parseLong(row.get(3)));
    Appointment.Builder made =
        appointment(row.get(5), row.get(6), Timing.timed(start, end, zone(row.get(4))))
            .busyStatus(BusyStatus.BUSY)
            .reminder(Reminder.before(30));
    if (!row.get(7).isEmpty()) {
      meetings.invite(made, Stream.of(row.get(7).split(",", -1)).map(people::named).toList());
    }
    return made.build();
  }

  private static Appointment.Builder appointment(String title, String place, Timing timing) {
    return Appointment.builder()
        .uid(People.uid(title + timing.start()))
        .subject(title)
        .location(place)
        .timing(timing)
        .categories(Categories.of("Travel", "Work"));
  }
}
