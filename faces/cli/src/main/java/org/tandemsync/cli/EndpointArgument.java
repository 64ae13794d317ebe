package org.tandemsync.cli;

import org.tandemsync.services.CannotRun;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;

/**
 * Endpoints as they are typed: {@code pst:FILE#FOLDER}, {@code desktop:FOLDER}, {@code dav:URL},
 * {@code folder:DIR}.
 */
final class EndpointArgument {
  private EndpointArgument() {}

  /** The endpoint, asked as whom the options say, else as the stored account at that server. */
  static Endpoint parse(String text, ServerOptions server, Session session) {
    server.check();
    server.announce(session);
    // Only a server needs the stored accounts; for a file no state is opened.
    boolean accounts = text.startsWith("dav:") && !server.given();
    Configuration configuration =
        accounts ? session.application().profiles().configuration() : Configuration.EMPTY;
    try {
      return server.applyTo(session.endpoints(configuration).parse(text), session);
    } catch (IllegalArgumentException notOne) {
      throw new CannotRun(String.valueOf(notOne.getMessage()), notOne);
    }
  }
}
