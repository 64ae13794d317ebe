package org.tandemsync.dav.discovery;

import java.net.IDN;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.dav.client.Origin;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Where a domain's DNS says that its servers are (RFC 6764): SRV records for host and port, TXT for
 * the path. Nothing in DNS is proven; what is found on hosts of other domains is to be confirmed.
 *
 * @param resolver asks name servers
 */
public record ServiceRecords(Resolver resolver) {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceRecords.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
  private static final String PATH = "path=";

  /** The services, those over TLS first; the names are those of RFC 6764 3. */
  private enum Service {
    CALDAVS("_caldavs._tcp", "https", true),
    CARDDAVS("_carddavs._tcp", "https", false),
    CALDAV("_caldav._tcp", "http", true),
    CARDDAV("_carddav._tcp", "http", false);

    private final String name;
    private final String scheme;
    private final boolean calendars;

    Service(String name, String scheme, boolean calendars) {
      this.name = name;
      this.scheme = scheme;
      this.calendars = calendars;
    }
  }

  /**
   * A server.
   *
   * @param url where to begin
   * @param calendars whether for calendars, else for address books
   * @param ofDomain whether its host is one of the domain that was asked for
   */
  public record Server(URI url, boolean calendars, boolean ofDomain) {}

  /** With the name servers of the system, or of the Java property {@code dns.server}. */
  public static ServiceRecords ofSystem() {
    ExtendedResolver resolver = new ExtendedResolver();
    resolver.setTimeout(LONGEST_WAIT);
    resolver.setRetries(2);
    return new ServiceRecords(resolver);
  }

  /**
   * The servers of a domain, the preferred ones first, for calendars and for address books; those
   * without TLS only where there is none with it.
   */
  public List<Server> of(String domain) {
    List<Server> all = new ArrayList<>();
    for (boolean calendars : new boolean[] {true, false}) {
      Stream.of(Service.values())
          .filter(s -> s.calendars == calendars)
          .map(s -> servers(s, domain))
          .filter(found -> !found.isEmpty())
          .findFirst()
          .ifPresent(all::addAll);
    }
    return all;
  }

  private List<Server> servers(Service service, String domain) {
    Optional<Name> name = name(service.name + "." + domain);
    if (name.isEmpty()) {
      return List.of();
    }
    // A weight is for sharing load among many clients; the heaviest first is as good for one.
    List<SRVRecord> records =
        records(name.get(), Type.SRV)
            .filter(r -> r instanceof SRVRecord)
            .map(r -> (SRVRecord) r)
            .filter(r -> !r.getTarget().equals(Name.root)) // RFC 2782: not offered here
            .sorted(
                Comparator.comparingInt(SRVRecord::getPriority)
                    .thenComparing(Comparator.comparingInt(SRVRecord::getWeight).reversed()))
            .toList();
    if (records.isEmpty()) {
      return List.of();
    }
    String path = path(name.get());
    return records.stream().flatMap(r -> server(service, r, path, domain).stream()).toList();
  }

  private static Optional<Server> server(
      Service service, SRVRecord record, String path, String domain) {
    String host = record.getTarget().toString(true);
    int usual = service.scheme.equals("https") ? 443 : 80;
    String port = record.getPort() == usual ? "" : ":" + record.getPort();
    try {
      URI url = URI.create(service.scheme + "://" + host + port + path);
      return Optional.of(new Server(url, service.calendars, of(host, domain)));
    } catch (IllegalArgumentException notAHost) {
      LOG.warn("the DNS of {} names no host: {}", domain, host);
      return Optional.empty();
    }
  }

  private static boolean of(String host, String domain) {
    String plain = host.toLowerCase(Locale.ROOT);
    String of = domain.toLowerCase(Locale.ROOT);
    return plain.equals(of) || plain.endsWith("." + of) || Origin.isSameSite(plain, of);
  }

  /** RFC 6764 4: a TXT record "path=/dav" beside the SRV record; else the well-known addresses. */
  private String path(Name name) {
    return records(name, Type.TXT)
        .filter(r -> r instanceof TXTRecord)
        .flatMap(r -> ((TXTRecord) r).getStrings().stream())
        .filter(t -> t.startsWith(PATH + "/"))
        .map(t -> t.substring(PATH.length()))
        .filter(t -> t.matches("/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*"))
        .findFirst()
        .orElse("/");
  }

  private Stream<Record> records(Name name, int type) {
    Lookup lookup = new Lookup(name, type);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    lookup.setSearchPath((Name[]) null);
    Record[] records = lookup.run();
    if (lookup.getResult() == Lookup.TRY_AGAIN || lookup.getResult() == Lookup.UNRECOVERABLE) {
      LOG.warn("the DNS does not answer about {}: {}", name, lookup.getErrorString());
    }
    return records == null ? Stream.empty() : Stream.of(records);
  }

  private static Optional<Name> name(String text) {
    try {
      return Optional.of(Name.fromString(IDN.toASCII(text) + "."));
    } catch (TextParseException | IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }
}
