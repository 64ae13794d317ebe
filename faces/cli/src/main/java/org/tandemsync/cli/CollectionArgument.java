package org.tandemsync.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Endpoint;

/**
 * A server, or a collection of one, as it is typed: an address, or the name or path of a collection
 * of an account.
 *
 * @param offer what the server says about the collection
 * @param endpoint the collection itself
 */
record CollectionArgument(Discovery.Offer offer, Endpoint.Dav endpoint) {

  /** The server at an address, or that of the account; of the only account if none is named. */
  static Endpoint.Dav server(@Nullable String address, ServerOptions server, Session session) {
    server.check();
    server.announce(session);
    if (address != null) {
      return (Endpoint.Dav)
          EndpointArgument.parse("dav:" + DiscoveryStarts.url(address), server, session);
    }
    String name = server.account();
    Account account = name == null ? only(session) : ServerOptions.stored(name, session);
    String user = server.user();
    return new Endpoint.Dav(
        account.url(),
        user == null ? ServerOptions.access(account, session) : server.access(user, session));
  }

  private static Account only(Session session) {
    List<Account> accounts = session.application().profiles().configuration().accounts();
    if (accounts.size() == 1) {
      return accounts.getFirst();
    }
    throw new CannotRun(
        "On which server? Next step: "
            + (accounts.isEmpty()
                ? "give its address, and --user NAME."
                : "name one of the accounts with --account: "
                    + accounts.stream().map(Account::name).collect(Collectors.joining(", "))));
  }

  /** The collection that is meant. */
  static CollectionArgument parse(String typed, ServerOptions options, Session session) {
    boolean isAddress = typed.contains("://");
    Endpoint.Dav server = server(isAddress ? typed : null, options, session);
    List<Discovery.Offer> offers =
        session.application().discovery().discover(server).offers().stream()
            .filter(o -> !o.kinds().isEmpty())
            .toList();
    boolean isPath = isAddress || typed.startsWith("/");
    List<Discovery.Offer> meant =
        isPath
            ? offers.stream().filter(o -> isSame(o.url(), server.url().resolve(typed))).toList()
            : named(typed, offers);
    if (meant.size() == 1) {
      Discovery.Offer offer = meant.getFirst();
      return new CollectionArgument(offer, new Endpoint.Dav(offer.url(), server.access()));
    }
    throw meant.isEmpty() ? unknown(typed, server, offers) : ambiguous(typed, meant);
  }

  private static List<Discovery.Offer> named(String name, List<Discovery.Offer> offers) {
    List<Discovery.Offer> exact = offers.stream().filter(o -> o.name().equals(name)).toList();
    return exact.isEmpty()
        ? offers.stream().filter(o -> o.name().equalsIgnoreCase(name)).toList()
        : exact;
  }

  /** Whether two addresses are the same, however their paths are escaped. */
  static boolean isSame(URI one, URI other) {
    return new Endpoint.Dav(one, Access.ANONYMOUS)
            .origin()
            .equals(new Endpoint.Dav(other, Access.ANONYMOUS).origin())
        && path(one).equals(path(other));
  }

  private static String path(URI url) {
    String path = String.valueOf(url.getPath());
    return path.endsWith("/") ? path : path + "/";
  }

  private static CannotRun unknown(
      String typed, Endpoint.Dav server, List<Discovery.Offer> offers) {
    return new CannotRun(
        "There is no collection '"
            + typed
            + "' on "
            + server.origin().toLowerCase(Locale.ROOT)
            + ". "
            + (offers.isEmpty()
                ? "There is none at all."
                : "There are: "
                    + offers.stream()
                        .map(o -> o.name() + " (" + o.url().getRawPath() + ")")
                        .collect(Collectors.joining(", "))));
  }

  private static CannotRun ambiguous(String typed, List<Discovery.Offer> meant) {
    return new CannotRun(
        "There are several '"
            + typed
            + "'. Next step: give the path of the one you mean: "
            + meant.stream().map(o -> o.url().getRawPath()).collect(Collectors.joining(", ")));
  }
}
