package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** The kinds of histories that are searched, and what is asked of each. */
enum Mode {
  /** Faults, edits between any two steps, options that change before each run. */
  WILD(History.Wildness.FULL),
  /** The same, and the options stay. */
  PLAIN(History.Wildness.FULL),
  /** No faults: then no failure is reported either. */
  CALM(History.Wildness.CALM),
  /** Afterwards the options change alone: nothing follows from that in Outlook. */
  OPTIONS(History.Wildness.CALM),
  /** Each run is ended at every one of its steps. */
  CRASH(History.Wildness.SMALL),
  /** The same with faults and edits between any two steps. */
  CRASH_WILD(History.Wildness.FULL),
  /** What fails rests in every other run, and somebody decides about conflicts in between. */
  ATTENDED(History.Wildness.FULL),
  ONE_WAY(History.Wildness.FULL);

  private final History.Wildness wildness;

  Mode(History.Wildness wildness) {
    this.wildness = wildness;
  }

  /** How much longer one history of this kind takes than one of the others. */
  int effort() {
    return switch (this) {
      case CRASH -> 10;
      case CRASH_WILD -> 100;
      case WILD, PLAIN, CALM, OPTIONS, ATTENDED, ONE_WAY -> 1;
    };
  }

  static Mode named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The history of a seed. */
  Lived drawn(long seed) {
    return drawn(new Random(seed * 7919 + 13));
  }

  Lived drawn(Random random) {
    History history =
        this == ONE_WAY ? History.oneWay(random, wildness) : History.random(random, wildness);
    return new Lived(this, history, this == PLAIN ? List.of() : looks(random));
  }

  private static List<Look> looks(Random random) {
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      looks.add(random.nextInt(5) == 0 ? Look.PLAIN : Look.random(random));
    }
    return looks;
  }

  List<String> violations(History history, List<Look> looks) {
    return switch (this) {
      case WILD, PLAIN -> new Trial(history).looking(looks).live().judge();
      case ATTENDED -> new Trial(history).attended().looking(looks).live().judge();
      case CALM -> calm(new Trial(history).looking(looks).live());
      case OPTIONS -> options(new Trial(history).looking(looks).live(), looks);
      case CRASH, CRASH_WILD -> CrashExplorer.explore(history, looks);
      case ONE_WAY -> {
        Trial trial = new Trial(history).looking(looks).live();
        trial.quiet();
        yield trial.violations;
      }
    };
  }

  private static List<String> calm(Trial trial) {
    if (!trial.world.failed.isEmpty()) {
      trial.violations.add("failed: " + trial.world.failed);
    }
    return trial.judge();
  }

  private static List<String> options(Trial trial, List<Look> looks) {
    List<Note> before = List.copyOf(trial.world.left.items().values());
    for (Look look : looks) {
      trial.world.use(look);
      trial.world.sync();
      List<Note> after = List.copyOf(trial.world.left.items().values());
      if (!same(trial, before, after)) {
        trial.violations.add(
            "options came to Outlook: with " + look + " " + before + " became " + after);
        return trial.violations;
      }
      trial.rest();
    }
    return trial.judge();
  }

  private static boolean same(Trial trial, List<Note> before, List<Note> after) {
    return before.size() == after.size()
        && IntStream.range(0, before.size())
            .allMatch(i -> same(trial, before.get(i), after.get(i)));
  }

  /**
   * A server that rewrites texts edits what it is sent, and an edit on the server comes to Outlook:
   * of a text that is not shown whole the rest is gone, and a conflict that waited for a decision
   * is decided. Both values of that are on record.
   */
  private static boolean same(Trial trial, Note before, Note after) {
    String then = Trial.entered(before.text());
    return before.withText("").equals(after.withText(""))
        && (before.text().replace("~", "").equals(after.text().replace("~", ""))
            || (trial.history.right().contains(History.Trait.REWRITING)
                && (then.equals(Trial.entered(after.text())) || trial.recorded().contains(then))));
  }
}
