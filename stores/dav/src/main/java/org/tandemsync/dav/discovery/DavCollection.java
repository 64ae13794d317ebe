package org.tandemsync.dav.discovery;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Element;
import org.tandemsync.dav.client.Excerpt;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.items.Family;

/**
 * A calendar, task list or address book.
 *
 * @param href where it is
 * @param url the same as an absolute URL
 * @param kind what it takes; empty for a calendar of journals only
 * @param name as people see it; never empty
 * @param color {@code #RRGGBB} in upper case, or empty
 * @param writable whether the account may change something in it; a server that does not say lets
 *     us try
 * @param order place among the others, the smallest first; {@link Integer#MAX_VALUE} if not said
 * @param owner path of the principal that owns it, or empty
 * @param capabilities names of the reports it has ("sync-collection", "calendar-multiget"...), and
 *     "ctag"
 * @param groupware whether it answers like the GroupDAV servers (SOGo), which do not heed every
 *     condition
 * @param version4Only whether it says that it takes vCards of version 4.0 and no older ones
 * @param syncToken its sync token when it was asked (RFC 6578 4), or empty
 * @param ctag its ctag when it was asked, or empty
 */
public record DavCollection(
    Href href,
    String url,
    Set<Family> kind,
    String name,
    String color,
    boolean writable,
    int order,
    String owner,
    Set<String> capabilities,
    boolean groupware,
    boolean version4Only,
    String syncToken,
    String ctag) {

  /** The properties that {@link #of} reads. */
  public static final List<QName> PROPERTIES =
      List.of(
          Names.RESOURCETYPE,
          Names.DISPLAYNAME,
          Names.CALENDAR_COLOR,
          Names.ADDRESSBOOK_COLOR,
          Names.CALENDAR_ORDER,
          Names.COMPONENT_SET,
          Names.PRIVILEGES,
          Names.OWNER,
          Names.SUPPORTED_REPORT_SET,
          Names.SUPPORTED_ADDRESS_DATA);

  private static final String GROUPDAV = "http://groupdav.org/";

  /** Whether these are the properties of a calendar or address book. */
  public static boolean isCollection(Response.Properties properties) {
    return hasType(properties, Names.CALENDAR) || hasType(properties, Names.ADDRESSBOOK);
  }

  /** Reads the properties of a calendar or address book. */
  public static DavCollection of(DavClient client, Href href, Response.Properties properties) {
    Href at = href.asCollection();
    String name = Excerpt.of(properties.text(Names.DISPLAYNAME));
    return new DavCollection(
        at,
        client.url(at),
        Set.copyOf(kind(properties)),
        name.isEmpty() ? at.title() : name,
        color(
            properties.text(
                hasType(properties, Names.CALENDAR)
                    ? Names.CALENDAR_COLOR
                    : Names.ADDRESSBOOK_COLOR)),
        writable(properties),
        order(properties.text(Names.CALENDAR_ORDER)),
        owner(properties),
        Set.copyOf(capabilities(properties)),
        types(properties).anyMatch(t -> t.getNamespaceURI().equals(GROUPDAV)),
        versions(properties).equals(Set.of("4.0")),
        properties.text(Names.SYNC_TOKEN),
        properties.text(Names.CTAG));
  }

  /** A calendar that is only a link to one on the web; where it is read too, it is a collection. */
  static Optional<Found.Subscription> subscription(Response.Properties properties) {
    String source =
        properties.get(Names.SOURCE).stream()
            .flatMap(s -> s.hrefs().stream())
            .findFirst()
            .orElse("");
    return hasType(properties, Names.SUBSCRIBED) && !source.isEmpty()
        ? Optional.of(
            new Found.Subscription(
                Excerpt.of(properties.text(Names.DISPLAYNAME)),
                color(properties.text(Names.CALENDAR_COLOR)),
                Excerpt.of(source)))
        : Optional.empty();
  }

  private static boolean hasType(Response.Properties properties, QName type) {
    return types(properties).anyMatch(type::equals);
  }

  private static Stream<QName> types(Response.Properties properties) {
    return properties.get(Names.RESOURCETYPE).stream()
        .flatMap(t -> t.children().stream())
        .map(Element::name);
  }

  private static Set<Family> kind(Response.Properties properties) {
    Set<Family> kind = EnumSet.noneOf(Family.class);
    if (hasType(properties, Names.ADDRESSBOOK)) {
      kind.add(Family.CONTACTS);
    }
    if (hasType(properties, Names.CALENDAR)) {
      Set<String> components =
          properties.get(Names.COMPONENT_SET).stream()
              .flatMap(s -> s.children(Names.COMP))
              .map(c -> c.attributes().getOrDefault("name", "").toUpperCase(Locale.ROOT))
              .collect(Collectors.toSet());
      // RFC 4791 5.2.3: a server that gives no set takes everything.
      if (components.isEmpty() || components.contains("VEVENT")) {
        kind.add(Family.EVENTS);
      }
      if (components.isEmpty() || components.contains("VTODO")) {
        kind.add(Family.TASKS);
      }
    }
    return kind;
  }

  private static String color(String text) {
    String color = text.startsWith("#") ? text : "#" + text;
    return color.matches("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
        ? color.substring(0, 7).toUpperCase(Locale.ROOT)
        : "";
  }

  private static int order(String text) {
    return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  private static boolean writable(Response.Properties properties) {
    // SOGo's directory of all users claims every right and takes nothing.
    if (hasType(properties, Names.DIRECTORY)) {
      return false;
    }
    if (properties.get(Names.PRIVILEGES).isEmpty()) {
      return true;
    }
    Set<String> granted =
        properties.get(Names.PRIVILEGES).stream()
            .flatMap(s -> s.children(Names.PRIVILEGE))
            .flatMap(p -> p.children().stream())
            .filter(p -> p.name().getNamespaceURI().equals(Names.DAV))
            .map(p -> p.name().getLocalPart())
            .collect(Collectors.toSet());
    return Stream.of("all", "write", "write-content", "bind").anyMatch(granted::contains);
  }

  private static String owner(Response.Properties properties) {
    return properties.get(Names.OWNER).stream()
        .flatMap(o -> o.hrefs().stream())
        .findFirst()
        .orElse("");
  }

  /** The versions of vCard that the server names (RFC 6352 6.2.2); none means 3.0. */
  private static Set<String> versions(Response.Properties properties) {
    return properties.get(Names.SUPPORTED_ADDRESS_DATA).stream()
        .flatMap(s -> s.children().stream()) // SOGo and Xandikos call the children otherwise
        .map(Element::attributes)
        .filter(a -> a.getOrDefault("content-type", "text/vcard").startsWith("text/vcard"))
        .map(a -> a.getOrDefault("version", "3.0"))
        .collect(Collectors.toSet());
  }

  private static Set<String> capabilities(Response.Properties properties) {
    Set<String> names = new TreeSet<>();
    properties.get(Names.SUPPORTED_REPORT_SET).stream()
        .flatMap(s -> s.children(Names.SUPPORTED_REPORT))
        // Xandikos leaves out the DAV:report element.
        .flatMap(
            s ->
                s.child(Names.REPORT).isPresent()
                    ? s.children(Names.REPORT).flatMap(r -> r.children().stream())
                    : s.children().stream())
        .forEach(report -> names.add(report.name().getLocalPart()));
    if (!properties.text(Names.CTAG).isEmpty()) {
      names.add("ctag");
    }
    return names;
  }
}
