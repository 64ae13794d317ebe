package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Someone who may sign in. */
record DavUser(String name, String password) {

  String mail() {
    return name + "@example.org";
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
