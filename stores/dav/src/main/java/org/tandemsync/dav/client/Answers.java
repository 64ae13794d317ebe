package org.tandemsync.dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Reads what HTTP answers say: status, headers, and the words of failures. */
final class Answers {
  private static final int EXCERPT_BYTES = 64 * 1024;
  private static final int DRAINED = 8 * 1024;

  /** A server that wants to be left alone for longer is asked once a day all the same. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** The three forms of RFC 9110 5.6.7. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEEE, d-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));

  private Answers() {}

  /**
   * The rows of a multi-status.
   *
   * @throws DavException if it is none
   */
  static <R> MultiStatus<R> multistatus(
      String method,
      ClassicHttpResponse response,
      InputStream content,
      Transport.Location at,
      DavSettings settings,
      boolean bodies,
      Function<Response, @Nullable R> each)
      throws IOException, XMLStreamException {
    if (response.getCode() >= 300) {
      throw new DavException(method, at.toString(), failure(response, content, at, settings));
    }
    ContentType type = contentType(response);
    if (response.getCode() != 207) {
      throw new DavException(
          DavException.Kind.NOT_DAV,
          method,
          at.toString(),
          "answered "
              + response.getCode()
              + (type == null ? "" : " with " + type.getMimeType())
              + " instead of 207: no CalDAV or CardDAV there",
          null);
    }
    String charset = type == null || type.getCharset() == null ? null : type.getCharset().name();
    MultiStatus<R> read = MultiStatus.read(content, charset, bodies, each);
    content.readNBytes(DRAINED); // to its end, else the connection is not used again
    return read;
  }

  /** An answer whose body is wanted if it is a success. */
  static Answer whole(
      ClassicHttpResponse response, InputStream body, Transport.Location at, DavSettings settings)
      throws IOException {
    if (response.getCode() == 207 || response.getCode() >= 300) {
      return failure(response, body, at, settings);
    }
    Answer.Body content = body(response, body.readAllBytes());
    return answer(response, at, settings, response.getCode(), Preconditions.NONE, content, "");
  }

  /** The answer to a write; with what the server has made of it, if it says so (RFC 8144 3). */
  static Answer ofWrite(
      ClassicHttpResponse response, InputStream body, Transport.Location at, DavSettings settings)
      throws IOException {
    ContentType type = contentType(response);
    String media = type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT);
    boolean applied =
        header(response, "Preference-Applied")
            .filter(p -> p.replace("\"", "").contains("return=representation"))
            .isPresent();
    return applied && !media.endsWith("xml") && !media.endsWith("html")
        ? whole(response, body, at, settings)
        : failure(response, body, at, settings);
  }

  private static Answer.Body body(ClassicHttpResponse response, byte[] bytes) {
    ContentType type = contentType(response);
    return new Answer.Body(
        bytes,
        type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT),
        type == null || type.getCharset() == null ? "" : type.getCharset().name());
  }

  /** A failure, or a 207 with perhaps a failure inside (Xandikos refuses that way). */
  static Answer failure(
      ClassicHttpResponse response, InputStream body, Transport.Location at, DavSettings settings) {
    byte[] bytes = beginning(body);
    int status = response.getCode();
    if (bytes.length == 0) { // as nearly all writes are answered
      Answer.Body nothing = body(response, bytes);
      return answer(response, at, settings, status, Preconditions.NONE, nothing, "");
    }
    Preconditions error = Preconditions.NONE;
    ContentType type = contentType(response);
    String charset = type == null || type.getCharset() == null ? null : type.getCharset().name();
    if (status == 207 || new String(bytes, StandardCharsets.ISO_8859_1).contains("<")) {
      try {
        Element root = root(bytes, charset);
        if (root.name().equals(Names.ERROR)) {
          error = Preconditions.of(Stream.of(root), "");
        } else if (root.name().equals(Names.MULTISTATUS)) {
          Optional<Response.Status> inside = firstFailure(root);
          status = inside.map(Response.Status::status).orElse(204);
          error = inside.map(Response.Status::error).orElse(error);
        }
      } catch (IOException | XMLStreamException | RuntimeException notXml) {
        error = Preconditions.NONE;
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String excerpt = Excerpt.of(text.replaceAll("(?s)<(style|script|head).*?</\\1>|<[^>]*>", " "));
    return answer(response, at, settings, status, error, body(response, new byte[0]), excerpt);
  }

  /** The answer of a scheduling outbox; anything else than that is no success. */
  static ScheduleAnswer scheduled(
      ClassicHttpResponse response, InputStream body, Transport.Location at, DavSettings settings)
      throws IOException, XMLStreamException {
    if (response.getCode() != 200) {
      return new ScheduleAnswer(failure(response, body, at, settings), List.of());
    }
    ContentType type = contentType(response);
    String charset = type == null || type.getCharset() == null ? null : type.getCharset().name();
    XMLStreamReader reader = Xml.open(body, charset, true);
    reader.nextTag();
    Element root = Xml.element(reader, Xml.BODY_CHARS);
    if (!root.name().equals(Names.SCHEDULE_RESPONSE)) {
      throw new XMLStreamException(
          "the answer is <" + root.name().getLocalPart() + ">, no schedule-response");
    }
    return new ScheduleAnswer(
        answer(response, at, settings, 200, Preconditions.NONE, body(response, new byte[0]), ""),
        ScheduleAnswer.rows(root));
  }

  private static Element root(byte[] bytes, @Nullable String charset)
      throws IOException, XMLStreamException {
    XMLStreamReader reader = Xml.open(new java.io.ByteArrayInputStream(bytes), charset, false);
    reader.nextTag();
    return Xml.element(reader, EXCERPT_BYTES);
  }

  private static Optional<Response.Status> firstFailure(Element multistatus) {
    List<Element> responses = multistatus.children(Names.RESPONSE).toList();
    return responses.stream()
        .flatMap(Response::of)
        .filter(r -> r instanceof Response.Status)
        .map(r -> (Response.Status) r)
        .findFirst()
        .or(() -> responses.stream().flatMap(Response::refusedProperties).findFirst());
  }

  private static byte[] beginning(InputStream body) {
    try {
      return body.readNBytes(EXCERPT_BYTES);
    } catch (IOException cutShort) {
      return new byte[0];
    }
  }

  private static Answer answer(
      ClassicHttpResponse response,
      Transport.Location at,
      DavSettings settings,
      int status,
      Preconditions error,
      Answer.Body body,
      String excerpt) {
    return new Answer(
        status,
        error,
        header(response, "ETag").flatMap(ETag::parse),
        header(response, "Schedule-Tag").map(String::strip).orElse(""),
        header(response, "Location").map(l -> Href.path(l, at.href())),
        retryAfter(response, settings),
        body,
        excerpt);
  }

  static @Nullable ContentType contentType(ClassicHttpResponse response) {
    return header(response, "Content-Type").map(ContentType::parseLenient).orElse(null);
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }

  private static Optional<Duration> retryAfter(ClassicHttpResponse response, DavSettings settings) {
    Optional<String> value = header(response, "Retry-After").map(String::strip);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get().matches("[0-9]{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value.get()))));
    }
    Optional<Instant> until = value.flatMap(Answers::date);
    Instant now =
        header(response, "Date").flatMap(Answers::date).orElse(settings.clock().instant());
    return until
        .map(u -> Duration.between(now, u))
        .filter(d -> !d.isNegative())
        .map(Answers::bounded);
  }

  private static Duration bounded(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Optional<Instant> date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException another) {
        // the next one
      }
    }
    return Optional.empty();
  }
}
