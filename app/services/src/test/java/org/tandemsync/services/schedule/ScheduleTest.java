package org.tandemsync.services.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Schedule.End WELL = new Schedule.End.Well();

  private final Schedule schedule = new Schedule(2, new SplittableRandom(1));
  private Duration now = Duration.ZERO;

  private static Schedule.Plan plan(String name, Duration every, String... exclusive) {
    return new Schedule.Plan(name, "", every, true, QUIET, Set.of(exclusive));
  }

  private void configure(Schedule.Plan... plans) {
    schedule.configure(List.of(plans), now);
  }

  /** Lets time pass until a run begins; at most as long as given. */
  private List<Schedule.Start> until(Duration most) {
    Duration end = now.plus(most);
    while (now.compareTo(end) <= 0) {
      List<Schedule.Start> starts = schedule.take(now);
      if (!starts.isEmpty()) {
        return starts;
      }
      now = now.plusSeconds(1);
    }
    return List.of();
  }

  private Duration firstRun(Schedule.Plan plan) {
    configure(plan);
    assertThat(until(Duration.ofSeconds(6)))
        .containsExactly(new Schedule.Start(plan.profile(), Trigger.START));
    return now;
  }

  private static Schedule.End failed(boolean passing, @Nullable Duration pause) {
    return new Schedule.End.Failed(passing, pause);
  }

  @Test
  void aProfileRunsAtTheStartAndThenAtItsIntervalGiveOrTakeATenth() {
    firstRun(plan("Work", QUARTER));
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      schedule.ended("Work", WELL, now);
      Duration from = now;
      assertThat(until(Duration.ofHours(1)))
          .containsExactly(new Schedule.Start("Work", Trigger.INTERVAL));
      waits.add(now.minus(from));
    }
    assertThat(waits)
        .hasSizeGreaterThan(20)
        .allSatisfy(w -> assertThat(w).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(17)));
  }

  @Test
  void neverTwoRunsOfOneProfile() {
    firstRun(plan("Work", Duration.ofMinutes(1)));
    schedule.changed("Work", now);
    assertThat(until(Duration.ofHours(3))).isEmpty();
    schedule.ended("Work", WELL, now);
    assertThat(until(Duration.ofSeconds(1))).hasSize(1);
  }

  @Test
  void noMoreRunsAtOnceThanAllowedAndTheOthersFollow() {
    configure(plan("A", QUARTER), plan("B", QUARTER), plan("C", QUARTER));
    now = Duration.ofSeconds(10);
    List<Schedule.Start> first = schedule.take(now);
    assertThat(first).hasSize(2);
    assertThat(schedule.take(now)).isEmpty();
    assertThat(schedule.next()).describedAs("nothing to wake up for").isEmpty();
    schedule.ended(first.getFirst().profile(), WELL, now);
    assertThat(schedule.take(now))
        .singleElement()
        .satisfies(
            s -> assertThat(first).extracting(Schedule.Start::profile).doesNotContain(s.profile()));
  }

  @Test
  void profilesOfOneDataFileRunOneAfterTheOther() {
    configure(plan("A", QUARTER, "file"), plan("B", QUARTER, "file"), plan("C", QUARTER, "other"));
    now = Duration.ofSeconds(10);
    List<String> first = schedule.take(now).stream().map(Schedule.Start::profile).toList();
    assertThat(first).hasSize(2).contains("C");
    String one = first.contains("A") ? "A" : "B";
    schedule.ended("C", WELL, now);
    assertThat(schedule.take(now)).isEmpty();
    schedule.ended(one, WELL, now);
    assertThat(schedule.take(now)).hasSize(1);
  }

  @Test
  void aChangeIsFollowedByARunAfterTenSecondsOfQuiet() {
    firstRun(plan("Work", QUARTER));
    schedule.ended("Work", WELL, now);
    for (int i = 0; i < 7; i++) {
      schedule.changed("Work", now);
      assertThat(until(Duration.ofSeconds(8))).isEmpty();
    }
    assertThat(until(Duration.ofSeconds(3)))
        .containsExactly(new Schedule.Start("Work", Trigger.CHANGE));
  }

  @Test
  void whatNeverGetsQuietRunsAllTheSame() {
    firstRun(plan("Work", Duration.ofDays(1)));
    schedule.ended("Work", WELL, now);
    Duration from = now;
    List<Schedule.Start> starts = List.of();
    while (starts.isEmpty()) {
      schedule.changed("Work", now);
      starts = until(Duration.ofSeconds(1));
    }
    assertThat(now.minus(from)).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(303));
  }

  @Test
  void sendReceiveRunsAtOnce() {
    firstRun(plan("Work", QUARTER));
    schedule.ended("Work", WELL, now);
    schedule.sentAndReceived("Work", now);
    assertThat(schedule.take(now))
        .containsExactly(new Schedule.Start("Work", Trigger.SEND_RECEIVE));
  }

  @Test
  void itIsQuietAfterAsLongAsTheProfileSays() {
    firstRun(new Schedule.Plan("Work", "", QUARTER, true, Duration.ofSeconds(60), Set.of()));
    schedule.ended("Work", WELL, now);
    schedule.changed("Work", now);
    Duration from = now;
    assertThat(until(QUARTER)).containsExactly(new Schedule.Start("Work", Trigger.CHANGE));
    assertThat(now.minus(from)).isEqualTo(Duration.ofSeconds(60));
  }

  // ---- Outlook is closed

  @Test
  void withoutOutlookNothingRunsAndWithItAtOnce() {
    firstRun(plan("Work", QUARTER));
    schedule.ended("Work", WELL, now);
    schedule.away("Work");
    schedule.changed("Work", now);
    schedule.sentAndReceived("Work", now);
    assertThat(until(Duration.ofHours(3))).isEmpty();
    assertThat(schedule.next()).isEmpty();
    schedule.back("Work", now);
    assertThat(until(Duration.ofSeconds(3))).hasSize(1);
    schedule.ended("Work", WELL, now);
    schedule.back("Work", now); // told twice
    assertThat(until(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void whereItShallNotRunWhenOutlookStartsItsIntervalCounts() {
    configure(new Schedule.Plan("Work", "", Duration.ofHours(1), false, QUIET, Set.of()));
    schedule.away("Work");
    now = now.plus(Duration.ofMinutes(20));
    schedule.back("Work", now);
    assertThat(until(Duration.ofMinutes(30))).isEmpty();
    assertThat(until(Duration.ofMinutes(20)))
        .containsExactly(new Schedule.Start("Work", Trigger.INTERVAL));
    schedule.ended("Work", WELL, now);
    schedule.away("Work");
    now = now.plus(Duration.ofHours(5));
    schedule.back("Work", now);
    assertThat(schedule.take(now)).containsExactly(new Schedule.Start("Work", Trigger.INTERVAL));
  }

  @Test
  void anOutlookThatIsStartedRunsTheProfileBeforeItsInterval() {
    firstRun(plan("Work", Duration.ofDays(1)));
    schedule.ended("Work", WELL, now);
    schedule.away("Work");
    schedule.back("Work", now);
    assertThat(until(Duration.ofSeconds(3)))
        .containsExactly(new Schedule.Start("Work", Trigger.OUTLOOK));
  }

  @Test
  void aRunThatEndedWithOutlookIsMadeUpForAndNoFailure() {
    firstRun(plan("Work", Duration.ofDays(1)));
    schedule.away("Work");
    schedule.ended("Work", failed(true, null), now);
    assertThat(until(Duration.ofHours(1))).isEmpty();
    schedule.back("Work", now);
    assertThat(schedule.take(now)).containsExactly(new Schedule.Start("Work", Trigger.RETRY));
  }

  @Test
  void aServersPauseIsKeptWhateverOutlookDoes() {
    firstRun(plan("Work", QUARTER));
    schedule.away("Work");
    schedule.ended("Work", failed(true, Duration.ofHours(2)), now);
    schedule.back("Work", now);
    assertThat(until(Duration.ofMinutes(119))).isEmpty();
    assertThat(until(Duration.ofMinutes(20))).hasSize(1);
  }

  @Test
  void whatMayPassIsTriedAgainSoonAndThenMoreRarely() {
    firstRun(plan("Work", Duration.ofHours(1)));
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      schedule.ended("Work", failed(true, null), now);
      Duration from = now;
      assertThat(until(Duration.ofHours(2)))
          .containsExactly(new Schedule.Start("Work", Trigger.RETRY));
      minutes.add(now.minus(from).toMinutes());
    }
    assertThat(minutes.getFirst()).isEqualTo(1);
    assertThat(minutes.get(3)).isBetween(8L, 9L);
    assertThat(minutes.getLast()).isBetween(60L, 66L);
    schedule.ended("Work", WELL, now);
    schedule.ended("Work", failed(true, null), now);
    assertThat(until(Duration.ofMinutes(3))).describedAs("forgotten by success").hasSize(1);
  }

  @Test
  void whatNeedsAPersonIsNotRepeatedUntilTheAccountIsLocked() {
    firstRun(plan("Work", QUARTER));
    Duration from = now;
    int tries = 0;
    while (now.minus(from).compareTo(Duration.ofDays(1)) < 0) {
      schedule.ended("Work", failed(false, null), now);
      assertThat(until(Duration.ofDays(1))).hasSize(1);
      tries++;
    }
    assertThat(tries).isBetween(6, 8);
  }

  @Test
  void aServersPauseIsKeptWhateverHappens() {
    firstRun(plan("Work", QUARTER));
    schedule.ended("Work", failed(true, Duration.ofHours(2)), now);
    schedule.changed("Work", now);
    schedule.sentAndReceived("Work", now);
    Duration from = now;
    assertThat(until(Duration.ofHours(3))).hasSize(1);
    assertThat(now.minus(from)).isBetween(Duration.ofHours(2), Duration.ofMinutes(133));
  }

  @Test
  void aServerCannotStopUsForAYear() {
    firstRun(plan("Work", QUARTER));
    schedule.ended("Work", failed(true, Duration.ofDays(365)), now);
    assertThat(until(Duration.ofHours(27))).hasSize(1);
  }

  @Test
  void anotherConfigurationEndsThePauseAndRunsTheChangedProfileOnly() {
    configure(plan("Work", QUARTER), plan("Home", QUARTER));
    now = Duration.ofSeconds(10);
    schedule.take(now);
    schedule.ended("Work", failed(false, null), now);
    schedule.ended("Home", WELL, now);
    configure(
        new Schedule.Plan("Work", "other", QUARTER, true, QUIET, Set.of()),
        plan("Home", QUARTER),
        plan("New", QUARTER));
    now = now.plusSeconds(6);
    assertThat(schedule.take(now))
        .containsExactlyInAnyOrder(
            new Schedule.Start("Work", Trigger.CONFIGURED),
            new Schedule.Start("New", Trigger.CONFIGURED));
  }

  @Test
  void aProfileThatIsRemovedWhileItRunsStillHoldsItsFile() {
    firstRun(plan("Old", QUARTER, "file"));
    configure(plan("New", QUARTER, "file"));
    assertThat(until(Duration.ofMinutes(1))).isEmpty();
    assertThat(schedule.running()).isEqualTo(1);
    assertThat(schedule.ended("Old", WELL, now)).isEmpty();
    assertThat(until(Duration.ofSeconds(1))).hasSize(1);
    // and one that comes back meanwhile does not run twice
    configure(plan("Old", QUARTER, "file"));
    configure(plan("New", QUARTER, "file"));
    configure(plan("Old", QUARTER, "file"));
    assertThat(schedule.running()).isEqualTo(1);
  }

  @Test
  void aProfileThatWasChangedWhileItRanRunsAgain() {
    firstRun(plan("Work", QUARTER));
    configure(new Schedule.Plan("Work", "other", QUARTER, true, QUIET, Set.of()));
    assertThat(until(Duration.ofMinutes(1))).isEmpty();
    schedule.ended("Work", failed(false, null), now);
    assertThat(until(Duration.ofSeconds(1)))
        .containsExactly(new Schedule.Start("Work", Trigger.CONFIGURED));
  }

  @Test
  void theSleepOfTheMachineCountsAsTime() {
    firstRun(plan("Work", Duration.ofDays(1)));
    schedule.ended("Work", WELL, now);
    schedule.slept(Duration.ofHours(8), now);
    assertThat(until(Duration.ofMinutes(1))).isEmpty();
    schedule.slept(Duration.ofHours(20), now);
    assertThat(until(Duration.ofSeconds(6)))
        .containsExactly(new Schedule.Start("Work", Trigger.INTERVAL));
  }

  @Test
  void withoutRunningAtTheStartTheIntervalIsAwaited() {
    configure(new Schedule.Plan("Work", "", QUARTER, false, QUIET, Set.of()));
    assertThat(until(Duration.ofMinutes(13))).isEmpty();
    assertThat(until(Duration.ofMinutes(4)))
        .containsExactly(new Schedule.Start("Work", Trigger.INTERVAL));
  }

  /** Whatever happens: the limits hold, and nobody is forgotten. */
  @Property(tries = 30, seed = "20261122")
  void limitsHoldAndNobodyIsForgotten(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Schedule some = new Schedule(2, random);
    List<Schedule.Plan> plans = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      plans.add(
          plan("P" + i, Duration.ofMinutes(1 + random.nextInt(60)), "file" + random.nextInt(3)));
    }
    some.configure(plans, Duration.ZERO);
    Map<String, Set<String>> running = new HashMap<>();
    Map<String, Duration> last = new HashMap<>();
    for (Duration t = Duration.ZERO; t.toHours() < 30; t = t.plusSeconds(40)) {
      for (Schedule.Start start : some.take(t)) {
        Set<String> exclusive =
            plans.stream()
                .filter(p -> p.profile().equals(start.profile()))
                .findFirst()
                .orElseThrow()
                .exclusive();
        assertThat(running.values()).doesNotContain(exclusive);
        assertThat(running.put(start.profile(), exclusive)).isNull();
        assertThat(running).hasSizeLessThanOrEqualTo(2);
        last.put(start.profile(), t);
      }
      for (String profile : List.copyOf(running.keySet())) {
        if (random.nextInt(3) == 0) {
          running.remove(profile);
          some.ended(
              profile, random.nextInt(4) == 0 ? failed(random.nextBoolean(), null) : WELL, t);
        }
      }
      if (random.nextInt(10) == 0) {
        some.changed("P" + random.nextInt(5), t);
      }
    }
    assertThat(last).hasSize(5);
    assertThat(last.values()).allSatisfy(t -> assertThat(t).isGreaterThan(Duration.ofHours(13)));
  }
}
