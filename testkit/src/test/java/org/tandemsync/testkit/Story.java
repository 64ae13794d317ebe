package org.tandemsync.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Side;

/** A history told as it is lived: what each side holds, what the engine does, what it knows. */
final class Story {
  private final StringBuilder text = new StringBuilder();
  private final Lived lived;
  private final Trial trial;
  private final CrashExplorer.@Nullable Crash crash;

  private Story(Lived lived) {
    this.lived = lived;
    this.trial = trial(lived);
    this.crash =
        lived.mode() == Mode.CRASH || lived.mode() == Mode.CRASH_WILD
            ? CrashExplorer.first(lived.history(), lived.looks()).orElse(null)
            : null;
  }

  private static Trial trial(Lived lived) {
    Trial trial = new Trial(lived.history()).looking(lived.looks());
    return lived.mode() == Mode.ATTENDED ? trial.attended() : trial;
  }

  static String of(Lived lived) {
    Story story = new Story(lived);
    story.tell();
    return story.text.toString();
  }

  private void tell() {
    say(lived.history() + "\n  " + lived.looks());
    for (Side side : Side.values()) {
      trial
          .world
          .store(side)
          .watchedBy((id, before, after) -> say("   WRITES " + id + " " + before + " -> " + after));
    }
    trial.begin();
    List<History.Round> rounds = lived.history().rounds();
    for (int i = 0; i < rounds.size(); i++) {
      trial.turn(i);
      trial.prepare(rounds.get(i));
      say("-- round " + i + " after the edits, " + trial.world.kind.look());
      show();
      int end = crash != null && crash.round() == i ? crash.step() : -1;
      if (trial.run(rounds.get(i), end)) {
        say("   CRASH at step " + end);
      }
      say("   planned " + trial.world.planned + ", failed " + trial.world.failed);
      show();
    }
    rest();
    if (lived.mode() == Mode.OPTIONS) {
      for (Look look : lived.looks()) {
        trial.world.use(look);
        say("-- alone " + look);
        rest();
      }
    }
    say("conflicts " + trial.world.ledger.conflicts());
    lived.violations().forEach(violation -> say("VIOLATED " + violation));
  }

  private void rest() {
    for (int i = 0; i < Trial.RUNS_TO_REST; i++) {
      int before = trial.world.left.written() + trial.world.right.written();
      trial.world.sync();
      say("-- at rest " + i + ": " + trial.world.planned);
      show();
      if (before == trial.world.left.written() + trial.world.right.written()) {
        break;
      }
    }
  }

  private void show() {
    for (Side side : Side.values()) {
      trial.world.store(side).items().forEach((id, note) -> say("   " + id + " " + note));
    }
    var ids = trial.world.ledger.heads().stream().map(LinkHead::id).toList();
    trial.world.ledger.links(ids).values().forEach(link -> say("   " + link));
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
