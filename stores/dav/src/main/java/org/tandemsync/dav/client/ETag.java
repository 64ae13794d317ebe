package org.tandemsync.dav.client;

import java.util.Optional;

/**
 * An entity tag (RFC 9110 8.8.3). Two are equal if weakness and opaque part are, however the server
 * quoted them: some give the property without quotes (Yandex, SOGo's directory of users).
 *
 * @param weak a weak tag cannot be used in If-Match
 * @param opaque what stands between the quotes
 */
public record ETag(boolean weak, String opaque) {

  /** Reads strong, weak and bare tags; empty if there is none that could be sent back. */
  public static Optional<ETag> parse(String text) {
    String rest = text.strip();
    boolean weak = rest.startsWith("W/") || rest.startsWith("w/");
    if (weak) {
      rest = rest.substring(2).strip();
    }
    if (rest.length() >= 2 && rest.startsWith("\"") && rest.endsWith("\"")) {
      rest = rest.substring(1, rest.length() - 1);
    }
    // "None" is how some servers (SOGo among them) print that there is no tag.
    if (rest.isEmpty() || rest.equals("None") || !rest.chars().allMatch(ETag::sendable)) {
      return Optional.empty();
    }
    return Optional.of(new ETag(weak, rest));
  }

  private static boolean sendable(int c) {
    return c >= 0x20 && c < 0x7f && c != '"';
  }

  /** As it stands in a header. */
  public String text() {
    return (weak ? "W/\"" : "\"") + opaque + "\"";
  }

  @Override
  public String toString() {
    return text();
  }
}
