package org.tandemsync.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.Family;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem discover}. */
@Command(
    name = "discover",
    description = "List what a server offers: calendars, task lists, address books, rights.",
    footer = {
      "",
      "Examples:",
      "  tandem discover https://dav.example.org/ --user alice",
      "  tandem discover dav.example.org --user alice --password-file ~/.office-password",
      "  tandem discover --account office"
    })
final class DiscoverCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "Address of the server, or of anything on it. Not needed with --account.")
  private @Nullable String address;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    server.announce(session);
    Endpoint.Dav endpoint = endpoint(session);
    List<Discovery.Offer> offers = session.application().discovery().discover(endpoint);
    if (session.json()) {
      offers.forEach(offer -> session.print(json(offer)));
      return ExitStatus.DONE;
    }
    if (offers.isEmpty()) {
      session.say(
          "No calendar, task list or address book is to be found at "
              + endpoint.url()
              + ". Next step: check the address, and as whom you ask (--user).");
      return ExitStatus.ATTENTION;
    }
    try (Table table =
        new Table(session.terminal(), "", "kind", "name", "rights", "color", "address")) {
      for (Discovery.Offer offer : offers) {
        table.row(
            offer.kinds().stream().sorted().map(Family::label).collect(Collectors.joining(", ")),
            offer.name(),
            offer.writable() ? "read, write" : "read",
            offer.color(),
            offer.url().toString());
      }
    }
    return ExitStatus.DONE;
  }

  private Endpoint.Dav endpoint(Session session) {
    String name = server.account();
    if (address == null && name == null) {
      throw new CannotRun(
          "What is to be looked at? Next step: give the address of a server, or --account NAME.");
    }
    if (address == null && name != null) {
      Account account = ServerOptions.stored(name, session);
      return new Endpoint.Dav(account.url(), ServerOptions.access(account, session));
    }
    return (Endpoint.Dav)
        EndpointArgument.parse("dav:" + url(String.valueOf(address)), server, session);
  }

  // "dav.example.org" means https.
  private static URI url(String address) {
    String full = address.contains("://") ? address : "https://" + address;
    try {
      URI url = new URI(full);
      if (url.getHost() != null && (address.contains("://") || url.getUserInfo() == null)) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    throw new CannotRun(
        "'"
            + address
            + "' is no address of a server. Next step: give one like https://dav.example.org/");
  }

  private static JsonLine json(Discovery.Offer offer) {
    return new JsonLine()
        .texts("kind", offer.kinds().stream().sorted().map(Family::label).toList())
        .text("url", offer.url().toString())
        .text("name", offer.name())
        .text("color", offer.color())
        .flag("writable", offer.writable())
        .text("owner", offer.owner())
        .texts("capabilities", offer.capabilities());
  }
}
