package org.tandemsync.cli;

import java.util.List;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;

/** {@code tandem accounts}. */
@Command(
    name = "accounts",
    description = "List the stored accounts, and where their passwords are kept.",
    footer = {"", "Examples:", "  tandem accounts", "  tandem accounts --json"})
final class AccountsCommand extends TandemSubcommand {

  @Override
  ExitStatus run(Session session) {
    List<Account> accounts = session.application().profiles().configuration().accounts();
    if (session.json()) {
      accounts.forEach(account -> session.print(json(account)));
      return ExitStatus.DONE;
    }
    if (accounts.isEmpty()) {
      session.say("No account is configured. Next step: tandem apply -f FILE");
    }
    try (Table table =
        new Table(session.terminal(), "", "account", "user", "server", "password", "connection")) {
      for (Account account : accounts) {
        table.row(
            account.name(),
            account.access().user(),
            account.url().toString(),
            Sides.password(account.access().password()),
            ConnectionWords.of(account.access()));
      }
    }
    return ExitStatus.DONE;
  }

  static JsonLine json(Account account) {
    return new JsonLine()
        .text("account", account.name())
        .text("url", account.url().toString())
        .text("user", account.access().user())
        .text("password", Sides.password(account.access().password()))
        .text("sign-in", account.access().anonymous() ? "" : account.access().signIn().word())
        .text("tls", ConnectionWords.tls(account.access().connection()))
        .text("proxy", ConnectionWords.proxy(account.access().connection()))
        .flag("password-in-clear-text", account.access().connection().passwordInClearText())
        .flag("keep-alive", account.access().connection().keepAlive())
        .texts("own-addresses", account.ownAddresses().stream().sorted().toList());
  }
}
