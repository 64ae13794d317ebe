package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.ETag;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;

/**
 * An address book of Radicale that is empty. Radicale's tag of a collection is a hash of the names
 * and tags of all members, and of all properties that clients have stored ({@code
 * BaseCollection.etag}; the same in all versions since 2.1 that were read). Who computes the same
 * hash from no members and from the properties that were told has proved that it is Radicale, that
 * the book is empty, that no property is missing or was read wrongly, and that the tag changes with
 * each of them.
 *
 * @param tag of the book as it is
 * @param properties what clients have stored, without the kind of the collection
 */
record RadicaleBook(ETag tag, Map<QName, String> properties) {

  /** How its sync tokens begin. */
  static final String TOKENS = "http://radicale.org/ns/sync/";

  /** What it keeps for an address book without any property. */
  private static final Map<String, String> BARE = Map.of("tag", "VADDRESSBOOK");

  /** {@code xmlutils.NAMESPACES}; other names are kept with their whole namespace. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          Names.CALDAV,
          "C",
          Names.CARDDAV,
          "CR",
          Names.DAV,
          "D",
          Names.CALENDARSERVER,
          "CS",
          Names.APPLE,
          "ICAL",
          "http://me.com/_namespace/",
          "ME",
          "http://radicale.org/ns/",
          "RADICALE");

  /** What it tells of an address book beside what clients have stored. */
  private static final Set<QName> LIVE =
      Set.of(
          Names.PRINCIPAL_COLLECTION_SET,
          Names.CURRENT_USER_PRINCIPAL,
          Names.PRIVILEGES,
          Names.SUPPORTED_REPORT_SET,
          Names.RESOURCETYPE,
          Names.OWNER,
          Names.GETETAG,
          new QName(Names.DAV, "getlastmodified"),
          Names.GETCONTENTTYPE,
          new QName(Names.DAV, "getcontentlength"),
          Names.SYNC_TOKEN,
          Names.CTAG,
          Names.SUPPORTED_ADDRESS_DATA);

  /** Empty if it is not beyond doubt. */
  static Optional<RadicaleBook> empty(DavClient client, Href book) {
    List<Response> rows = client.everything(book, Depth.MEMBERS, r -> r).rows();
    if (rows.size() == 1
        && rows.getFirst() instanceof Response.Properties told
        && client.located(told.href(), book).isSame(book)) {
      return told.etag().flatMap(tag -> proved(tag, told.found()));
    }
    return Optional.empty();
  }

  private static Optional<RadicaleBook> proved(
      ETag tag, Map<QName, org.tandemsync.dav.client.Element> told) {
    Map<QName, String> stored = new LinkedHashMap<>();
    told.forEach(
        (name, value) -> {
          if (!LIVE.contains(name)) {
            stored.put(name, value.text());
          }
        });
    // Without a name it tells the path.
    for (@Nullable String name : Arrays.asList(stored.get(Names.DISPLAYNAME), null, "")) {
      Map<QName, String> properties = new LinkedHashMap<>(stored);
      if (name == null) {
        properties.remove(Names.DISPLAYNAME);
      } else {
        properties.put(Names.DISPLAYNAME, name);
      }
      if (tag.equals(tag(List.of(), properties))) {
        return Optional.of(new RadicaleBook(tag, Map.copyOf(properties)));
      }
    }
    return Optional.empty();
  }

  /**
   * A member.
   *
   * @param name not escaped
   */
  record Member(String name, ETag tag) {}

  /**
   * The tag of a book.
   *
   * @param members in the order in which the server lists them
   */
  static ETag tag(List<Member> members, Map<QName, String> properties) {
    StringBuilder text = new StringBuilder();
    members.forEach(m -> text.append(m.name()).append('/').append(m.tag().text()));
    Map<String, String> meta = new TreeMap<>(BARE);
    properties.forEach((name, value) -> meta.put(key(name), value));
    List<String> pairs = new ArrayList<>();
    meta.forEach((key, value) -> pairs.add(json(key) + ": " + json(value)));
    text.append('{').append(String.join(", ", pairs)).append('}');
    return new ETag(false, ResourceNames.hash(text.toString()));
  }

  private static String key(QName name) {
    String prefix = PREFIXES.get(name.getNamespaceURI());
    return prefix == null
        ? "{" + name.getNamespaceURI() + "}" + name.getLocalPart()
        : prefix + ":" + name.getLocalPart();
  }

  /** As Python's {@code json.dumps} spells it. */
  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\f' -> json.append("\\f");
        case '\b' -> json.append("\\b");
        default ->
            json.append(
                c >= ' ' && c <= '~'
                    ? String.valueOf(c)
                    : String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return json.append('"').toString();
  }
}
