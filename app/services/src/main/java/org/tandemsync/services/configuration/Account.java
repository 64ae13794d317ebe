package org.tandemsync.services.configuration;

import java.net.URI;

/**
 * A server and as whom it is asked.
 *
 * @param name how profiles refer to it
 * @param url where the server is: its root, a principal, a home or a collection
 */
public record Account(String name, URI url, Access access) {
  public Account {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an account has a name");
    }
  }
}
