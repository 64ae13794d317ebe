package org.tandemsync.dav.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Depth;
import org.tandemsync.dav.client.Element;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;

/** The real server that the environment names, and fresh collections on it. */
final class CompatServer {
  static final String URL = "TANDEM_COMPAT_URL";

  private CompatServer() {}

  static DavClient client() {
    return client(DavSettings.usual(java.time.InstantSource.system()));
  }

  static DavClient client(DavSettings settings) {
    return new DavClient(
        URI.create(env(URL)),
        new Credentials.Basic(env("TANDEM_COMPAT_USER"), env("TANDEM_COMPAT_PASSWORD")),
        settings);
  }

  private static String env(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  static boolean isSogo() {
    return env(URL).contains("/SOGo/");
  }

  /** A new, empty address book. */
  static Href addressBook(DavClient client) {
    return make(
        client,
        Names.ADDRESSBOOK_HOME_SET,
        "<D:resourcetype><D:collection/><A:addressbook/></D:resourcetype>");
  }

  /** A new, empty calendar that takes events and tasks. */
  static Href calendar(DavClient client) {
    return make(
        client,
        Names.CALENDAR_HOME_SET,
        "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><C:supported-calendar-component-set><C:comp"
            + " name=\"VEVENT\"/><C:comp name=\"VTODO\"/></C:supported-calendar-component-set>");
  }

  private static Href make(DavClient client, QName homeSet, String properties) {
    Href principal = href(client, client.root(), Names.CURRENT_USER_PRINCIPAL);
    Href home = href(client, principal, homeSet).asCollection();
    Href collection = home.member("tandem-" + UUID.randomUUID()).asCollection();
    String body =
        "<D:mkcol xmlns:D=\"DAV:\" xmlns:A=\"urn:ietf:params:xml:ns:carddav\""
            + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:set><D:prop>"
            + properties
            + "</D:prop></D:set></D:mkcol>";
    send(client, "MKCOL", collection, body);
    return collection;
  }

  static void remove(DavClient client, Href collection) {
    send(client, "DELETE", collection, "");
  }

  private static Href href(DavClient client, Href at, QName property) {
    String href =
        client
            .propfind(at, Depth.SELF, List.of(property), r -> (Response.Properties) r)
            .rows()
            .stream()
            .flatMap(p -> p.get(property).map(Element::hrefs).orElse(List.of()).stream())
            .findFirst()
            .orElseThrow();
    return client.resolve(href, at).orElseThrow();
  }

  private static void send(DavClient client, String method, Href href, String body) {
    String authorization =
        new Credentials.Basic(env("TANDEM_COMPAT_USER"), env("TANDEM_COMPAT_PASSWORD"))
            .authorization()
            .orElseThrow();
    var request = new HttpUriRequestBase(method, URI.create(client.url(href)));
    request.setHeader("Authorization", authorization);
    request.setEntity(new StringEntity(body, ContentType.create("application/xml", "utf-8")));
    try (var http = HttpClients.createDefault()) {
      int status = http.execute(request, r -> r.getCode());
      if (status >= 300) {
        throw new IllegalStateException(method + " " + href + ": " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
