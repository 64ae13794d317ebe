package org.tandemsync.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.ConfigurationFile;
import org.tandemsync.services.configuration.Connection;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;

/** What was found as a configuration file: an account for each host, a profile for each kind. */
final class FoundConfiguration {
  private final OutlookPlaces outlook;
  private final Access access;
  private final Set<String> names = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final StringBuilder profiles = new StringBuilder();

  /**
   * @param access as whom the accounts ask
   */
  FoundConfiguration(OutlookPlaces outlook, Access access) {
    this.outlook = outlook;
    this.access = access;
  }

  String text(Discovery.Found found, String account) {
    Set<String> own = new LinkedHashSet<>(found.addresses());
    for (Discovery.Offer offer : found.offers()) {
      if (!offer.kinds().isEmpty()) {
        Account at = account(offer.url(), account, own);
        offer.kinds().stream().sorted().forEach(kind -> profile(offer, kind, at));
      }
    }
    return ConfigurationFile.write(new Configuration(List.copyOf(accounts.values()), List.of()))
        + profiles;
  }

  /** A password belongs to a host; the second host says that it is the first one's. */
  private Account account(URI collection, String name, Set<String> own) {
    URI root = collection.resolve("/");
    String origin = new Endpoint.Dav(root, access).origin();
    return accounts.computeIfAbsent(
        origin,
        o -> {
          if (accounts.isEmpty()) {
            return new Account(name, root, access, own);
          }
          String first = accounts.values().iterator().next().name();
          SecretSource source =
              access.password() == null ? null : new SecretSource.OtherAccount(first);
          return new Account(
              first + "-" + (accounts.size() + 1),
              root,
              new Access(access.user(), source, access.signIn(), Connection.USUAL),
              own);
        });
  }

  private void profile(Discovery.Offer offer, Family kind, Account at) {
    String folder = outlook.usual(kind);
    String place =
        folders.add(folder) ? folder : unique(folder + "/" + plain(offer.name()), folders);
    boolean several = offer.kinds().size() > 1;
    String name = unique(plain(offer.name()) + (several ? " (" + kind.label() + ")" : ""), names);
    List<String> lines = new ArrayList<>();
    lines.add("\n[[profiles]]");
    lines.add("name = " + quoted(name));
    if (several) {
      lines.add("family = " + quoted(kind.label()));
    }
    lines.add("outlook = { " + outlook.text(place) + " }");
    lines.add(
        "server = { account = "
            + quoted(at.name())
            + ", collection = "
            + quoted(offer.url().getRawPath())
            + " }");
    if (!offer.writable()) {
      lines.add("mode = \"server-to-outlook\"  # the server lets you read it only");
    }
    profiles.append(String.join("\n", lines)).append('\n');
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + " " + i;
    }
    return name;
  }

  /** A name without what would be a path in Outlook. */
  private static String plain(String name) {
    String plain = name.replace('/', '-').strip();
    return plain.isEmpty() ? "?" : plain;
  }

  private static String quoted(String text) {
    return ConfigurationFile.quoted(text);
  }
}
