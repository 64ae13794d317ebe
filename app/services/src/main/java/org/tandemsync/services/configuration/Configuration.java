package org.tandemsync.services.configuration;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All accounts and profiles, each in the order of the file. Names are unique. */
public record Configuration(List<Account> accounts, List<Profile> profiles) {
  public static final Configuration EMPTY = new Configuration(List.of(), List.of());

  public Configuration {
    accounts = List.copyOf(accounts);
    profiles = List.copyOf(profiles);
    unique(accounts.stream().map(Account::name).toList(), "accounts");
    unique(profiles.stream().map(Profile::name).toList(), "profiles");
  }

  public Optional<Account> account(String name) {
    return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  public Optional<Profile> profile(String name) {
    return profiles.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The Outlook side of a profile. */
  public Endpoint left(Profile profile) {
    return switch (profile.outlook()) {
      case OutlookEndpoint.Pst pst -> new Endpoint.Pst(pst.file(), pst.folder());
      case OutlookEndpoint.Desktop(String folder, OutlookStart start, boolean customForms) ->
          new Endpoint.Desktop(folder, start, customForms);
    };
  }

  /**
   * The server side of a profile.
   *
   * @throws IllegalArgumentException if its account is not there, or at another server
   */
  public Endpoint right(Profile profile) {
    return switch (profile.server()) {
      case ServerEndpoint.Directory directory -> new Endpoint.Directory(directory.path());
      case ServerEndpoint.Collection collection -> {
        Account account =
            account(collection.account())
                .orElseThrow(() -> new IllegalArgumentException(noAccount(collection.account())));
        yield new Endpoint.Dav(url(account, collection.collection()), access(account));
      }
    };
  }

  /**
   * As whom an account asks: where another one's password is taken, with that one's place.
   *
   * @throws IllegalArgumentException if the other one is not there
   */
  public Access access(Account account) {
    if (!(account.access().password() instanceof SecretSource.OtherAccount(String name))) {
      return account.access();
    }
    Account other = account(name).orElseThrow(() -> new IllegalArgumentException(noAccount(name)));
    SecretSource source = other.access().password();
    return switch (source) {
      case null ->
          throw new IllegalArgumentException("account '" + name + "' has no password to share");
      case SecretSource.OtherAccount another ->
          throw new IllegalArgumentException(
              "account '" + name + "' does not say itself where its password is kept");
      case SecretSource.Prompt prompt ->
          account
              .access()
              .withPassword(
                  new SecretSource.Prompt(
                      other.access().user() + " at " + ServerUrl.shown(other.url())));
      case SecretSource kept -> account.access().withPassword(kept);
    };
  }

  /** The person's mail addresses at the account of a profile's server. */
  public Set<String> ownAddresses(Profile profile) {
    return profile.server() instanceof ServerEndpoint.Collection(String account, String at)
        ? account(account).map(Account::ownAddresses).orElse(Set.of())
        : Set.of();
  }

  String noAccount(String name) {
    List<String> names = accounts.stream().map(Account::name).toList();
    return "there is no account '"
        + name
        + "'; "
        + (names.isEmpty() ? "there are none" : Spelling.hint(name, names));
  }

  /** The address of a collection of an account: the password goes to its own server only. */
  static URI url(Account account, String collection) {
    URI url;
    try {
      url = account.url().resolve(collection);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + collection + "' is no path of a collection (a blank is written %20)", e);
    }
    ServerUrl checked = ServerUrl.parse(url.toString());
    if (!ServerUrl.origin(checked.url()).equals(ServerUrl.origin(account.url()))) {
      throw new IllegalArgumentException(
          "the collection is at "
              + checked.url().getHost()
              + ", but account '"
              + account.name()
              + "' is at "
              + account.url().getHost()
              + "; name the account of that server");
    }
    return checked.url();
  }

  private static void unique(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two " + what + " have the name '" + name + "'");
      }
    }
  }
}
