package org.tandemsync.cli;

import org.tandemsync.services.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tandem outlook}: options of Outlook's own. */
@Command(
    name = "outlook",
    description = "Show and set options of the Outlook on this machine (Windows only).",
    synopsisSubcommandLabel = "free-busy-url",
    subcommands = {FreeBusyUrlCommand.class},
    footer = {
      "",
      "Examples:",
      "  tandem outlook free-busy-url",
      "  tandem outlook free-busy-url https://dav.example.org/freebusy/%%NAME%%@%%SERVER%%.ifb"
    })
final class OutlookCommand extends TandemSubcommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  ExitStatus run(Session session) {
    spec.commandLine().usage(session.terminal().out());
    return ExitStatus.DONE;
  }
}
