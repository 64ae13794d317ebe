package org.tandemsync.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Reports;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Held;
import picocli.CommandLine.Command;

/** {@code tandem status}. */
@Command(
    name = "status",
    description = "Show how each profile stands: items in step, last run, open conflicts.",
    footer = {"", "Examples:", "  tandem status", "  tandem status --json"})
final class StatusCommand extends TandemSubcommand {

  @Override
  ExitStatus run(Session session) {
    List<Profile> profiles = session.application().profiles().configuration().profiles();
    if (session.json()) {
      profiles.forEach(profile -> session.print(json(profile, session)));
      return ExitStatus.DONE;
    }
    if (profiles.isEmpty()) {
      session.say("No profile is configured. Next step: tandem apply -f FILE");
      return ExitStatus.DONE;
    }
    try (Table table =
        new Table(
            session.terminal(),
            "",
            "profile",
            "in step",
            "conflicts",
            "held",
            "last run",
            "ended")) {
      for (Profile profile : profiles) {
        Ledgers.@Nullable Summary ledger = session.application().ledgers().summary(profile.name());
        Reports.@Nullable Run last = last(profile, session);
        table.row(
            color(last),
            profile.name() + (profile.active() ? "" : " (not active)"),
            ledger == null ? "-" : Integer.toString(ledger.links()),
            ledger == null ? "-" : Integer.toString(ledger.openConflicts()),
            Long.toString(held(profile, session)),
            last == null ? "never" : Times.shown(last.started(), session),
            last == null ? "-" : ended(last));
      }
    }
    new ServeAtLogon(session)
        .shown()
        .ifPresent(s -> session.remark("'tandem serve' starts when you log on: " + s.where()));
    return ExitStatus.DONE;
  }

  /** How many actions wait for somebody to decide. */
  private static long held(Profile profile, Session session) {
    return session.application().decisions().held(profile.name()).stream()
        .filter(one -> one.held().verdict() == Held.Verdict.WAITS)
        .count();
  }

  private static Reports.@Nullable Run last(Profile profile, Session session) {
    List<Reports.Run> runs = session.application().reports().runs(profile.name(), 1);
    return runs.isEmpty() ? null : runs.getFirst();
  }

  private static @Nullable Color color(Reports.@Nullable Run run) {
    ExitStatus status = run == null ? null : run.status();
    return switch (status) {
      case null -> null;
      case DONE -> Color.GOOD;
      case ATTENTION -> Color.CHANGE;
      case COULD_NOT_RUN -> Color.BAD;
    };
  }

  /** How a run ended, in few words. */
  static String ended(Reports.Run run) {
    ExitStatus status = run.status();
    return switch (status) {
      case null -> "not finished (still running, or its process was ended)";
      case DONE -> "well";
      case ATTENTION -> "needs attention: tandem report " + run.id();
      case COULD_NOT_RUN -> "could not run: " + run.message();
    };
  }

  private static JsonLine json(Profile profile, Session session) {
    Ledgers.@Nullable Summary ledger = session.application().ledgers().summary(profile.name());
    Reports.@Nullable Run last = last(profile, session);
    JsonLine line =
        new JsonLine()
            .text("profile", profile.name())
            .flag("active", profile.active())
            .number("links", ledger == null ? 0 : ledger.links())
            .number("open-conflicts", ledger == null ? 0 : ledger.openConflicts())
            .number("held", held(profile, session));
    return last == null ? line : line.object("last", Times.run(last));
  }
}
