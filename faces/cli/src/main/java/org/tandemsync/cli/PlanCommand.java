package org.tandemsync.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ActionIds;
import org.tandemsync.services.ActionLine;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.PendingLosses;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
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

  /**
   * Items that move from one profile to another: the plan of each has them, and the first of both
   * that runs moves them.
   */
  private final Set<LinkId> moved = new HashSet<>();

  @Override
  ExitStatus run(Session session) {
    ExitStatus worst = ExitStatus.DONE;
    for (Profile profile : selection.of(session)) {
      worst = worst.and(session.json() ? json(profile, session) : table(profile, session));
    }
    return worst;
  }

  private ExitStatus table(Profile profile, Session session) {
    Tally tally = new Tally();
    RunResult result;
    session.say(Color.TITLE, profile.name() + ": " + Sides.of(profile));
    try (Table table = new Table(session.terminal(), "  ", "", "", "", "")) {
      result =
          plan(
              profile,
              session,
              (action, losses) -> {
                ActionLine line = ActionLine.of(action);
                tally.count(line);
                table.row(ActionRows.color(line), ActionRows.cells(line));
                losses.forEach(loss -> table.row("", "", "", loss.shown()));
              });
    }
    if (result instanceof RunResult.Ran ran) {
      session.say("  " + tally.planned() + RunResults.notCarried(ran.report(), "would not be"));
    }
    return result.exitStatus();
  }

  private ExitStatus json(Profile profile, Session session) {
    ActionIds ids = ActionIds.of(profile.name(), session.application().ledgers());
    return plan(
            profile,
            session,
            (action, losses) ->
                session.print(
                    ActionRows.json(profile.name(), action, ids, ActionLine.of(action), losses)))
        .exitStatus();
  }

  private RunResult plan(
      Profile profile, Session session, BiConsumer<Action, List<LossLine>> lines) {
    RunResult result = session.application().runs().plan(profile, listener(lines));
    RunResults.explain(result, session);
    return result;
  }

  private RunListener listener(BiConsumer<Action, List<LossLine>> lines) {
    return new RunListener() {
      private final PendingLosses pending = new PendingLosses();

      @Override
      public void lost(Action action, Side side, List<Lost> losses) {
        pending.add(side, losses);
      }

      @Override
      public void planned(Action action) {
        List<LossLine> losses = pending.take();
        if (!(action instanceof Action.Move move) || moved.add(move.link())) {
          lines.accept(action, losses);
        }
      }
    };
  }
}
