package org.tandemsync.items;

/**
 * A recipient of a meeting.
 *
 * @param person who
 * @param type required, optional, resource (room)
 * @param response what this attendee answered
 */
public record Attendee(Person person, AttendeeType type, ResponseStatus response) {
  /** What two lists of attendees are paired by: the normalised address. */
  public String key() {
    return person.key();
  }
}
