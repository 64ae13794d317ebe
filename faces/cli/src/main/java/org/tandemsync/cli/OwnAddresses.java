package org.tandemsync.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import picocli.CommandLine.Option;

/** Whose items they are: mail addresses tell own meetings from those of others. */
final class OwnAddresses {

  @Option(
      names = "--own-address",
      paramLabel = "ADDRESS",
      description =
          "A mail address of yours; may be given several times. It tells your own meetings from"
              + " those of others. Usual: those of the account, and a user that is an address.")
  private List<String> addresses = List.of();

  /** Those that were given, else what is known of the servers among the endpoints, lower case. */
  Set<String> of(Session session, Endpoint... endpoints) {
    Set<String> own = new HashSet<>();
    addresses.forEach(address -> own.add(address.strip().toLowerCase(Locale.ROOT)));
    for (Endpoint endpoint : endpoints) {
      if (own.isEmpty() && endpoint instanceof Endpoint.Dav dav) {
        own.addAll(known(dav, session));
      }
    }
    return own;
  }

  private static Set<String> known(Endpoint.Dav dav, Session session) {
    Set<String> own = new HashSet<>();
    Configuration configuration = session.application().profiles().configuration();
    for (Account account : configuration.accounts()) {
      boolean here =
          new Endpoint.Dav(account.url(), account.access()).origin().equals(dav.origin());
      if (here && account.access().user().equals(dav.access().user())) {
        own.addAll(account.ownAddresses());
      }
    }
    if (own.isEmpty() && dav.access().user().indexOf('@') > 0) {
      own.add(dav.access().user().toLowerCase(Locale.ROOT));
    }
    return own;
  }
}
