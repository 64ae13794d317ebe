package org.tandemsync.distribution;

import java.net.URI;
import java.time.InstantSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;

/** Opens connections to servers with the passwords that belong to them. */
record Clients(Secrets secrets, InstantSource clock) {

  /** The caller closes it. */
  DavClient open(Endpoint.Dav at) {
    return new DavClient(at.url(), credentials(at.access(), at.url()), DavSettings.usual(clock));
  }

  private Credentials credentials(Access access, URI url) {
    if (access.user().isEmpty()) {
      return new Credentials.Anonymous();
    }
    if (access.user().indexOf(':') >= 0) {
      throw new CannotRun(
          "The user name '"
              + access.user()
              + "' has a colon in it, which servers cannot understand. Next step: check it.");
    }
    SecretSource source = access.password();
    String purpose = access.user() + " at " + url.getScheme() + "://" + url.getRawAuthority();
    String password =
        secrets.read(source == null ? new SecretSource.Prompt() : source, purpose).reveal();
    return new Credentials.Basic(access.user(), password);
  }
}
