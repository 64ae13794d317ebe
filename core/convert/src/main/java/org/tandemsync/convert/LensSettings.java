package org.tandemsync.convert;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;

/**
 * How a profile shows items to its server.
 *
 * @param userZone the zone of the person, for floating times and dates without zone
 * @param ownAddresses mail addresses of the person, lower case: they tell own meetings from
 *     received ones
 * @param clock for the time stamps in what is written (DTSTAMP, LAST-MODIFIED, REV)
 * @param cards how contacts and distribution lists are written
 * @param attachmentLimit the largest attached file in bytes that is put into a resource; of a
 *     larger one only its name and digest are. What is in a resource is read whatever its size
 * @param calendar how new lines of events and tasks are spelled
 * @param times how times of events are spelled
 * @param propertyPairs user properties that have a name of their own on the server
 * @param rooms what the server calls its rooms
 */
public record LensSettings(
    ZoneId userZone,
    Set<String> ownAddresses,
    InstantSource clock,
    CardSettings cards,
    int attachmentLimit,
    CalendarSpelling calendar,
    TimeSpelling times,
    PropertyPairs propertyPairs,
    RoomNames rooms) {
  /** Servers refuse resources of some MB, and phones load all of them. */
  private static final int USUAL_ATTACHMENT_LIMIT = 2 << 20;

  public LensSettings {
    ownAddresses = Set.copyOf(ownAddresses);
  }

  /** With the formats that most address books take: vCard 3.0, groups as iCloud has them. */
  public LensSettings(ZoneId userZone, Set<String> ownAddresses, InstantSource clock) {
    this(
        userZone,
        ownAddresses,
        clock,
        CardSettings.USUAL,
        USUAL_ATTACHMENT_LIMIT,
        CalendarSpelling.USUAL,
        TimeSpelling.USUAL,
        PropertyPairs.NONE,
        RoomNames.NONE);
  }

  public LensSettings with(CardSettings settings) {
    return new LensSettings(
        userZone,
        ownAddresses,
        clock,
        settings,
        attachmentLimit,
        calendar,
        times,
        propertyPairs,
        rooms);
  }

  public LensSettings withAttachmentLimit(int bytes) {
    return new LensSettings(
        userZone, ownAddresses, clock, cards, bytes, calendar, times, propertyPairs, rooms);
  }

  public LensSettings with(CalendarSpelling spelling) {
    return new LensSettings(
        userZone,
        ownAddresses,
        clock,
        cards,
        attachmentLimit,
        spelling,
        times,
        propertyPairs,
        rooms);
  }

  public LensSettings with(TimeSpelling spelling) {
    return new LensSettings(
        userZone,
        ownAddresses,
        clock,
        cards,
        attachmentLimit,
        calendar,
        spelling,
        propertyPairs,
        rooms);
  }

  public LensSettings with(PropertyPairs pairs) {
    return new LensSettings(
        userZone, ownAddresses, clock, cards, attachmentLimit, calendar, times, pairs, rooms);
  }

  public LensSettings with(RoomNames names) {
    return new LensSettings(
        userZone,
        ownAddresses,
        clock,
        cards,
        attachmentLimit,
        calendar,
        times,
        propertyPairs,
        names);
  }
}
