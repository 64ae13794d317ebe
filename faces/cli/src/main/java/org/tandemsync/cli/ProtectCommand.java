package org.tandemsync.cli;

import java.nio.file.Path;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem protect}. */
@Command(
    name = "protect",
    description = "Keep a password in a file that Windows encrypts for you (Windows only).",
    footer = {
      "",
      "Only you, on this machine, can use the file. An account names it:",
      "  password = { dpapi = \"office.password\" }",
      "",
      "Examples:",
      "  tandem protect office.password                      (asks for the password)",
      "  tandem protect office.password --password-stdin"
    })
final class ProtectCommand extends TandemSubcommand {

  @Parameters(paramLabel = "FILE", description = "Where the encrypted password is kept.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(names = "--password-stdin", description = "The password comes on standard input.")
  private boolean fromStandardInput;

  @Override
  ExitStatus run(Session session) {
    Invocation invocation = session.invocation();
    Protection protection = invocation.composition().protection(invocation.system());
    Path at = invocation.directory().resolve(file);
    new ProtectedFile(protection, at)
        .write(
            new AskedSecrets(invocation, fromStandardInput)
                .read(new SecretSource.Prompt(), "the account"));
    if (session.json()) {
      session.print(new JsonLine().text("file", at.toString()));
    } else {
      session.say("Kept in " + at + ". In the account: password = { dpapi = \"" + file + "\" }");
    }
    return ExitStatus.DONE;
  }
}
