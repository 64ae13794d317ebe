package org.tandemsync.testkit.year;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.ResponseStatus;

/** Who comes to what. */
final class Meetings {
  private static final List<ResponseStatus> ANSWERS =
      List.of(
          ResponseStatus.ACCEPTED,
          ResponseStatus.ACCEPTED,
          ResponseStatus.TENTATIVE,
          ResponseStatus.NOT_RESPONDED,
          ResponseStatus.DECLINED);

  private final RandomGenerator random;

  Meetings(RandomGenerator random) {
    this.random = random;
  }

  /** She has called the meeting. */
  void invite(Appointment.Builder appointment, List<Contact> guests) {
    List<Attendee> attendees = new ArrayList<>();
    for (Contact guest : guests) {
      if (!guest.emails().isEmpty()) {
        attendees.add(
            new Attendee(
                People.person(guest),
                attendees.size() > 2 ? AttendeeType.OPTIONAL : AttendeeType.REQUIRED,
                ANSWERS.get(random.nextInt(ANSWERS.size()))));
      }
    }
    if (!attendees.isEmpty()) {
      appointment
          .attendees(attendees)
          .meeting(
              new Meeting(
                  MeetingStatus.MEETING,
                  People.CLARA,
                  null,
                  0,
                  ResponseStatus.ORGANIZED,
                  null,
                  true));
    }
  }

  /** Some of them, the named one first. */
  List<Contact> some(Contact first, List<Contact> others, int most) {
    List<Contact> chosen = new ArrayList<>(List.of(first));
    for (int i = random.nextInt(most); i > 0; i--) {
      Contact other = others.get(random.nextInt(others.size()));
      if (!chosen.contains(other)) {
        chosen.add(other);
      }
    }
    return chosen;
  }
}
