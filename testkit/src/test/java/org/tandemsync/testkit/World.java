package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Engine;
import org.tandemsync.sync.Identities;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.TestEngine;
import org.tandemsync.sync.TestEngine.Altered;

/** Two stores and a ledger in memory, that outlive the runs of a test. */
final class World {
  NoteKind kind = new NoteKind();
  final MemoryStore<Note> left;
  final MemoryStore<Note> right;
  final MemoryLedger<Note> ledger;
  final List<Action> planned = new ArrayList<>();
  final List<String> failed = new ArrayList<>();
  final List<String> leftForLater = new ArrayList<>();
  final List<String> lost = new ArrayList<>();
  Policy policy = Policy.TWO_WAY;
  Altered altered = Altered.NOTHING;
  Neighbours<Note> neighbours = Neighbours.none();
  int batch = 3;
  long shuffle;

  /** Hears of every step outward; replaced at will. */
  Steps steps = Steps.NONE;

  private int newLinks;

  World() {
    left = new MemoryStore<>("left", kind, what -> steps.step(what));
    right = new MemoryStore<>("right", kind, what -> steps.step(what));
    right.gathers(7);
    ledger = new MemoryLedger<>(what -> steps.step(what));
  }

  /** The options change. */
  void use(Look look) {
    if (!look.equals(kind.look())) {
      kind = new NoteKind(look);
      ledger.otherOptions();
    }
  }

  /** Notes of later days do not take part yet. */
  void today(String day) {
    kind = new NoteKind(kind.look(), LocalDate.parse(day));
  }

  MemoryStore<Note> store(Side side) {
    return side == Side.LEFT ? left : right;
  }

  private final Identities identities =
      new Identities() {
        @Override
        public LinkId newLink() {
          newLinks++;
          return new LinkId(String.format(Locale.ROOT, "link-%04d", newLinks));
        }

        @Override
        public String uid(Side source, ItemId id) {
          return "made-of-" + source.label() + "-" + id;
        }
      };

  private Engine<Note> engine() {
    planned.clear();
    failed.clear();
    leftForLater.clear();
    lost.clear();
    RunListener listener =
        new RunListener() {
          @Override
          public void planned(Action action) {
            planned.add(action);
            if (action instanceof Action.Hold(_, _, ItemIds items, _, _)) {
              assertThat(items.left() == null && items.right() == null)
                  .as("%s says what it holds", action)
                  .isFalse();
            }
          }

          @Override
          public void lost(Action action, Side side, List<Lost> losses) {
            losses.forEach(l -> lost.add(action.title() + ", not on " + side + ": L" + l.number()));
          }

          @Override
          public void failed(Action action, String reason) {
            failed.add(action.title() + ": " + reason);
          }

          @Override
          public void left(Action action, String reason) {
            leftForLater.add(action.title() + ": " + reason);
          }
        };
    return TestEngine.engine(
        kind,
        left,
        right,
        ledger,
        policy,
        identities,
        listener,
        neighbours,
        batch,
        altered,
        shuffle);
  }

  RunReport sync() {
    return engine().sync();
  }

  RunReport plan() {
    return engine().plan();
  }

  RunReport planWith(Declared also) {
    return engine().plan(also);
  }

  /** Syncs, and syncs again: the second run must find nothing to do and open no body. */
  RunReport syncTwice() {
    RunReport report = sync();
    assertQuiet();
    return report;
  }

  void assertQuiet() {
    int read = left.bodiesRead() + right.bodiesRead();
    int written = left.written() + right.written();
    int commits = ledger.commits();
    List<Action> before = List.copyOf(planned);
    RunReport again = sync();
    assertThat(again.stopped()).isNull();
    assertThat(left.written() + right.written() - written).as("writes of a quiet run").isZero();
    assertThat(left.bodiesRead() + right.bodiesRead() - read).as("bodies read").isZero();
    assertThat(ledger.commits() - commits).as("commits of a quiet run").isZero();
    assertThat(ledger.openIntents()).isEmpty();
    planned.clear();
    planned.addAll(before);
  }

  /** The item of this title. */
  Note note(Side side, String title) {
    return java.util.Objects.requireNonNull(store(side).items().get(idOf(side, title)));
  }

  ItemId idOf(Side side, String title) {
    return store(side).items().entrySet().stream()
        .filter(entry -> entry.getValue().title().equals(title))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + title + " on " + side));
  }

  void edit(Side side, String title, java.util.function.UnaryOperator<Note> edit) {
    store(side).change(idOf(side, title), edit);
  }

  void remove(Side side, String title) {
    store(side).remove(idOf(side, title));
  }

  List<String> titles(Side side) {
    return store(side).items().values().stream().map(Note::title).sorted().toList();
  }
}
