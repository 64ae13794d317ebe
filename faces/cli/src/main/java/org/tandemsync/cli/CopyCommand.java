package org.tandemsync.cli;

import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.ProgressBar;
import org.tandemsync.items.Family;
import org.tandemsync.services.Copy;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tandem copy}. */
@Command(
    name = "copy",
    description = {
      "Copy all items from one endpoint to another, once and without a profile.",
      "What is there already is not doubled, so it can be repeated."
    },
    footer = {
      "",
      "Endpoints: pst:FILE, pst:FILE#FOLDER, desktop:FOLDER, dav:URL, dav:ACCOUNT, folder:DIR",
      "(see 'tandem items --help').",
      "A data file or directory that is not there is made.",
      "",
      "Examples:",
      "  tandem copy pst:outlook.pst dav:https://dav.example.org/ --user alice",
      "  tandem copy 'pst:outlook.pst#Contacts' folder:backup/contacts",
      "  tandem copy dav:https://dav.example.org/ folder:backup --account office --only events",
      "  tandem copy dav:https://dav.example.org/ pst:new.pst --user alice"
    })
final class CopyCommand extends TandemSubcommand {

  @Parameters(index = "0", paramLabel = "FROM", description = "Where the items are.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "Where they are to go.")
  @SuppressWarnings("NullAway.Init")
  private String to;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FamilyOption only;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ServerOptions server;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OwnAddresses own;

  @Override
  ExitStatus run(Session session) {
    Endpoint source = EndpointArgument.parse(from, server, session);
    Endpoint target = EndpointArgument.parse(to, server, session);
    Copy.Result result;
    try (ProgressBar bar = new ProgressBar(session.terminal(), "copy")) {
      result =
          session
              .application()
              .copy()
              .of(own.of(session, source, target))
              .copy(source, target, only.families(), new View(session, bar));
    }
    if (session.json()) {
      JsonLine line = new JsonLine().text("status", result.exitStatus().label());
      for (Copy.Outcome outcome : Copy.Outcome.values()) {
        line.number(outcome.label(), result.count(outcome));
      }
      session.print(line.number("lost", result.lost()));
    } else {
      Color color = result.exitStatus() == ExitStatus.DONE ? Color.GOOD : Color.CHANGE;
      session.say(
          color,
          result.count(Copy.Outcome.COPIED)
              + " copied, "
              + result.count(Copy.Outcome.ALREADY_THERE)
              + " already there, "
              + result.count(Copy.Outcome.FAILED)
              + " failed"
              + (result.lost() == 0
                  ? "."
                  : "; "
                      + ApplyCommand.counted(result.lost(), "value")
                      + " not carried"
                      + (session.verbose() ? "." : " (--verbose names them).")));
    }
    return result.exitStatus();
  }

  /** Shows a copy while it goes on. */
  private static final class View implements Copy.Listener {
    private final Session session;
    private final ProgressBar bar;
    private long expected;

    View(Session session, ProgressBar bar) {
      this.session = session;
      this.bar = bar;
    }

    @Override
    public void folder(Place source, Place target, Family family, int items) {
      expected += items;
      bar.expecting(expected);
      if (!session.json()) {
        bar.wipe();
        session.say(
            source.name()
                + " -> "
                + target.name()
                + ": "
                + ApplyCommand.counted(items, "item")
                + " ("
                + family.label()
                + ")");
        session.terminal().out().flush();
      }
    }

    @Override
    public void item(Copy.Entry entry) {
      bar.step();
      if (session.json()) {
        Place target = entry.to();
        JsonLine line =
            new JsonLine()
                .text("from", entry.from().name())
                .text("to", target == null ? "" : target.name())
                .text("title", entry.title())
                .text("outcome", entry.outcome().label())
                .text("reason", entry.reason());
        if (!entry.losses().isEmpty()) {
          line.objects("losses", ActionRows.losses(entry.losses()));
        }
        session.print(line);
      } else if (entry.outcome() == Copy.Outcome.FAILED || session.verbose()) {
        bar.wipe();
        session.say(
            entry.outcome() == Copy.Outcome.FAILED ? Color.BAD : Color.GOOD,
            "  "
                + entry.outcome().label().replace('-', ' ')
                + ": '"
                + ActionRows.titled(entry.title())
                + "'"
                + (entry.reason().isEmpty() ? "" : " - " + entry.reason()));
        entry.losses().forEach(loss -> session.say("    " + loss.shown()));
      }
    }
  }
}
