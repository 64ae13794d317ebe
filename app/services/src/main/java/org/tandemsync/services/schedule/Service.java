package org.tandemsync.services.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;

/**
 * Keeps profiles in step for as long as it lives. One thread plans and looks around every few
 * seconds; runs are done by others.
 */
public final class Service {
  /** Runs at the same time: more would only share the same network. */
  public static final int AT_ONCE = 2;

  /** How often it looks whether something has changed: the configuration, a file, the clock. */
  static final Duration LOOK = Duration.ofSeconds(5);

  /** The clock of the wall is corrected by less than this. */
  private static final Duration SLEPT = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Work work;
  private final Profiles profiles;
  private final Watches watches;
  private final Executor executor;
  private final MonotonicTime time;
  private final InstantSource clock;
  private final Listener listener;
  private final Schedule schedule;
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private Configuration configuration = Configuration.EMPTY;
  private boolean configured;
  private Duration lastLook;
  private Instant lastInstant;

  private final News news = new News();
  private final Map<String, Integer> decided = new HashMap<>();
  private volatile boolean ending;

  /** Does a run, until it is at its end or its end is asked for. */
  @FunctionalInterface
  public interface Work {
    RunResult sync(Profile profile, BooleanSupplier ended);

    /** How many decisions of people about a profile wait to be carried out. */
    default int decided(Profile profile) {
      return 0;
    }
  }

  /** Hears of the service; calls come from the thread that serves. */
  public interface Listener {
    /** These profiles are run from now on. */
    default void serving(List<Profile> profiles) {}

    /** A run begins. */
    default void begins(Profile profile, Trigger trigger) {}

    /**
     * A run has ended.
     *
     * @param next the longest time until the next one, or null if there is none
     */
    default void ended(RunResult result, @Nullable Duration next) {}

    /** Outlook was closed: the profile waits for it. Or it is there, perhaps again. */
    default void waits(Profile profile, boolean waits) {}

    /** Something went wrong that is no profile's. */
    default void trouble(String message) {}
  }

  private record Watched(Profile profile, Watches.Watch watch, Presence presence) {
    boolean fits(Profile now) {
      return profile.outlook().equals(now.outlook())
          && profile.options().serve().equals(now.options().serve());
    }
  }

  /** Whether what a profile needs is there: Outlook. */
  private enum Presence {
    UNKNOWN,
    THERE,
    AWAY
  }

  /** All that a run depends on. */
  private record Settings(Profile profile, @Nullable Endpoint server) {}

  /**
   * @param executor does the runs
   * @param clock tells only how long the machine slept
   */
  public Service(
      Work work,
      Profiles profiles,
      Watches watches,
      Executor executor,
      MonotonicTime time,
      InstantSource clock,
      RandomGenerator random,
      Listener listener) {
    this.work = work;
    this.profiles = profiles;
    this.watches = watches;
    this.executor = executor;
    this.time = time;
    this.clock = clock;
    this.listener = listener;
    this.schedule = new Schedule(AT_ONCE, random);
    this.lastLook = time.elapsed();
    this.lastInstant = clock.instant();
  }

  /** Serves until its end is asked for, and the runs that go on have come to theirs. */
  public void serve() throws InterruptedException {
    try {
      while (!ending || schedule.running() > 0) {
        news.await(step(), () -> ending && schedule.running() == 0);
      }
    } finally {
      watched.values().forEach(w -> w.watch().close());
      watched.clear();
    }
  }

  /** Asks for the end; returns at once. May be called from any thread. */
  public void stop() {
    ending = true;
    news.wake();
  }

  /**
   * Does what is to be done now, and says how long nothing else will be, as far as is known. {@link
   * #serve} does so until the end.
   */
  public Duration step() {
    Duration now = time.elapsed();
    hear(now);
    if (ending) {
      return LOOK;
    }
    if (!configured || now.minus(lastLook).compareTo(LOOK) >= 0) {
      look(now);
      hear(now);
    }
    for (Schedule.Start start : schedule.take(now)) {
      begin(start);
    }
    Duration next = schedule.next().map(n -> n.minus(now)).orElse(LOOK);
    return next.isNegative() ? Duration.ZERO : next.compareTo(LOOK) < 0 ? next : LOOK;
  }

  // ---- what others told

  private void hear(Duration now) {
    News.Heard heard = news.hear();
    // First of all: why a run has ended may be that Outlook has.
    heard.there().forEach((profile, isHere) -> there(profile, isHere, now));
    heard.ended().forEach(end -> end(end, now));
    heard.changed().forEach(profile -> schedule.changed(profile, now));
    heard.sent().forEach(profile -> schedule.sentAndReceived(profile, now));
  }

  private void there(String name, boolean isThere, Duration at) {
    Watched about = watched.get(name);
    Presence now = isThere ? Presence.THERE : Presence.AWAY;
    if (about == null || about.presence() == now) {
      return;
    }
    watched.put(name, new Watched(about.profile(), about.watch(), now));
    if (isThere) {
      schedule.back(name, at);
    } else {
      schedule.away(name);
    }
    if (!isThere || about.presence() == Presence.AWAY) {
      listener.waits(about.profile(), !isThere);
    }
  }

  private void end(News.Ended end, Duration now) {
    RunResult result = end.result();
    Watched about = watched.get(end.profile().name());
    if (about != null) {
      about.watch().runEnded(mayHaveWritten(result));
    }
    Duration next = schedule.ended(result.profile(), ServiceEnd.of(result), now).orElse(null);
    listener.ended(result, next);
  }

  private static boolean mayHaveWritten(RunResult result) {
    return !(result instanceof RunResult.Ran ran)
        || ran.report().stopped() != null
        || ran.report().failed() > 0
        || ran.report().created().getOrDefault(Side.LEFT, 0) > 0
        || ran.report().updated().getOrDefault(Side.LEFT, 0) > 0
        || ran.report().deleted().getOrDefault(Side.LEFT, 0) > 0;
  }

  // ---- looking around

  private void look(Duration now) {
    Instant instant = clock.instant();
    Duration uncounted = Duration.between(lastInstant, instant).minus(now.minus(lastLook));
    if (uncounted.compareTo(SLEPT) > 0) {
      LOG.info("the machine has slept for {}", uncounted);
      schedule.slept(uncounted, now);
    }
    lastLook = now;
    lastInstant = instant;
    try {
      Configuration current = profiles.configuration();
      if (!configured || !current.equals(configuration)) {
        configuration = current;
        configured = true;
        configure(now);
      }
    } catch (CannotRun e) {
      listener.trouble(String.valueOf(e.getMessage()));
    }
    watched.values().forEach(w -> w.watch().look());
    watched.values().forEach(w -> decisions(w.profile(), now));
  }

  /** What somebody has decided is carried out at once; what cannot be waits for the next run. */
  private void decisions(Profile profile, Duration now) {
    int waiting;
    try {
      waiting = work.decided(profile);
    } catch (CannotRun e) {
      return; // the next look, or the run, says what is wrong
    }
    Integer before = decided.put(profile.name(), waiting);
    if (waiting > (before == null ? 0 : before)) {
      schedule.decided(profile.name(), now);
    }
  }

  private void configure(Duration now) {
    List<Profile> served =
        configuration.profiles().stream().filter(p -> p.active() && p.every() != null).toList();
    List<Schedule.Plan> plans = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Profile profile : served) {
      Duration every = profile.every();
      if (every != null) {
        names.add(profile.name());
        plans.add(
            new Schedule.Plan(
                profile.name(),
                settings(profile),
                every,
                profile.options().serve().onStart(),
                profile.options().serve().quiet(),
                watches.exclusive(profile)));
      }
    }
    for (String name : List.copyOf(watched.keySet())) {
      if (!names.contains(name)) {
        unwatch(name, now);
      }
    }
    schedule.configure(plans, now);
    served.forEach(profile -> watch(profile, now));
    listener.serving(served);
  }

  private Settings settings(Profile profile) {
    try {
      return new Settings(profile, configuration.right(profile));
    } catch (IllegalArgumentException e) {
      return new Settings(profile, null); // the run says what is wrong
    }
  }

  private void watch(Profile profile, Duration now) {
    Watched before = watched.get(profile.name());
    if (before != null && before.fits(profile)) {
      return;
    }
    unwatch(profile.name(), now);
    Watches.Wakeups wakeups =
        new Watches.Wakeups() {
          @Override
          public void changed() {
            news.changed(profile.name());
          }

          @Override
          public void sentAndReceived() {
            news.sentAndReceived(profile.name());
          }

          @Override
          public void there(boolean isThere) {
            news.there(profile.name(), isThere);
          }
        };
    Watches.Watch watch = watches.watch(profile, wakeups);
    Presence presence = watch.knowsPresence() ? Presence.THERE : Presence.UNKNOWN;
    watched.put(profile.name(), new Watched(profile, watch, presence));
    if (presence == Presence.UNKNOWN) {
      schedule.away(profile.name());
    }
  }

  private void unwatch(String name, Duration now) {
    Watched before = watched.remove(name);
    if (before != null) {
      before.watch().close();
      news.forgetPresence(name);
      schedule.back(name, now);
    }
  }

  // ---- runs

  private void begin(Schedule.Start start) {
    Profile profile = configuration.profile(start.profile()).orElseThrow();
    Watched about = watched.get(profile.name());
    if (about != null) {
      about.watch().runBegins();
    }
    listener.begins(profile, start.trigger());
    executor.execute(
        () -> {
          RunResult result = run(profile);
          news.ended(profile, result);
        });
  }

  // Whatever happens in a run must not end the service.
  @SuppressWarnings("CatchingUnchecked")
  private RunResult run(Profile profile) {
    try {
      return work.sync(profile, () -> ending);
    } catch (StoreException e) {
      return new RunResult.CouldNotRun(profile.name(), String.valueOf(e.getMessage()), e);
    } catch (CannotRun e) {
      return new RunResult.CouldNotRun(profile.name(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) { // a LinkageError, too: jars were renewed under it
      LOG.error("unexpected in profile {}", profile.name(), e);
      return new RunResult.CouldNotRun(
          profile.name(),
          "something went wrong that Tandem did not expect: "
              + e
              + ". Nothing is lost; the log has the details.");
    }
  }
}
