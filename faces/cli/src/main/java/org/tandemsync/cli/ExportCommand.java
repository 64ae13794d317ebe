package org.tandemsync.cli;

import org.jspecify.annotations.Nullable;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.ConfigurationFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem export}. */
@Command(
    name = "export",
    description = {
      "Print the stored accounts and profiles as a configuration file. It holds no secrets.",
      "With --ledger: what is in step, what is open and what was done, as JSON lines. Titles of"
          + " items and addresses of folders are in it, their contents and secrets are not."
    },
    footer = {
      "",
      "Examples:",
      "  tandem export > tandem.toml",
      "  tandem export --json",
      "  tandem export --ledger --profile Work > work.jsonl"
    })
final class ExportCommand extends TandemSubcommand {

  @Option(names = "--ledger", description = "Print what is remembered of items.")
  private boolean ledger;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "With --ledger: of this profile only.")
  private @Nullable String profile;

  @Override
  ExitStatus run(Session session) {
    if (ledger) {
      new LedgerExport(session, ProfileSelection.remembered(profile, session)).print();
      return ExitStatus.DONE;
    }
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
