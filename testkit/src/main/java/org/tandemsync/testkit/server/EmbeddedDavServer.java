package org.tandemsync.testkit.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A CalDAV/CardDAV server in memory, on 127.0.0.1. It follows the RFCs until a dial is turned.
 *
 * <pre>{@code
 * try (var server = EmbeddedDavServer.start()) {
 *   server.addUser("alice", "alicepw");
 *   DavCollection work = server.calendar("alice", "work");
 *   work.put("1.ics", "BEGIN:VCALENDAR...");
 *   server.dials().loseAnswer = When.every(3).on("PUT");
 *   // a client syncs with server.url()
 *   assertThat(work.names()).containsExactly("1.ics", "2.ics");
 *   assertThat(server.log().count("PUT")).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Paths: {@code /.well-known/caldav} and {@code carddav}, {@code /dav/principals/alice/}, {@code
 * /dav/calendars/alice/work/1.ics}, {@code /dav/addressbooks/alice/book/1.vcf}.
 */
public final class EmbeddedDavServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  static {
    // read once by the JDK, when its server is first used; without it small answers wait 40 ms
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer http;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Dials dials = new Dials();
  private final RequestLog log = new RequestLog();
  private final AtomicLong lastTag = new AtomicLong(0x1000);
  private final Map<String, DavUser> users = new ConcurrentHashMap<>();

  /** Owner and delegate; whether the delegate may write. */
  private final Map<String, Boolean> delegates = new ConcurrentHashMap<>();

  private final ConcurrentSkipListMap<String, DavCollection> collections =
      new ConcurrentSkipListMap<>();

  private EmbeddedDavServer(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    http = HttpServer.create(address, BACKLOG);
    http.setExecutor(workers);
  }

  /** Starts on a free port. */
  public static EmbeddedDavServer start() {
    return start(0);
  }

  /** Starts on a given port; 0 for a free one. */
  public static EmbeddedDavServer start(int port) {
    try {
      var server = new EmbeddedDavServer(port);
      server.http.createContext("/", new DavHandler(new DavService(server), server));
      server.http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a user would point a client: {@code http://127.0.0.1:PORT/}. */
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  public int port() {
    return http.getAddress().getPort();
  }

  public EmbeddedDavServer addUser(String name, String password) {
    users.put(name, DavUser.person(name, password));
    return this;
  }

  /**
   * A room or resource, whose calendar is of this name. Nobody can sign in as it.
   *
   * @param type ROOM or RESOURCE
   * @param resourceId such as {@code urn:uuid:...}, or empty
   */
  public EmbeddedDavServer addRoom(
      String name, String displayName, String type, String resourceId) {
    users.put(
        name,
        new DavUser(name, java.util.UUID.randomUUID().toString(), displayName, type, resourceId));
    return this;
  }

  /** The calendar for events of this name, made when it is missing. */
  public DavCollection calendar(String user, String name) {
    return collection(CollectionKind.CALENDAR, user, name, Set.of("VEVENT"));
  }

  /** The calendar for tasks of this name, made when it is missing. */
  public DavCollection taskList(String user, String name) {
    return collection(CollectionKind.CALENDAR, user, name, Set.of("VTODO"));
  }

  /** The calendar for events and tasks of this name, made when it is missing. */
  public DavCollection mixedCalendar(String user, String name) {
    return collection(CollectionKind.CALENDAR, user, name, Set.of("VEVENT", "VTODO"));
  }

  /** The address book of this name, made when it is missing. */
  public DavCollection addressBook(String user, String name) {
    return collection(CollectionKind.ADDRESS_BOOK, user, name, Set.of());
  }

  /** Lets a user read or write what another one has (calendar-proxy). */
  public EmbeddedDavServer delegate(String owner, String to, boolean mayWrite) {
    delegates.put(owner + "\n" + to, mayWrite);
    return this;
  }

  /** The collections of a user, by path. */
  public List<DavCollection> collections(String user) {
    return collections.values().stream().filter(c -> c.owner().equals(user)).toList();
  }

  public Dials dials() {
    return dials;
  }

  public RequestLog log() {
    return log;
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }

  Optional<DavUser> user(String name) {
    return Optional.ofNullable(users.get(name));
  }

  /** Who let this user in, to write or only to read. */
  List<String> delegatedTo(String user, boolean mayWrite) {
    return delegates.entrySet().stream()
        .filter(e -> e.getKey().endsWith("\n" + user) && e.getValue() == mayWrite)
        .map(e -> e.getKey().substring(0, e.getKey().indexOf('\n')))
        .sorted()
        .toList();
  }

  Optional<DavUser> signedIn(String authorization) {
    return users.values().stream()
        .filter(user -> user.authorization().equals(authorization))
        .findFirst();
  }

  Optional<DavCollection> find(CollectionKind kind, String user, String name) {
    return Optional.ofNullable(collections.get(key(kind, user, name)));
  }

  /** All users and rooms, by name. */
  List<DavUser> users() {
    return users.values().stream().sorted(java.util.Comparator.comparing(DavUser::name)).toList();
  }

  List<DavCollection> home(CollectionKind kind, String user) {
    return collections(user).stream().filter(c -> c.kind() == kind).toList();
  }

  DavCollection collection(CollectionKind kind, String user, String name, Set<String> components) {
    if (!users.containsKey(user)) {
      throw new IllegalArgumentException("no such user: " + user);
    }
    return collections.computeIfAbsent(
        key(kind, user, name),
        key -> {
          var made = new DavCollection(this, kind, user, name, components);
          made.setProperty(Element.text(Names.DISPLAYNAME, name));
          return made;
        });
  }

  void remove(DavCollection collection) {
    collections.remove(key(collection.kind(), collection.owner(), collection.name()));
  }

  /** The tag of a new body after an old one, if there is one. */
  String nextTag(@Nullable DavResource old) {
    if (dials.etags == Dials.EtagStyle.COUNTED) {
      String before = old == null ? "gcs" : old.tag();
      long count = before.equals("gcs") ? 0 : 1 + Long.parseLong(before.substring(3));
      return String.format(Locale.ROOT, "gcs%08d", count);
    }
    return Long.toHexString(lastTag.incrementAndGet());
  }

  /** The ETag of a member as the server gives it; empty when it gives none. */
  String etag(DavResource resource) {
    return switch (dials.etags) {
      case STRONG, COUNTED -> '"' + resource.tag() + '"';
      case WEAK -> "W/\"" + resource.tag() + '"';
      case UNQUOTED, BARE -> resource.tag();
      case NONE -> "";
    };
  }

  /** A member's href as the server spells it. */
  String href(DavCollection collection, String member, boolean inSync) {
    String path = collection.path();
    return switch (dials.hrefs) {
      case ENCODED -> path + Hrefs.encode(member, "");
      case PLAIN_IN_SYNC -> path + (inSync ? member : Hrefs.encode(member, "@"));
      case ABSOLUTE, INTERNAL -> href(path) + Hrefs.encode(member, "");
    };
  }

  /** The href in an error or in the answer to a PROPPATCH. */
  String hrefInError(String path) {
    return dials.escapedUrlsInErrors ? "http%3A//127.0.0.1%3A" + port() + path : href(path);
  }

  /** The href of anything else. */
  String href(String path) {
    return switch (dials.hrefs) {
      case ENCODED, PLAIN_IN_SYNC -> path;
      case ABSOLUTE -> url() + path.substring(1);
      case INTERNAL -> "https://dav.internal.example:8443" + path;
    };
  }

  private static String key(CollectionKind kind, String user, String name) {
    return kind.folder() + "/" + Hrefs.encode(user, "") + "/" + Hrefs.encode(name, "");
  }
}
