package org.tandemsync.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** As whom a server is asked: a user and where the password is, or a stored account. */
final class ServerOptions {

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "User name on the server. The password is asked for unless it is named below.")
  private @Nullable String user;

  @ArgGroup private @Nullable Password password;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Ask as this account of the configuration ('tandem accounts' lists them).")
  private @Nullable String account;

  /** Where the password is. Never the password. */
  static final class Password {
    @Option(
        names = "--password-env",
        paramLabel = "VARIABLE",
        description = "The password is in this environment variable.")
    private @Nullable String variable;

    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description = "The password is the first line of this file.")
    private @Nullable Path file;

    @Option(names = "--password-stdin", description = "The password comes on standard input.")
    private boolean standardInput;

    SecretSource source(Invocation invocation) {
      if (variable != null) {
        return new SecretSource.Environment(variable);
      }
      return file != null
          ? new SecretSource.SecretFile(invocation.directory().resolve(file))
          : new SecretSource.Prompt();
    }
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String account() {
    return account;
  }

  /** Whether the command line says as whom, so that no stored account is looked for. */
  boolean given() {
    return user != null || account != null || (password != null && !password.standardInput);
  }

  /** Tells the session about {@code --password-stdin}. To be called before anything is opened. */
  void announce(Session session) {
    session.passwordsFromStandardInput(password != null && password.standardInput);
  }

  /** The endpoint, asked as these options say; without them as it was parsed. */
  Endpoint applyTo(Endpoint endpoint, Session session) {
    if (!(endpoint instanceof Endpoint.Dav dav)) {
      return endpoint;
    }
    String name = account;
    if (name != null) {
      Account stored = stored(name, session);
      if (!origin(stored.url()).equals(origin(dav.url()))) {
        throw new CannotRun(
            "The account '"
                + name
                + "' is one at "
                + origin(stored.url())
                + ", its password is not sent to "
                + origin(dav.url())
                + ". Next step: name another account, or --user.");
      }
      return new Endpoint.Dav(dav.url(), access(stored, session));
    }
    return user == null ? dav : new Endpoint.Dav(dav.url(), access(user, session));
  }

  /** As whom a stored account asks. */
  static Access access(Account account, Session session) {
    try {
      return session.application().profiles().configuration().access(account);
    } catch (IllegalArgumentException e) {
      throw new CannotRun("account '" + account.name() + "': " + e.getMessage(), e);
    }
  }

  /** As this user with the password that the options name, else asked for. */
  Access access(String name, Session session) {
    SecretSource source =
        password == null ? new SecretSource.Prompt() : password.source(session.invocation());
    return name.isEmpty() ? Access.ANONYMOUS : new Access(name, source);
  }

  /** The options in themselves. */
  void check() {
    check(user != null);
  }

  /**
   * @param named whether it is known whose the password is
   */
  void check(boolean named) {
    if (user != null && account != null) {
      throw new CannotRun("--user and --account exclude each other. Next step: give one of them.");
    }
    if (password != null && !named && !password.standardInput) {
      throw new CannotRun("A password belongs to a user. Next step: add --user NAME.");
    }
  }

  /** The stored account of this name. */
  static Account stored(String name, Session session) {
    Configuration configuration = session.application().profiles().configuration();
    return configuration
        .account(name)
        .orElseThrow(
            () ->
                new CannotRun(
                    "There is no account '"
                        + name
                        + "'. "
                        + (configuration.accounts().isEmpty()
                            ? "None is configured. Next step: tandem apply -f FILE"
                            : "There are: "
                                + configuration.accounts().stream()
                                    .map(Account::name)
                                    .collect(Collectors.joining(", ")))));
  }

  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return scheme + "://" + host + (port == usual ? "" : ":" + port);
  }
}
