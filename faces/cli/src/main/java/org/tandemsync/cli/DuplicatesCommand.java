package org.tandemsync.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.AlikeAcross;
import org.tandemsync.services.AlikeItems;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.DuplicateGroup;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.services.DuplicateMerge;
import org.tandemsync.services.Duplicates;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem duplicates}. */
@Command(
    name = "duplicates",
    description = {
      "Find equal or similar items; delete, merge or link them after a yes.",
      "Without an option items of one side are listed that are the same in every field. Of each"
          + " group the one that is in step stays, else the one that was changed first. What is in"
          + " step is never deleted.",
      "Items that seem to be the same and differ (--alike) can be merged into one (--merge).",
      "An item of Outlook and one of the server that a sync would not recognise as the same can be"
          + " linked before each gets a copy on the other side (--link)."
    },
    exitCodeList = {
      "0:there are none (any more); with --merge, --link and --unlink: done",
      "1:there are some; with --merge and --link: the answer was no",
      "2:could not run"
    },
    footer = {
      "",
      "Examples:",
      "  tandem duplicates Work                  (lists only)",
      "  tandem duplicates Work --delete         (lists, asks, deletes)",
      "  tandem duplicates Work --delete --yes   (for scripts)",
      "  tandem duplicates Work --alike          (the same subject and times, or name and mail)",
      "  tandem duplicates Work --merge 4f1c.ics 9a2b.ics",
      "  tandem duplicates Work --link 0000a4 9a2b.ics     (one id of each side)",
      "  tandem duplicates Work --unlink 0000a4 9a2b.ics   (takes that back before a sync)"
    })
final class DuplicatesCommand extends TandemSubcommand {

  @Parameters(paramLabel = "PROFILE", description = "Name of a profile.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(names = "--delete", description = "Delete those that are one too many, after a yes.")
  private boolean delete;

  @Option(
      names = "--alike",
      description =
          "List items of a side, and pairs of both sides that are not linked, that seem to be the"
              + " same, and in which fields they differ.")
  private boolean alike;

  @Option(
      names = "--merge",
      arity = "2",
      paramLabel = "ID",
      description =
          "Two items of one side: what only the second holds goes into the first, and the second is"
              + " deleted, after a yes. Where both hold something, the first one's stays.")
  private List<String> merge = List.of();

  @Option(
      names = "--link",
      arity = "2",
      paramLabel = "ID",
      description =
          "An item of Outlook and one of the server are the same: the next sync links them, after a"
              + " yes, and brings together what they hold. Nothing is deleted.")
  private List<String> link = List.of();

  @Option(
      names = "--unlink",
      arity = "2",
      paramLabel = "ID",
      description = "Take that back, as long as no sync has linked them.")
  private List<String> unlink = List.of();

  @Option(names = "--yes", description = "With --delete, --merge and --link: do not ask.")
  private boolean yes;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  @Override
  ExitStatus run(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    if (yes && !delete && merge.isEmpty() && link.isEmpty()) {
      throw new CannotRun(
          "--yes belongs to --delete, --merge and --link. Next step: give one of them, or none to"
              + " list.");
    }
    if (Stream.of(delete, alike, !merge.isEmpty(), !link.isEmpty(), !unlink.isEmpty())
            .filter(wanted -> wanted)
            .count()
        > 1) {
      throw new CannotRun(
          "--delete, --alike, --merge, --link and --unlink exclude each other. Nothing was done.");
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
    if (alike) {
      return alike(profile, session);
    }
    if (!merge.isEmpty()) {
      return merge(profile, session);
    }
    if (!link.isEmpty()) {
      return new DuplicateLinking(session, profile).link(link, yes);
    }
    if (!unlink.isEmpty()) {
      return new DuplicateLinking(session, profile).takeBack(unlink);
    }
    return equal(profile, session);
  }

  /** Lists items that are the same in every field, or deletes those that are one too many. */
  private ExitStatus equal(Profile profile, Session session) {
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

  private ExitStatus alike(Profile profile, Session session) {
    List<AlikeItems> groups = session.application().duplicates().alike(profile);
    for (AlikeItems group : groups) {
      List<String> ids = group.ids().stream().map(ItemId::value).toList();
      if (session.json()) {
        session.print(
            new JsonLine()
                .text("profile", name)
                .text("side", group.side().label())
                .text("kind", group.type().label())
                .text("title", group.title())
                .texts("ids", ids)
                .texts("differing", List.copyOf(group.differing())));
      } else {
        session.say(
            Color.TITLE,
            group.side().label()
                + ": "
                + ActionRows.titled(group.title())
                + " - differ in "
                + String.join(", ", group.differing()));
        ids.forEach(id -> session.say("  " + id));
      }
    }
    List<AlikeAcross> pairs = session.application().duplicates().across(profile);
    new DuplicateLinking(session, profile).show(pairs);
    boolean none = groups.isEmpty() && pairs.isEmpty();
    if (none && !session.json()) {
      session.say("No items seem to be the same and differ.");
    }
    return none ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private ExitStatus merge(Profile profile, Session session) {
    if (!yes && session.terminal().keyboard() == null) {
      Question.needs(false, session);
    }
    String kept = merge.get(0);
    String gone = merge.get(1);
    DuplicateMerge service = session.application().duplicateMerge();
    DuplicateMerge.Union union = service.plan(profile, kept, gone);
    if (!session.json()) {
      session.say(
          "'"
              + ActionRows.titled(union.title())
              + "' in "
              + union.side().label()
              + (union.fields().isEmpty()
                  ? " takes nothing from the other"
                  : " takes from the other: " + String.join(", ", union.fields()))
              + "; the other is deleted.");
      union
          .lost()
          .forEach(
              clash ->
                  session.say(
                      "  "
                          + clash.field()
                          + ": '"
                          + clash.left()
                          + "' stays, '"
                          + clash.right()
                          + "' is in the history only"));
    }
    if (!yes && !Question.yes("Merge them?", session)) {
      session.remark("Nothing was done.");
      return ExitStatus.ATTENTION;
    }
    long run = service.merge(profile, kept, gone);
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", name)
              .number("run", run)
              .text("side", union.side().label())
              .text("title", union.title())
              .texts("fields", union.fields())
              .texts("lost", union.lost().stream().map(clash -> clash.field()).toList()));
    } else {
      session.say("Merged (run " + run + "). 'tandem undo " + run + "' takes it back.");
    }
    return ExitStatus.DONE;
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
    try (Table table =
        Table.withWholeEnd(session.terminal(), "", "", "side", "kind", "item", "details")) {
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
