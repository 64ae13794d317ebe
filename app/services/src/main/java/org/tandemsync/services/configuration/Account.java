package org.tandemsync.services.configuration;

import java.net.URI;
import java.util.Set;

/**
 * A server and as whom it is asked.
 *
 * @param name how profiles refer to it
 * @param url where the server is: its root, a principal, a home or a collection
 * @param ownAddresses the person's mail addresses there, lower case, for profiles that name none
 */
public record Account(String name, URI url, Access access, Set<String> ownAddresses) {
  public Account {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an account has a name");
    }
    ownAddresses = Set.copyOf(ownAddresses);
  }

  public Account(String name, URI url, Access access) {
    this(name, url, access, Set.of());
  }
}
