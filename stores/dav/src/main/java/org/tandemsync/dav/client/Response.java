package org.tandemsync.dav.client;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** What a multi-status answer says about one resource (RFC 4918 14.24). */
public sealed interface Response {

  /** As the server spelled it, escaped or not. */
  String href();

  /** The resource is there. */
  record Properties(String href, Map<QName, Element> found) implements Response {

    /** A property that the server gave with a status of success. */
    public Optional<Element> get(QName name) {
      return Optional.ofNullable(found.get(name));
    }

    /** Its text without blanks around it, or empty. */
    public String text(QName name) {
      return get(name).map(e -> e.text().strip()).orElse("");
    }

    public Optional<ETag> etag() {
      return ETag.parse(text(Names.GETETAG));
    }
  }

  /**
   * The server has something to say other than properties.
   *
   * @param status 0 if it could not be read
   */
  record Status(String href, int status, Preconditions error) implements Response {}

  /** RFC 4918 11.4. */
  int FAILED_DEPENDENCY = 424;

  Pattern STATUS_LINE = Pattern.compile("\\b([1-5][0-9][0-9])\\b");

  /** The responses in a DAV:response element: one, or one for each of its hrefs. */
  static Stream<Response> of(Element response) {
    List<String> hrefs = response.hrefs();
    Map<QName, Element> found = new LinkedHashMap<>();
    List<Element> propstats = response.children(Names.PROPSTAT).toList();
    for (Element propstat : propstats) {
      if (propstat.child(Names.STATUS).map(s -> isSuccess(status(s))).orElse(true)) {
        propstat.child(Names.PROP).stream()
            .flatMap(p -> p.children().stream())
            .forEach(p -> found.put(p.name(), p));
      }
    }
    Optional<Element> status = response.child(Names.STATUS);
    // SOGo gives changed members a status beside their properties: the properties count.
    boolean there = !found.isEmpty() || status.map(s -> isSuccess(status(s))).orElse(true);
    if (there) {
      return hrefs.stream().map(h -> new Properties(h, Map.copyOf(found)));
    }
    int code = status.map(Response::status).orElse(0);
    Preconditions error =
        Preconditions.of(
            response.children(Names.ERROR),
            response.child(Names.RESPONSE_DESCRIPTION).map(Element::text).orElse(""));
    return hrefs.stream().map(h -> new Status(h, code, error));
  }

  /**
   * What an answer to PROPPATCH says about properties that were not set (RFC 4918 9.2.1); those
   * that only failed with another one come last.
   */
  static Stream<Status> refusedProperties(Element response) {
    String href = response.hrefs().stream().findFirst().orElse("");
    return response
        .children(Names.PROPSTAT)
        .flatMap(p -> p.child(Names.STATUS).map(s -> refused(href, p, status(s))).stream())
        .filter(s -> !isSuccess(s.status()))
        .sorted(Comparator.comparing(s -> s.status() == FAILED_DEPENDENCY));
  }

  private static Status refused(String href, Element propstat, int code) {
    String says = propstat.child(Names.RESPONSE_DESCRIPTION).map(Element::text).orElse("");
    return new Status(href, code, Preconditions.of(propstat.children(Names.ERROR), says));
  }

  private static int status(Element status) {
    Matcher code = STATUS_LINE.matcher(status.text());
    return code.find() ? Integer.parseInt(code.group(1)) : 0;
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
