package org.tandemsync.testkit.server;

/**
 * A request that reached the server.
 *
 * @param status of the answer; 0 when the connection was cut instead
 * @param report the kind of a REPORT ("sync-collection"), else empty
 * @param ifMatch the header, empty when not sent; so are the other two headers
 * @param authorized whether credentials were sent (never which)
 * @param carriedOut false when a dial answered or cut the connection instead
 */
public record SeenRequest(
    String method,
    String path,
    int status,
    long bytesIn,
    long bytesOut,
    String report,
    String depth,
    String ifMatch,
    String ifNoneMatch,
    String userAgent,
    boolean authorized,
    boolean carriedOut) {

  /** Whether this request changes anything on the server. */
  public boolean isWrite() {
    return switch (method) {
      case "PUT", "DELETE", "MOVE", "COPY", "MKCALENDAR", "MKCOL", "PROPPATCH", "POST" -> true;
      default -> false;
    };
  }

  /** Whether this request asks for bodies of items. */
  public boolean isRead() {
    return method.equals("GET") || report.endsWith("-multiget");
  }
}
