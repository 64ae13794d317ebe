package org.tandemsync.cli;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Explain;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem explain}. */
@Command(
    name = "explain",
    description = {
      "Tell the whole story of one item: where it is, what was last in step, what has changed"
          + " since, what waits, what was done to it, and what a sync would do now and why.",
      "Writes nothing anywhere."
    },
    footer = {
      "",
      "Examples:",
      "  tandem explain Work \"board meeting\"",
      "  tandem explain Work /dav/alice/work/4f1c.ics"
    })
final class ExplainCommand extends TandemSubcommand {

  @Parameters(index = "0", paramLabel = "PROFILE", description = "Name of a profile.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "ITEM",
      description =
          "A part of its title, or its id ('tandem items ENDPOINT --verbose', 'tandem conflicts').")
  @SuppressWarnings("NullAway.Init")
  private String item;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  @Override
  ExitStatus run(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    if (item.isBlank()) {
      throw new CannotRun("Say which item. Next step: give a part of its title, or its id.");
    }
    Configuration configuration = session.application().profiles().configuration();
    Profile profile =
        configuration
            .profile(name)
            .orElseThrow(() -> ProfileSelection.unknown(name, configuration));
    // As 'tandem history' writes them: for people in their zone, for programs in UTC.
    Function<Instant, String> times =
        session.json() ? Instant::toString : at -> Times.shown(at, session);
    List<Explain.Line> lines = session.application().explain().explain(profile, item, times);
    if (session.json()) {
      lines.forEach(
          line ->
              session.print(
                  new JsonLine()
                      .text("profile", name)
                      .text("topic", line.topic())
                      .text("text", line.text())));
      return ExitStatus.DONE;
    }
    try (Table table = Table.withWholeEnd(session.terminal(), "", "", "")) {
      lines.forEach(line -> table.row(line.topic(), line.text()));
    }
    return ExitStatus.DONE;
  }
}
