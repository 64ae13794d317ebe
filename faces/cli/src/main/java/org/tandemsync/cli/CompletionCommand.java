package org.tandemsync.cli;

import org.tandemsync.services.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code tandem completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {
      "",
      "Examples:",
      "  source <(tandem completion)                        for this shell",
      "  tandem completion > ~/.local/share/bash-completion/completions/tandem"
    })
final class CompletionCommand extends TandemSubcommand {

  @Override
  ExitStatus run(Session session) {
    session.terminal().out().print(AutoComplete.bash("tandem", Tandem.commandLine(tandem())));
    return ExitStatus.DONE;
  }
}
