package org.tandemsync.dav.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was not answered as it should be. Carries method, URL, status and the beginning of
 * the answer; never credentials.
 */
public final class DavException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What callers treat differently. */
  public enum Kind {
    /** No connection: the server has certainly not seen the request. */
    NOT_SENT,
    /** The connection broke before the answer was complete: it may have been carried out. */
    LOST,
    /** No answer in time: it may have been carried out. */
    TIMEOUT,
    /** An answer with an HTTP status that says no. */
    STATUS,
    /** An answer that cannot be understood: not XML, cut short, not a DAV server at all. */
    NOT_UNDERSTOOD,
    /** An answer above the limit. */
    TOO_LARGE,
    /** Something else than DAV answers there, a web page: nothing follows about any resource. */
    NOT_DAV,
    /** Who asks cannot be shown as the account wants it. It was certainly not carried out. */
    NOT_SIGNED_IN,
    /**
     * A multi-status about other addresses than the one that was asked: nothing follows from it.
     */
    ELSEWHERE,
    /** Sent on to where the request must not go. It was certainly not carried out. */
    REDIRECTED
  }

  private final Kind kind;
  private final String method;
  private final String url;
  private final String detail;
  private final int status;
  private final transient Preconditions preconditions;
  private final transient @Nullable Duration retryAfter;
  private final boolean pause;

  DavException(Kind kind, String method, String url, String detail, @Nullable Throwable cause) {
    super(method + " " + url + ": " + detail, cause);
    this.kind = kind;
    this.method = method;
    this.url = url;
    this.detail = detail;
    this.status = 0;
    this.preconditions = Preconditions.NONE;
    this.retryAfter = null;
    this.pause = false;
  }

  DavException(String method, String url, Answer answer) {
    super(method + " " + url + ": " + answer.describe());
    this.kind = Kind.STATUS;
    this.method = method;
    this.url = url;
    this.detail = answer.describe();
    this.status = answer.status();
    this.preconditions = answer.error();
    this.retryAfter = answer.retryAfter().orElse(null);
    this.pause = answer.asksForPause();
  }

  public Kind kind() {
    return kind;
  }

  public String method() {
    return method;
  }

  /** Without user and password. */
  public String url() {
    return url;
  }

  /** What went wrong, without the request. */
  public String detail() {
    return detail;
  }

  /** The whole message. */
  public String text() {
    return method + " " + url + ": " + detail;
  }

  /** The HTTP status, or 0 if there was none. */
  public int status() {
    return status;
  }

  public Preconditions preconditions() {
    return preconditions;
  }

  /** Whether the server asks for a pause, whatever the status. */
  public boolean asksForPause() {
    return pause;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
