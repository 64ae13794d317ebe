package org.tandemsync.services.schedule;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One profile of a {@link Schedule}: what it waits for. Times as there. */
final class ScheduledProfile {
  private static final Duration NEVER = Duration.ofDays(1_000_000);

  private Schedule.Plan plan;
  private Duration due;
  private Trigger why;
  private Duration notBefore = Duration.ZERO;
  private Duration changedFirst = NEVER;
  private Duration quiet = NEVER;
  private Duration sent = NEVER;
  private Duration decided = NEVER;
  private int failures;
  private boolean running;
  private boolean away;
  private boolean again;
  private Set<String> holds = Set.of();

  ScheduledProfile(Schedule.Plan plan, Duration due, Trigger why) {
    this.plan = plan;
    this.due = due;
    this.why = why;
  }

  Schedule.Plan plan() {
    return plan;
  }

  boolean running() {
    return running;
  }

  /** What its run has for itself, also when the plan has changed since. */
  Set<String> holds() {
    return holds;
  }

  int failures() {
    return failures;
  }

  /** It is configured otherwise: what made it fail may be gone. */
  void replan(Schedule.Plan newer, Duration soon) {
    plan = newer;
    failures = 0;
    notBefore = Duration.ZERO;
    due = soon;
    why = Trigger.CONFIGURED;
    again = running;
  }

  void changed(Duration now) {
    changedFirst = Collections.min(List.of(changedFirst, now));
    quiet =
        Collections.min(List.of(now.plus(plan.quiet()), changedFirst.plus(Schedule.NEVER_QUIET)));
  }

  boolean isAway() {
    return away;
  }

  void away() {
    away = true;
  }

  /** What was to be done soon anyway keeps its reason. */
  void back(Duration soon, Duration latest) {
    if (!away) {
      return;
    }
    away = false;
    if (plan.onStart() && due.compareTo(latest) > 0) {
      due = soon;
      why = Trigger.OUTLOOK;
    }
  }

  void sentAndReceived(Duration now) {
    sent = now;
  }

  void decided(Duration now) {
    decided = now;
  }

  /** Time that the clock did not count has passed. */
  void skip(Duration time, Duration notEarlier) {
    due = Collections.max(List.of(due.minus(time), notEarlier));
    notBefore = notBefore.minus(time);
  }

  /** When it wants to run next. */
  Duration ready() {
    Duration wanted = Collections.min(List.of(due, quiet, sent, decided));
    return Collections.max(List.of(wanted, notBefore));
  }

  /** Begins a run; what changes from now on is another one's. */
  Trigger begin(Duration now) {
    Trigger trigger =
        sent.compareTo(now) <= 0
            ? Trigger.SEND_RECEIVE
            : decided.compareTo(now) <= 0
                ? Trigger.DECISION
                : due.compareTo(now) <= 0 || quiet.compareTo(now) > 0 ? why : Trigger.CHANGE;
    running = true;
    again = false;
    holds = plan.exclusive();
    changedFirst = NEVER;
    quiet = NEVER;
    sent = NEVER;
    decided = NEVER;
    return trigger;
  }

  /** A run has ended well. */
  void well(Duration next) {
    running = false;
    holds = Set.of();
    failures = 0;
    notBefore = Duration.ZERO;
    plannedAnew(next, Trigger.INTERVAL);
  }

  /** A run has failed. */
  void failed(Duration next) {
    running = false;
    holds = Set.of();
    failures++;
    notBefore = again ? Duration.ZERO : next;
    plannedAnew(next, Trigger.RETRY);
  }

  /** A run has failed because Outlook went away: it is made up for when that is back. */
  void cutShort(Duration now) {
    running = false;
    holds = Set.of();
    plannedAnew(now, Trigger.RETRY);
  }

  // A profile that was configured otherwise while it ran keeps what that planned.
  private void plannedAnew(Duration next, Trigger trigger) {
    if (!again) {
      due = next;
      why = trigger;
    }
    again = false;
  }
}
