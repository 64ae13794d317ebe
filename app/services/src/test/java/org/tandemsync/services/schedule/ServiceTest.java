package org.tandemsync.services.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServeOptions;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.StoreException;

final class ServiceTest {
  private final List<String> ran = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Deque<Runnable> workers = new ArrayDeque<>();
  private final Map<String, FakeWatch> watches = new HashMap<>();
  private Configuration configuration = Configuration.EMPTY;
  private @Nullable CannotRun trouble;
  private RuntimeException problem = new IllegalStateException();
  private @Nullable Error error;
  private boolean fails;
  private int decided;
  private boolean wrote;
  private Duration time = Duration.ZERO;
  private Instant instant = Instant.parse("2026-03-01T10:00:00Z");

  private final Service service =
      new Service(
          new Service.Work() {
            @Override
            public RunResult sync(Profile profile, BooleanSupplier ended) {
              return work(profile, ended);
            }

            @Override
            public int decided(Profile profile) {
              return decided;
            }
          },
          new Profiles() {
            @Override
            public Configuration configuration() {
              if (trouble != null) {
                throw trouble;
              }
              return configuration;
            }

            @Override
            public void replace(Configuration newer) {
              configuration = newer;
            }
          },
          new Watches() {
            @Override
            public Set<String> exclusive(Profile profile) {
              return Set.of();
            }

            @Override
            public Watch watch(Profile profile, Wakeups wakeups) {
              FakeWatch watch = new FakeWatch(profile.name(), wakeups);
              watches.put(profile.name(), watch);
              return watch;
            }
          },
          workers::add,
          () -> time,
          () -> instant,
          new SplittableRandom(1),
          new Service.Listener() {
            @Override
            public void serving(List<Profile> profiles) {
              heard.add("serving " + profiles.stream().map(Profile::name).toList());
            }

            @Override
            public void begins(Profile profile, Trigger trigger) {
              heard.add(profile.name() + " " + trigger.label());
            }

            @Override
            public void ended(RunResult result, @Nullable Duration next) {
              heard.add(result.profile() + " " + result.exitStatus().label());
            }

            @Override
            public void waits(Profile profile, boolean waits) {
              heard.add(profile.name() + (waits ? " waits" : " goes on"));
            }

            @Override
            public void trouble(String message) {
              heard.add(message);
            }
          });

  private final class FakeWatch implements Watches.Watch {
    private final String name;
    private final Watches.Wakeups wakeups;
    private final List<String> calls = new ArrayList<>();

    FakeWatch(String name, Watches.Wakeups wakeups) {
      this.name = name;
      this.wakeups = wakeups;
    }

    @Override
    public boolean knowsPresence() {
      return !name.startsWith("Desk");
    }

    @Override
    public void runBegins() {
      calls.add("begins");
    }

    @Override
    public void runEnded(boolean wrote) {
      calls.add(wrote ? "wrote" : "read");
    }

    @Override
    public void close() {
      heard.add("closed " + name);
    }
  }

  private RunResult work(Profile profile, BooleanSupplier ended) {
    ran.add(profile.name());
    if (error != null) {
      throw error;
    }
    if (fails) {
      throw problem;
    }
    return new RunResult.Ran(profile.name(), 1, report(wrote ? 1 : 0), List.of());
  }

  private static RunReport report(int updatedLeft) {
    Map<Side, Integer> none = new EnumMap<>(Map.of(Side.LEFT, 0, Side.RIGHT, 0));
    Map<Side, Integer> updated = new EnumMap<>(Map.of(Side.LEFT, updatedLeft, Side.RIGHT, 0));
    return new RunReport(1, none, updated, none, 0, 0, 0, 0, 0, 0, none, List.of(), null);
  }

  private static Profile profile(String name, @Nullable Duration every, String folder) {
    return new Profile(
        name,
        true,
        null,
        new OutlookEndpoint.Pst(Path.of("/o.pst"), folder),
        new ServerEndpoint.Directory(Path.of("/d")),
        Policy.TWO_WAY,
        every,
        Set.of(),
        null,
        Set.of(),
        Options.USUAL);
  }

  private void configure(Profile... profiles) {
    configuration = new Configuration(List.of(), List.of(profiles));
  }

  private void pass(Duration much) {
    for (Duration end = time.plus(much); time.compareTo(end) < 0; ) {
      Duration step = Service.LOOK;
      time = time.plus(step);
      instant = instant.plus(step);
      service.step();
      while (!workers.isEmpty()) {
        workers.remove().run();
      }
      service.step();
    }
  }

  @Test
  void runsWhatHasAnIntervalAndNothingElse() {
    configure(
        profile("Work", Duration.ofMinutes(15), "Calendar"), profile("Manual", null, "Tasks"));
    pass(Duration.ofHours(1));
    assertThat(ran).hasSizeBetween(4, 6).containsOnly("Work");
    assertThat(heard).startsWith("serving [Work]", "Work start", "Work done", "Work interval");
  }

  @Test
  void takesUpWhatIsConfiguredMeanwhile() {
    pass(Duration.ofMinutes(5));
    assertThat(heard).containsExactly("serving []");
    configure(profile("Work", Duration.ofHours(1), "Calendar"));
    pass(Duration.ofSeconds(20));
    assertThat(ran).containsExactly("Work");
    configure(profile("Work", Duration.ofHours(1), "Calendar/Team"));
    pass(Duration.ofSeconds(20));
    assertThat(ran).containsExactly("Work", "Work");
    configure();
    pass(Duration.ofHours(3));
    assertThat(ran).hasSize(2);
    assertThat(heard).containsSubsequence("closed Work", "Work configured", "closed Work");
  }

  @Test
  void aChangeRunsAfterTenSecondsOfQuietAndTheRunTellsItsWatchWhetherItWrote() {
    configure(profile("Work", Duration.ofDays(1), "Calendar"));
    pass(Duration.ofMinutes(1));
    FakeWatch watch = Objects.requireNonNull(watches.get("Work"));
    assertThat(watch.calls).containsExactly("begins", "read");
    wrote = true;
    watch.wakeups.changed();
    pass(Duration.ofSeconds(10));
    assertThat(ran).hasSize(1);
    pass(Duration.ofSeconds(10));
    assertThat(ran).hasSize(2);
    assertThat(heard).contains("Work change");
    assertThat(watch.calls).containsExactly("begins", "read", "begins", "wrote");
    watch.wakeups.sentAndReceived();
    pass(Duration.ofSeconds(5));
    assertThat(heard).contains("Work send-receive");
  }

  @Test
  void whatIsDecidedIsCarriedOutWithinSecondsAndTriedOnce() {
    configure(profile("Work", Duration.ofDays(1), "Calendar"));
    pass(Duration.ofMinutes(1));
    decided = 2;
    pass(Duration.ofSeconds(10));
    assertThat(heard).contains("Work decision");
    assertThat(ran).hasSize(2);
    pass(Duration.ofHours(3)); // what cannot be carried out
    assertThat(ran).hasSize(2);
    decided = 0;
    pass(Duration.ofMinutes(1));
    assertThat(ran).hasSize(2);
    decided = 1;
    pass(Duration.ofSeconds(10));
    assertThat(ran).hasSize(3);
  }

  @Test
  void whereOutlookIsNeededNothingBeginsBeforeItIsKnownToBeThere() {
    configure(profile("Desk", Duration.ofHours(1), "Calendar"));
    pass(Duration.ofMinutes(2));
    assertThat(ran).isEmpty();
    FakeWatch watch = Objects.requireNonNull(watches.get("Desk"));
    watch.wakeups.there(true);
    pass(Duration.ofSeconds(10));
    assertThat(heard).containsExactly("serving [Desk]", "Desk start", "Desk done");
  }

  @Test
  void aProfileWaitsForOutlookAndSaysSoOnce() {
    configure(profile("Desk", Duration.ofHours(1), "Calendar"));
    pass(Duration.ofSeconds(5));
    FakeWatch watch = Objects.requireNonNull(watches.get("Desk"));
    watch.wakeups.there(false);
    watch.wakeups.changed();
    pass(Duration.ofHours(3));
    watch.wakeups.there(false);
    pass(Duration.ofMinutes(1));
    assertThat(heard).containsExactly("serving [Desk]", "Desk waits");
    watch.wakeups.there(true);
    pass(Duration.ofSeconds(10));
    assertThat(heard).startsWith("serving [Desk]", "Desk waits", "Desk goes on");
    assertThat(ran).containsExactly("Desk");
  }

  @Test
  void anotherFolderEndsTheWaiting() {
    configure(profile("Desk", Duration.ofHours(1), "Calendar"));
    pass(Duration.ofSeconds(5));
    FakeWatch watch = Objects.requireNonNull(watches.get("Desk"));
    watch.wakeups.there(false);
    pass(Duration.ofSeconds(10));
    configure(profile("Desk", Duration.ofHours(1), "Tasks"));
    pass(Duration.ofSeconds(10));
    watch.wakeups.there(false); // the watch of before, late
    pass(Duration.ofSeconds(10));
    assertThat(ran).isEmpty();
    Objects.requireNonNull(watches.get("Desk")).wakeups.there(true);
    pass(Duration.ofSeconds(10));
    assertThat(ran).containsExactly("Desk");
  }

  @Test
  void otherOptionsOfServingWatchAnew() {
    Profile work = profile("Work", Duration.ofHours(1), "Calendar");
    configure(work);
    pass(Duration.ofSeconds(10));
    configure(with(work, new ServeOptions(false, true, 30)));
    pass(Duration.ofSeconds(10));
    assertThat(heard).contains("closed Work", "Work configured");
  }

  private static Profile with(Profile p, ServeOptions serve) {
    return new Profile(
        p.name(),
        p.active(),
        p.family(),
        p.outlook(),
        p.server(),
        p.policy(),
        p.every(),
        p.exclude(),
        p.timeZone(),
        p.ownAddresses(),
        p.options().serving(serve));
  }

  @Test
  void survivesWhatFails() {
    configure(profile("Work", Duration.ofMinutes(15), "Calendar"));
    fails = true;
    pass(Duration.ofMinutes(40));
    assertThat(ran).describedAs("a fault of ours: rarely").hasSize(2);
    problem = new StoreException(StoreException.Reason.UNREACHABLE, "no network");
    pass(Duration.ofHours(2));
    int before = ran.size();
    fails = false;
    pass(Duration.ofHours(1));
    assertThat(ran.size()).isGreaterThan(before + 2);
    trouble = new CannotRun("the database is busy");
    pass(Duration.ofHours(1));
    assertThat(ran.size()).isGreaterThan(before + 5);
    assertThat(heard).contains("the database is busy");
    trouble = null;
    pass(Duration.ofHours(1));
    before = ran.size();
    error = new NoClassDefFoundError("of a jar that was renewed meanwhile");
    pass(Duration.ofHours(1));
    error = null;
    pass(Duration.ofHours(1));
    assertThat(ran.size()).describedAs("its end was told").isGreaterThan(before + 1);
  }

  @Test
  void aMachineThatHasSleptRunsSoonAndAClockThatWasSetBackChangesNothing() {
    configure(profile("Work", Duration.ofHours(4), "Calendar"));
    pass(Duration.ofMinutes(1));
    instant = instant.plus(Duration.ofHours(8)); // the monotonic clock stood still
    pass(Duration.ofSeconds(20));
    assertThat(ran).hasSize(2);
    instant = instant.minus(Duration.ofDays(300));
    pass(Duration.ofHours(3));
    assertThat(ran).hasSize(2);
    pass(Duration.ofHours(2));
    assertThat(ran).hasSize(3);
  }

  @Test
  void theEndWaitsForTheRunThatGoesOnAndBeginsNoOther() throws Exception {
    configure(profile("Work", Duration.ofHours(1), "Calendar"));
    CountDownLatch begun = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    Service real =
        new Service(
            (profile, ended) -> {
              begun.countDown();
              while (!ended.getAsBoolean()) {
                Thread.onSpinWait();
              }
              order.add("run ended");
              return new RunResult.Ran(profile.name(), 1, report(0), List.of());
            },
            new Profiles() {
              @Override
              public Configuration configuration() {
                return configuration;
              }

              @Override
              public void replace(Configuration newer) {}
            },
            Watches.NONE,
            work -> Thread.ofPlatform().start(work),
            () -> Duration.ofSeconds(System.nanoTime() / 1_000_000), // a thousand times as fast
            () -> instant,
            new SplittableRandom(1),
            new Service.Listener() {});
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    real.serve();
                    order.add("service ended");
                  } catch (InterruptedException e) {
                    order.add("interrupted");
                  }
                });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    real.stop();
    thread.join(20_000);
    assertThat(order).containsExactly("run ended", "service ended");
  }
}
