package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** What other profiles know of is neither deleted nor made again by a run. */
class NeighboursTest {
  private final World world = new World();
  private final Told told = new Told();

  /** Says of these titles that they were moved. */
  private static final class Told implements Neighbours<Note> {
    final Set<String> titles = new HashSet<>();
    final Set<Set<Side>> lost = new HashSet<>();
    int met;

    @Override
    public void meet() {
      met++;
    }

    @Override
    public Map<LinkId, Action> wentTo(List<Gone<Note>> gone) {
      Map<LinkId, Action> answer = new HashMap<>();
      for (Gone<Note> one : gone) {
        lost.add(one.lost());
        String title = one.link().left().base().title();
        if (titles.contains(title)) {
          answer.put(one.link().id(), move(one.link().id(), title));
        }
      }
      return answer;
    }

    @Override
    public Map<ItemId, Action> cameFrom(Side side, List<Replica<Note>> news) {
      Map<ItemId, Action> answer = new HashMap<>();
      for (Replica<Note> one : news) {
        if (titles.contains(one.item().title())) {
          answer.put(one.id(), move(new LinkId("theirs"), one.item().title()));
        }
      }
      return answer;
    }

    @Override
    public Map<ItemId, Action> cameFrom(List<Both<Note>> pairs) {
      Map<ItemId, Action> answer = new HashMap<>();
      for (Both<Note> one : pairs) {
        String title = one.left().item().title();
        if (titles.contains(title)) {
          answer.put(one.left().id(), move(new LinkId("theirs"), title));
        }
      }
      return answer;
    }

    private static Action move(LinkId link, String title) {
      return new Action.Move(Side.RIGHT, link, new ItemIds(null, null), title, "moved");
    }
  }

  @BeforeEach
  void inStep() {
    for (int i = 0; i < 14; i++) {
      world.left.put(Note.of("u-" + i, "N" + i, "1"));
    }
    world.sync();
    world.sync();
    world.neighbours = told;
  }

  @Test
  void manyThatWereMovedAreNoDeletionsForTheGuard() {
    for (int i = 0; i < 13; i++) {
      world.remove(Side.LEFT, "N" + i);
      told.titles.add("N" + i);
    }
    world.remove(Side.LEFT, "N13");
    RunReport report = world.sync();
    assertThat(report.held()).isZero();
    assertThat(report.deleted().get(Side.RIGHT)).isEqualTo(1);
    assertThat(world.titles(Side.RIGHT)).hasSize(13).doesNotContain("N13");
    assertThat(world.planned.stream().filter(a -> a instanceof Action.Move)).hasSize(13);
    assertThat(told.lost).containsExactly(Set.of(Side.LEFT));
    assertThat(told.met).isEqualTo(1);
  }

  @Test
  void whatBothHaveLostIsAskedForBeforeItIsForgotten() {
    world.remove(Side.LEFT, "N0");
    world.remove(Side.RIGHT, "N0");
    told.titles.add("N0");
    assertThat(world.sync().links()).isEqualTo(14);
    told.titles.clear();
    assertThat(world.sync().links()).isEqualTo(13);
    assertThat(told.lost).containsExactly(Set.of(Side.LEFT, Side.RIGHT));
  }

  @Test
  void whatCameFromElsewhereIsNotMadeHere() {
    world.left.dials().incrementalListings();
    world.sync();
    world.left.put(Note.of("u-x", "X", "1"));
    world.left.put(Note.of("u-y", "Y", "1"));
    told.titles.add("X");
    world.sync();
    assertThat(world.titles(Side.RIGHT)).contains("Y").doesNotContain("X");
    told.titles.clear();
    world.sync(); // the listing names it again
    assertThat(world.titles(Side.RIGHT)).contains("X", "Y");
  }

  @Test
  void whatCameFromElsewhereOnBothSidesIsNotLinkedHere() {
    world.left.put(Note.of("u-x", "X", "1"));
    world.right.put(Note.of("u-x", "X", "2"));
    world.left.put(Note.of("u-y", "Y", "1"));
    world.right.put(Note.of("u-y", "Y", "1"));
    told.titles.add("X");
    assertThat(world.sync().links()).isEqualTo(15);
    assertThat(world.note(Side.LEFT, "X").text()).isEqualTo("1");
    assertThat(world.note(Side.RIGHT, "X").text()).isEqualTo("2");
    told.titles.clear();
    assertThat(world.sync().links()).isEqualTo(16); // both listings name it again
  }

  @Test
  void anEditGoesWithAMove() {
    world.remove(Side.LEFT, "N0");
    world.edit(Side.RIGHT, "N0", note -> note.withText("2"));
    told.titles.add("N0");
    world.sync();
    assertThat(world.titles(Side.LEFT)).doesNotContain("N0");
    assertThat(world.note(Side.RIGHT, "N0").text()).isEqualTo("2");
    assertThat(told.lost).containsExactly(Set.of(Side.LEFT));
  }

  @Test
  void aSideThatWasPutBackHasMovedNothing() {
    Runnable backup = world.left.backup();
    world.edit(Side.RIGHT, "N1", note -> note.withText("2"));
    world.right.put(Note.of("u-X", "X", "1"));
    world.ledger.nextRun();
    world.sync();
    backup.run();
    told.titles.add("X");
    world.ledger.nextRun();
    assertThat(world.sync().held()).isEqualTo(2);
    assertThat(told.lost).isEmpty();
    assertThat(world.titles(Side.RIGHT)).contains("X");
  }

  @Test
  void aMirrorAsksNobody() {
    world.policy =
        new Policy(
            Policy.Direction.LEFT_TO_RIGHT,
            Policy.Extra.KEEP,
            Policy.Conflicts.MERGE,
            Policy.Guard.USUAL);
    world.remove(Side.LEFT, "N0");
    told.titles.add("N0");
    world.sync();
    assertThat(told.met).isZero();
    assertThat(world.titles(Side.RIGHT)).doesNotContain("N0");
  }
}
