package org.tandemsync.cli;

import java.util.function.Consumer;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ActionLine;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.RunListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tandem plan}. */
@Command(
    name = "plan",
    description = "Show what a sync would do, item by item. Writes nothing anywhere.",
    footer = {
      "",
      "Examples:",
      "  tandem plan                    all active profiles",
      "  tandem plan Work               one profile",
      "  tandem plan --json | jq .title"
    })
final class PlanCommand extends TandemSubcommand {

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ProfileSelection selection;

  @Override
  ExitStatus run(Session session) {
    ExitStatus worst = ExitStatus.DONE;
    for (Profile profile : selection.of(session)) {
      worst = worst.and(session.json() ? json(profile, session) : table(profile, session));
    }
    return worst;
  }

  private static ExitStatus table(Profile profile, Session session) {
    Tally tally = new Tally();
    RunResult result;
    session.say(Color.TITLE, profile.name() + ": " + Sides.of(profile));
    try (Table table = new Table(session.terminal(), "  ", "", "", "", "")) {
      result =
          session
              .application()
              .runs()
              .plan(
                  profile,
                  listener(
                      line -> {
                        tally.count(line);
                        table.row(ActionRows.color(line), ActionRows.cells(line));
                      }));
    }
    RunResults.explain(result, session);
    if (result instanceof RunResult.Ran) {
      session.say("  " + tally.planned());
    }
    return result.exitStatus();
  }

  private static ExitStatus json(Profile profile, Session session) {
    RunResult result =
        session
            .application()
            .runs()
            .plan(profile, listener(line -> session.print(ActionRows.json(profile.name(), line))));
    RunResults.explain(result, session);
    return result.exitStatus();
  }

  private static RunListener listener(Consumer<ActionLine> lines) {
    return new RunListener() {
      @Override
      public void planned(Action action) {
        lines.accept(ActionLine.of(action));
      }
    };
  }
}
