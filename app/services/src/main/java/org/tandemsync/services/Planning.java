package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import org.tandemsync.services.configuration.Endpoint;

/**
 * Looks up on a server what planning a meeting takes: who is free when, who and which rooms there
 * are. Nothing is written. What does not work as a whole is a {@link
 * org.tandemsync.sync.StoreException} with the next step.
 */
public interface Planning {

  /**
   * When people and rooms are not free, as the server passes the question on; one answer each, in
   * that order.
   *
   * @param attendees mail addresses; none: the person's own
   */
  List<Times> ask(Endpoint.Dav server, List<String> attendees, Instant from, Instant to);

  /** The time that a calendar takes up, without telling what with. */
  Times of(Endpoint.Dav calendar, Instant from, Instant to);

  /** People, rooms and resources with a text in their name or address. */
  List<Principal> find(Endpoint.Dav server, String text);

  /** All rooms and resources, as far as the server tells them from people. */
  List<Principal> rooms(Endpoint.Dav server);

  /**
   * What is known of somebody's time.
   *
   * @param of a mail address, or a calendar
   * @param problem why nothing is known, or empty
   * @param unread what cannot be understood; there the person may be busy
   */
  record Times(String of, String problem, List<Busy> busy, List<String> unread) {
    public Times {
      busy = List.copyOf(busy);
      unread = List.copyOf(unread);
    }
  }

  /** A time in which somebody is not free, half open. */
  record Busy(Instant start, Instant end, Kind kind) {
    /** Why not. */
    public enum Kind {
      TENTATIVE,
      BUSY,
      UNAVAILABLE
    }
  }

  /**
   * Somebody or something that can be invited.
   *
   * @param addresses mail addresses, the preferred one first
   * @param resourceId what the server calls it in invitations, such as {@code urn:uuid:...}, or
   *     empty
   */
  record Principal(String name, Kind kind, List<String> addresses, String resourceId) {
    public Principal {
      addresses = List.copyOf(addresses);
    }

    /** What it is; what the server does not say is a person. */
    public enum Kind {
      PERSON,
      GROUP,
      ROOM,
      RESOURCE
    }
  }
}
