package org.tandemsync.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Requests to the embedded server over real HTTP, as any client would make them. */
final class PlainClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String authorization;

  PlainClient(EmbeddedDavServer server, String user, String password) {
    base = server.url();
    authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param headers names and values in turn
   */
  Answer send(String method, String path, String body, String... headers) {
    try {
      return trySend(method, path, body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer trySend(String method, String path, String body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path.substring(1)))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (List.of(headers).stream().noneMatch("Authorization"::equals)) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          new String(response.body(), StandardCharsets.UTF_8),
          response.headers().map());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  record Answer(int status, String body, Map<String, List<String>> headers) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)))
          .map(List::getFirst);
    }

    Element xml() {
      try {
        return Element.parse(body.getBytes(StandardCharsets.UTF_8));
      } catch (XMLStreamException e) {
        throw new AssertionError("not XML: " + body, e);
      }
    }

    /** The hrefs of a multistatus and the first status of each ("200", "404"). */
    Map<String, String> rows() {
      Map<String, String> rows = new LinkedHashMap<>();
      xml()
          .children(Names.dav("response"))
          .forEach(
              response -> {
                String href = response.child(Names.dav("href")).orElseThrow().text();
                Element status =
                    response
                        .child(Names.dav("status"))
                        .or(
                            () ->
                                response
                                    .child(Names.dav("propstat"))
                                    .flatMap(p -> p.child(Names.dav("status"))))
                        .orElseThrow();
                rows.put(href, status.text().split(" ", 3)[1]);
              });
      return rows;
    }

    /** The values of a property that are there (status 200), in the order of the rows. */
    List<Element> values(QName property) {
      List<Element> values = new ArrayList<>();
      xml()
          .children(Names.dav("response"))
          .flatMap(response -> response.children(Names.dav("propstat")))
          .filter(p -> p.child(Names.dav("status")).orElseThrow().text().contains(" 200 "))
          .flatMap(p -> p.children(Names.dav("prop")))
          .flatMap(prop -> prop.children(property))
          .forEach(values::add);
      return values;
    }

    String value(QName property) {
      Element value = values(property).getFirst();
      return value.children().isEmpty() ? value.text() : value.children().getFirst().text();
    }

    String syncToken() {
      return xml().child(Names.SYNC_TOKEN).orElseThrow().text();
    }
  }
}
