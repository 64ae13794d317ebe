package org.tandemsync.services.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads endpoints as they are typed: {@code pst:FILE#FOLDER}, {@code desktop:FOLDER}, {@code
 * dav:URL}, {@code dav:ACCOUNT}, {@code folder:DIR}.
 *
 * @param base what relative paths are relative to
 * @param home what {@code ~} stands for
 */
public record Endpoints(Path base, Path home, Configuration configuration) {

  private static final String FORMS =
      "an endpoint is pst:FILE, pst:FILE#FOLDER, desktop:FOLDER, dav:URL, dav:ACCOUNT or"
          + " folder:DIRECTORY";

  /**
   * The endpoint that a text names. A {@code dav:} one is asked as the user of the stored account
   * at the same server; {@code dav:https://alice@host/} says which if there are several.
   *
   * @throws IllegalArgumentException with a message for people if it is none
   */
  public Endpoint parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is no endpoint: " + FORMS);
    }
    String rest = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "pst" -> pst(rest);
      case "desktop" -> new Endpoint.Desktop(rest.strip());
      case "folder" -> new Endpoint.Directory(new FilePaths(base, home).resolve(rest));
      case "dav" -> dav(rest);
      case "http", "https" ->
          throw new IllegalArgumentException("write dav: before the address; " + FORMS);
      default -> throw new IllegalArgumentException("'" + text + "' is no endpoint: " + FORMS);
    };
  }

  private Endpoint pst(String rest) {
    // File names may have a # in them, but hardly behind ".pst".
    int ending = rest.toLowerCase(Locale.ROOT).indexOf(".pst#");
    int hash = ending >= 0 ? ending + 4 : rest.indexOf('#');
    String file = hash < 0 ? rest : rest.substring(0, hash);
    return new Endpoint.Pst(
        new FilePaths(base, home).resolve(file), hash < 0 ? "" : rest.substring(hash + 1));
  }

  private Endpoint dav(String rest) {
    Optional<Account> named = configuration.account(rest);
    if (named.isPresent()) {
      return new Endpoint.Dav(named.get().url(), configuration.access(named.get()));
    }
    ServerUrl server = ServerUrl.parse(rest);
    return new Endpoint.Dav(server.url(), access(server.url(), server.user()));
  }

  private Access access(URI url, @Nullable String user) {
    List<Access> known =
        configuration.accounts().stream()
            .filter(a -> ServerUrl.origin(a.url()).equals(ServerUrl.origin(url)))
            .map(configuration::access)
            .filter(a -> user == null || a.user().equals(user))
            .distinct()
            .toList();
    if (known.size() > 1) {
      throw new IllegalArgumentException(
          "several accounts are at "
              + url.getHost()
              + " ("
              + known.stream().map(Access::user).collect(Collectors.joining(", "))
              + "); say which one: dav:https://USER@"
              + url.getHost()
              + "/ with %40 for an @");
    }
    if (known.size() == 1) {
      return known.getFirst();
    }
    return user == null ? Access.ANONYMOUS : new Access(user, new SecretSource.Prompt());
  }
}
