package org.tandemsync.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.History;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Undo.Fate;
import org.tandemsync.services.Version;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem undo}. */
@Command(
    name = "undo",
    description = {
      "Take back what a run did to items, or one change of one item.",
      "What was changed or deleted holds again what it held before; the next sync brings that to"
          + " the other side. What was made is deleted, and what it was made from stays. What"
          + " somebody has changed since is left alone, and so is what was made from something that"
          + " is gone."
    },
    footer = {
      "",
      "An undo is a run itself: it can be undone.",
      "",
      "Examples:",
      "  tandem undo 12           all of run 12: lists, asks, does it",
      "  tandem undo 12.3         one change",
      "  tandem undo 12 --plan    lists only",
      "  tandem undo 12 --yes     for scripts"
    })
final class UndoCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "RUN|VERSION",
      description = "The number of a run ('tandem report') or of a change ('tandem history').")
  @SuppressWarnings("NullAway.Init")
  private String what;

  @Option(names = "--plan", description = "List what would be done, and do nothing.")
  private boolean planOnly;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--force",
      description =
          "Also what somebody has changed since, and what was made from something that is gone.")
  private boolean force;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  @Override
  ExitStatus run(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    History history = session.application().history();
    List<Version> versions =
        what.contains(".")
            ? List.of(VersionRows.named(what, history))
            : VersionRows.of(run(), history);
    if (!planOnly) {
      Question.needs(yes, session);
    }
    Undo undo = session.application().undo();
    if (planOnly || !yes) {
      Map<Fate, Integer> planned;
      try (Lines lines = new Lines(session)) {
        undo.plan(versions, force, lines::add);
        planned = lines.counts;
      }
      if (planOnly) {
        return summary(planned, 0, "", session);
      }
      if (planned.getOrDefault(Fate.RESTORED, 0) + planned.getOrDefault(Fate.DELETED, 0) == 0) {
        session.say("There is nothing to do.");
        return ExitStatus.DONE;
      }
      if (!Question.yes("Do this?", session)) {
        session.remark("Nothing was done.");
        return ExitStatus.ATTENTION;
      }
    }
    long number;
    Map<Fate, Integer> done;
    RestoredThen then = RestoredThen.in(versions.getFirst().places().profile(), session);
    try (Lines lines = new Lines(session)) {
      Consumer<Undo.Line> told =
          line -> {
            lines.add(line);
            then.add(line);
          };
      number = undo.undo(versions, force, (what.contains(".") ? "" : "run ") + what, told);
      done = lines.counts;
    }
    return summary(done, number, then.next(), session);
  }

  private long run() {
    try {
      return Long.parseLong(what);
    } catch (NumberFormatException e) {
      throw new CannotRun(
          "'" + what + "' is neither a run (12) nor a version (12.3). Next step: tandem history",
          e);
    }
  }

  private ExitStatus summary(Map<Fate, Integer> counts, long number, String next, Session session) {
    int restored = counts.getOrDefault(Fate.RESTORED, 0);
    int deleted = counts.getOrDefault(Fate.DELETED, 0);
    int left = counts.getOrDefault(Fate.LEFT, 0);
    int failed = counts.getOrDefault(Fate.FAILED, 0);
    if (session.json()) {
      JsonLine line = new JsonLine();
      if (number != 0) {
        line.number("run", number);
      }
      session.print(
          line.number("restored", restored)
              .number("deleted", deleted)
              .number("unchanged", counts.getOrDefault(Fate.UNCHANGED, 0))
              .number("left", left)
              .number("failed", failed));
    } else {
      session.say(
          (number == 0 ? "Would do: " : "Run " + number + ": ")
              + restored
              + " restored, "
              + deleted
              + " deleted"
              + (left == 0 ? "" : ", " + left + " left alone")
              + (failed == 0 ? "" : ", " + failed + " failed")
              + "."
              + (next.isEmpty() ? "" : " " + next));
    }
    return left + failed == 0 ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  /** Prints versions with their fates, and counts them. */
  private static final class Lines implements AutoCloseable {
    private final Session session;
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final Table table;

    Lines(Session session) {
      this.session = session;
      this.table = new Table(session.terminal(), "  ", "", "", "", "", "");
    }

    void add(Undo.Line line) {
      counts.merge(line.fate(), 1, Integer::sum);
      Version version = line.version();
      if (session.json()) {
        session.print(
            VersionRows.json(version)
                .text("fate", line.fate().label())
                .texts("restored", line.fields())
                .text("reason", line.reason()));
        return;
      }
      table.row(
          color(line.fate()),
          version.number().text(),
          line.fate().label(),
          version.side().label(),
          ActionRows.titled(version.title()),
          List.of(String.join(", ", line.fields()), line.reason()).stream()
              .filter(text -> !text.isEmpty())
              .reduce((a, b) -> a + " - " + b)
              .orElse(""));
    }

    private static Color color(Fate fate) {
      return switch (fate) {
        case RESTORED -> Color.GOOD;
        case DELETED, FAILED -> Color.BAD;
        case UNCHANGED, LEFT -> Color.CHANGE;
      };
    }

    @Override
    public void close() {
      table.close();
    }
  }
}
