package org.tandemsync.dav.discovery;

import org.tandemsync.dav.client.DavException;

/** What failures say about whether there is something at an address. */
final class Absence {
  private Absence() {}

  /** A web page, a 404 or a 405 (Apache before SOGo) only say that this is not the place. */
  static boolean ofAnything(DavException e) {
    return switch (e.kind()) {
      case NOT_UNDERSTOOD, NOT_DAV, REDIRECTED -> true;
      case STATUS -> e.status() != 401 && e.status() < 500 && !e.asksForPause();
      case NOT_SENT, LOST, TIMEOUT, TOO_LARGE, NOT_SIGNED_IN, ELSEWHERE -> false;
    };
  }

  /**
   * Whether nothing is at an address that a collection was at. That it is locked or not to be seen
   * now (403, 423) does not say so.
   */
  static boolean ofCollection(DavException e) {
    return switch (e.kind()) {
      case NOT_DAV -> true;
      case STATUS -> e.status() == 404 || e.status() == 405 || e.status() == 410;
      case NOT_UNDERSTOOD, REDIRECTED, NOT_SENT, LOST, TIMEOUT, TOO_LARGE -> false;
      case NOT_SIGNED_IN, ELSEWHERE -> false;
    };
  }
}
