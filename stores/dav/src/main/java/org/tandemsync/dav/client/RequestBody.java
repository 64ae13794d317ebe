package org.tandemsync.dav.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** The XML bodies of requests. */
final class RequestBody {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put(Names.DAV, "D");
    PREFIXES.put(Names.CALDAV, "C");
    PREFIXES.put(Names.CARDDAV, "A");
    PREFIXES.put(Names.CALENDARSERVER, "S");
    PREFIXES.put(Names.APPLE, "I");
    PREFIXES.put(Names.INF_IT, "F");
    PREFIXES.put(Names.SABRE, "B");
  }

  private RequestBody() {}

  static byte[] propfind(List<QName> properties) {
    return document("D:propfind", prop(properties));
  }

  /** RFC 4918 9.1: all that clients have stored, and what the server likes to tell. */
  static byte[] allProperties() {
    return document("D:propfind", "<D:allprop/>");
  }

  /** RFC 6578 3.2; no token asks for everything. */
  static byte[] syncCollection(Optional<SyncToken> token, List<QName> properties) {
    String since = token.map(t -> escape(t.value())).orElse("");
    return document(
        "D:sync-collection",
        "<D:sync-token>"
            + since
            + "</D:sync-token><D:sync-level>1</D:sync-level>"
            + prop(properties));
  }

  /** RFC 4791 7.9, RFC 6352 8.7. */
  static byte[] multiget(QName report, List<Href> hrefs, List<QName> properties) {
    StringBuilder content = new StringBuilder(prop(properties));
    for (Href href : hrefs) {
      content.append("<D:href>").append(escape(href.path())).append("</D:href>");
    }
    return document(prefixed(report), content.toString());
  }

  /** RFC 4791 7.8, RFC 6352 8.6: all of a calendar that are of a component, or of a book. */
  static byte[] query(String component, List<QName> properties) {
    return component.isEmpty()
        ? document(prefixed(Names.ADDRESSBOOK_QUERY), prop(properties) + "<A:filter/>")
        : document(
            prefixed(Names.CALENDAR_QUERY),
            prop(properties)
                + "<C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\""
                + component
                + "\"/></C:comp-filter></C:filter>");
  }

  /** RFC 4791 7.8.6, RFC 6352 8.6.3: with the collation that every server has. */
  static byte[] withUid(String component, String uid) {
    String tag = prop(List.of(Names.GETETAG));
    return component.isEmpty()
        ? document(
            prefixed(Names.ADDRESSBOOK_QUERY),
            tag
                + "<A:filter><A:prop-filter name=\"UID\"><A:text-match match-type=\"equals\">"
                + escape(uid)
                + "</A:text-match></A:prop-filter></A:filter>")
        : document(
            prefixed(Names.CALENDAR_QUERY),
            tag
                + "<C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\""
                + component
                + "\"><C:prop-filter name=\"UID\"><C:text-match>"
                + escape(uid)
                + "</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>");
  }

  /** RFC 4791 5.3.1. */
  static byte[] makeCalendar(NewProperties properties) {
    return document("C:mkcalendar", set(properties, ""));
  }

  /** RFC 5689 3: with the type of the new collection. */
  static byte[] makeCollection(QName type, NewProperties properties) {
    String types = "<D:resourcetype><D:collection/><" + prefixed(type) + "/></D:resourcetype>";
    return document("D:mkcol", set(properties, types));
  }

  /** RFC 4918 9.2: one property, for SOGo refuses all of them if it does not know one. */
  static byte[] setProperty(QName name, String value) {
    return document(
        "D:propertyupdate", "<D:set><D:prop>" + property(name, value) + "</D:prop></D:set>");
  }

  /** Several of any namespace: of a server that takes all or none. */
  static byte[] setProperties(Map<QName, String> values) {
    StringBuilder set = new StringBuilder("<D:set><D:prop>");
    values.forEach(
        (name, value) ->
            set.append("<X:")
                .append(name.getLocalPart())
                .append(" xmlns:X=\"")
                .append(escape(name.getNamespaceURI()).replace("\"", "&quot;"))
                .append("\">")
                .append(escape(value))
                .append("</X:")
                .append(name.getLocalPart())
                .append('>'));
    return document("D:propertyupdate", set.append("</D:prop></D:set>").toString());
  }

  /** RFC 3744 9.4: those who have the text in a property. */
  static byte[] principalSearch(QName property, String text, List<QName> properties) {
    return document(
        "D:principal-property-search",
        "<D:property-search>"
            + prop(List.of(property))
            + "<D:match>"
            + escape(text)
            + "</D:match></D:property-search>"
            + prop(properties));
  }

  /** RFC 4791 7.10. */
  static byte[] freeBusy(Instant from, Instant to) {
    return document(
        "C:free-busy-query",
        "<C:time-range start=\"" + UTC.format(from) + "\" end=\"" + UTC.format(to) + "\"/>");
  }

  private static String set(NewProperties properties, String type) {
    StringBuilder set = new StringBuilder("<D:set><D:prop>").append(type);
    properties.texts().forEach((name, value) -> set.append(property(name, value)));
    if (!properties.components().isEmpty()) {
      set.append("<C:supported-calendar-component-set>");
      properties
          .components()
          .forEach(c -> set.append("<C:comp name=\"").append(escape(c)).append("\"/>"));
      set.append("</C:supported-calendar-component-set>");
    }
    return set.append("</D:prop></D:set>").toString();
  }

  private static String property(QName name, String value) {
    String element = prefixed(name);
    return "<" + element + ">" + escape(value) + "</" + element + ">";
  }

  private static String prop(List<QName> properties) {
    StringBuilder prop = new StringBuilder("<D:prop>");
    properties.forEach(p -> prop.append('<').append(prefixed(p)).append("/>"));
    return prop.append("</D:prop>").toString();
  }

  private static String prefixed(QName name) {
    return PREFIXES.get(name.getNamespaceURI()) + ":" + name.getLocalPart();
  }

  private static byte[] document(String root, String content) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<");
    xml.append(root);
    PREFIXES.forEach(
        (namespace, prefix) ->
            xml.append(" xmlns:").append(prefix).append("=\"").append(namespace).append('"'));
    xml.append('>').append(content).append("</").append(root).append('>');
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
