package org.tandemsync.dav.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Element;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;

/**
 * What an account offers. Starts at the address of the account, goes on at the well-known addresses
 * if there is no principal or a kind of home is missing, and visits every home.
 */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final List<String> WELL_KNOWN =
      List.of("/.well-known/caldav", "/.well-known/carddav");
  private static final List<QName> HOMES =
      List.of(Names.CALENDAR_HOME_SET, Names.ADDRESSBOOK_HOME_SET);
  private static final List<QName> PROXIES = List.of(Names.PROXY_WRITE_FOR, Names.PROXY_READ_FOR);
  private static final List<QName> ENTRANCE =
      Stream.of(
              Stream.of(Names.CURRENT_USER_PRINCIPAL, Names.PRINCIPAL_URL),
              HOMES.stream(),
              DavCollection.PROPERTIES.stream())
          .flatMap(s -> s)
          .toList();
  private static final List<QName> LISTING =
      Stream.concat(DavCollection.PROPERTIES.stream(), Stream.of(Names.CTAG)).toList();

  private final DavClient client;
  private final Map<String, DavCollection> found = new LinkedHashMap<>();
  private final Set<QName> homesSeen = new LinkedHashSet<>();
  private final Map<QName, Href> firstHomes = new LinkedHashMap<>();
  private final Set<Href> principals = new LinkedHashSet<>();
  private final Set<Href> homes = new LinkedHashSet<>();

  private Discovery(DavClient client) {
    this.client = client;
  }

  /**
   * The collection at this path, if there is one.
   *
   * @throws StoreException if the server cannot be asked
   */
  public static Optional<DavCollection> collection(DavClient client, Href at) {
    try {
      return properties(client, at, LISTING)
          .filter(DavCollection::isCollection)
          .map(p -> DavCollection.of(client, at, p));
    } catch (DavException e) {
      if (isNothing(e)) {
        return Optional.empty();
      }
      throw DavTrouble.of(e);
    }
  }

  /**
   * All collections of the account, those at its address first.
   *
   * @throws StoreException if the server cannot be asked or offers nothing
   */
  public static List<DavCollection> collections(DavClient client) {
    Discovery discovery = looked(client);
    if (discovery.found.isEmpty() && discovery.homesSeen.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          "No calendars or address books were found at "
              + client.url(client.root())
              + ". Check the address: it is the one that the server's documentation gives for"
              + " CalDAV or CardDAV.");
    }
    return List.copyOf(discovery.found.values());
  }

  /** Where the account's collections of a family are, and new ones are to be made. */
  static Optional<Href> home(DavClient client, Family family) {
    QName kind = family == Family.CONTACTS ? Names.ADDRESSBOOK_HOME_SET : Names.CALENDAR_HOME_SET;
    return Optional.ofNullable(looked(client).firstHomes.get(kind));
  }

  private static Discovery looked(DavClient client) {
    Discovery discovery = new Discovery(client);
    try {
      discovery.enter(client.root());
      for (String wellKnown : WELL_KNOWN) {
        if (discovery.homesSeen.size() < HOMES.size()) {
          discovery.enter(Href.ofPath(wellKnown));
        }
      }
      if (discovery.found.isEmpty()) {
        discovery.visitHome(client.root());
      }
      return discovery;
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  /** Looks for a principal, homes and a collection at an address. */
  private void enter(Href at) {
    Optional<Response.Properties> entrance = ask(at, ENTRANCE);
    if (entrance.isEmpty()) {
      return;
    }
    Response.Properties there = entrance.get();
    Href here = client.resolve(there.href(), at).orElse(at);
    if (DavCollection.isCollection(there)) {
      add(DavCollection.of(client, here, there));
    }
    visitHomes(there, here);
    Optional<Href> principal =
        Stream.of(Names.CURRENT_USER_PRINCIPAL, Names.PRINCIPAL_URL)
            .flatMap(name -> there.get(name).stream())
            .flatMap(p -> p.hrefs().stream())
            .flatMap(h -> client.resolve(h, here).stream())
            .findFirst();
    if (principal.isPresent() && principals.add(principal.get())) {
      ask(principal.get(), HOMES).ifPresent(p -> visitHomes(p, principal.get()));
      visitDelegators(principal.get());
    }
  }

  /** Those who let this account in. Google announces it and fails: then there is nobody. */
  private void visitDelegators(Href principal) {
    List<Href> delegators;
    try {
      delegators = delegators(principal);
    } catch (DavException e) {
      LOG.info("nothing is known about delegation: {}", e.getMessage());
      return;
    }
    for (Href delegator : delegators) {
      try {
        ask(delegator, HOMES).ifPresent(p -> visitHomes(p, delegator));
      } catch (DavException e) {
        LOG.warn("what {} shares cannot be listed: {}", delegator, e.getMessage());
      }
    }
  }

  private List<Href> delegators(Href principal) {
    Optional<Response.Properties> delegates = ask(principal, PROXIES);
    return PROXIES.stream()
        .flatMap(name -> delegates.flatMap(d -> d.get(name)).stream())
        .flatMap(p -> p.hrefs().stream())
        .flatMap(h -> client.resolve(h, principal).stream())
        .filter(principals::add)
        .toList();
  }

  private void visitHomes(Response.Properties properties, Href base) {
    for (QName kind : HOMES) {
      List<String> hrefs = properties.get(kind).map(Element::hrefs).orElse(List.of());
      for (String href : hrefs) {
        homesSeen.add(kind);
        Optional<Href> home = client.resolve(href, base);
        if (home.isEmpty()) {
          LOG.warn("{} says that a home is on another host: {}", client.origin(), href);
        } else {
          firstHomes.putIfAbsent(kind, home.get().asCollection());
          visitHome(home.get().asCollection());
        }
      }
    }
  }

  private void visitHome(Href home) {
    if (!homes.add(home)) {
      return;
    }
    try {
      members(home).forEach(this::add);
    } catch (DavException e) {
      if (!isNothing(e)) {
        throw e;
      }
      LOG.warn("a home cannot be listed: {}", e.getMessage());
    }
  }

  private List<DavCollection> members(Href home) {
    return client
        .propfind(
            home,
            Depth.MEMBERS,
            LISTING,
            response ->
                response instanceof Response.Properties p && DavCollection.isCollection(p)
                    ? client
                        .resolve(p.href(), home)
                        .map(h -> DavCollection.of(client, h, p))
                        .orElse(null)
                    : null)
        .rows();
  }

  private void add(DavCollection collection) {
    if (!collection.kind().isEmpty()) {
      found.putIfAbsent(collection.href().identity(), collection);
    }
  }

  /** The properties of one resource, or empty if nothing with DAV is there. */
  private Optional<Response.Properties> ask(Href at, Collection<QName> names) {
    try {
      return properties(client, at, new ArrayList<>(names));
    } catch (DavException e) {
      if (isNothing(e)) {
        LOG.debug("nothing at {}: {}", at, e.getMessage());
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<Response.Properties> properties(
      DavClient client, Href at, List<QName> names) {
    return client
        .propfind(at, Depth.SELF, names, r -> r instanceof Response.Properties p ? p : null)
        .rows()
        .stream()
        .findFirst();
  }

  /** A web page, a 404 or a 405 (Apache before SOGo) only say that this is not the place. */
  private static boolean isNothing(DavException e) {
    return switch (e.kind()) {
      case NOT_UNDERSTOOD, NOT_DAV, REDIRECTED -> true;
      case STATUS -> e.status() != 401 && e.status() != 429 && e.status() < 500;
      case NOT_SENT, LOST, TIMEOUT, TOO_LARGE -> false;
    };
  }
}
