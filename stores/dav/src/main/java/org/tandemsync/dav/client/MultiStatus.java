package org.tandemsync.dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A multi-status answer (RFC 4918 13), read response by response.
 *
 * @param rows what the reader of the answer made of its responses
 * @param token the DAV:sync-token at its end, if there is one
 */
public record MultiStatus<R>(List<R> rows, Optional<SyncToken> token) {

  /** More than any calendar or address book has; a listing of this size is still in memory. */
  static final int MAX_ROWS = 300_000;

  /**
   * Reads an answer to its end.
   *
   * @param bodies whether responses may be large, because they hold whole resources
   * @param each makes a row of a response, or null to leave it out
   * @throws XMLStreamException if it is no multi-status answer, not well-formed or cut short
   */
  static <R> MultiStatus<R> read(
      InputStream body,
      @Nullable String charset,
      boolean bodies,
      Function<Response, @Nullable R> each)
      throws IOException, XMLStreamException {
    XMLStreamReader reader = Xml.open(body, charset, bodies);
    List<R> rows = new ArrayList<>();
    Optional<SyncToken> token = Optional.empty();
    reader.nextTag();
    if (!reader.getName().equals(Names.MULTISTATUS)) {
      throw new XMLStreamException("the answer is <" + reader.getLocalName() + ">, no multistatus");
    }
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      Element element = Xml.element(reader, bodies ? Xml.BODY_CHARS : Xml.LISTING_CHARS);
      if (element.name().equals(Names.RESPONSE)) {
        for (Response response : Response.of(element).toList()) {
          R row = each.apply(response);
          if (row != null) {
            rows.add(row);
          }
          if (rows.size() > MAX_ROWS) {
            throw new BoundedInput.TooLarge("the answer has more than " + MAX_ROWS + " entries");
          }
        }
      } else if (element.name().equals(Names.SYNC_TOKEN) && !element.text().isBlank()) {
        token = Optional.of(new SyncToken(element.text().strip()));
      }
    }
    reader.close();
    return new MultiStatus<>(rows, token);
  }
}
