package org.tandemsync.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import javax.xml.namespace.QName;

/** REPORT: queries and multigets of both kinds, and sync-collection. */
final class Reports {
  private final EmbeddedDavServer server;
  private final PropertyValues values;

  Reports(EmbeddedDavServer server, PropertyValues values) {
    this.server = server;
    this.values = values;
  }

  DavResponse handle(DavRequest request, Node node) {
    if (node instanceof Node.Place(String path)
        && path.equals("/dav/principals/")
        && request.xml().is(Names.dav("principal-property-search"))) {
      return new PrincipalSearch(server, values).answer(request.xml());
    }
    if (!(node instanceof Node.Folder(DavCollection collection))) {
      boolean exists =
          node instanceof Node.Member
              || node instanceof Node.Home
              || node instanceof Node.Place
              || node instanceof Node.Principal;
      return exists ? unsupported() : DavResponse.of(404);
    }
    Element root = request.xml();
    boolean calendar = collection.kind() == CollectionKind.CALENDAR;
    if (root.is(Names.dav("sync-collection")) && server.dials().syncCollection) {
      return syncCollection(request, root, collection);
    }
    if (root.is(Names.caldav("calendar-multiget")) && calendar) {
      return multiget(root, collection);
    }
    if (root.is(Names.carddav("addressbook-multiget")) && !calendar) {
      return multiget(root, collection);
    }
    if (root.is(Names.caldav("free-busy-query")) && calendar) {
      return new Outbox(server).query(root, collection);
    }
    if (root.is(Names.caldav("calendar-query")) && calendar) {
      return query(request, root, collection, CalendarFilter.of(root));
    }
    if (root.is(Names.carddav("addressbook-query")) && !calendar) {
      return query(request, root, collection, AddressFilter.of(root));
    }
    return unsupported();
  }

  private static DavResponse unsupported() {
    return DavResponse.error(403, Names.dav("supported-report"));
  }

  private DavResponse query(
      DavRequest request, Element root, DavCollection collection, Predicate<Component> filter) {
    List<QName> asked = asked(root);
    int limit = limit(root, Names.carddav("limit"), Names.carddav("nresults"));
    var answer = new Multistatus(server.dials().rawCarriageReturns);
    if (!request.header("Depth").orElse("0").equals("1")) {
      return answer.done(); // nothing but the collection itself is in scope (RFC 4791, 7.8)
    }
    if (server.dials().queriesNameTheCollection) {
      answer.properties(
          server.href(collection.path()), List.of(Element.text(Names.GETETAG, "\"1\"")), List.of());
    }
    int rows = 0;
    boolean whole = !searches(root);
    for (DavResource resource : collection.snapshot()) {
      if ((whole && server.dials().dropRow.test(resource.name()))
          || resource.parsed().filter(filter).isEmpty()) {
        continue;
      }
      if (limit > 0 && rows == limit) {
        answer.status(server.href(collection.path()), 507);
        break;
      }
      rows++;
      row(answer, collection, resource, asked, false);
    }
    return answer.done();
  }

  /** Whether a query asks for a property, and not for all of a kind. */
  private static boolean searches(Element query) {
    return query
            .children(Names.carddav("filter"))
            .anyMatch(f -> has(f, Names.carddav("prop-filter")))
        || query.children(Names.caldav("filter")).anyMatch(Reports::searchesComponents);
  }

  private static boolean searchesComponents(Element filter) {
    return has(filter, Names.caldav("prop-filter"))
        || filter.children(Names.caldav("comp-filter")).anyMatch(Reports::searchesComponents);
  }

  private static boolean has(Element filter, QName name) {
    return filter.child(name).isPresent();
  }

  private DavResponse multiget(Element root, DavCollection collection) {
    List<QName> asked = asked(root);
    var answer = new Multistatus(server.dials().rawCarriageReturns);
    root.children(Names.dav("href"))
        .forEach(href -> multigetRow(answer, collection, asked, href.text().strip()));
    return answer.done();
  }

  private void multigetRow(
      Multistatus answer, DavCollection collection, List<QName> asked, String href) {
    Optional<List<String>> segments = Hrefs.segments(href);
    Node node =
        segments
            .map(decoded -> DavService.resolve(server, decoded, href.endsWith("/")))
            .orElseGet(() -> new Node.Nowhere(href));
    boolean raw = href.chars().anyMatch(c -> c > '~');
    if (raw && server.dials().rawHrefsMissing) {
      answer.status(server.href(collection.path()), 404);
    } else if (node instanceof Node.Member(DavCollection in, DavResource resource)
        && in == collection) {
      if (!server.dials().dropFromMultiget.test(resource.name())) {
        row(answer, collection, resource, asked, false);
      }
    } else {
      answer.status(href, 404);
    }
  }

  private DavResponse syncCollection(DavRequest request, Element root, DavCollection collection) {
    Dials dials = server.dials();
    String level = root.child(Names.dav("sync-level")).map(e -> e.text().strip()).orElse("1");
    if (!request.header("Depth").orElse("0").equals("0")) {
      return DavResponse.text(400, "sync-collection wants Depth 0.");
    }
    if (!level.equals("1")) {
      return DavResponse.error(403, Names.dav("sync-traversal-supported"));
    }
    String token = root.child(Names.SYNC_TOKEN).map(e -> e.text().strip()).orElse("");
    OptionalLong since = token.isEmpty() ? OptionalLong.of(0) : collection.revisionOf(token);
    if (token.isEmpty() && dials.emptyIsMissing && collection.size() == 0) {
      return DavResponse.of(404);
    }
    if (since.isEmpty()) {
      switch (dials.expiredToken) {
        case FORBIDDEN -> {
          return DavResponse.error(403, Names.dav("valid-sync-token"));
        }
        case CONFLICT -> {
          return DavResponse.error(409, Names.dav("valid-sync-token"));
        }
        case GONE -> {
          return DavResponse.of(410);
        }
        case PRECONDITION_FAILED -> {
          return DavResponse.of(412);
        }
        case SERVER_ERROR -> {
          return DavResponse.text(500, "Internal Server Error");
        }
        case EVERYTHING -> {
          // falls to the whole history
        }
      }
    }
    long from = Math.max(0, since.orElse(0) - (token.isEmpty() ? 0 : dials.syncRepeats));
    boolean whole = token.isEmpty() || since.isEmpty();
    boolean withDeleted = token.isEmpty() ? dials.firstSyncNamesDeleted : true;
    int limit = dials.obeyLimit ? limit(root, Names.dav("limit"), Names.dav("nresults")) : 0;
    int page = dials.pageSize;
    int rows = limit > 0 && page > 0 ? Math.min(limit, page) : Math.max(limit, page);
    return changes(
        collection, asked(root), collection.changesSince(from, withDeleted, rows), whole);
  }

  private DavResponse changes(
      DavCollection collection, List<QName> asked, DavCollection.Changes changes, boolean whole) {
    var answer = new Multistatus(server.dials().rawCarriageReturns);
    for (DavCollection.Change change : changes.changes()) {
      Predicate<String> untold = whole ? server.dials().dropRow : server.dials().forgetChange;
      if (untold.test(change.name())) {
        continue;
      }
      if (change.resource() == null) {
        answer.status(server.href(collection, change.name(), true), 404);
      } else {
        row(answer, collection, change.resource(), asked, true);
      }
    }
    if (changes.more()) {
      answer.status(
          server.href(collection.path()),
          507,
          Element.empty(Names.dav("number-of-matches-within-limits")));
    }
    answer.syncToken(changes.token());
    return answer.done();
  }

  private void row(
      Multistatus answer,
      DavCollection collection,
      DavResource resource,
      List<QName> asked,
      boolean inSync) {
    var node = new Node.Member(collection, resource);
    List<Element> found = new ArrayList<>();
    List<QName> missing = new ArrayList<>();
    for (QName name : asked) {
      boolean data = name.equals(Names.CALENDAR_DATA) || name.equals(Names.ADDRESS_DATA);
      boolean given = !inSync || !data || server.dials().bodiesInSync;
      Element value = given ? values.value(node, name, null) : null;
      if (value == null) {
        missing.add(name);
      } else {
        found.add(value);
      }
    }
    String href = server.href(collection, resource.name(), inSync);
    if (inSync && server.dials().statusBesideProperties) {
      answer.propertiesAndStatus(href, 201, found);
    } else {
      answer.properties(href, found, missing);
    }
  }

  private static List<QName> asked(Element root) {
    return root.child(Names.dav("prop"))
        .map(prop -> prop.children().stream().map(Element::name).toList())
        .orElse(List.of());
  }

  private static int limit(Element root, QName limit, QName count) {
    Optional<String> given =
        root.child(limit).flatMap(e -> e.child(count)).map(e -> e.text().strip());
    if (given.isEmpty()) {
      return 0;
    }
    if (!given.get().matches("[1-9][0-9]{0,8}")) {
      throw new Refusal(DavResponse.text(400, "nresults must be a positive number."));
    }
    return Integer.parseInt(given.get());
  }
}
