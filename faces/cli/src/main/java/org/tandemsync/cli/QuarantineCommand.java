package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ShellWord;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Quarantined;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem quarantine}. */
@Command(
    name = "quarantine",
    description = {
      "List items that failed, with the reason and when they are tried again.",
      "What fails twice is tried again after 15 minutes, then after twice as long each time, at"
          + " most a day; at once if somebody changes it. It keeps nothing else from being synced."
    },
    footer = {
      "",
      "Examples:",
      "  tandem quarantine",
      "  tandem quarantine \"board meeting\" --release   try it again in the next sync",
      "  tandem quarantine \"board meeting\" --ignore    leave it alone without a word"
    })
final class QuarantineCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "ITEM",
      arity = "0..1",
      description = "A part of its title, or its id on one side.")
  private @Nullable String item;

  @Option(names = "--profile", paramLabel = "NAME", description = "Only items of this profile.")
  private @Nullable String profile;

  @Option(names = "--release", description = "Try it again in the next sync, ignored or not.")
  private boolean release;

  @Option(names = "--ignore", description = "Leave it alone without a word until it is released.")
  private boolean ignore;

  private record Named(Profile profile, Decisions.InQuarantine failed) {
    String title() {
      return failed.item().title();
    }
  }

  @Override
  ExitStatus run(Session session) {
    Decisions decisions = session.application().decisions();
    List<Named> all = new ArrayList<>();
    for (Profile each : profiles(session)) {
      decisions.quarantine(each.name()).forEach(failed -> all.add(new Named(each, failed)));
    }
    String wanted = item;
    List<Named> fitting =
        wanted == null ? all : all.stream().filter(one -> fits(one, wanted)).toList();
    if (!release && !ignore) {
      return list(fitting, session);
    }
    if (release && ignore) {
      throw new CannotRun("--release and --ignore exclude each other. Nothing was changed.");
    }
    if (wanted == null || fitting.size() != 1) {
      throw new CannotRun(
          wanted == null
              ? "Name the item. Next step: 'tandem quarantine' lists them."
              : (fitting.isEmpty() ? "No item" : fitting.size() + " items")
                  + " in quarantine fit"
                  + (fitting.isEmpty() ? "s" : "")
                  + " '"
                  + wanted
                  + "'"
                  + (fitting.isEmpty()
                      ? ""
                      : ": "
                          + fitting.stream()
                              .map(one -> ids(one) + " " + one.title())
                              .collect(Collectors.joining(", ")))
                  + ". Nothing was changed. Next step: name one by its id.");
    }
    return change(fitting.getFirst(), decisions, session);
  }

  private List<Profile> profiles(Session session) {
    Configuration configuration = session.application().profiles().configuration();
    String wanted = profile;
    return wanted == null
        ? configuration.profiles()
        : List.of(
            configuration
                .profile(wanted)
                .orElseThrow(() -> ProfileSelection.unknown(wanted, configuration)));
  }

  private static boolean fits(Named one, String wanted) {
    return one.title().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))
        || Stream.of(one.failed.item().left().id(), one.failed.item().right().id())
            .anyMatch(id -> id != null && id.value().equals(wanted));
  }

  private static String ids(Named one) {
    List<String> ids = new ArrayList<>();
    ItemId left = one.failed.item().left().id();
    ItemId right = one.failed.item().right().id();
    if (left != null) {
      ids.add(left.value());
    }
    if (right != null) {
      ids.add(right.value());
    }
    return String.join(" and ", ids);
  }

  private ExitStatus change(Named one, Decisions decisions, Session session) {
    Quarantined.Key key = one.failed.item().key();
    if (release) {
      decisions.release(one.profile.name(), key);
    } else {
      decisions.ignore(one.profile.name(), key);
    }
    String done = release ? "released" : "ignored";
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", one.profile.name())
              .text("title", one.title())
              .text("done", done));
    } else {
      session.say(
          "'"
              + ActionRows.titled(one.title())
              + "' is "
              + done
              + (release ? ". Next step: tandem sync " + ShellWord.profile(one.profile) : "."));
    }
    return ExitStatus.DONE;
  }

  private static ExitStatus list(List<Named> all, Session session) {
    if (session.json()) {
      all.forEach(one -> session.print(json(one)));
    } else if (all.isEmpty()) {
      session.say("Nothing is in quarantine.");
    } else {
      try (Table table =
          new Table(session.terminal(), "", "profile", "item", "failed", "next", "why", "ids")) {
        for (Named one : all) {
          table.row(
              Color.BAD,
              one.profile.name(),
              ActionRows.titled(one.title()),
              Integer.toString(one.failed.failures()),
              next(one, session),
              one.failed.item().reason(),
              ids(one));
        }
      }
    }
    return all.stream().allMatch(QuarantineCommand::isIgnored)
        ? ExitStatus.DONE
        : ExitStatus.ATTENTION;
  }

  private static boolean isIgnored(Named one) {
    return one.failed.item().rest() == Quarantined.Rest.IGNORED;
  }

  private static String next(Named one, Session session) {
    return switch (one.failed.item().rest()) {
      case IGNORED -> "never (ignored)";
      case DUE -> "next sync";
      case RESTING -> Times.shown(one.failed.next(), session);
    };
  }

  private static JsonLine json(Named one) {
    Quarantined failed = one.failed.item();
    JsonLine line = new JsonLine().text("profile", one.profile.name()).text("title", one.title());
    ItemId left = failed.left().id();
    ItemId right = failed.right().id();
    return line.text("outlook", left == null ? "" : left.value())
        .text("server", right == null ? "" : right.value())
        .number("failures", one.failed.failures())
        .text("reason", failed.reason())
        .text("rest", failed.rest().name().toLowerCase(Locale.ROOT))
        .text("first", one.failed.first().toString())
        .text("last", one.failed.last().toString())
        .text("next", one.failed.next().toString());
  }
}
