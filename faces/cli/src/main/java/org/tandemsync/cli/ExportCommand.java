package org.tandemsync.cli;

import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.ConfigurationFile;
import picocli.CommandLine.Command;

/** {@code tandem export}. */
@Command(
    name = "export",
    description =
        "Print the stored accounts and profiles as a configuration file. It holds no secrets.",
    footer = {"", "Examples:", "  tandem export > tandem.toml", "  tandem export --json"})
final class ExportCommand extends TandemSubcommand {

  @Override
  ExitStatus run(Session session) {
    Configuration configuration = session.application().profiles().configuration();
    if (session.json()) {
      configuration.accounts().forEach(a -> session.print(AccountsCommand.json(a)));
      configuration.profiles().forEach(p -> session.print(ProfilesCommand.json(p)));
    } else {
      session.terminal().out().print(ConfigurationFile.write(configuration));
    }
    return ExitStatus.DONE;
  }
}
