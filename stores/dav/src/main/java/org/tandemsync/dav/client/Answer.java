package org.tandemsync.dav.client;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer to a single write or GET.
 *
 * @param status of the HTTP answer; where the answer was 207 with a failure inside, that of the
 *     failure
 * @param error what it says about a failure
 * @param etag the ETag header
 * @param scheduleTag the Schedule-Tag header (RFC 6638 8.2), or empty
 * @param location where the resource is, if the server put it somewhere else
 * @param body the body, its bytes empty unless asked for
 * @param excerpt the beginning of the body of a failure
 */
public record Answer(
    int status,
    Preconditions error,
    Optional<ETag> etag,
    String scheduleTag,
    Optional<Href> location,
    Optional<Duration> retryAfter,
    Body body,
    String excerpt) {
  private static final int FORBIDDEN = 403;

  /**
   * Google's words among them: rateLimitExceeded, usageLimits, "Calendar usage limits exceeded".
   */
  private static final Pattern PAUSE =
      Pattern.compile(
          "(rate|usage|request)s?[ _-]?limits?|quota[ _-]?exceeded|too[ _-]?many[ _-]?requests",
          Pattern.CASE_INSENSITIVE);

  /**
   * Bytes with what the Content-Type header says about them.
   *
   * @param type media type without parameters, lower case, or empty
   * @param charset or empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Body(byte[] bytes, String type, String charset) {}

  /** The same without a tag: what is there now is not known. */
  public Answer withoutTag() {
    return new Answer(status, error, Optional.empty(), "", location, retryAfter, body, excerpt);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether a status of success says that the request was carried out. A login page comes with 200
   * to any method (SOGo at its root, a hotel's network); 202 is a promise; a 207 that cannot be
   * read may hold a refusal.
   */
  public boolean isBelievable() {
    return switch (status) {
      case 200 -> !isPage();
      case 201, 204 -> true;
      default -> false;
    };
  }

  /**
   * Whether the server wants to be left alone for a while, whatever was asked. Google says so with
   * 403; a condition that is named with it is about the one resource.
   */
  public boolean asksForPause() {
    return switch (status) {
      case 429, 503 -> true;
      case FORBIDDEN ->
          retryAfter.isPresent()
              || (error.conditions().isEmpty()
                  && PAUSE.matcher(error.text() + " " + excerpt).find());
      default -> false;
    };
  }

  /** Whether it is a web page. */
  public boolean isPage() {
    return body.type().equals("text/html") || body.type().equals("application/xhtml+xml");
  }

  /** Status and what the server says, for messages. */
  public String describe() {
    String says = error.isEmpty() ? excerpt : error.text();
    String named =
        error.conditions().isEmpty()
            ? ""
            : " " + error.conditions().stream().map(c -> c.getLocalPart()).toList();
    return "HTTP status " + status + named + (says.isEmpty() ? "" : " (" + says + ")");
  }
}
