package org.tandemsync.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Planning.Principal;
import org.tandemsync.services.configuration.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem rooms}. */
@Command(
    name = "rooms",
    description = "List the rooms and resources of a server, all or by name.",
    footer = {
      "",
      "Some servers do not tell rooms from people (SOGo): 'tandem people TEXT' finds them there.",
      "",
      "Examples:",
      "  tandem rooms --account office",
      "  tandem rooms blue --account office"
    })
final class RoomsCommand extends TandemSubcommand {

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "A part of the name or address.")
  private @Nullable String text;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AskedServer server;

  @Override
  ExitStatus run(Session session) {
    Endpoint.Dav at = server.endpoint(session);
    String part = text;
    List<Principal> found =
        part == null || part.isBlank()
            ? session.application().planning().rooms(at)
            : session.application().planning().find(at, part.strip()).stream()
                .filter(RoomsCommand::isRoom)
                .toList();
    return PrincipalRows.show(
        found,
        "The server shows no room"
            + (part == null || part.isBlank() ? "" : " with '" + part.strip() + "' in its name")
            + ". Next step: 'tandem people TEXT', if it does not tell rooms from people.",
        session);
  }

  private static boolean isRoom(Principal principal) {
    return principal.kind() == Principal.Kind.ROOM || principal.kind() == Principal.Kind.RESOURCE;
  }
}
