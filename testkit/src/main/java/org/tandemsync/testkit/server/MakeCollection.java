package org.tandemsync.testkit.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** MKCALENDAR (RFC 4791, section 5.3.1) and extended MKCOL (RFC 5689). */
final class MakeCollection {
  private static final Set<String> EVENTS_AND_TASKS = Set.of("VEVENT", "VTODO");
  private final EmbeddedDavServer server;

  MakeCollection(EmbeddedDavServer server) {
    this.server = server;
  }

  DavResponse calendar(DavRequest request, Node node) {
    List<Element> properties =
        request.hasBody() ? properties(request.xml(), Names.caldav("mkcalendar")) : List.of();
    if (!server.dials().mkcalendar) {
      return DavResponse.of(405);
    }
    return make(node, CollectionKind.CALENDAR, properties);
  }

  DavResponse extended(DavRequest request, Node node) {
    if (!request.hasBody()) {
      return DavResponse.text(403, "A home holds calendars or address books only.");
    }
    List<Element> properties = properties(request.xml(), Names.dav("mkcol"));
    Element type =
        properties.stream()
            .filter(property -> property.is(Names.RESOURCETYPE))
            .findFirst()
            .orElseGet(() -> Element.empty(Names.RESOURCETYPE));
    for (CollectionKind kind : CollectionKind.values()) {
      if (type.child(kind.type()).isPresent()) {
        List<Element> kept =
            properties.stream()
                .filter(p -> !server.dials().dropOnMkcol.test(p.name().getLocalPart()))
                .toList();
        return make(node, kind, kept);
      }
    }
    return DavResponse.error(403, Names.dav("valid-resourcetype"));
  }

  private DavResponse make(Node node, CollectionKind kind, List<Element> properties) {
    switch (node) {
      case Node.NoFolder(Node.Home home, String name) when home.kind() == kind -> {
        if (properties.stream()
            .anyMatch(p -> server.dials().refuseOnMake.test(p.name().getLocalPart()))) {
          return DavResponse.text(403, "One of the properties cannot be set.");
        }
        DavCollection made =
            server.collection(kind, home.user().name(), name, components(kind, properties));
        properties.stream()
            .filter(property -> !server.dials().dropOnMake.test(property.name().getLocalPart()))
            .filter(property -> !PropertyValues.PROTECTED.contains(property.name()))
            .forEach(made::setProperty);
        return DavResponse.of(201);
      }
      case Node.Folder there -> {
        return again(there);
      }
      case Node.Nowhere nowhere -> {
        return DavResponse.of(409);
      }
      case Node.NoFolder other -> {
        return misplaced(kind);
      }
      case Node.Place place -> {
        return misplaced(kind);
      }
      case Node.Principal principal -> {
        return misplaced(kind);
      }
      case Node.Home home -> {
        return misplaced(kind);
      }
      case Node.Member member -> {
        return misplaced(kind);
      }
      case Node.NoMember member -> {
        return misplaced(kind);
      }
    }
  }

  private DavResponse again(Node.Folder there) {
    return switch (server.dials().makeAgain) {
      case FORBIDDEN -> DavResponse.error(403, Names.dav("resource-must-be-null"));
      case CONFLICT -> DavResponse.error(409, Names.dav("resource-must-be-null"));
      case NOT_ALLOWED -> DavResponse.of(405);
      case MULTISTATUS -> {
        var answer = new Multistatus(false);
        Element why = Element.empty(Names.dav("resource-must-be-null"));
        answer.status(server.hrefInError(there.path()), 403, why);
        yield answer.done();
      }
    };
  }

  private static DavResponse misplaced(CollectionKind kind) {
    return DavResponse.error(
        403,
        kind == CollectionKind.CALENDAR
            ? Names.caldav("calendar-collection-location-ok")
            : Names.carddav("addressbook-collection-location-ok"));
  }

  private static List<Element> properties(Element root, QName wanted) {
    if (!root.is(wanted)) {
      throw new Refusal(DavResponse.text(400, wanted.getLocalPart() + " is wanted."));
    }
    return root.children(Names.dav("set")).flatMap(s -> PropPatch.properties(s).stream()).toList();
  }

  private static Set<String> components(CollectionKind kind, List<Element> properties) {
    if (kind == CollectionKind.ADDRESS_BOOK) {
      return Set.of();
    }
    return properties.stream()
        .filter(property -> property.is(Names.COMPONENT_SET))
        .findFirst()
        .map(
            set ->
                set.children(Names.caldav("comp"))
                    .map(comp -> comp.attribute("name"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet()))
        .orElse(EVENTS_AND_TASKS);
  }
}
