package org.tandemsync.cli;

import org.tandemsync.services.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem collections rename}. */
@Command(
    name = "rename",
    description = {
      "Give a calendar, task list or address book another name.",
      "Its address stays, so profiles and other programs find it as before."
    },
    footer = {
      "",
      "Examples:",
      "  tandem collections rename Team \"Team Vienna\" --account office",
      "  tandem collections rename https://dav.example.org/alice/work/ Work --user alice"
    })
final class RenameCollectionCommand extends CollectionSubcommand {

  @Parameters(
      paramLabel = "COLLECTION",
      index = "0",
      description = "Its address, or its name or path in the account.")
  @SuppressWarnings("NullAway.Init")
  private String collection;

  @Parameters(paramLabel = "NAME", index = "1", description = "The new name.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    checkName(name);
    CollectionArgument meant = CollectionArgument.parse(collection, server, session);
    String wanted = name.strip();
    told("renamed", session.application().collections().rename(meant.endpoint(), wanted), session);
    return ExitStatus.DONE;
  }
}
