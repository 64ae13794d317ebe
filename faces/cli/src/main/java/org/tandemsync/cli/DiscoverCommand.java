package org.tandemsync.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.ServerPreset;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem discover}. */
@Command(
    name = "discover",
    description = "List what a server offers: calendars, task lists, address books, rights.",
    footer = {
      "",
      "Examples:",
      "  tandem discover alice@example.org",
      "  tandem discover https://dav.example.org/ --user alice",
      "  tandem discover dav.example.org --user alice --password-file ~/.office-password",
      "  tandem discover cloud.example.org --preset nextcloud --user alice",
      "  tandem discover --account office",
      "  tandem discover --from-outlook               (the account behind Outlook's calendar)",
      "  tandem discover alice@example.org --toml --outlook outlook.pst > tandem.toml"
    })
final class DiscoverCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..1",
      description =
          "A mail address, a host, or the address of a server or of anything on it. Not needed with"
              + " --account.")
  private @Nullable String address;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "A provider, or a program that runs on the host; --presets lists them.")
  private @Nullable String preset;

  @Option(names = "--presets", description = "List the known providers and programs.")
  private boolean presets;

  @Option(
      names = "--from-outlook",
      paramLabel = "FOLDER",
      arity = "0..1",
      fallbackValue = "calendar",
      description =
          "Take mail address and user of the account behind a folder of the Outlook that runs"
              + " (else its calendar; on Windows).")
  private @Nullable String fromOutlook;

  @Option(names = "--toml", description = "Print a configuration: accounts and profiles.")
  private boolean toml;

  @Option(
      names = "--outlook",
      paramLabel = "FILE",
      description =
          "With --toml: the data file of the profiles (else outlook.pst, or the Outlook of"
              + " --from-outlook).")
  private @Nullable Path outlook;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    server.check(server.user() != null || !mail(address).isEmpty() || fromOutlook != null);
    if (fromOutlook != null && server.account() != null) {
      throw new CannotRun("--from-outlook and --account exclude each other. Give one of them.");
    }
    server.announce(session);
    if (presets) {
      return listPresets(session);
    }
    OutlookAccounts.OutlookAccount mailbox = mailbox(session);
    List<Endpoint.Dav> asked = mailbox == null ? endpoints(session) : endpoints(mailbox, session);
    Discovery.Found found = discover(asked, session);
    if (session.json()) {
      found.offers().forEach(offer -> session.print(OfferLine.json(offer)));
      return ExitStatus.DONE;
    }
    if (found.offers().isEmpty()) {
      session.say(
          "No calendar, task list or address book is to be found at "
              + asked.getFirst().url()
              + ". Next step: check the address, and as whom you ask (--user).");
      return ExitStatus.ATTENTION;
    }
    if (toml) {
      print(found, asked.getFirst(), mailbox, session);
    } else {
      show(found, session);
    }
    for (URI other : found.elsewhere()) {
      session.remark("Something is at " + other + ", which did not get the password.");
    }
    return ExitStatus.DONE;
  }

  private OutlookAccounts.@Nullable OutlookAccount mailbox(Session session) {
    if (fromOutlook == null) {
      return null;
    }
    if (fromOutlook.contains("://")) {
      throw new CannotRun(
          "'" + fromOutlook + "' is no folder. Next step: name the server before --from-outlook.");
    }
    OutlookAccounts.OutlookAccount found = session.application().outlookAccounts().of(fromOutlook);
    session.remark(
        "Outlook's account is "
            + found.address()
            + (found.user().equals(found.address()) ? "" : ", user " + found.user())
            + ".");
    return found;
  }

  /** What Outlook knows is whose account it is; where its server is the domain has to say. */
  private List<Endpoint.Dav> endpoints(OutlookAccounts.OutlookAccount mailbox, Session session) {
    DiscoveryStarts starts = new DiscoveryStarts(session);
    String user = server.user() == null ? mailbox.user() : server.user();
    String typed = address;
    String provider = preset;
    Set<URI> urls =
        provider != null
            ? starts.ofPreset(provider, typed, user)
            : typed != null ? Set.of(DiscoveryStarts.url(typed)) : starts.ofMail(mailbox.address());
    return urls.stream().map(url -> new Endpoint.Dav(url, server.access(user, session))).toList();
  }

  /** Several starts are one account: a provider has calendars here and address books there. */
  private Discovery.Found discover(List<Endpoint.Dav> asked, Session session) {
    Set<Discovery.Offer> offers = new LinkedHashSet<>();
    Set<String> addresses = new LinkedHashSet<>();
    Set<URI> elsewhere = new LinkedHashSet<>();
    List<StoreException> failures = new ArrayList<>();
    for (Endpoint.Dav endpoint : asked) {
      try {
        Discovery.Found found = session.application().discovery().discover(endpoint);
        offers.addAll(found.offers());
        addresses.addAll(found.addresses());
        elsewhere.addAll(found.elsewhere());
      } catch (StoreException e) {
        failures.add(e);
      }
    }
    if (offers.isEmpty() && !failures.isEmpty()) {
      throw failures.getFirst();
    }
    failures.forEach(e -> session.remark(String.valueOf(e.getMessage())));
    return new Discovery.Found(List.copyOf(offers), List.copyOf(addresses), List.copyOf(elsewhere));
  }

  private List<Endpoint.Dav> endpoints(Session session) {
    String name = server.account();
    String typed = address;
    String provider = preset;
    DiscoveryStarts starts = new DiscoveryStarts(session);
    if (provider != null) {
      String user = server.user() == null ? mail(typed) : server.user();
      String host = typed == null || typed.indexOf('@') >= 0 ? null : typed;
      return starts.ofPreset(provider, host, user).stream()
          .map(url -> as(url, user, session))
          .toList();
    }
    if (typed == null && name == null) {
      throw new CannotRun(
          "What is to be looked at? Next step: give the address of a server, or --account NAME.");
    }
    if (typed == null && name != null) {
      Account account = ServerOptions.stored(name, session);
      return List.of(new Endpoint.Dav(account.url(), ServerOptions.access(account, session)));
    }
    String given = String.valueOf(typed);
    if (!mail(given).isEmpty()) {
      return starts.ofMail(given).stream().map(url -> as(url, given, session)).toList();
    }
    return List.of(
        (Endpoint.Dav)
            EndpointArgument.parse("dav:" + DiscoveryStarts.url(given), server, session));
  }

  /** The text if it is a mail address, else empty. */
  private static String mail(@Nullable String typed) {
    return typed != null && typed.matches("[^@\\s/:]+@[^@\\s/:]+\\.?[^@\\s/:]*") ? typed : "";
  }

  private Endpoint.Dav as(URI url, String user, Session session) {
    if (server.given() && server.user() == null && server.account() == null) {
      return new Endpoint.Dav(url, server.access(user, session));
    }
    Endpoint.Dav endpoint = (Endpoint.Dav) EndpointArgument.parse("dav:" + url, server, session);
    return endpoint.access().anonymous() && !user.isEmpty()
        ? new Endpoint.Dav(endpoint.url(), server.access(user, session))
        : endpoint;
  }

  private OutlookPlaces places(OutlookAccounts.@Nullable OutlookAccount mailbox, Session session) {
    Path file = outlook;
    if (mailbox != null && file == null) {
      return new OutlookPlaces.Running(mailbox.folders());
    }
    return new OutlookPlaces.DataFile(
        session.invocation().directory().resolve(file == null ? Path.of("outlook.pst") : file));
  }

  private void print(
      Discovery.Found found,
      Endpoint.Dav at,
      OutlookAccounts.@Nullable OutlookAccount mailbox,
      Session session) {
    String host = String.valueOf(at.url().getHost());
    String name =
        server.account() == null ? host.replaceFirst("^(www|dav|caldav)\\.", "") : server.account();
    session
        .terminal()
        .out()
        .print(
            "# Check the folders of Outlook: each profile has its own. Then: tandem apply -f"
                + " FILE\n\n"
                + new FoundConfiguration(places(mailbox, session), at.access())
                    .text(found, String.valueOf(name)));
  }

  private static void show(Discovery.Found found, Session session) {
    try (Table table =
        new Table(session.terminal(), "", "kind", "name", "rights", "color", "address")) {
      for (Discovery.Offer offer : found.offers()) {
        table.row(
            OfferLine.kinds(offer),
            offer.name(),
            OfferLine.rights(offer),
            offer.color(),
            offer.url().toString());
      }
    }
    if (!found.addresses().isEmpty()) {
      session.remark("Your addresses there: " + String.join(", ", found.addresses()));
    }
  }

  private static ExitStatus listPresets(Session session) {
    if (session.json()) {
      for (ServerPreset one : ServerPreset.all()) {
        session.print(
            new JsonLine()
                .text("preset", one.name())
                .texts("domains", one.domains())
                .text("calendars", one.calendars())
                .text("contacts", one.contacts())
                .text("hint", one.hint()));
      }
      return ExitStatus.DONE;
    }
    try (Table table =
        new Table(session.terminal(), "", "preset", "addresses of", "calendars", "note")) {
      for (ServerPreset one : ServerPreset.all()) {
        table.row(one.name(), String.join(", ", one.domains()), one.calendars(), one.hint());
      }
    }
    return ExitStatus.DONE;
  }
}
