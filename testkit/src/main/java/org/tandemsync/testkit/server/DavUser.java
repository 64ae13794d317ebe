package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Someone who may sign in, or a room.
 *
 * @param displayName as people see it
 * @param type CUTYPE: INDIVIDUAL, ROOM, RESOURCE
 * @param resourceId such as {@code urn:uuid:...}, or empty
 */
record DavUser(String name, String password, String displayName, String type, String resourceId) {

  static DavUser person(String name, String password) {
    return new DavUser(name, password, name, "INDIVIDUAL", "");
  }

  String mail() {
    return name + "@example.org";
  }

  /** Whether a calendar user address is this one's. */
  boolean is(String address) {
    return address.strip().toLowerCase(Locale.ROOT).equals("mailto:" + mail());
  }

  /** What the Authorization header of this user says (RFC 7617, UTF-8). */
  String authorization() {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "DavUser[" + name + "]";
  }
}
