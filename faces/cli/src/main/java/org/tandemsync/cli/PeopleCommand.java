package org.tandemsync.cli;

import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem people}. */
@Command(
    name = "people",
    description = "Look for people, groups and rooms on a server, by name or address.",
    footer = {
      "",
      "Examples:",
      "  tandem people bob --account office",
      "  tandem people \"blue room\" --server https://dav.example.org/ --user alice"
    })
final class PeopleCommand extends TandemSubcommand {

  @Parameters(paramLabel = "TEXT", description = "A part of the name or address.")
  @SuppressWarnings("NullAway.Init")
  private String text;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AskedServer server;

  @Override
  ExitStatus run(Session session) {
    if (text.isBlank()) {
      throw new CannotRun("Whom do you look for? Next step: give a part of the name.");
    }
    Endpoint.Dav at = server.endpoint(session);
    return PrincipalRows.show(
        session.application().planning().find(at, text.strip()),
        "The server shows nobody with '" + text.strip() + "' in name or address.",
        session);
  }
}
