package org.tandemsync.distribution;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.sync.StoreException;

/** Opens connections to servers with the passwords that belong to them. */
record Clients(Secrets secrets, InstantSource clock) {

  /** Asks a server; where it wants to know who asks and nobody was named, that is what is said. */
  <A> A ask(Endpoint.Dav at, Function<DavClient, A> question) {
    try (DavClient client = open(at)) {
      return question.apply(client);
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.UNAUTHORIZED && at.access().user().isEmpty()) {
        throw new StoreException(
            e.reason(),
            "The server "
                + at.url()
                + " wants to know who asks. Next step: add --user NAME, or --account NAME if it is"
                + " configured ('tandem accounts' lists them).",
            e);
      }
      throw e;
    }
  }

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
