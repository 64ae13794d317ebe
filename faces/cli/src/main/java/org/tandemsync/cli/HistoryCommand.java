package org.tandemsync.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem history}. */
@Command(
    name = "history",
    description = {
      "List what was done to single items, the latest first.",
      "What an item held before it was changed or deleted is kept for 30 days: 'tandem show' prints"
          + " it, 'tandem undo' brings it back.",
      "Moves between profiles are not listed; 'tandem report RUN' has them."
    },
    footer = {
      "",
      "Examples:",
      "  tandem history                    what was done last",
      "  tandem history \"board meeting\"    only items with this in their title",
      "  tandem history --profile Work --most 500"
    })
final class HistoryCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "TITLE",
      arity = "0..1",
      description = "Only items whose title holds this text.")
  private @Nullable String title;

  @Option(names = "--profile", paramLabel = "NAME", description = "Only items of this profile.")
  private @Nullable String profile;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many changes to list (${DEFAULT-VALUE}).")
  private int most;

  @Override
  ExitStatus run(Session session) {
    List<Version> versions =
        session
            .application()
            .history()
            .search(ProfileSelection.remembered(profile, session), title, Math.max(1, most));
    if (session.json()) {
      versions.forEach(version -> session.print(VersionRows.json(version)));
      return ExitStatus.DONE;
    }
    if (versions.isEmpty()) {
      session.say("Nothing was done to " + (title == null ? "any item" : "such an item") + ".");
      return ExitStatus.DONE;
    }
    try (Table table =
        new Table(session.terminal(), "", "version", "when", "profile", "", "", "item", "fields")) {
      for (Version version : versions) {
        table.row(
            color(version.kind()),
            version.number().text(),
            Times.shown(version.at(), session),
            version.places().profile(),
            version.kind().label(),
            version.side().label(),
            ActionRows.titled(version.title()),
            VersionRows.details(version));
      }
    }
    return ExitStatus.DONE;
  }

  private static Color color(Version.Kind kind) {
    return switch (kind) {
      case CREATED -> Color.GOOD;
      case UPDATED -> Color.CHANGE;
      case DELETED -> Color.BAD;
    };
  }
}
