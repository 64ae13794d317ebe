package org.tandemsync.testkit.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** An answer, complete before its first byte is sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DavResponse(int status, Map<String, String> headers, byte[] body) {

  static final String XML = "application/xml; charset=utf-8";

  public static DavResponse of(int status) {
    return new DavResponse(status, Map.of(), new byte[0]);
  }

  public static DavResponse text(int status, String text) {
    return of(status)
        .with("Content-Type", "text/plain; charset=utf-8")
        .withBody(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The answer to a violated precondition (RFC 4918, section 16). */
  static DavResponse error(int status, QName condition, String... hrefs) {
    Element[] children = new Element[hrefs.length];
    for (int i = 0; i < hrefs.length; i++) {
      children[i] = Element.href(hrefs[i]);
    }
    return error(status, Element.of(condition, children));
  }

  static DavResponse error(int status, Element condition) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = Multistatus.startDocument(bytes, true, "error");
      condition.write(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return of(status).with("Content-Type", XML).withBody(bytes.toByteArray());
  }

  public DavResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new DavResponse(status, more, body);
  }

  DavResponse withBody(byte[] newBody) {
    return new DavResponse(status, headers, newBody);
  }

  static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 424 -> "Failed Dependency";
      case 507 -> "Insufficient Storage";
      default -> "Status";
    };
  }
}
