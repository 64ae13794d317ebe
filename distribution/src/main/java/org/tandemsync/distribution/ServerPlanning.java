package org.tandemsync.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.convert.FreeBusy;
import org.tandemsync.convert.Lenses;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.scheduling.Principals;
import org.tandemsync.dav.scheduling.Scheduling;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Planning;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Endpoint;

/** Free and busy times, people and rooms of CalDAV servers. */
record ServerPlanning(Clients clients, Surroundings surroundings) implements Planning {

  @Override
  public List<Times> ask(Endpoint.Dav server, List<String> attendees, Instant from, Instant to) {
    return clients.ask(server, client -> ask(client, server, attendees, from, to));
  }

  private List<Times> ask(
      DavClient client, Endpoint.Dav server, List<String> attendees, Instant from, Instant to) {
    Scheduling scheduling = Scheduling.of(client);
    List<String> own = scheduling.addresses();
    String user = server.access().user();
    if (own.isEmpty() && user.indexOf('@') < 0) {
      throw new CannotRun(
          "The server "
              + client.origin()
              + " does not say which mail address is yours, so nobody can be asked in your name."
              + " Next step: ask for a calendar by its address.");
    }
    String organizer = own.isEmpty() ? user : own.getFirst();
    List<String> asked = attendees.isEmpty() ? List.of(organizer) : attendees;
    String uid = new UUID(surroundings.random().nextLong(), surroundings.random().nextLong()) + "";
    Instant now = surroundings.clock().instant();
    String request;
    try {
      request = Lenses.freeBusyRequest(uid, organizer, asked, from, to, now);
    } catch (IllegalArgumentException e) {
      throw new CannotRun(e.getMessage() + ". Nobody was asked.", e);
    }
    return scheduling.ask(request, asked, from, to).stream()
        .map(t -> times(t.recipient(), t.problem(), t.times()))
        .toList();
  }

  @Override
  public Times of(Endpoint.Dav calendar, Instant from, Instant to) {
    Optional<FreeBusy> times =
        clients.ask(calendar, client -> Scheduling.of(client, client.root(), from, to));
    String problem = times.isPresent() ? "" : "the server cannot tell the times of a calendar";
    return times(calendar.url().toString(), problem, times);
  }

  private static Times times(String of, String problem, Optional<FreeBusy> times) {
    return new Times(
        of,
        problem,
        times.stream()
            .flatMap(t -> t.periods().stream())
            .map(p -> new Busy(p.start(), p.end(), kind(p.kind())))
            .toList(),
        times.map(FreeBusy::unread).orElse(List.of()));
  }

  private static Busy.Kind kind(FreeBusy.Kind kind) {
    return switch (kind) {
      case TENTATIVE -> Busy.Kind.TENTATIVE;
      case BUSY -> Busy.Kind.BUSY;
      case UNAVAILABLE -> Busy.Kind.UNAVAILABLE;
    };
  }

  @Override
  public List<Principal> find(Endpoint.Dav server, String text) {
    return clients.ask(server, c -> shown(Principals.of(c).named(text)));
  }

  @Override
  public List<Principal> rooms(Endpoint.Dav server) {
    return clients.ask(server, c -> shown(Principals.of(c).rooms()));
  }

  private static List<Principal> shown(List<Principals.Principal> found) {
    return found.stream()
        .map(p -> new Principal(p.name(), kind(p.kind()), p.addresses(), p.resourceId()))
        .toList();
  }

  private static Principal.Kind kind(Principals.Kind kind) {
    return switch (kind) {
      case PERSON -> Principal.Kind.PERSON;
      case GROUP -> Principal.Kind.GROUP;
      case ROOM -> Principal.Kind.ROOM;
      case RESOURCE -> Principal.Kind.RESOURCE;
    };
  }
}
