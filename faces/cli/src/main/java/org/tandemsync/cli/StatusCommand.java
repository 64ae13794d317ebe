package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Reports;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Quarantined;
import picocli.CommandLine.Command;

/** {@code tandem status}. */
@Command(
    name = "status",
    description = {
      "Show how each profile stands: items in step, last run, open conflicts.",
      "'held' is what 'tandem approve' lists, 'quarantine' what failed, 'ignored' what is left"
          + " alone there on request; the last two only where there are any."
    },
    exitCodeList = {
      "0:nothing waits for a person",
      "1:something does: an open conflict, something held or in quarantine, a run that could not"
          + " run or left something",
      "2:could not run"
    },
    footer = {"", "Examples:", "  tandem status", "  tandem status --json"})
final class StatusCommand extends TandemSubcommand {

  /**
   * How a profile stands.
   *
   * @param ledger null if it has never run
   * @param held how many actions wait for somebody to decide
   * @param quarantine how many items failed, without those that are ignored
   */
  private record Standing(
      Profile profile,
      Ledgers.@Nullable Summary ledger,
      long held,
      long quarantine,
      long ignored,
      Reports.@Nullable Run last) {

    static Standing of(Profile profile, Session session) {
      Decisions decisions = session.application().decisions();
      List<Decisions.InQuarantine> failed = decisions.quarantine(profile.name());
      long ignored =
          failed.stream().filter(one -> one.item().rest() == Quarantined.Rest.IGNORED).count();
      return new Standing(
          profile,
          session.application().ledgers().summary(profile.name()),
          decisions.held(profile.name()).stream()
              .filter(one -> one.held().verdict() == Held.Verdict.WAITS)
              .count(),
          failed.size() - ignored,
          ignored,
          StatusCommand.last(profile, session));
    }

    int openConflicts() {
      return ledger == null ? 0 : ledger.openConflicts();
    }

    ExitStatus exitStatus() {
      ExitStatus ended = last == null ? null : last.status();
      return openConflicts() + held + quarantine == 0 && (ended == null || ended == ExitStatus.DONE)
          ? ExitStatus.DONE
          : ExitStatus.ATTENTION;
    }

    /** What is known of a profile that has run. */
    String shown(long count) {
      return ledger == null ? "-" : Long.toString(count);
    }
  }

  @Override
  ExitStatus run(Session session) {
    List<Standing> all =
        session.application().profiles().configuration().profiles().stream()
            .map(profile -> Standing.of(profile, session))
            .toList();
    if (session.json()) {
      all.forEach(one -> session.print(json(one)));
    } else if (all.isEmpty()) {
      session.say("No profile is configured. Next step: tandem apply -f FILE");
    } else {
      table(all, session);
    }
    return all.stream().map(Standing::exitStatus).reduce(ExitStatus.DONE, ExitStatus::and);
  }

  private static void table(List<Standing> all, Session session) {
    boolean quarantine = any(all, Standing::quarantine);
    boolean ignored = any(all, Standing::ignored);
    try (Table table =
        new Table(
            session.terminal(),
            "",
            row(
                quarantine,
                ignored,
                List.of("profile", "in step", "conflicts", "held"),
                "quarantine",
                "ignored",
                List.of("last run", "ended")))) {
      for (Standing one : all) {
        Profile profile = one.profile;
        Reports.@Nullable Run last = one.last;
        table.row(
            color(one),
            row(
                quarantine,
                ignored,
                List.of(
                    profile.name() + (profile.active() ? "" : " (not active)"),
                    one.shown(one.ledger == null ? 0 : one.ledger.links()),
                    one.shown(one.openConflicts()),
                    one.shown(one.held)),
                one.shown(one.quarantine),
                one.shown(one.ignored),
                List.of(
                    last == null ? "never" : Times.shown(last.started(), session),
                    last == null ? "-" : ended(last))));
      }
    }
    new ServeAtLogon(session)
        .shown()
        .ifPresent(s -> session.remark("'tandem serve' starts when you log on: " + s.where()));
  }

  private static boolean any(List<Standing> all, ToLongFunction<Standing> count) {
    return all.stream().anyMatch(one -> count.applyAsLong(one) > 0);
  }

  /** A line of the table, without the columns that are empty. */
  private static String[] row(
      boolean withQuarantine,
      boolean withIgnored,
      List<String> before,
      String quarantine,
      String ignored,
      List<String> after) {
    List<String> cells = new ArrayList<>(before);
    if (withQuarantine) {
      cells.add(quarantine);
    }
    if (withIgnored) {
      cells.add(ignored);
    }
    cells.addAll(after);
    return cells.toArray(String[]::new);
  }

  private static Reports.@Nullable Run last(Profile profile, Session session) {
    List<Reports.Run> runs = session.application().reports().runs(profile.name(), 1);
    return runs.isEmpty() ? null : runs.getFirst();
  }

  private static @Nullable Color color(Standing one) {
    ExitStatus status = one.last == null ? null : one.last.status();
    return switch (status) {
      case null -> null;
      case DONE -> one.exitStatus() == ExitStatus.DONE ? Color.GOOD : Color.CHANGE;
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

  private static JsonLine json(Standing one) {
    JsonLine line =
        new JsonLine()
            .text("profile", one.profile.name())
            .flag("active", one.profile.active())
            .number("links", one.ledger == null ? 0 : one.ledger.links())
            .number("open-conflicts", one.openConflicts())
            .number("held", one.held)
            .number("quarantine", one.quarantine)
            .number("ignored", one.ignored);
    return one.last == null ? line : line.object("last", Times.run(one.last));
  }
}
