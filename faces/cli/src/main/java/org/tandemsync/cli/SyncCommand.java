package org.tandemsync.cli;

import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.ProgressBar;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tandem sync}. */
@Command(
    name = "sync",
    description = "Bring both sides of profiles in step.",
    footer = {
      "",
      "Examples:",
      "  tandem sync                    all active profiles",
      "  tandem sync Work Contacts      two of them",
      "  tandem sync --verbose Work     show every item",
      "  pass show office | tandem sync --password-stdin"
    })
final class SyncCommand extends TandemSubcommand {

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ProfileSelection selection;

  @Override
  ExitStatus run(Session session) {
    ExitStatus worst = ExitStatus.DONE;
    for (Profile profile : selection.of(session)) {
      worst = worst.and(sync(profile, session));
    }
    return worst;
  }

  /** Syncs one profile and tells what was done. */
  static ExitStatus sync(Profile profile, Session session) {
    RunResult result = told(profile, session);
    if (session.json()) {
      session.print(RunResults.json(result));
    }
    session.terminal().out().flush();
    return result.exitStatus();
  }

  private static String notCarried(RunResult.Ran ran) {
    String words = RunResults.notCarried(ran.report(), "not");
    return words.isEmpty() ? "" : words + " (details: tandem report " + ran.run() + ")";
  }

  private static RunResult told(Profile profile, Session session) {
    RunResult result;
    SyncView view;
    try (ProgressBar bar = new ProgressBar(session.terminal(), profile.name())) {
      view = new SyncView(profile.name(), session, bar);
      result = session.application().runs().sync(profile, view);
    }
    RunResults.explain(result, session);
    if (result instanceof RunResult.Ran ran && !session.json()) {
      Color color = ran.exitStatus() == ExitStatus.DONE ? Color.GOOD : Color.CHANGE;
      session.say(
          color, profile.name() + ": " + RunResults.summary(ran.report()) + notCarried(ran));
      view.attention(ran.run());
    }
    return result;
  }
}
