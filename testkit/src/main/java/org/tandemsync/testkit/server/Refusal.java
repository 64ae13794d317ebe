package org.tandemsync.testkit.server;

/** Ends the work on a request early with an answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient DavResponse response;

  Refusal(DavResponse response) {
    super("HTTP " + response.status(), null, false, false);
    this.response = response;
  }

  DavResponse response() {
    return response;
  }
}
