package org.tandemsync.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Reports;
import org.tandemsync.services.ShellWord;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem approve}. */
@Command(
    name = "approve",
    description = {
      "List what the guard holds, and let exactly that pass, once.",
      "A yes is about the listed items as they are now, and about what is listed for them: what"
          + " changes or comes up later is held again. The next sync carries it out."
    },
    footer = {
      "",
      "Examples:",
      "  tandem approve                  what is held, in all profiles",
      "  tandem approve 12               lists what run 12 held, asks, approves",
      "  tandem approve Work --yes       all that is held of a profile, for scripts",
      "  tandem approve 12 --reject      what was deleted or changed is brought back instead"
    })
final class ApproveCommand extends TandemSubcommand {
  private static final int SEARCHED = 100_000;

  @Parameters(
      paramLabel = "RUN|PROFILE",
      arity = "0..1",
      description = "The number of a run ('tandem report') or the name of a profile.")
  private @Nullable String what;

  @Option(
      names = "--reject",
      description =
          "Bring back what was deleted or changed, instead of deleting or changing it on the other"
              + " side too.")
  private boolean reject;

  @Option(names = "--plan", description = "List only.")
  private boolean planOnly;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  ExitStatus run(Session session) {
    String wanted = what;
    if (wanted == null) {
      return all(session);
    }
    Profile profile = profile(wanted, session);
    long run = number(wanted, session);
    List<Decisions.OnHold> held =
        session.application().decisions().held(profile.name()).stream()
            .filter(one -> run == 0 || one.since() <= run)
            .toList();
    if (!planOnly && !held.isEmpty()) {
      Question.needs(yes, session);
    }
    if (planOnly || !yes) {
      list(profile, held, session);
    }
    if (held.isEmpty()) {
      session.say(
          run == 0
              ? "Nothing is held of profile '" + profile.name() + "'."
              : "Nothing that run " + run + " held is held any more.");
      return ExitStatus.DONE;
    }
    return planOnly ? ExitStatus.ATTENTION : decide(profile, held, session);
  }

  private ExitStatus all(Session session) {
    if (reject || yes) {
      throw new CannotRun(
          "Name the run or the profile whose held actions you mean. Next step: 'tandem approve'"
              + " lists them.");
    }
    boolean any = false;
    for (Profile profile : session.application().profiles().configuration().profiles()) {
      List<Decisions.OnHold> held = session.application().decisions().held(profile.name());
      any |= !held.isEmpty();
      list(profile, held, session);
    }
    if (!any && !session.json()) {
      session.say("Nothing is held.");
    }
    return any ? ExitStatus.ATTENTION : ExitStatus.DONE;
  }

  private static Profile profile(String wanted, Session session) {
    Configuration configuration = session.application().profiles().configuration();
    Optional<Profile> named = configuration.profile(wanted);
    if (named.isPresent()) {
      return named.get();
    }
    String name = run(wanted, session).map(Reports.Run::profile).orElse(wanted);
    return configuration
        .profile(name)
        .orElseThrow(
            () ->
                new CannotRun(
                    "'"
                        + wanted
                        + "' is neither the number of a run nor the name of a profile. Next step:"
                        + " 'tandem approve' lists what is held."));
  }

  private static Optional<Reports.Run> run(String wanted, Session session) {
    try {
      long number = Long.parseLong(wanted);
      return session.application().reports().runs(null, SEARCHED).stream()
          .filter(run -> run.id() == number)
          .findFirst();
    } catch (NumberFormatException name) {
      return Optional.empty();
    }
  }

  private static long number(String wanted, Session session) {
    boolean named = session.application().profiles().configuration().profile(wanted).isPresent();
    return named ? 0 : run(wanted, session).map(Reports.Run::id).orElse(0L);
  }

  private ExitStatus decide(Profile profile, List<Decisions.OnHold> held, Session session) {
    if (reject && profile.policy().direction() != Policy.Direction.TWO_WAY) {
      throw new CannotRun(
          "Profile '"
              + profile.name()
              + "' writes one side only, so that nothing can be brought back on the other. Nothing"
              + " was decided; what is held stays held. Next step: restore it there yourself, or"
              + " set extra = \"keep\".");
    }
    List<Held> concerned =
        held.stream()
            .map(Decisions.OnHold::held)
            .filter(one -> !reject || one.doing().takesAway())
            .toList();
    if (concerned.isEmpty()) {
      throw new CannotRun(
          "What is held is new, or gone from both sides, so there is nothing to bring back."
              + " Nothing was decided.");
    }
    String actions = ApplyCommand.counted(concerned.size(), "action");
    if (!yes
        && !Question.yes(
            reject
                ? "Bring back " + ApplyCommand.counted(concerned.size(), "item") + "?"
                : "Let " + actions + " pass in the next sync?",
            session)) {
      session.remark("Nothing was decided.");
      return ExitStatus.ATTENTION;
    }
    int still =
        session
            .application()
            .decisions()
            .decide(
                profile.name(), concerned, reject ? Held.Verdict.REJECTED : Held.Verdict.APPROVED);
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", profile.name())
              .text("decision", reject ? "rejected" : "approved")
              .number("decided", still)
              .number("changed", concerned.size() - still));
    } else {
      session.say(
          ApplyCommand.counted(still, "action")
              + (reject ? " rejected" : " approved")
              + (still == concerned.size() ? "" : "; the others changed just now and stay held")
              + ". Next step: tandem sync "
              + ShellWord.profile(profile));
    }
    return still == concerned.size() ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  private static void list(Profile profile, List<Decisions.OnHold> held, Session session) {
    if (session.json()) {
      held.forEach(one -> session.print(json(profile, one)));
      return;
    }
    try (Table table =
        new Table(
            session.terminal(),
            "",
            "profile",
            "held since run",
            "",
            "",
            "item",
            "decided",
            "why")) {
      for (Decisions.OnHold one : held) {
        Held action = one.held();
        table.row(
            action.doing() == Held.Doing.DELETE ? Color.BAD : Color.CHANGE,
            profile.name(),
            one.since() == 0 ? "before" : Long.toString(one.since()),
            action.doing().label(),
            action.side().label(),
            ActionRows.titled(action.title()),
            decided(action),
            action.why());
      }
    }
  }

  private static String decided(Held action) {
    return switch (action.verdict()) {
      case WAITS -> "no";
      case APPROVED -> "approved";
      case REJECTED -> "rejected";
    };
  }

  private static JsonLine json(Profile profile, Decisions.OnHold one) {
    Held action = one.held();
    ItemId left = action.left().id();
    ItemId right = action.right().id();
    return new JsonLine()
        .text("profile", profile.name())
        .number("run", one.since())
        .text("action", action.doing().label())
        .text("side", action.side().label())
        .text("title", action.title())
        .text("outlook-id", left == null ? "" : left.value())
        .text("server-id", right == null ? "" : right.value())
        .text("decision", action.verdict() == Held.Verdict.WAITS ? "" : decided(action))
        .text("why", action.why());
  }
}
