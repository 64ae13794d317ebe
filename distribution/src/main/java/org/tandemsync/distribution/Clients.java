package org.tandemsync.distribution;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.KerberosTickets;
import org.tandemsync.dav.client.Origin;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Connection;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.sync.StoreException;

/**
 * Opens connections to servers with the passwords that belong to them.
 *
 * @param integrated who is signed in at this machine, where the system itself shows that to servers
 */
record Clients(
    Secrets secrets, Connecting connecting, Optional<Credentials.Handshakes> integrated) {

  /** Asks a server; where it wants to know who asks and nobody was named, that is what is said. */
  <A> A ask(Endpoint.Dav at, Function<DavClient, A> question) {
    try (DavClient client = open(at)) {
      return question.apply(client);
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.UNAUTHORIZED && at.access().anonymous()) {
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
    refuseClearText(at);
    return new DavClient(at.url(), credentials(at.access(), at.url()), connecting.settings(at));
  }

  /** Everybody on the way can read and use what goes over http. Of Digest only a hash does. */
  private static void refuseClearText(Endpoint.Dav at) {
    Access access = at.access();
    boolean secret = !access.anonymous() && access.signIn() != Access.SignIn.DIGEST;
    if (secret
        && at.url().getScheme().equals("http")
        && !access.connection().passwordInClearText()
        && !staysHere(at)) {
      throw new CannotRun(
          at.url().getScheme()
              + "://"
              + at.url().getRawAuthority()
              + " is not encrypted: everybody on the way could "
              + (access.signIn() == Access.SignIn.NEGOTIATE
                  ? "use the ticket"
                  : "read the password")
              + ". Nothing was sent."
              + " Next step: write https:// if the server has it; if it is in a network that you"
              + " trust, say so in its account: password-in-clear-text = true");
    }
  }

  private static boolean staysHere(Endpoint.Dav at) {
    boolean proxyHere =
        !(at.access().connection().proxy() instanceof Connection.Proxy.Manual manual)
            || Origin.isThisMachine(manual.host());
    return proxyHere && Origin.isThisMachine(String.valueOf(at.url().getHost()));
  }

  private Credentials credentials(Access access, URI url) {
    if (access.anonymous()) {
      return new Credentials.Anonymous();
    }
    String server = url.getScheme() + "://" + url.getRawAuthority();
    String purpose = access.user().isEmpty() ? server : access.user() + " at " + server;
    SecretSource source = access.password() == null ? new SecretSource.Prompt() : access.password();
    return switch (access.signIn()) {
      case BASIC -> new Credentials.Basic(plainUser(access.user()), read(source, purpose));
      case DIGEST -> new Credentials.Digest(plainUser(access.user()), read(source, purpose));
      case NEGOTIATE -> negotiate(access, purpose);
      case BEARER -> new Credentials.Bearer(new ReadToken(secrets, source, purpose));
    };
  }

  private Credentials negotiate(Access access, String purpose) {
    SecretSource source = access.password();
    if (source != null) {
      return new Credentials.Negotiate(
          KerberosTickets.ofPassword(access.user(), read(source, purpose)));
    }
    return integrated.isPresent()
        ? new Credentials.Integrated(integrated.get())
        : new Credentials.Negotiate(KerberosTickets.ofSystem(access.user()));
  }

  private String read(SecretSource source, String purpose) {
    return secrets.read(source, purpose).reveal();
  }

  private static String plainUser(String user) {
    if (user.indexOf(':') >= 0) {
      throw new CannotRun(
          "The user name '"
              + user
              + "' has a colon in it, which servers cannot understand. Next step: check it.");
    }
    return user;
  }
}
