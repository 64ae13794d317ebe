package org.tandemsync.dav.client;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * One account on one server. Safe for use by many threads; requests block, so that virtual threads
 * are the way to have several under way.
 *
 * <p>PROPFIND, REPORT, GET and HEAD are sent again if the connection breaks; PUT and DELETE never
 * are. Redirects are followed with the same method and body.
 */
public final class DavClient implements AutoCloseable {
  private static final String XML = "application/xml; charset=utf-8";
  private static final String ANY_XML = "application/xml, text/xml";
  private static final String ENCODING = "Accept-Encoding";
  private static final String PLAIN = "identity";

  private final Origin origin;
  private final Href root;
  private final DavSettings settings;
  private final Transport transport;

  /**
   * @param url the address of the account: its origin is the only one that credentials are sent to
   */
  public DavClient(URI url, Credentials credentials, DavSettings settings) {
    this.origin = Origin.of(url);
    String path = url.getRawPath();
    this.root = Href.ofPath(path == null || path.isEmpty() ? "/" : path);
    this.settings = settings;
    this.transport = new Transport(origin, credentials, settings);
  }

  public Origin origin() {
    return origin;
  }

  /** The path of the address of the account. */
  public Href root() {
    return root;
  }

  public DavSettings settings() {
    return settings;
  }

  /** What an href in an answer means; empty if it is on another origin. */
  public Optional<Href> resolve(String href, Href base) {
    return Href.parse(href, origin, base);
  }

  /**
   * What an href in an answer about resources of this server means: its path here, whatever host it
   * names. A server behind a proxy that does not pass the host on knows itself by another name, or
   * as http. Nothing is asked of that host.
   */
  public Href located(String href, Href base) {
    return Href.path(href, base);
  }

  /** The URL of a path, for messages. */
  public String url(Href href) {
    return origin + href.path();
  }

  /** Asks for properties (RFC 4918 9.1). */
  public <R> MultiStatus<R> propfind(
      Href target, Depth depth, List<QName> properties, Function<Response, @Nullable R> each) {
    return multistatus(
        "PROPFIND",
        target,
        depth,
        RequestBody.propfind(properties),
        settings.maxListingBytes(),
        false,
        each);
  }

  /** Asks for all properties that clients have stored, and some others (RFC 4918 9.1). */
  public <R> MultiStatus<R> everything(
      Href target, Depth depth, Function<Response, @Nullable R> each) {
    byte[] body = RequestBody.allProperties();
    return multistatus("PROPFIND", target, depth, body, settings.maxListingBytes(), false, each);
  }

  /**
   * The properties of one resource and where it is: a redirect may lead to another host.
   *
   * @param at the absolute address that answered
   */
  public record Described(URI at, Response.Properties properties) {}

  /**
   * Asks for properties of a resource itself; empty if the answer has none. If it has those of
   * several, the ones of what was asked.
   */
  public Optional<Described> describe(Href target, List<QName> properties) {
    Map<String, String> headers = Map.of("Depth", Depth.SELF.header(), "Accept", ANY_XML);
    byte[] body = RequestBody.propfind(properties);
    Request request =
        new Request("PROPFIND", target, true, headers, body, XML, settings.maxBatchBytes());
    return transport.send(
        request,
        (response, content, at) ->
            Answers.multistatus(
                    "PROPFIND",
                    response,
                    content,
                    at,
                    settings,
                    false,
                    r -> r instanceof Response.Properties p ? p : null)
                .rows()
                .stream()
                .min(
                    Comparator.comparing(
                        (Response.Properties p) -> !located(p.href(), at.href()).isSame(at.href())))
                .map(p -> new Described(URI.create(at.toString()), p)));
  }

  /**
   * What changed since a token, or everything (RFC 6578 3.2).
   *
   * @param bodies whether the properties are large, because they hold whole resources
   */
  public <R> MultiStatus<R> syncCollection(
      Href target,
      Optional<SyncToken> since,
      List<QName> properties,
      boolean bodies,
      Function<Response, @Nullable R> each) {
    return multistatus(
        "REPORT",
        target,
        Depth.SELF,
        RequestBody.syncCollection(since, properties),
        settings.maxListingBytes(),
        bodies,
        each);
  }

  /**
   * All members that are of a kind, without a time range (RFC 4791 7.8, RFC 6352 8.6).
   *
   * @param component {@code VEVENT} or {@code VTODO}; empty for an address book
   */
  public <R> MultiStatus<R> query(
      Href target, String component, List<QName> properties, Function<Response, @Nullable R> each) {
    return multistatus(
        "REPORT",
        target,
        Depth.MEMBERS,
        RequestBody.query(component, properties),
        settings.maxListingBytes(),
        false,
        each);
  }

  /**
   * Members with a UID, or whose UID contains it, and perhaps in another case (RFC 4791 7.8.6, RFC
   * 6352 8.6.3). A server that does not understand the filter may answer with all.
   *
   * @param component as of {@link #query}
   */
  public <R> MultiStatus<R> withUid(
      Href target, String component, String uid, Function<Response, @Nullable R> each) {
    return multistatus(
        "REPORT",
        target,
        Depth.MEMBERS,
        RequestBody.withUid(component, uid),
        settings.maxListingBytes(),
        false,
        each);
  }

  /**
   * Several members of a collection (RFC 4791 7.9, RFC 6352 8.7).
   *
   * @param report {@link Names#CALENDAR_MULTIGET} or {@link Names#ADDRESSBOOK_MULTIGET}
   */
  public <R> MultiStatus<R> multiget(
      QName report,
      Href target,
      List<Href> members,
      List<QName> properties,
      Function<Response, @Nullable R> each) {
    return multistatus(
        "REPORT",
        target,
        Depth.MEMBERS,
        RequestBody.multiget(report, members, properties),
        members.size() == 1 ? 2 * settings.maxResourceBytes() : settings.maxBatchBytes(),
        true,
        each);
  }

  private <R> MultiStatus<R> multistatus(
      String method,
      Href target,
      Depth depth,
      byte[] body,
      long maxBytes,
      boolean bodies,
      Function<Response, @Nullable R> each) {
    Map<String, String> headers = Map.of("Depth", depth.header(), "Accept", ANY_XML);
    Request request = new Request(method, target, true, headers, body, XML, maxBytes);
    return transport.send(
        request,
        (response, content, at) ->
            Answers.multistatus(method, response, content, at, settings, bodies, each));
  }

  /**
   * Fetches a resource, not compressed: the tag of a compressed one is another (RFC 9110 8.8.3.3;
   * {@code W/"1"} of nginx, {@code "1-gzip"} of Apache). A status of failure is in the answer.
   */
  public Answer get(Href target) {
    Map<String, String> headers = Map.of(ENCODING, PLAIN);
    return transport.send(
        new Request("GET", target, true, headers, null, "", settings.maxResourceBytes()),
        (response, body, at) -> Answers.whole(response, body, at, settings));
  }

  /** A web page where the answer to a write or a resource was expected. */
  public DavException noDav(String method, Href target, Answer answer) {
    String type = answer.body().type();
    return new DavException(
        DavException.Kind.NOT_DAV,
        method,
        url(target),
        "answered " + answer.status() + (type.isEmpty() ? "" : " with " + type) + ", no DAV server",
        null);
  }

  /**
   * A multi-status that says nothing about what was asked.
   *
   * @param said an href of it
   */
  public DavException elsewhere(String method, Href target, String said) {
    return new DavException(
        DavException.Kind.ELSEWHERE,
        method,
        url(target),
        "the answer is about " + Excerpt.of(said),
        null);
  }

  /** An answer of failure as the exception that it is for the account as a whole. */
  public DavException refused(String method, Href target, Answer answer) {
    return new DavException(method, url(target), answer);
  }

  /** Stores a resource. A status of failure is in the answer. */
  public Answer put(Href target, Condition condition, byte[] body, String mediaType) {
    return write("PUT", target, condition, body, mediaType);
  }

  /**
   * Replaces all that a collection holds, where the server takes that (Radicale). It may take its
   * time: for the answer is waited as long as an answer may take as a whole.
   */
  public Answer putCollection(Href target, Condition.Unchanged condition, byte[] body) {
    Request request =
        new Request(
            "PUT",
            target,
            false,
            Map.of("If-Match", condition.tag().text()),
            body,
            "text/vcard; charset=utf-8",
            settings.maxResourceBytes(),
            true);
    return transport.send(
        request, (response, content, at) -> Answers.ofWrite(response, content, at, settings));
  }

  /** Removes a resource. A status of failure is in the answer. */
  public Answer delete(Href target, Condition condition) {
    return write("DELETE", target, condition, null, "");
  }

  /**
   * Moves a resource to where nothing is (RFC 4918 9.9). A status of failure is in the answer; 412:
   * something is there.
   *
   * @param to on the same server
   */
  public Answer move(Href target, Href to) {
    Map<String, String> headers = Map.of("Destination", url(to), "Overwrite", "F");
    Request request =
        new Request("MOVE", target, false, headers, null, "", settings.maxResourceBytes());
    return transport.send(
        request, (response, content, at) -> Answers.ofWrite(response, content, at, settings));
  }

  /**
   * Makes a calendar (RFC 4791 5.3.1). A status of failure is in the answer; 405: something is
   * there, or the server has no such method.
   */
  public Answer makeCalendar(Href target, NewProperties properties) {
    byte[] body = RequestBody.makeCalendar(properties);
    return write("MKCALENDAR", target, new Condition.None(), body, XML);
  }

  /**
   * Makes a collection of a type (RFC 5689). A status of failure is in the answer; 405: something
   * is there.
   *
   * @param type {@link Names#ADDRESSBOOK} or {@link Names#CALENDAR}
   */
  public Answer makeCollection(Href target, QName type, NewProperties properties) {
    byte[] body = RequestBody.makeCollection(type, properties);
    return write("MKCOL", target, new Condition.None(), body, XML);
  }

  /**
   * Sets a property of a collection (RFC 4918 9.2). A status of failure is in the answer, also
   * where the server tells it inside of a 207.
   */
  public Answer setProperty(Href target, QName name, String value) {
    byte[] body = RequestBody.setProperty(name, value);
    return write("PROPPATCH", target, new Condition.None(), body, XML);
  }

  /** The same for several, on a server that takes all or none (Radicale). */
  public Answer setProperties(Href target, Map<QName, String> values) {
    byte[] body = RequestBody.setProperties(values);
    return write("PROPPATCH", target, new Condition.None(), body, XML);
  }

  /** Those who have a text in a property (RFC 3744 9.4). */
  public <R> MultiStatus<R> searchPrincipals(
      Href target,
      QName property,
      String text,
      List<QName> properties,
      Function<Response, @Nullable R> each) {
    byte[] body = RequestBody.principalSearch(property, text, properties);
    return multistatus("REPORT", target, Depth.SELF, body, settings.maxListingBytes(), false, each);
  }

  /**
   * The time that a calendar takes up, as iCalendar (RFC 4791 7.10). A status of failure is in the
   * answer.
   */
  public Answer freeBusy(Href target, Instant from, Instant to) {
    // Xandikos looks at no event without a depth
    Map<String, String> headers = Map.of("Depth", Depth.MEMBERS.header());
    byte[] body = RequestBody.freeBusy(from, to);
    Request request =
        new Request("REPORT", target, true, headers, body, XML, settings.maxResourceBytes());
    return transport.send(
        request, (response, content, at) -> Answers.whole(response, content, at, settings));
  }

  /** Asks for the times of others in a scheduling outbox (RFC 6638 5). It changes nothing there. */
  public ScheduleAnswer schedule(Href outbox, byte[] request) {
    return transport.send(
        new Request(
            "POST",
            outbox,
            true,
            Map.of("Accept", ANY_XML),
            request,
            "text/calendar; charset=utf-8",
            settings.maxBatchBytes()),
        (response, content, at) -> Answers.scheduled(response, content, at, settings));
  }

  private Answer write(
      String method, Href target, Condition condition, byte @Nullable [] body, String mediaType) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (method.equals("PUT")) {
      headers.put("Prefer", "return=representation"); // RFC 8144: what became of it, if rewritten
      headers.put(ENCODING, PLAIN); // and with its own tag
    }
    switch (condition) {
      case Condition.None none -> {}
      case Condition.NothingThere nothing -> headers.put("If-None-Match", "*");
      case Condition.Unchanged unchanged ->
          headers.put(
              "If-Match", unchanged.quoted() ? unchanged.tag().text() : unchanged.tag().opaque());
      case Condition.SameSchedule same -> headers.put("If-Schedule-Tag-Match", same.tag());
    }
    Request request =
        new Request(method, target, false, headers, body, mediaType, settings.maxResourceBytes());
    return transport.send(
        request, (response, content, at) -> Answers.ofWrite(response, content, at, settings));
  }

  @Override
  public void close() {
    transport.close();
  }
}
