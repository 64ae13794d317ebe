package org.tandemsync.dav.discovery;

import java.net.URI;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Element;
import org.tandemsync.dav.client.Excerpt;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Origin;
import org.tandemsync.dav.client.Response;
import org.tandemsync.items.Family;
import org.tandemsync.sync.StoreException;

/**
 * What an account offers. Starts at the address of the account, goes on at the well-known addresses
 * if there is no principal or a kind of home is missing, and visits every home, also on other hosts
 * that may be asked.
 */
public final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final List<String> WELL_KNOWN =
      List.of("/.well-known/caldav", "/.well-known/carddav");
  private static final List<QName> HOMES =
      List.of(Names.CALENDAR_HOME_SET, Names.ADDRESSBOOK_HOME_SET);
  private static final List<QName> PROXIES = List.of(Names.PROXY_WRITE_FOR, Names.PROXY_READ_FOR);
  private static final List<QName> PRINCIPAL =
      Stream.concat(HOMES.stream(), Stream.of(Names.ADDRESS_SET)).toList();
  private static final List<QName> ENTRANCE =
      Stream.of(
              Stream.of(Names.CURRENT_USER_PRINCIPAL, Names.PRINCIPAL_URL),
              HOMES.stream(),
              DavCollection.PROPERTIES.stream())
          .flatMap(s -> s)
          .toList();
  private static final List<QName> LISTING =
      Stream.concat(
              DavCollection.PROPERTIES.stream(),
              Stream.of(Names.CTAG, Names.SYNC_TOKEN, Names.SOURCE))
          .toList();

  /** A place on one of the hosts. */
  private record At(DavClient client, Href href) {
    String key() {
      return client.url(Href.ofPath(href.asCollection().identity()));
    }

    At asCollection() {
      return new At(client, href.asCollection());
    }
  }

  private final Reach reach;
  private final Map<String, DavCollection> found = new LinkedHashMap<>();
  private final Set<QName> homesSeen = new LinkedHashSet<>();
  private final Map<QName, Href> firstHomes = new LinkedHashMap<>();
  private final Set<String> principals = new LinkedHashSet<>();
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<String> homes = new LinkedHashSet<>();
  private final Map<String, Found.Subscription> subscriptions = new LinkedHashMap<>();
  private final Set<URI> elsewhere = new LinkedHashSet<>();

  private Discovery(Reach reach) {
    this.reach = reach;
  }

  /**
   * The collection at this path, if there is one; where the path only leads to it, under the one
   * that it gives itself.
   *
   * @throws StoreException if the server cannot be asked, refuses to say, or speaks of another
   *     address, at which the collection is not
   */
  public static Optional<DavCollection> collection(DavClient client, Href at) {
    try {
      return asked(client, at);
    } catch (DavException e) {
      if (Absence.ofCollection(e)) {
        return Optional.empty();
      }
      throw DavTrouble.of(e);
    }
  }

  /**
   * The same of a path that may be anything: what is refused there is nothing too.
   *
   * @throws StoreException if the server cannot be asked
   */
  static Optional<DavCollection> perhaps(DavClient client, Href at) {
    try {
      return asked(client, at);
    } catch (DavException e) {
      if (Absence.ofAnything(e)) {
        return Optional.empty();
      }
      throw DavTrouble.of(e);
    }
  }

  private static Optional<DavCollection> asked(DavClient client, Href at) {
    return client
        .describe(at, LISTING)
        .filter(there -> DavCollection.isCollection(there.properties()))
        .map(new OwnAddress(client, at, LISTING)::of);
  }

  /**
   * All collections of the account on the host of the client, those at its address first.
   *
   * @throws StoreException if the server cannot be asked or offers nothing
   */
  public static List<DavCollection> collections(DavClient client) {
    return everything(Reach.only(client)).collections();
  }

  /**
   * All that the account offers, on every host that may be asked.
   *
   * @throws StoreException if the server cannot be asked or offers nothing
   */
  public static Found everything(Reach reach) {
    Discovery discovery = looked(reach);
    DavClient start = reach.start();
    if (discovery.found.isEmpty() && discovery.homesSeen.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          "No calendars or address books were found at "
              + start.url(start.root())
              + ". "
              + (discovery.elsewhere.isEmpty()
                  ? "Check the address: it is the one that the server's documentation gives for"
                      + " CalDAV or CardDAV."
                  : "It leads to another host, which did not get the password: "
                      + discovery.elsewhere.iterator().next()
                      + ". If that is the right one, name it."));
    }
    return new Found(
        List.copyOf(discovery.found.values()),
        Set.copyOf(discovery.own),
        new LinkedHashSet<>(discovery.addresses),
        List.copyOf(discovery.subscriptions.values()),
        new LinkedHashSet<>(discovery.elsewhere));
  }

  /**
   * The principal that the account is, if the server names one on its own host.
   *
   * @throws DavException if the server cannot be asked
   */
  public static Optional<Href> principal(DavClient client) {
    Discovery discovery = new Discovery(Reach.only(client));
    return Stream.concat(Stream.of(client.root()), WELL_KNOWN.stream().map(Href::ofPath))
        .flatMap(start -> discovery.principalAt(new At(client, start)).stream())
        .map(At::href)
        .findFirst();
  }

  private Optional<At> principalAt(At at) {
    return ask(at, List.of(Names.CURRENT_USER_PRINCIPAL, Names.PRINCIPAL_URL))
        .flatMap(
            described ->
                follow(at, described.at()).flatMap(here -> principal(described.properties(), here)))
        .filter(principal -> principal.client() == reach.start());
  }

  private Optional<At> principal(Response.Properties there, At here) {
    return Stream.of(Names.CURRENT_USER_PRINCIPAL, Names.PRINCIPAL_URL)
        .flatMap(name -> there.get(name).stream())
        .flatMap(p -> p.hrefs().stream())
        .flatMap(h -> resolve(h, here).stream())
        .findFirst();
  }

  /** Where the account's collections of a family are, and new ones are to be made. */
  static Optional<Href> home(DavClient client, Family family) {
    QName kind = family == Family.CONTACTS ? Names.ADDRESSBOOK_HOME_SET : Names.CALENDAR_HOME_SET;
    return Optional.ofNullable(looked(Reach.only(client)).firstHomes.get(kind));
  }

  private static Discovery looked(Reach reach) {
    Discovery discovery = new Discovery(reach);
    DavClient client = reach.start();
    try {
      discovery.enter(new At(client, client.root()));
      for (String wellKnown : WELL_KNOWN) {
        if (discovery.homesSeen.size() < HOMES.size()) {
          discovery.enter(new At(client, Href.ofPath(wellKnown)));
        }
      }
      if (discovery.found.isEmpty()) {
        discovery.visitHome(new At(client, client.root()));
      }
      return discovery;
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  /** Looks for a principal, homes and a collection at an address. */
  private void enter(At at) {
    Optional<DavClient.Described> entrance = ask(at, ENTRANCE);
    if (entrance.isEmpty()) {
      return;
    }
    Response.Properties there = entrance.get().properties();
    Optional<At> redirected = follow(at, entrance.get().at());
    if (redirected.isEmpty()) {
      return;
    }
    At here = resolve(there.href(), redirected.get()).orElse(redirected.get());
    if (DavCollection.isCollection(there)) {
      add(DavCollection.of(here.client(), here.href(), there));
    }
    visitHomes(there, here);
    Optional<At> principal = principal(there, here);
    if (principal.isPresent() && principals.add(principal.get().key())) {
      own.add(principal.get().href().asCollection().identity());
      ask(principal.get(), PRINCIPAL)
          .ifPresent(
              p -> {
                addressesOf(p.properties());
                visitHomes(p.properties(), principal.get());
              });
      visitDelegators(principal.get());
    }
  }

  /** Where an answer came from, if that is a host that may be asked further. */
  private Optional<At> follow(At asked, URI answered) {
    if (Origin.of(answered).equals(asked.client().origin())) {
      return Optional.of(new At(asked.client(), Href.ofPath(path(answered))));
    }
    return resolve(answered.toString(), asked);
  }

  /** RFC 6638 2.4.1: mailto: addresses among others. */
  private void addressesOf(Response.Properties principal) {
    principal.get(Names.ADDRESS_SET).stream()
        .flatMap(s -> s.hrefs().stream())
        .map(String::strip)
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith("mailto:"))
        .map(h -> Excerpt.of(h.substring("mailto:".length())).toLowerCase(Locale.ROOT))
        .filter(h -> h.matches("[^@\\s,;<>]+@[^@\\s,;<>]+"))
        .forEach(addresses::add);
  }

  /** Those who let this account in. Google announces it and fails: then there is nobody. */
  private void visitDelegators(At principal) {
    List<At> delegators;
    try {
      delegators = delegators(principal);
    } catch (DavException e) {
      LOG.info("nothing is known about delegation: {}", e.getMessage());
      return;
    }
    for (At delegator : delegators) {
      try {
        ask(delegator, HOMES).ifPresent(p -> visitHomes(p.properties(), delegator));
      } catch (DavException e) {
        LOG.warn("what {} shares cannot be listed: {}", delegator.href(), e.getMessage());
      }
    }
  }

  private List<At> delegators(At principal) {
    Optional<DavClient.Described> delegates = ask(principal, PROXIES);
    return PROXIES.stream()
        .flatMap(name -> delegates.flatMap(d -> d.properties().get(name)).stream())
        .flatMap(p -> p.hrefs().stream())
        .flatMap(h -> resolve(h, principal).stream())
        .filter(at -> principals.add(at.key()))
        .toList();
  }

  private void visitHomes(Response.Properties properties, At base) {
    for (QName kind : HOMES) {
      List<String> hrefs = properties.get(kind).map(Element::hrefs).orElse(List.of());
      for (String href : hrefs) {
        homesSeen.add(kind);
        Optional<At> home = resolve(href, base);
        if (home.isEmpty()) {
          LOG.warn("{} says that a home is on another host: {}", base.client().origin(), href);
        } else {
          At there = home.get().asCollection();
          if (there.client() == reach.start()) {
            firstHomes.putIfAbsent(kind, there.href());
          }
          visitHome(there);
        }
      }
    }
  }

  private void visitHome(At home) {
    if (!homes.add(home.key())) {
      return;
    }
    try {
      members(home).forEach(this::add);
    } catch (DavException e) {
      if (!Absence.ofAnything(e)) {
        throw e;
      }
      LOG.warn("a home cannot be listed: {}", e.getMessage());
    }
  }

  private List<DavCollection> members(At home) {
    return home.client().propfind(home.href(), Depth.MEMBERS, LISTING, r -> member(r, home)).rows();
  }

  private @Nullable DavCollection member(Response response, At home) {
    if (!(response instanceof Response.Properties p)) {
      return null;
    }
    if (DavCollection.isCollection(p)) {
      Href path = home.client().located(p.href(), home.href());
      return home.client()
          .resolve(p.href(), home.href())
          .or(() -> Optional.of(path).filter(home.href()::holds))
          .map(h -> DavCollection.of(home.client(), h, p))
          .orElse(null);
    }
    DavCollection.subscription(p).ifPresent(s -> subscriptions.putIfAbsent(p.href(), s));
    return null;
  }

  private void add(DavCollection collection) {
    if (!collection.kind().isEmpty()) {
      found.putIfAbsent(
          Origin.of(URI.create(collection.url())) + collection.href().identity(), collection);
    }
  }

  /** What an href means; on another host only if that may be asked. */
  private Optional<At> resolve(String href, At base) {
    Optional<Href> here = base.client().resolve(href, base.href());
    if (here.isPresent()) {
      return here.map(h -> new At(base.client(), h));
    }
    try {
      URI url = URI.create(href.strip());
      Optional<DavClient> client =
          Origin.of(url).equals(reach.start().origin())
              ? Optional.of(reach.start())
              : reach.at(url);
      if (client.isEmpty()) {
        elsewhere.add(url);
      }
      return client.map(c -> new At(c, Href.ofPath(path(url))));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String path(URI url) {
    return url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
  }

  /** The properties of one resource, or empty if nothing with DAV is there. */
  private Optional<DavClient.Described> ask(At at, List<QName> names) {
    try {
      return at.client().describe(at.href(), new ArrayList<>(names));
    } catch (DavException e) {
      if (Absence.ofAnything(e)) {
        LOG.debug("nothing at {}: {}", at.href(), e.getMessage());
        return Optional.empty();
      }
      if (isForeign(e, at.client())) {
        elsewhere.add(URI.create(e.url()));
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A redirect led to a host that wants to know who asks, and is not told. */
  private static boolean isForeign(DavException e, DavClient client) {
    return e.kind() == DavException.Kind.STATUS
        && e.status() == 401
        && !client.origin().trusts(Origin.of(URI.create(e.url())));
  }
}
