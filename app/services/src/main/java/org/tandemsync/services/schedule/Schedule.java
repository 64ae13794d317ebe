package org.tandemsync.services.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.configuration.ServeOptions;

/**
 * When which profile runs. Times are those of a {@link MonotonicTime}; whoever asks says what time
 * it is.
 *
 * <p>Two runs of one profile, or of profiles that share something exclusive, never run at once, and
 * never more than a few in all. Intervals vary by a tenth, so that many machines that were started
 * together do not ask their server together.
 */
final class Schedule {
  /** Where it never gets quiet a run comes after so long. */
  static final Duration NEVER_QUIET = ServeOptions.NEVER_QUIET;

  /** The pause after a failure that may pass by itself; it doubles with each further one. */
  static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** A failure that needs a person is tried again as rarely as this in the end. */
  static final Duration RAREST = Duration.ofHours(12);

  /** The longest pause that another side gets by asking. */
  static final Duration LONGEST_ASKED = Duration.ofDays(1);

  /** At the start, and when a machine wakes up: the network needs a moment. */
  static final Duration SOON = Duration.ofSeconds(2);

  private static final int DOUBLINGS = 16;

  private final int atOnce;
  private final RandomGenerator random;
  private final Map<String, ScheduledProfile> profiles = new LinkedHashMap<>();

  /** Of profiles that are not to run any more, while their last run goes on. */
  private final Map<String, ScheduledProfile> leaving = new HashMap<>();

  private boolean started;

  Schedule(int atOnce, RandomGenerator random) {
    this.atOnce = atOnce;
    this.random = random;
  }

  /**
   * What is known of a profile.
   *
   * @param settings changes with all that a run of it depends on
   * @param onStart whether it runs when the service or Outlook starts, not only when its interval
   *     is over
   * @param quiet after a change a run waits until nothing changes for so long
   * @param exclusive names of what it does not share with another run
   */
  record Plan(
      String profile,
      Object settings,
      Duration every,
      boolean onStart,
      Duration quiet,
      Set<String> exclusive) {}

  /** A run that is to begin now. */
  record Start(String profile, Trigger trigger) {}

  /** How a run ended, as far as the next one depends on it. */
  sealed interface End {
    /** It ran. */
    record Well() implements End {}

    /**
     * It could not run, or not to its end.
     *
     * @param passing whether it may work later without anybody doing something
     * @param pause how long the other side asks to be left alone, or null
     */
    record Failed(boolean passing, @Nullable Duration pause) implements End {}
  }

  /** From now on these profiles run, and no others. What stays as it was keeps its times. */
  void configure(Collection<Plan> plans, Duration now) {
    Set<String> wanted = new HashSet<>();
    for (Plan plan : plans) {
      wanted.add(plan.profile());
      ScheduledProfile known = profiles.get(plan.profile());
      ScheduledProfile back = leaving.remove(plan.profile());
      if (known == null && back != null) {
        profiles.put(plan.profile(), back);
        back.replan(plan, soon(now));
      } else if (known == null) {
        profiles.put(plan.profile(), added(plan, now));
      } else if (!known.plan().equals(plan)) {
        known.replan(plan, soon(now));
      }
    }
    for (String name : List.copyOf(profiles.keySet())) {
      ScheduledProfile profile = profiles.get(name);
      if (profile != null && !wanted.contains(name)) {
        profiles.remove(name);
        if (profile.running()) {
          leaving.put(name, profile);
        }
      }
    }
    started = true;
  }

  private ScheduledProfile added(Plan plan, Duration now) {
    if (started) {
      return new ScheduledProfile(plan, soon(now), Trigger.CONFIGURED);
    }
    return plan.onStart()
        ? new ScheduledProfile(plan, soon(now), Trigger.START)
        : new ScheduledProfile(plan, interval(plan, now), Trigger.INTERVAL);
  }

  /** The folder of a profile has changed. */
  void changed(String profile, Duration now) {
    known(profile).ifPresent(p -> p.changed(now));
  }

  /** Outlook has sent and received. */
  void sentAndReceived(String profile, Duration now) {
    known(profile).ifPresent(p -> p.sentAndReceived(now));
  }

  /** Somebody has decided about what waited. */
  void decided(String profile, Duration now) {
    known(profile).ifPresent(p -> p.decided(now));
  }

  /** Outlook is closed: the profile waits for it, whatever comes. */
  void away(String profile) {
    known(profile).ifPresent(ScheduledProfile::away);
  }

  /** Outlook is there, perhaps again. */
  void back(String profile, Duration now) {
    known(profile).ifPresent(p -> p.back(soon(now), now.plus(SOON)));
  }

  private Optional<ScheduledProfile> known(String profile) {
    return Optional.ofNullable(profiles.get(profile));
  }

  /** The machine has slept for so long, which the clock did not count. */
  void slept(Duration time, Duration now) {
    profiles.values().forEach(p -> p.skip(time, soon(now)));
  }

  /** The runs to begin now; they count as begun. */
  List<Start> take(Duration now) {
    List<Start> starts = new ArrayList<>();
    for (ScheduledProfile profile : waiting()) {
      if (profile.ready().compareTo(now) > 0 || running() >= atOnce) {
        break;
      }
      if (Collections.disjoint(profile.plan().exclusive(), held())) {
        starts.add(new Start(profile.plan().profile(), profile.begin(now)));
      }
    }
    return starts;
  }

  private List<ScheduledProfile> waiting() {
    return profiles.values().stream()
        .filter(p -> !p.running() && !p.isAway())
        .sorted(Comparator.comparing(ScheduledProfile::ready))
        .toList();
  }

  private Set<String> held() {
    Set<String> held = new HashSet<>();
    profiles.values().forEach(p -> held.addAll(p.holds()));
    leaving.values().forEach(p -> held.addAll(p.holds()));
    return held;
  }

  /** How many runs go on. */
  int running() {
    return leaving.size()
        + (int) profiles.values().stream().filter(ScheduledProfile::running).count();
  }

  /**
   * A run has ended.
   *
   * @return how long the profile waits at most before it runs again; empty if it does not
   */
  Optional<Duration> ended(String profile, End end, Duration now) {
    if (leaving.remove(profile) != null) {
      return Optional.empty();
    }
    return known(profile)
        .map(
            p -> {
              switch (end) {
                case End.Well _ -> p.well(interval(p.plan(), now));
                case End.Failed(boolean passing, var asked)
                    when passing && asked == null && p.isAway() ->
                    p.cutShort(now);
                case End.Failed failed -> p.failed(now.plus(pause(p, failed)));
              }
              return p.ready().minus(now);
            });
  }

  private Duration pause(ScheduledProfile profile, End.Failed failed) {
    Duration every = profile.plan().every();
    Duration first = failed.passing() ? FIRST_PAUSE : every;
    Duration longest = failed.passing() ? longer(every, FIRST_PAUSE) : longer(every, RAREST);
    Duration own =
        shorter(first.multipliedBy(1L << Math.min(profile.failures(), DOUBLINGS)), longest);
    Duration asked = failed.pause() == null ? Duration.ZERO : failed.pause();
    Duration pause = longer(own, shorter(asked, LONGEST_ASKED));
    return pause.plus(upTo(pause.dividedBy(10)));
  }

  /** When something may be to do next; empty if nothing is planned. */
  Optional<Duration> next() {
    return running() >= atOnce
        ? Optional.empty()
        : waiting().stream()
            .filter(p -> Collections.disjoint(p.plan().exclusive(), held()))
            .map(ScheduledProfile::ready)
            .findFirst();
  }

  private Duration soon(Duration now) {
    return now.plus(upTo(SOON));
  }

  /** An interval, give or take a tenth. */
  private Duration interval(Plan plan, Duration now) {
    Duration tenth = plan.every().dividedBy(10);
    return now.plus(plan.every()).minus(tenth).plus(upTo(tenth.multipliedBy(2)));
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
