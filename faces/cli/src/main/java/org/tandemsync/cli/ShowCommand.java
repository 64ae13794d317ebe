package org.tandemsync.cli;

import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ShownValue;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.History;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem show}. */
@Command(
    name = "show",
    description = "Show what an item held before a change.",
    footer = {
      "",
      "Examples:",
      "  tandem show 12.3             field by field",
      "  tandem show 12.3 --native    as iCalendar or vCard"
    })
final class ShowCommand extends TandemSubcommand {

  @Parameters(paramLabel = "VERSION", description = "As 'tandem history' names it: 12.3")
  @SuppressWarnings("NullAway.Init")
  private String number;

  @Option(names = "--native", description = "Print the whole item as iCalendar or vCard text.")
  private boolean nativeText;

  @Override
  ExitStatus run(Session session) {
    if (nativeText && session.json()) {
      throw new CannotRun("--native and --json exclude each other. Next step: give one of them.");
    }
    History history = session.application().history();
    Version version = VersionRows.named(number, history);
    History.Kept kept = history.kept(version.number()).orElseThrow();
    Item before = kept.before();
    if (nativeText) {
      if (before == null) {
        throw new CannotRun("Version " + number + " made the item: before, there was none.");
      }
      session.terminal().out().print(session.application().nativeText(before));
      return ExitStatus.DONE;
    }
    if (session.json()) {
      JsonLine line = VersionRows.json(version);
      if (before != null) {
        line.text("kind", before.type().label()).item("before", before);
      }
      session.print(line);
      return ExitStatus.DONE;
    }
    session.say(
        Color.TITLE,
        ActionRows.titled(version.title())
            + ": "
            + version.kind().label()
            + " "
            + version.side().place()
            + ", "
            + Times.shown(version.at(), session)
            + (version.certain() ? "" : " (perhaps: the answer was lost)"));
    if (before == null) {
      session.say("  The item was made then; before, there was none.");
    } else {
      fields(version, before, kept.after(), session);
    }
    return ExitStatus.DONE;
  }

  private static void fields(Version version, Item before, @Nullable Item after, Session session) {
    boolean deleted = version.kind() == Version.Kind.DELETED;
    try (Table table =
        deleted
            ? new Table(session.terminal(), "  ", "field", "held")
            : new Table(session.terminal(), "  ", "field", "before", "after")) {
      for (Field<?, ?, ?> field : Fields.of(before.type()).all()) {
        String held = ShownValue.of(field.of(before));
        if (deleted) {
          if (!held.isEmpty()) {
            table.row(field.name(), held);
          }
        } else if (version.fields().contains(field.name()) && after != null) {
          table.row(Color.CHANGE, field.name(), held, ShownValue.of(field.of(after)));
        }
      }
    }
  }
}
