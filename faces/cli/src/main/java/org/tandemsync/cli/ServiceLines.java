package org.tandemsync.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.services.schedule.Service;
import org.tandemsync.services.schedule.Trigger;
import org.tandemsync.sync.RunReport;

/**
 * What the service says: a line for each run that did something, and for each that ended in another
 * way than the one before. Runs with nothing to do are silent, and a failure that goes on is told
 * once.
 */
final class ServiceLines implements Service.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceLines.class);

  private final Session session;
  private final Map<String, String> lastSaid = new HashMap<>();
  private final Map<String, Trigger> triggers = new HashMap<>();
  private String lastTrouble = "";

  ServiceLines(Session session) {
    this.session = session;
  }

  @Override
  public void serving(List<Profile> profiles) {
    lastSaid.clear();
    LOG.info("serving {}", profiles.stream().map(Profile::name).toList());
    if (session.json()) {
      return;
    }
    line(
        profiles.isEmpty()
            ? "No active profile has an interval. Next step: give one to a profile (every ="
                + " \"15m\"), and 'tandem apply' it; it is taken up while this runs."
            : "Serving "
                + profiles.stream()
                    .map(p -> p.name() + " (every " + Sides.every(p.every()) + ")")
                    .collect(Collectors.joining(", ")));
  }

  @Override
  public void begins(Profile profile, Trigger trigger) {
    LOG.debug("{} begins: {}", profile.name(), trigger.label());
    triggers.put(profile.name(), trigger);
  }

  @Override
  public void ended(RunResult result, @Nullable Duration next) {
    String what = what(result);
    String text = what + report(result);
    String before = lastSaid.get(result.profile());
    if (idle(result)) {
      lastSaid.remove(result.profile());
    } else {
      lastSaid.put(result.profile(), did(result) ? "" : what);
    }
    boolean wellAgain = idle(result) && before != null && !before.isEmpty();
    if (did(result) || wellAgain || !idle(result) && !what.equals(before)) {
      LOG.info("{}: {}", result.profile(), text);
      say(result, text, next);
    } else if (session.verbose()) {
      say(result, text, next);
    }
  }

  @Override
  public void waits(Profile profile, boolean waits) {
    LOG.info("{} {}", profile.name(), waits ? "waits for Outlook" : "goes on");
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", profile.name())
              .flag("waits", waits)
              .text("at", session.invocation().surroundings().clock().instant().toString()));
      session.terminal().out().flush();
      return;
    }
    line(
        profile.name()
            + (waits
                ? ": Outlook is closed; it goes on when somebody starts Outlook."
                : ": Outlook is there again."));
  }

  @Override
  public void trouble(String message) {
    if (!message.equals(lastTrouble)) {
      lastTrouble = message;
      LOG.warn("{}", message);
      session.remark(message);
    }
  }

  private void say(RunResult result, String text, @Nullable Duration next) {
    if (session.json()) {
      Trigger trigger = triggers.get(result.profile());
      JsonLine line =
          RunResults.json(result)
              .text("at", session.invocation().surroundings().clock().instant().toString())
              .text("trigger", trigger == null ? "" : trigger.label());
      session.print(next == null ? line : line.number("next-seconds", (int) next.toSeconds()));
      session.terminal().out().flush();
      return;
    }
    boolean failed = result.exitStatus() == ExitStatus.COULD_NOT_RUN;
    line(
        result.profile()
            + ": "
            + text
            + (failed && next != null ? " The next try is in " + words(next) + "." : ""));
  }

  private void line(String text) {
    String time =
        Times.shown(session.invocation().surroundings().clock().instant(), session) + "  ";
    session.say(time + text);
    session.terminal().out().flush();
  }

  /** Where more of it stands; another number in each run, though it may be the same again. */
  private static String report(RunResult result) {
    return result instanceof RunResult.Ran ran && ran.exitStatus() == ExitStatus.ATTENTION
        ? " (tandem report " + ran.run() + ")"
        : "";
  }

  private static String what(RunResult result) {
    return switch (result) {
      case RunResult.Ran ran -> {
        String problems =
            ran.report().problems().isEmpty()
                ? ""
                : "; " + String.join("; ", ran.report().problems());
        yield RunResults.summary(ran.report()) + problems;
      }
      case RunResult.CouldNotRun not -> not.message();
    };
  }

  private static boolean did(RunResult result) {
    if (!(result instanceof RunResult.Ran ran)) {
      return false;
    }
    RunReport report = ran.report();
    return report.moved().size()
            + report.adopted()
            + sum(report.created())
            + sum(report.updated())
            + sum(report.deleted())
        > 0;
  }

  private static boolean idle(RunResult result) {
    return result.exitStatus() == ExitStatus.DONE
        && !did(result)
        && !(result instanceof RunResult.Ran ran && ran.report().postponed() > 0);
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  private static String words(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : (minutes + 30) / 60 + " h";
  }
}
