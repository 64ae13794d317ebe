package org.tandemsync.testkit.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * A request as it came.
 *
 * @param path the path as sent, percent-encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DavRequest(String method, String path, Headers headers, byte[] body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The last segment of the path, decoded; empty for a collection. */
  public String name() {
    String raw = path.substring(path.lastIndexOf('/') + 1);
    return Hrefs.decode(raw).orElse(raw);
  }

  boolean hasBody() {
    return body.length > 0;
  }

  Element xml() {
    try {
      return Element.parse(body);
    } catch (XMLStreamException e) {
      throw new Refusal(DavResponse.text(400, "The request is not well-formed XML."));
    }
  }
}
