package org.tandemsync.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.DuplicateGroup;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.services.Duplicates;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem duplicates}. */
@Command(
    name = "duplicates",
    description = {
      "List items of one side that are the same in every field, and delete them after a yes.",
      "Of each group the one that is in step stays, else the one that was changed first. What is"
          + " in step is never deleted."
    },
    footer = {
      "",
      "Exit status: 0 if there are none (any more), 1 if there are some.",
      "",
      "Examples:",
      "  tandem duplicates Work                  (lists only)",
      "  tandem duplicates Work --delete         (lists, asks, deletes)",
      "  tandem duplicates Work --delete --yes   (for scripts)"
    })
final class DuplicatesCommand extends TandemSubcommand {

  @Parameters(paramLabel = "PROFILE", description = "Name of a profile.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(names = "--delete", description = "Delete those that are one too many, after a yes.")
  private boolean delete;

  @Option(names = "--yes", description = "With --delete: do not ask.")
  private boolean yes;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  @Override
  ExitStatus run(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    if (yes && !delete) {
      throw new CannotRun("--yes belongs to --delete. Next step: give both, or none to list.");
    }
    if (delete && !yes && session.terminal().keyboard() == null) {
      throw new CannotRun(
          "Nobody is here to say yes. Nothing was deleted. Next step: look at the list without"
              + " --delete, then add --yes.");
    }
    Configuration configuration = session.application().profiles().configuration();
    Profile profile =
        configuration
            .profile(name)
            .orElseThrow(() -> ProfileSelection.unknown(name, configuration));
    Duplicates duplicates = session.application().duplicates();
    Duplicates.Result found = duplicates.find(profile);
    show(found, session);
    if (!delete || found.count(Fate.EXTRA) == 0) {
      summary(found, 0, 0, session);
      return found.groups().isEmpty() ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }
    if (!yes && !saysYes(found, session)) {
      session.remark("Nothing was deleted.");
      summary(found, 0, 0, session);
      return ExitStatus.ATTENTION;
    }
    AtomicInteger deleted = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    duplicates.delete(
        profile,
        found,
        outcome -> {
          (outcome.done() ? deleted : failed).incrementAndGet();
          tell(outcome, session);
        });
    summary(found, deleted.get(), failed.get(), session);
    return failed.get() == 0 && found.count(Fate.LEFT) == 0
        ? ExitStatus.DONE
        : ExitStatus.ATTENTION;
  }

  private void show(Duplicates.Result found, Session session) {
    found.remarks().forEach(session::remark);
    if (session.json()) {
      int number = 0;
      for (DuplicateGroup group : found.groups()) {
        number++;
        for (Twin twin : group.twins()) {
          session.print(
              new JsonLine()
                  .text("profile", name)
                  .number("group", number)
                  .text("side", group.side().label())
                  .text("kind", group.type().label())
                  .text("title", group.title())
                  .text("id", twin.id().value())
                  .text("fate", twin.fate().label())
                  .text("reason", twin.reason()));
        }
      }
      return;
    }
    try (Table table = new Table(session.terminal(), "", "", "side", "kind", "item", "details")) {
      for (DuplicateGroup group : found.groups()) {
        for (Twin twin : group.twins()) {
          table.row(
              color(twin.fate()),
              twin.fate().label(),
              group.side().label(),
              group.type().label(),
              ActionRows.titled(group.title()),
              twin.id().value() + (twin.reason().isEmpty() ? "" : " - " + twin.reason()));
        }
      }
    }
  }

  private static Color color(Fate fate) {
    return switch (fate) {
      case KEPT -> Color.GOOD;
      case EXTRA -> Color.BAD;
      case LEFT -> Color.CHANGE;
    };
  }

  private static boolean saysYes(Duplicates.Result found, Session session) {
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    session.terminal().out().flush();
    String answer =
        keyboard == null
            ? null
            : keyboard.line(
                "Delete "
                    + ApplyCommand.counted(found.count(Fate.EXTRA), "item")
                    + " marked 'extra'? Type yes or no: ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
  }

  private void tell(Duplicates.Outcome outcome, Session session) {
    DuplicateGroup group = outcome.group();
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", name)
              .text("side", group.side().label())
              .text("kind", group.type().label())
              .text("title", group.title())
              .text("id", outcome.id().value())
              .text("outcome", outcome.done() ? "done" : "failed")
              .text("reason", outcome.reason()));
    } else if (!outcome.done()) {
      session.say(
          Color.BAD,
          "not deleted: '" + ActionRows.titled(group.title()) + "' - " + outcome.reason());
    }
  }

  private void summary(Duplicates.Result found, int deleted, int failed, Session session) {
    int groups = found.groups().size();
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", name)
              .number("groups", groups)
              .number("extra", found.count(Fate.EXTRA))
              .number("left", found.count(Fate.LEFT))
              .number("deleted", deleted)
              .number("failed", failed));
    } else if (groups == 0) {
      session.say("There are no duplicates.");
    } else {
      session.say(
          ApplyCommand.counted(groups, "group")
              + " of equal items: "
              + found.count(Fate.EXTRA)
              + " extra, "
              + found.count(Fate.LEFT)
              + " left alone"
              + (delete ? "; " + deleted + " deleted, " + failed + " failed." : "."));
    }
  }
}
