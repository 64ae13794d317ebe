package org.tandemsync.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Reports;
import org.tandemsync.sync.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem report}. */
@Command(
    name = "report",
    description = "Show what runs did: the latest runs, or one of them item by item.",
    footer = {
      "",
      "Examples:",
      "  tandem report                  the latest runs",
      "  tandem report --profile Work",
      "  tandem report 12               what run 12 did, item by item"
    })
final class ReportCommand extends TandemSubcommand {
  private static final int SEARCHED = 100_000;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The number of a run; without it the latest runs are listed.")
  private @Nullable Long number;

  @Option(names = "--profile", paramLabel = "NAME", description = "Only runs of this profile.")
  private @Nullable String profile;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many runs to list (${DEFAULT-VALUE}).")
  private int most;

  @Override
  ExitStatus run(Session session) {
    Reports reports = session.application().reports();
    String of = ProfileSelection.remembered(profile, session);
    Long wanted = number;
    if (wanted == null) {
      return list(reports.runs(of, Math.max(1, most)), session);
    }
    Reports.Run run =
        reports.runs(of, SEARCHED).stream()
            .filter(r -> r.id() == wanted)
            .findFirst()
            .orElseThrow(
                () ->
                    new CannotRun(
                        "There is no report of a run "
                            + wanted
                            + ". Next step: 'tandem report' lists those that are kept."));
    return session.json() ? json(run, session) : items(run, session);
  }

  private static ExitStatus list(List<Reports.Run> runs, Session session) {
    if (session.json()) {
      runs.forEach(run -> session.print(Times.run(run)));
      return ExitStatus.DONE;
    }
    if (runs.isEmpty()) {
      session.say("There was no run yet. Next step: tandem sync");
    }
    try (Table table =
        new Table(session.terminal(), "", "run", "profile", "started", "took", "result")) {
      for (Reports.Run run : runs) {
        table.row(
            Long.toString(run.id()),
            run.profile(),
            Times.shown(run.started(), session),
            took(run),
            result(run));
      }
    }
    return ExitStatus.DONE;
  }

  private static String took(Reports.Run run) {
    Instant finished = run.finished();
    return finished == null ? "-" : Times.took(Duration.between(run.started(), finished));
  }

  private static String result(Reports.Run run) {
    RunReport report = run.report();
    return run.status() != null && report != null
        ? RunResults.summary(report)
            + RunResults.notCarried(report, "not")
            + (run.message().isEmpty() ? "" : " (" + run.message() + ")")
        : StatusCommand.ended(run);
  }

  private static ExitStatus json(Reports.Run run, Session session) {
    for (Reports.Entry entry : session.application().reports().entries(run.id())) {
      session.print(
          ActionRows.json(run.profile(), entry.line(), entry.losses())
              .text("at", entry.at().toString())
              .text("outcome", entry.outcome().label())
              .text("reason", entry.reason()));
    }
    session.print(Times.run(run));
    return ExitStatus.DONE;
  }

  private static ExitStatus items(Reports.Run run, Session session) {
    session.say(
        Color.TITLE,
        "Run " + run.id() + " of " + run.profile() + ", " + Times.shown(run.started(), session));
    try (Table table = new Table(session.terminal(), "  ", "", "", "", "", "")) {
      for (Reports.Entry entry : session.application().reports().entries(run.id())) {
        boolean failed = entry.outcome() == Reports.Outcome.FAILED;
        table.row(
            failed ? Color.BAD : ActionRows.color(entry.line()),
            entry.outcome().label(),
            entry.line().action(),
            ActionRows.side(entry.line()),
            ActionRows.titled(entry.line().title()),
            failed ? entry.reason() : ActionRows.details(entry.line()));
        entry.losses().forEach(loss -> table.row("", "", "", "", loss.shown()));
      }
    }
    session.say("  " + result(run));
    return ExitStatus.DONE;
  }
}
