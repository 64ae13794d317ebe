package org.tandemsync.cli;

import org.tandemsync.services.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem collections recolor}. */
@Command(
    name = "recolor",
    description = {
      "Give a calendar, task list or address book another colour.",
      "'tandem colors' takes the colour of a category in Outlook."
    },
    footer = {
      "",
      "Examples:",
      "  tandem collections recolor Team dark-green --account office",
      "  tandem collections recolor /dav/alice/work/ \"#E7A1A2\" --account office"
    })
final class RecolorCollectionCommand extends CollectionSubcommand {

  @Parameters(
      paramLabel = "COLLECTION",
      index = "0",
      description = "Its address, or its name or path in the account.")
  @SuppressWarnings("NullAway.Init")
  private String collection;

  @Parameters(
      paramLabel = "COLOR",
      index = "1",
      description = "#RRGGBB, or one of Outlook's colours by name: blue, dark-red...")
  @SuppressWarnings("NullAway.Init")
  private String color;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Override
  ExitStatus run(Session session) {
    String wanted = ColorArgument.parse(color);
    CollectionArgument meant = CollectionArgument.parse(collection, server, session);
    told(
        "recolored",
        session.application().collections().recolor(meant.endpoint(), wanted),
        session);
    return ExitStatus.DONE;
  }
}
