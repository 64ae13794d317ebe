package org.tandemsync.dav.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Element;
import org.tandemsync.dav.client.Excerpt;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.sync.StoreException;

/**
 * Looks up people, rooms and resources on a server (principal-property-search, RFC 3744 9.4).
 * Servers know few properties to search by and answer nothing at all to a question with another one
 * in it (sabre, SOGo), so each is asked for on its own.
 */
public final class Principals {
  /** Name, then mail address as SOGo, the RFC and Nextcloud call it. */
  private static final List<QName> SEARCHED =
      List.of(
          Names.DISPLAYNAME, Names.EMAIL_ADDRESS_SET, Names.ADDRESS_SET, Names.SABRE_EMAIL_ADDRESS);

  private static final List<QName> SHOWN =
      List.of(
          Names.DISPLAYNAME,
          Names.CALENDAR_USER_TYPE,
          Names.ADDRESS_SET,
          Names.EMAIL_ADDRESS_SET,
          Names.SABRE_EMAIL_ADDRESS,
          Names.RESOURCE_ID);

  /** Nextcloud has four: users, groups, resources, rooms. */
  private static final int MOST_PLACES = 8;

  private final DavClient client;
  private final List<Href> places;

  private Principals(DavClient client, List<Href> places) {
    this.client = client;
    this.places = places;
  }

  /** What somebody is (CUTYPE); what is not said is a person. */
  public enum Kind {
    PERSON,
    GROUP,
    ROOM,
    RESOURCE
  }

  /**
   * Somebody or something with a calendar.
   *
   * @param addresses mail addresses, lower case, the preferred one first
   * @param resourceId its identity for invitations, such as {@code urn:uuid:...}, or empty
   */
  public record Principal(String name, Kind kind, List<String> addresses, String resourceId) {}

  /**
   * Finds where the server keeps those whom the account may see.
   *
   * @throws StoreException if the server cannot be asked
   */
  public static Principals of(DavClient client) {
    try {
      Optional<Href> own = Discovery.principal(client);
      List<Href> places =
          own.flatMap(p -> client.describe(p, List.of(Names.PRINCIPAL_COLLECTION_SET))).stream()
              .flatMap(d -> d.properties().get(Names.PRINCIPAL_COLLECTION_SET).stream())
              .flatMap(s -> s.hrefs().stream())
              .flatMap(h -> client.resolve(h, own.orElseThrow()).stream())
              .limit(MOST_PLACES)
              .toList();
      return new Principals(client, places.isEmpty() ? own.stream().toList() : places);
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  /**
   * Those with a text in their name or address.
   *
   * @throws StoreException if the server has no such search
   */
  public List<Principal> named(String text) {
    return search(SEARCHED, List.of(text));
  }

  /** All rooms and resources, as far as the server tells them from people. */
  public List<Principal> rooms() {
    return search(List.of(Names.CALENDAR_USER_TYPE), List.of("ROOM", "RESOURCE")).stream()
        .filter(p -> p.kind() == Kind.ROOM || p.kind() == Kind.RESOURCE)
        .toList();
  }

  private List<Principal> search(List<QName> properties, List<String> texts) {
    Map<String, Principal> found = new LinkedHashMap<>();
    String refused = places.isEmpty() ? "it names nobody" : "";
    boolean answered = false;
    for (Href place : places) {
      for (QName property : properties) {
        for (String text : texts) {
          String why = search(place, property, text, found);
          answered |= why.isEmpty();
          refused = why.isEmpty() ? refused : why;
        }
      }
    }
    if (!answered) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          "The server "
              + client.origin()
              + " has no search for people and rooms: "
              + refused
              + ". Next step: ask for them by their mail address.");
    }
    return List.copyOf(found.values());
  }

  /** Why the server does not answer, or nothing. */
  private String search(Href place, QName property, String text, Map<String, Principal> found) {
    List<String> refused = new ArrayList<>();
    try {
      client.searchPrincipals(
          place,
          property,
          text,
          SHOWN,
          r -> {
            switch (r) {
              case Response.Properties p -> found.putIfAbsent(key(p, place), principal(p));
              case Response.Status s -> refused.add("HTTP status " + s.status());
            }
            return null;
          });
    } catch (DavException e) {
      if (e.kind() != DavException.Kind.STATUS
          || e.status() == 401
          || e.asksForPause()
          || (e.status() >= 500 && e.status() != 501)) {
        throw DavTrouble.of(e);
      }
      refused.add(e.detail());
    }
    return refused.isEmpty() ? "" : refused.getFirst();
  }

  private String key(Response.Properties p, Href place) {
    return client.resolve(p.href(), place).map(h -> h.asCollection().identity()).orElse(p.href());
  }

  private static Principal principal(Response.Properties p) {
    Kind kind =
        switch (p.text(Names.CALENDAR_USER_TYPE).toUpperCase(Locale.ROOT)) {
          case "ROOM" -> Kind.ROOM;
          case "RESOURCE" -> Kind.RESOURCE;
          case "GROUP" -> Kind.GROUP;
          default -> Kind.PERSON;
        };
    List<String> mails = mails(p);
    String name = Excerpt.of(p.text(Names.DISPLAYNAME));
    String id =
        p.get(Names.RESOURCE_ID).stream()
            .flatMap(r -> r.hrefs().stream())
            .findFirst()
            .map(Excerpt::of)
            .orElse("");
    return new Principal(
        name.isEmpty() && !mails.isEmpty() ? mails.getFirst() : name, kind, mails, id);
  }

  /** The mail addresses in the properties of a principal; preferred ones first (Apple). */
  static List<String> mails(Response.Properties p) {
    List<Element> hrefs =
        p.get(Names.ADDRESS_SET).stream().flatMap(s -> s.children(Names.HREF)).toList();
    Stream<String> ofSet =
        Stream.concat(
                hrefs.stream().filter(Principals::isPreferred),
                hrefs.stream().filter(h -> !isPreferred(h)))
            .map(Element::text);
    Stream<String> others =
        Stream.concat(
            p.get(Names.EMAIL_ADDRESS_SET).stream()
                .flatMap(s -> s.children().stream())
                .map(Element::text),
            Stream.of(p.text(Names.SABRE_EMAIL_ADDRESS)));
    Set<String> mails = new LinkedHashSet<>();
    Stream.concat(ofSet.filter(Principals::isMail), others)
        .map(m -> Excerpt.of(m.strip().toLowerCase(Locale.ROOT)))
        .map(m -> m.startsWith("mailto:") ? m.substring(7) : m)
        .filter(m -> m.matches("[^@\\s,;<>]+@[^@\\s,;<>]+"))
        .forEach(mails::add);
    return List.copyOf(mails);
  }

  private static boolean isMail(String href) {
    return href.strip().toLowerCase(Locale.ROOT).startsWith("mailto:");
  }

  private static boolean isPreferred(Element href) {
    return href.attributes().getOrDefault("preferred", "0").equals("1");
  }
}
