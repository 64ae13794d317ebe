package org.tandemsync.testkit.server;

import java.util.List;
import java.util.Optional;

/** Answers requests as the RFCs have it: signing in, finding what the path means, the method. */
final class DavService {
  static final String METHODS =
      "OPTIONS, GET, HEAD, PUT, DELETE, MOVE, PROPFIND, PROPPATCH, REPORT, MKCALENDAR, MKCOL";

  private final EmbeddedDavServer server;
  private final PropFind propFind;
  private final PropPatch propPatch;
  private final MakeCollection makeCollection;
  private final Members members;
  private final Reports reports;

  DavService(EmbeddedDavServer server) {
    this.server = server;
    PropertyValues values = new PropertyValues(server);
    propFind = new PropFind(server, values);
    propPatch = new PropPatch(server);
    makeCollection = new MakeCollection(server);
    members = new Members(server);
    reports = new Reports(server, values);
  }

  DavResponse handle(DavRequest request) {
    try {
      return answer(request);
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }

  private DavResponse answer(DavRequest request) {
    String path = request.path();
    if (path.equals("/.well-known/caldav") || path.equals("/.well-known/carddav")) {
      Dials dials = server.dials();
      return dials.wellKnown.isEmpty()
          ? DavResponse.of(404)
          : DavResponse.of(dials.wellKnownStatus).with("Location", dials.wellKnown);
    }
    if (request.method().equals("OPTIONS")) {
      return DavResponse.of(200).with("DAV", capabilities()).with("Allow", METHODS);
    }
    DavUser user =
        request
            .header("Authorization")
            .flatMap(server::signedIn)
            .orElseThrow(() -> new Refusal(unauthorized(server.dials().challenge)));
    Node node = allowed(user, resolve(path));
    if (server.dials().listsWantUserAgent
        && request.header("User-Agent").isEmpty()
        && request.header("Content-Type").orElse("").startsWith("text/x-vlist")) {
      return DavResponse.of(404);
    }
    return switch (request.method()) {
      case "PROPFIND" -> propFind.handle(request, node, user);
      case "PROPPATCH" -> propPatch.handle(request, node);
      case "REPORT" -> reports.handle(request, node);
      case "MKCALENDAR" -> makeCollection.calendar(request, node);
      case "MKCOL" -> makeCollection.extended(request, node);
      case "GET", "HEAD" -> members.get(request, node);
      case "POST" -> new Outbox(server).post(request, user);
      case "PUT" -> members.put(request, node);
      case "DELETE" -> members.delete(request, node);
      case "MOVE" ->
          server.dials().moves
              ? members.move(request, node, destination(request, user))
              : DavResponse.of(405).with("Allow", METHODS);
      default -> DavResponse.of(405).with("Allow", METHODS);
    };
  }

  private Node destination(DavRequest request, DavUser user) {
    String header = request.header("Destination").orElseThrow(() -> refusal(400));
    return allowed(user, resolve(java.net.URI.create(header).getRawPath()));
  }

  private static Refusal refusal(int status) {
    return new Refusal(DavResponse.of(status));
  }

  private String capabilities() {
    return "1, 3, access-control, calendar-access, addressbook, extended-mkcol"
        + (server.dials().syncCollection ? ", sync-collection" : "");
  }

  static DavResponse unauthorized(String challenge) {
    return DavResponse.text(401, "Sign in.").with("WWW-Authenticate", challenge);
  }

  /** Users see their own things, and those of who let them in. */
  private Node allowed(DavUser user, Node node) {
    String owner =
        switch (node) {
          case Node.Principal principal -> principal.user().name();
          case Node.Home home -> home.user().name();
          case Node.Folder folder -> folder.collection().owner();
          case Node.Member member -> member.collection().owner();
          case Node.NoMember member -> member.collection().owner();
          case Node.NoFolder folder -> folder.home().user().name();
          case Node.Place place -> user.name();
          case Node.Nowhere nowhere -> user.name();
        };
    boolean letIn =
        server.delegatedTo(user.name(), true).contains(owner)
            || server.delegatedTo(user.name(), false).contains(owner);
    if (!owner.equals(user.name()) && !letIn) {
      throw new Refusal(DavResponse.text(403, "This belongs to someone else."));
    }
    return node;
  }

  private Node resolve(String path) {
    Optional<List<String>> decoded = Hrefs.segments(path);
    if (decoded.isEmpty()) {
      throw new Refusal(DavResponse.text(400, "The path cannot be decoded."));
    }
    return resolve(server, decoded.get(), path.endsWith("/"));
  }

  /**
   * What decoded segments mean.
   *
   * @param asFolder whether the path had a slash at its end
   */
  static Node resolve(EmbeddedDavServer server, List<String> segments, boolean asFolder) {
    Node nowhere = new Node.Nowhere("/" + String.join("/", segments));
    if (segments.isEmpty()) {
      return new Node.Place("/");
    }
    if (!segments.getFirst().equals("dav")) {
      return nowhere;
    }
    if (segments.size() == 1) {
      return new Node.Place("/dav/");
    }
    String area = segments.get(1);
    boolean principals = area.equals("principals");
    Optional<CollectionKind> kind =
        List.of(CollectionKind.values()).stream().filter(k -> k.folder().equals(area)).findFirst();
    if (!principals && kind.isEmpty()) {
      return nowhere;
    }
    if (segments.size() == 2) {
      return new Node.Place("/dav/" + area + "/");
    }
    Optional<DavUser> user = server.user(segments.get(2));
    if (user.isEmpty() || (principals && segments.size() > 3)) {
      return nowhere;
    }
    if (principals) {
      return new Node.Principal(user.get());
    }
    return inHome(server, new Node.Home(user.get(), kind.orElseThrow()), segments, asFolder);
  }

  private static Node inHome(
      EmbeddedDavServer server, Node.Home home, List<String> segments, boolean asFolder) {
    if (segments.size() == 3) {
      return home;
    }
    Optional<DavCollection> found = server.find(home.kind(), home.user().name(), segments.get(3));
    if (segments.size() == 4) {
      return found
          .<Node>map(Node.Folder::new)
          .orElseGet(() -> new Node.NoFolder(home, segments.get(3)));
    }
    if (segments.size() > 5 || found.isEmpty() || asFolder) {
      return new Node.Nowhere("/" + String.join("/", segments));
    }
    DavCollection collection = found.get();
    return collection
        .member(segments.get(4))
        .<Node>map(resource -> new Node.Member(collection, resource))
        .orElseGet(() -> new Node.NoMember(collection, segments.get(4)));
  }
}
