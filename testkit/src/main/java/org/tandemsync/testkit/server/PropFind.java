package org.tandemsync.testkit.server;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;

/** PROPFIND (RFC 4918, section 9.1). Depth infinity is refused. */
final class PropFind {
  private final EmbeddedDavServer server;
  private final PropertyValues values;

  PropFind(EmbeddedDavServer server, PropertyValues values) {
    this.server = server;
    this.values = values;
  }

  DavResponse handle(DavRequest request, Node node, DavUser user) {
    switch (node) {
      case Node.NoMember none -> throw new Refusal(DavResponse.of(404));
      case Node.NoFolder none -> throw new Refusal(DavResponse.of(404));
      case Node.Nowhere none -> throw new Refusal(DavResponse.of(404));
      case Node.Place there -> {}
      case Node.Principal there -> {}
      case Node.Home there -> {}
      case Node.Folder there -> {}
      case Node.Member there -> {}
    }
    String depth = request.header("Depth").orElse("infinity");
    if (server.dials().emptyIsMissing
        && depth.equals("1")
        && node instanceof Node.Folder(DavCollection empty)
        && empty.size() == 0) {
      throw new Refusal(DavResponse.of(404));
    }
    if (!depth.equals("0") && !depth.equals("1")) {
      throw new Refusal(DavResponse.error(403, Names.dav("propfind-finite-depth")));
    }
    Asked asked = asked(request);
    var answer = new Multistatus(server.dials().rawCarriageReturns);
    row(answer, node, asked, user);
    if (depth.equals("1")) {
      children(answer, node, asked, user);
    }
    return answer.done();
  }

  private void children(Multistatus answer, Node node, Asked asked, DavUser user) {
    if (node instanceof Node.Home home) {
      String owner = home.user().name();
      if (server.dials().strangersInHomes) {
        inbox(answer, home, asked);
      }
      List<DavCollection> members =
          server.dials().oneHome ? server.collections(owner) : server.home(home.kind(), owner);
      for (DavCollection collection : members) {
        row(answer, new Node.Folder(collection), asked, user);
        if (server.dials().strangersInHomes) {
          stranger(answer, collection, asked);
        }
      }
    } else if (node instanceof Node.Folder folder) {
      for (DavResource resource : folder.collection().snapshot()) {
        if (!server.dials().dropRow.test(resource.name())) {
          row(answer, new Node.Member(folder.collection(), resource), asked, user);
        }
      }
    }
  }

  private void inbox(Multistatus answer, Node.Home home, Asked asked) {
    Element type =
        Element.ofNames(
            Names.RESOURCETYPE, Names.dav("collection"), Names.caldav("schedule-inbox"));
    boolean wanted = asked.names().contains(Names.RESOURCETYPE);
    List<QName> missing =
        asked.names().stream().filter(name -> !name.equals(Names.RESOURCETYPE)).toList();
    answer.properties(
        server.href(home.path() + "inbox/"), wanted ? List.of(type) : List.of(), missing);
  }

  /** SOGo lists an export of each calendar beside it. */
  private void stranger(Multistatus answer, DavCollection collection, Asked asked) {
    String path = collection.path();
    List<Element> found = new ArrayList<>();
    List<QName> missing = new ArrayList<>();
    for (QName name : asked.names()) {
      if (name.equals(Names.GETCONTENTTYPE)) {
        found.add(Element.text(name, "text/calendar"));
      } else if (name.equals(Names.RESOURCETYPE)) {
        found.add(Element.empty(name));
      } else {
        missing.add(name);
      }
    }
    answer.properties(server.href(path.substring(0, path.length() - 1) + ".ics"), found, missing);
  }

  private void row(Multistatus answer, Node node, Asked asked, DavUser user) {
    List<Element> found = new ArrayList<>();
    List<QName> missing = new ArrayList<>();
    for (QName name : asked.all() ? values.usual(node) : asked.names()) {
      Element value = values.value(node, name, user);
      boolean data = name.equals(Names.CALENDAR_DATA) || name.equals(Names.ADDRESS_DATA);
      if (value == null || data) {
        missing.add(name);
      } else {
        found.add(asked.namesOnly() ? Element.empty(name) : value);
      }
    }
    String href =
        node instanceof Node.Member member
            ? server.href(member.collection(), member.resource().name(), false)
            : server.href(node.path());
    answer.properties(href, found, missing);
  }

  private Asked asked(DavRequest request) {
    boolean xml = request.header("Content-Type").orElse("").matches("(text|application)/xml\\b.*");
    if (!request.hasBody() || (server.dials().bodiesWantXmlType && !xml)) {
      return new Asked(true, false, List.of());
    }
    Element root = request.xml();
    if (!root.is(Names.dav("propfind"))) {
      throw new Refusal(DavResponse.text(400, "A DAV:propfind is wanted."));
    }
    if (root.child(Names.dav("propname")).isPresent()) {
      return new Asked(true, true, List.of());
    }
    return root.child(Names.dav("prop"))
        .map(prop -> new Asked(false, false, prop.children().stream().map(Element::name).toList()))
        .orElseGet(() -> new Asked(true, false, List.of()));
  }

  private record Asked(boolean all, boolean namesOnly, List<QName> names) {}
}
