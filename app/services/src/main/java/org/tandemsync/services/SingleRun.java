package org.tandemsync.services;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Written;

/** The report of a run that does one or two things on request. */
final class SingleRun {
  private final Reports reports;
  private final long run;
  private final InstantSource clock;
  private final Map<Side, Integer> created = zero();
  private final Map<Side, Integer> updated = zero();
  private final Map<Side, Integer> deleted = zero();
  private int links;
  private int failed;
  private boolean ended;

  SingleRun(Reports reports, long run, InstantSource clock) {
    this.reports = reports;
    this.run = run;
    this.clock = clock;
  }

  private static Map<Side, Integer> zero() {
    Map<Side, Integer> counts = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      counts.put(side, 0);
    }
    return counts;
  }

  void links(int known) {
    links = known;
  }

  /**
   * Notes an effect in the report.
   *
   * @throws CannotRun if it is not known to be done
   */
  void note(Side side, Effect<Item> effect, Written written, String why) {
    String trouble = trouble(written);
    String word =
        switch (effect) {
          case Effect.Create<Item> _ -> "create";
          case Effect.Update<Item> _ -> "update";
          case Effect.Delete<Item> _ -> "delete";
        };
    List<String> fields =
        effect instanceof Effect.Update<Item> update ? List.copyOf(update.fields()) : List.of();
    reports.add(
        run,
        List.of(
            new Reports.Entry(
                clock.instant(),
                trouble.isEmpty() ? Reports.Outcome.DONE : Reports.Outcome.FAILED,
                new ActionLine(word, side.label(), effect.title(), fields, List.of(), why),
                trouble,
                List.of())));
    if (!trouble.isEmpty()) {
      failed++;
      throw new CannotRun("'" + effect.title() + "' could not be written: " + trouble);
    }
    switch (effect) {
      case Effect.Create<Item> _ -> created.merge(side, 1, Integer::sum);
      case Effect.Update<Item> _ -> updated.merge(side, 1, Integer::sum);
      case Effect.Delete<Item> _ -> deleted.merge(side, 1, Integer::sum);
    }
  }

  private static String trouble(Written written) {
    return switch (written) {
      case Written.Done _ -> "";
      case Written.Gone _ -> "it was deleted at the same time";
      case Written.Stale _ -> "somebody changed it at the same time";
      case Written.Exists exists -> exists.reason();
      case Written.Refused refused -> refused.reason();
      case Written.NotDone not -> not.reason();
      case Written.Unknown unknown ->
          "perhaps it was, look before you try again: " + unknown.reason();
    };
  }

  void ended() {
    ended = true;
  }

  void finish(String message) {
    reports.finish(
        run,
        clock.instant(),
        ended ? ExitStatus.DONE : ExitStatus.COULD_NOT_RUN,
        new RunReport(
            links, created, updated, deleted, 0, 0, 0, 0, failed, 0, zero(), List.of(), null),
        ended ? message : "broke off: " + message);
  }
}
