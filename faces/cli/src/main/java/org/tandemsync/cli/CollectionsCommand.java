package org.tandemsync.cli;

import org.jspecify.annotations.Nullable;
import org.tandemsync.services.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tandem collections}: what is done to them as such. */
@Command(
    name = "collections",
    description = "Make, rename, recolor or delete calendars, task lists and address books.",
    synopsisSubcommandLabel = "create|rename|recolor|delete",
    subcommands = {
      CreateCollectionCommand.class,
      RenameCollectionCommand.class,
      RecolorCollectionCommand.class,
      DeleteCollectionCommand.class
    },
    footer = {
      "",
      "'tandem discover' lists them.",
      "",
      "Examples:",
      "  tandem collections create Team --account office --color blue",
      "  tandem collections rename Team \"Team Vienna\" --account office",
      "  tandem collections recolor https://dav.example.org/alice/work/ \"#E7A1A2\" --user alice",
      "  tandem collections delete /dav/alice/old/ --account office"
    })
final class CollectionsCommand extends TandemSubcommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  ExitStatus run(Session session) {
    spec.commandLine().usage(session.terminal().out());
    return ExitStatus.DONE;
  }

  /** What is wrong with a name, or null. */
  static @Nullable String fault(String name) {
    if (name.isBlank()) {
      return "A name cannot be empty.";
    }
    if (name.indexOf('\uFFFD') >= 0) { // Java's, where the locale knows no such letter
      return "'" + name + "' did not arrive as it was typed: this terminal is not set to UTF-8.";
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? "A name cannot have control characters in it."
        : null;
  }
}
