package org.tandemsync.testkit.server;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The values of properties: the live ones, and what clients stored. */
final class PropertyValues {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** What PROPPATCH may not touch. */
  static final Set<QName> PROTECTED =
      Set.of(
          Names.RESOURCETYPE,
          Names.GETETAG,
          Names.GETCONTENTTYPE,
          Names.GETCONTENTLENGTH,
          Names.GETLASTMODIFIED,
          Names.SYNC_TOKEN,
          Names.GETCTAG,
          Names.COMPONENT_SET,
          Names.dav("owner"),
          Names.dav("current-user-principal"),
          Names.dav("current-user-privilege-set"),
          Names.dav("supported-report-set"));

  private final EmbeddedDavServer server;

  PropertyValues(EmbeddedDavServer server) {
    this.server = server;
  }

  /** The value, or null where the property is not defined. */
  @Nullable Element value(Node node, QName name, @Nullable DavUser reader) {
    if (name.equals(Names.dav("current-user-principal")) && reader != null) {
      return Element.of(name, principal(reader.name()));
    }
    return switch (node) {
      case Node.Place place -> place(name);
      case Node.Principal principal -> principal(principal.user(), name);
      case Node.Home home -> home(home, name);
      case Node.Folder folder -> collection(folder.collection(), name);
      case Node.Member member -> member(member, name);
      case Node.NoMember none -> null;
      case Node.NoFolder none -> null;
      case Node.Nowhere none -> null;
    };
  }

  /** Everything a client sees that asks for all properties. */
  List<QName> usual(Node node) {
    List<QName> names = new ArrayList<>(List.of(Names.RESOURCETYPE, Names.DISPLAYNAME));
    names.addAll(
        List.of(
            Names.GETETAG, Names.GETCONTENTTYPE, Names.GETCONTENTLENGTH, Names.GETLASTMODIFIED));
    if (node instanceof Node.Folder folder) {
      for (QName stored : folder.collection().properties().keySet()) {
        if (!names.contains(stored)) {
          names.add(stored);
        }
      }
    }
    return names.stream().filter(name -> value(node, name, null) != null).toList();
  }

  private @Nullable Element place(QName name) {
    return name.equals(Names.RESOURCETYPE) ? Element.ofNames(name, Names.dav("collection")) : null;
  }

  private @Nullable Element principal(DavUser user, QName name) {
    return switch (name.getNamespaceURI() + name.getLocalPart()) {
      case Names.DAV + "resourcetype" ->
          Element.ofNames(name, Names.dav("collection"), Names.dav("principal"));
      case Names.DAV + "displayname" -> Element.text(name, user.displayName());
      case Names.CALDAV + "schedule-outbox-URL" ->
          new Outbox(server)
              .path(user.name())
              .map(path -> Element.of(name, Element.href(server.href(path))))
              .orElse(null);
      case Names.CALDAV + "calendar-user-type" ->
          Element.text(name, server.dials().everybodyIsAPerson ? "INDIVIDUAL" : user.type());
      case Names.DAV + "resource-id" ->
          user.resourceId().isEmpty() ? null : Element.of(name, Element.href(user.resourceId()));
      case Names.DAV + "principal-collection-set" ->
          Element.of(name, Element.href(server.href("/dav/principals/")));
      case Names.CALENDARSERVER + "email-address-set" ->
          Element.of(
              name, Element.text(new QName(Names.CALENDARSERVER, "email-address"), user.mail()));
      case Names.DAV + "principal-URL" -> Element.of(name, principal(user.name()));
      case Names.CALDAV + "calendar-home-set" -> homeSet(name, CollectionKind.CALENDAR, user);
      case Names.CARDDAV + "addressbook-home-set" ->
          homeSet(name, CollectionKind.ADDRESS_BOOK, user);
      case Names.CALENDARSERVER + "calendar-proxy-read-for" -> delegates(name, user, false);
      case Names.CALENDARSERVER + "calendar-proxy-write-for" -> delegates(name, user, true);
      case Names.CALDAV + "calendar-user-address-set" ->
          Element.of(name, Element.href("mailto:" + user.mail()), principal(user.name()));
      default -> null;
    };
  }

  private @Nullable Element home(Node.Home home, QName name) {
    return switch (name.getNamespaceURI() + name.getLocalPart()) {
      case Names.DAV + "resourcetype" -> Element.ofNames(name, Names.dav("collection"));
      case Names.DAV + "owner" -> Element.of(name, principal(home.user().name()));
      case Names.DAV + "current-user-privilege-set" -> privileges(name, false);
      default -> null;
    };
  }

  private @Nullable Element collection(DavCollection collection, QName name) {
    return switch (name.getNamespaceURI() + name.getLocalPart()) {
      case Names.DAV + "resourcetype" -> types(name, collection);
      case Names.DAV + "displayname" -> {
        Element set = collection.property(name);
        yield set == null && server.dials().wholeBooks
            ? Element.text(name, collection.owner() + "/" + collection.name())
            : set;
      }
      case Names.DAV + "getetag" -> {
        String etag =
            WholeBooks.areHere(server, collection)
                ? WholeBooks.tag(server, collection)
                : server.dials().collectionEtag;
        yield etag.isEmpty() ? null : Element.text(name, etag);
      }
      case Names.DAV + "owner" -> Element.of(name, principal(collection.owner()));
      case Names.DAV + "sync-token" ->
          server.dials().syncCollection ? Element.text(name, collection.token()) : null;
      case Names.CALENDARSERVER + "getctag" -> Element.text(name, collection.ctag());
      case Names.DAV + "current-user-privilege-set" -> privileges(name, collection.readOnly());
      case Names.DAV + "supported-report-set" -> reports(name, collection.kind());
      case Names.CALDAV + "supported-calendar-component-set" -> components(name, collection);
      case Names.CALDAV + "max-resource-size" -> maxSize(name, collection, CollectionKind.CALENDAR);
      case Names.CARDDAV + "max-resource-size" ->
          maxSize(name, collection, CollectionKind.ADDRESS_BOOK);
      case Names.CARDDAV + "supported-address-data" ->
          collection.kind() == CollectionKind.ADDRESS_BOOK ? addressData(name) : null;
      default -> collection.property(name);
    };
  }

  private @Nullable Element member(Node.Member member, QName name) {
    DavResource resource = member.resource();
    return switch (name.getNamespaceURI() + name.getLocalPart()) {
      case Names.DAV + "resourcetype" -> Element.empty(name);
      case Names.DAV + "getetag" -> {
        String etag = server.etag(resource);
        yield etag.isEmpty() ? null : Element.text(name, etag);
      }
      case Names.CALDAV + "schedule-tag" ->
          server.dials().scheduleTags && member.collection().kind() == CollectionKind.CALENDAR
              ? Element.text(name, '"' + resource.scheduleTag() + '"')
              : null;
      case Names.DAV + "getcontenttype" ->
          Element.text(
              name, isOctets(resource) ? "application/octet-stream" : resource.contentType());
      case Names.DAV + "getcontentlength" ->
          Element.text(name, Integer.toString(resource.body().length));
      case Names.DAV + "getlastmodified" ->
          Element.text(name, httpDate(resource.modified().atZone(ZoneOffset.UTC)));
      case Names.DAV + "owner" -> Element.of(name, principal(member.collection().owner()));
      case Names.DAV + "current-user-privilege-set" ->
          privileges(name, member.collection().readOnly());
      case Names.CALDAV + "calendar-data" ->
          member.collection().kind() == CollectionKind.CALENDAR
              ? Element.text(name, resource.text())
              : null;
      case Names.CARDDAV + "address-data" ->
          member.collection().kind() == CollectionKind.ADDRESS_BOOK && !isOctets(resource)
              ? Element.text(name, resource.text())
              : null;
      default -> null;
    };
  }

  private boolean isOctets(DavResource resource) {
    return server.dials().listsAsOctets && resource.component().equals("VLIST");
  }

  static String httpDate(ZonedDateTime utc) {
    return HTTP_DATE.format(utc);
  }

  private Element principal(String user) {
    return Element.href(server.href(Node.Principal.path(user)));
  }

  private Element delegates(QName name, DavUser user, boolean mayWrite) {
    return Element.of(
        name, server.delegatedTo(user.name(), mayWrite).stream().map(this::principal).toList());
  }

  private Element homeSet(QName name, CollectionKind kind, DavUser user) {
    CollectionKind home = server.dials().oneHome ? CollectionKind.CALENDAR : kind;
    List<Element> hrefs = new ArrayList<>();
    hrefs.add(Element.href(server.href(home.homePath(user.name()))));
    server.dials().moreHomes.forEach(href -> hrefs.add(Element.href(href)));
    return Element.of(name, hrefs);
  }

  private @Nullable Element maxSize(QName name, DavCollection collection, CollectionKind kind) {
    return collection.kind() == kind
        ? Element.text(name, Integer.toString(server.dials().maxResourceSize))
        : null;
  }

  private Element types(QName name, DavCollection collection) {
    List<QName> types = new ArrayList<>(List.of(Names.dav("collection"), collection.kind().type()));
    if (collection.directory()) {
      types.add(Names.carddav("directory"));
    }
    if (server.dials().groupdavTypes) {
      switch (collection.kind()) {
        case CALENDAR ->
            types.addAll(
                List.of(
                    new QName(Names.GROUPDAV, "vevent-collection"),
                    new QName(Names.GROUPDAV, "vtodo-collection")));
        case ADDRESS_BOOK -> types.add(new QName(Names.GROUPDAV, "vcard-collection"));
      }
    }
    return Element.of(name, types.stream().map(Element::empty).toList());
  }

  private static Element privileges(QName name, boolean readOnly) {
    List<String> granted =
        readOnly
            ? List.of("read", "read-current-user-privilege-set")
            : List.of(
                "read",
                "read-current-user-privilege-set",
                "write",
                "write-properties",
                "write-content",
                "bind",
                "unbind");
    return Element.of(
        name,
        granted.stream()
            .map(right -> Element.ofNames(Names.dav("privilege"), Names.dav(right)))
            .toList());
  }

  private Element reports(QName name, CollectionKind kind) {
    List<QName> offered =
        new ArrayList<>(
            switch (kind) {
              case CALENDAR ->
                  List.of(Names.caldav("calendar-query"), Names.caldav("calendar-multiget"));
              case ADDRESS_BOOK ->
                  List.of(
                      Names.carddav("addressbook-query"), Names.carddav("addressbook-multiget"));
            });
    if (server.dials().syncCollection) {
      offered.add(Names.dav("sync-collection"));
    }
    return Element.of(
        name,
        offered.stream()
            .map(
                report ->
                    server.dials().bareReports
                        ? Element.ofNames(Names.dav("supported-report"), report)
                        : Element.of(
                            Names.dav("supported-report"),
                            Element.ofNames(Names.dav("report"), report)))
            .toList());
  }

  private @Nullable Element components(QName name, DavCollection collection) {
    Dials.Components says = server.dials().components;
    if (collection.kind() != CollectionKind.CALENDAR || says == Dials.Components.UNSAID) {
      return null;
    }
    Set<String> components =
        says == Dials.Components.EVERYTHING
            ? Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
            : collection.components();
    return Element.of(
        name,
        components.stream()
            .sorted()
            .map(
                component ->
                    new Element(
                        Names.caldav("comp"), Map.of(new QName("name"), component), List.of(), ""))
            .toList());
  }

  private static Element addressData(QName name) {
    return Element.of(
        name,
        List.of("3.0", "4.0").stream()
            .map(
                version ->
                    new Element(
                        Names.carddav("address-data-type"),
                        Map.of(
                            new QName("content-type"), "text/vcard", new QName("version"), version),
                        List.of(),
                        ""))
            .toList());
  }
}
