package org.tandemsync.dav.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is sent.
 *
 * @param repeatable whether it changes nothing, so that it may be sent again
 * @param headers besides those that every request has
 * @param body null for none
 * @param maxBytes the largest answer
 * @param patient whether the server may be silent for as long as an answer may take as a whole
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(
    String method,
    Href target,
    boolean repeatable,
    Map<String, String> headers,
    byte @Nullable [] body,
    String contentType,
    long maxBytes,
    boolean patient) {

  /** One that is answered soon. */
  Request(
      String method,
      Href target,
      boolean repeatable,
      Map<String, String> headers,
      byte @Nullable [] body,
      String contentType,
      long maxBytes) {
    this(method, target, repeatable, headers, body, contentType, maxBytes, false);
  }
}
