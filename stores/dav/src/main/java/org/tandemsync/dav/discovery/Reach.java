package org.tandemsync.dav.discovery;

import java.net.URI;
import java.util.Optional;
import org.tandemsync.dav.client.DavClient;

/** Clients for the hosts that an account's things are on. Says which hosts may be told who asks. */
public interface Reach {

  /** The address that the person named. */
  DavClient start();

  /**
   * A client for a host that the server named, signed in as on the first one.
   *
   * @return empty if that host must not get the password
   */
  Optional<DavClient> at(URI url);

  /** One host and no other. */
  static Reach only(DavClient client) {
    return new Reach() {
      @Override
      public DavClient start() {
        return client;
      }

      @Override
      public Optional<DavClient> at(URI url) {
        return Optional.empty();
      }
    };
  }
}
