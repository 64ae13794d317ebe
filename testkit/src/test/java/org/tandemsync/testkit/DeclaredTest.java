package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;

/** Two items that somebody declares to be one become one, or are left as they are. */
class DeclaredTest {
  private World world = new World();

  private void policy(Policy.Direction direction, Policy.Extra extra, Policy.Conflicts conflicts) {
    world.policy = new Policy(direction, extra, conflicts, Policy.Guard.USUAL);
  }

  private Declared declare(ItemId left, ItemId right) {
    Declared pair = new Declared(left, right);
    world.ledger.commit(new Commit.Builder<Note>().declare(pair).build());
    return pair;
  }

  private Declared declareTeaAndTee() {
    return declare(
        world.left.put(Note.of("u-1", "Tea", "at four", "a")),
        world.right.put(Note.of("u-2", "Tee", "", "b")));
  }

  private void assertOne(String title, String text, String... tags) {
    for (Side side : Side.values()) {
      assertThat(world.titles(side)).containsExactly(title);
      assertThat(world.note(side, title).text()).isEqualTo(text);
      assertThat(world.note(side, title).tags()).containsExactly(tags);
    }
    assertThat(world.ledger.heads()).hasSize(1);
    assertThat(world.ledger.declared()).isEmpty();
    world.assertQuiet();
  }

  @Test
  void bothHoldAllOfBothAfterwards() {
    declareTeaAndTee();
    world.plan();
    assertThat(world.planned)
        .singleElement()
        .isInstanceOfSatisfying(
            Action.LinkUp.class,
            up -> {
              assertThat(up.why()).isEqualTo("declared to be the same");
              assertThat(up.toLeft()).containsExactly("tags");
              assertThat(up.toRight()).containsExactlyInAnyOrder("title", "text", "tags");
            });
    assertThat(world.ledger.declared()).hasSize(1);
    RunReport report = world.sync();
    assertThat(report.created().values()).containsOnly(0);
    assertThat(report.deleted().values()).containsOnly(0);
    assertOne("Tea", "at four", "a", "b");
    LinkHead link = world.ledger.heads().getFirst();
    assertThat(link.left().uid()).isEqualTo("u-1");
    assertThat(link.right().uid()).isEqualTo("u-2");
    assertThat(world.ledger.conflicts()).hasSize(1);
  }

  @Test
  void aPlanCanTellWhatADeclarationWouldDo() {
    ItemId here = world.left.put(Note.of("u-1", "Tea", "at four"));
    ItemId there = world.right.put(Note.of("u-2", "Tee", ""));
    world.planWith(new Declared(here, there));
    assertThat(world.planned).singleElement().isInstanceOf(Action.LinkUp.class);
    world.plan();
    assertThat(world.planned).hasSize(2).allMatch(a -> a instanceof Action.Create);
  }

  @Test
  void whereItIsAskedForAClashWaits() {
    policy(Policy.Direction.TWO_WAY, Policy.Extra.KEEP, Policy.Conflicts.ASK);
    declareTeaAndTee();
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tee");
    assertThat(world.note(Side.RIGHT, "Tee").text()).isEqualTo("at four");
    assertThat(world.ledger.conflicts())
        .singleElement()
        .satisfies(conflict -> assertThat(conflict.winner()).isNull())
        .extracting(Conflict::clashes)
        .asString()
        .contains("Tea", "Tee");
    assertThat(world.ledger.declared()).isEmpty();
    world.sync();
    assertThat(world.ledger.heads()).hasSize(1);
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea");
  }

  @ParameterizedTest
  @EnumSource(
      value = Policy.Direction.class,
      names = {"LEFT_TO_RIGHT", "RIGHT_TO_LEFT"})
  void aMirrorsTargetIsNeitherDeletedNorDoubled(Policy.Direction direction) {
    policy(direction, Policy.Extra.DELETE, Policy.Conflicts.MERGE);
    declareTeaAndTee();
    RunReport report = world.sync();
    assertThat(report.deleted().values()).containsOnly(0);
    assertThat(report.created().values()).containsOnly(0);
    assertThat(world.ledger.heads()).hasSize(1);
    String title = direction == Policy.Direction.LEFT_TO_RIGHT ? "Tea" : "Tee";
    assertThat(world.titles(Side.LEFT)).containsExactly(title);
    assertThat(world.titles(Side.RIGHT)).containsExactly(title);
  }

  /** What would be matched otherwise is not, and what could be either is neither's. */
  @Test
  void aDeclarationGoesBeforeWhatWouldBeMatched() {
    ItemId here = world.left.put(Note.of("u-1", "Tea", "1"));
    world.left.put(Note.of("u-3", "Tee", "2"));
    ItemId there = world.right.put(Note.of("u-2", "Tee", "3"));
    declare(here, there);
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea", "Tee");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tea", "Tee");
    assertThat(world.note(Side.RIGHT, "Tea").uid()).isEqualTo("u-2");
    assertThat(world.note(Side.RIGHT, "Tee").text()).isEqualTo("2");
    world.assertQuiet();
  }

  @Test
  void whatIsAmbiguousIsSettledByIt() {
    ItemId here = world.left.put(Note.of("", "Tea", "1"));
    world.left.put(Note.of("", "Tea", "2"));
    ItemId there = world.right.put(Note.of("u-2", "Tea", "3"));
    assertThat(world.sync().held()).isEqualTo(3);
    declare(here, there);
    assertThat(world.sync().held()).isZero();
    assertThat(world.right.items()).hasSize(2);
    assertThat(world.left.items()).hasSize(2);
    world.assertQuiet();
  }

  /** Made under that UID, the new one would be taken for what has it already. */
  @Test
  void theUidOfADeclaredItemIsTaken() {
    ItemId here = world.left.put(Note.of("u-1", "Tea", "1"));
    world.left.put(Note.of("u-2", "Other", "2"));
    ItemId there = world.right.put(Note.of("u-2", "Tee", "3"));
    declare(here, there);
    world.sync();
    assertThat(world.note(Side.RIGHT, "Other").uid()).isNotEqualTo("u-2");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Other", "Tea");
    world.assertQuiet();
  }

  @Test
  void whatCannotBeReadIsNotMadeAgain() {
    Declared pair = declareTeaAndTee();
    world.right.dials().unreadable(pair.right());
    for (int i = 0; i < 2; i++) {
      world.sync();
      assertThat(world.right.items()).hasSize(1);
      assertThat(world.left.items()).hasSize(1);
      assertThat(world.planned)
          .filteredOn(a -> a instanceof Action.Hold h && h.reason() == Action.HoldReason.DECLARED)
          .hasSize(1);
    }
    world.right.dials().calm();
    world.right.dials().reset();
    world.sync();
    assertOne("Tea", "at four", "a", "b");
  }

  @Test
  void whatHasLostItsPartnerWaitsUntilItIsTakenBack() {
    Declared pair = declareTeaAndTee();
    world.right.remove(pair.right());
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(world.right.items()).isEmpty();
    assertThat(((Action.Hold) world.planned.getFirst()).why()).contains("not there any more");
    world.ledger.commit(new Commit.Builder<Note>().undeclare(pair).build());
    world.sync();
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tea");
    world.assertQuiet();
  }

  @Test
  void whatIsGoneFromBothSidesIsForgotten() {
    Declared pair = declareTeaAndTee();
    world.right.remove(pair.right());
    world.left.remove(pair.left());
    assertThat(world.sync().held()).isZero();
    assertThat(world.ledger.declared()).isEmpty();
  }

  /** It has the UID of a link that lost its item: it is that item under a new id. */
  @Test
  void whatWasMovedBelongsToItsLink() {
    ItemId old = world.right.put(Note.of("u-2", "Tee", "1"));
    world.sync();
    ItemId there = world.right.move(old);
    ItemId here = world.left.put(Note.of("u-1", "Tea", "2"));
    declare(here, there);
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(((Action.Hold) world.planned.getFirst()).why()).contains("with another one");
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea", "Tee");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tee");
  }

  @Test
  void listingsThatNameOnlyChangesHideNothing() {
    world.left.dials().incrementalListings();
    world.right.dials().incrementalListings();
    world.left.put(Note.of("u-0", "Other", "1"));
    policy(Policy.Direction.LEFT_TO_RIGHT, Policy.Extra.KEEP, Policy.Conflicts.MERGE);
    world.sync();
    ItemId there = world.right.put(Note.of("u-2", "Tee", ""));
    world.sync();
    ItemId here = world.left.put(Note.of("u-1", "Tea", "1"));
    declare(here, there);
    world.sync();
    assertThat(world.titles(Side.RIGHT)).containsExactly("Other", "Tea");
  }

  @Test
  void onlyTheFirstOfTwoDeclarationsAboutAnItemCounts() {
    Declared pair = declareTeaAndTee();
    declare(pair.left(), world.right.put(Note.of("u-9", "Zea", "")));
    world.sync();
    assertThat(world.left.items()).hasSize(1);
    assertThat(world.right.items()).hasSize(2);
    world.sync();
    assertThat(((Action.Hold) world.planned.getFirst()).why()).contains("with another one");
    assertThat(world.left.items()).hasSize(1);
  }

  @Test
  void whatTakesNoPartWaitsForItsDay() {
    world.today("2026-03-01");
    ItemId here = world.left.put(Note.of("u-1", "Tea @2026-03-09", "1"));
    ItemId there = world.right.put(Note.of("u-2", "Tee @2026-03-09", ""));
    world.sync();
    Declared pair = declare(here, there);
    assertThat(world.sync().held()).isZero();
    assertThat(world.ledger.declared()).containsExactly(pair);
    world.today("2026-03-09");
    world.sync();
    assertOne("Tea @2026-03-09", "1");
  }

  @Test
  void whatTakesNoPartAndHasLostItsPartnerToAnotherIsForgotten() {
    world.today("2026-03-01");
    ItemId here = world.left.put(Note.of("u-1", "Tea @2026-03-09", "1"));
    ItemId there = world.right.put(Note.of("u-2", "Tee @2026-03-09", ""));
    declare(here, there);
    world.right.put(Note.of("u-1", "Tea", "2"));
    world.sync();
    assertThat(world.ledger.heads()).hasSize(1);
    world.sync();
    assertThat(world.ledger.declared()).isEmpty();
    assertThat(world.right.items()).hasSize(2);
    assertThat(world.left.items()).hasSize(1);
  }

  /** What takes no part is nobody else's partner either. */
  @Test
  void aDeclaredBystanderIsLinkedOnce() {
    world.today("2026-03-01");
    ItemId there = world.right.put(Note.of("u-2", "Tee @2026-03-09", ""));
    world.left.put(Note.of("u-0", "Other", ""));
    world.sync();
    ItemId here = world.left.put(Note.of("u-1", "Tea", "1"));
    world.left.put(Note.of("u-2", "Zea", "2"));
    declare(here, there);
    world.sync();
    assertThat(world.ledger.heads())
        .extracting(head -> head.right().id())
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(world.titles(Side.RIGHT)).containsExactly("Other", "Tea", "Zea");
  }

  /** An earlier run may have written it: until that is known nothing else is done about it. */
  @Test
  void whatWasLeftOpenIsNotLinkedASecondTime() {
    Declared pair = declareTeaAndTee();
    world
        .right
        .dials()
        .failing(
            effect -> {
              world.right.dials().unreadable(pair.right());
              return Dials.Fault.LOST_AFTER;
            });
    world.sync();
    assertThat(world.ledger.openIntents()).hasSize(1);
    world.right.dials().calm();
    world.steps =
        what -> {
          if (what.contains("list")) {
            world.right.dials().reset();
          }
        };
    world.sync();
    assertThat(world.ledger.heads()).isEmpty();
    world.steps = Steps.NONE;
    world.sync();
    world.sync();
    assertOne("Tea", "at four", "a", "b");
  }

  /** Whatever is declared, and whenever a run is ended: nothing is doubled, deleted or lost. */
  @Test
  void endedAtEveryStep() {
    for (int seed = 0; seed < Integer.getInteger("tandem.proofs", 1) * 60; seed++) {
      for (int end = 0; endedAt(seed, end); end++) {}
    }
  }

  private static Note some(SplittableRandom random, String uid) {
    String[] titles = {"", "Tea", "Tee", "Zea"};
    Set<String> tags = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      tags.add("t" + random.nextInt(4));
    }
    return Note.of(
        uid,
        titles[random.nextInt(titles.length)],
        random.nextBoolean() ? "" : "x" + random.nextInt(3),
        tags.toArray(String[]::new));
  }

  /**
   * Lives one history.
   *
   * @return whether it was ended
   */
  private boolean endedAt(int seed, int end) {
    SplittableRandom random = new SplittableRandom(seed);
    world = new World();
    world.batch = 1 + random.nextInt(3);
    if (random.nextBoolean()) {
      world.left.dials().incrementalListings();
      world.right.dials().incrementalListings();
    }
    int pairs = 1 + random.nextInt(3);
    List<Note> originals = new ArrayList<>();
    List<Declared> declared = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      String uid = random.nextInt(3) == 0 ? "" : "u-l" + i;
      originals.add(some(random, uid));
      originals.add(some(random, random.nextInt(3) == 0 ? uid : "u-r" + i));
      declared.add(
          declare(world.left.put(originals.get(2 * i)), world.right.put(originals.get(2 * i + 1))));
    }
    boolean ended = crash(end);
    world.steps = Steps.NONE;
    world.sync();
    String story = "seed " + seed + ", ended at step " + end;
    for (Side side : Side.values()) {
      assertThat(world.store(side).items()).as(story).hasSize(pairs);
    }
    assertThat(world.ledger.heads()).as(story).hasSize(pairs);
    world.sync();
    world.assertQuiet();
    assertThat(world.ledger.declared()).as(story).isEmpty();
    for (LinkHead head : world.ledger.heads()) {
      Note here = Objects.requireNonNull(world.left.items().get(head.left().id()));
      Note there = Objects.requireNonNull(world.right.items().get(head.right().id()));
      assertThat(world.kind.differing(here, there)).as(story).isEmpty();
      int pair = declared.indexOf(new Declared(head.left().id(), head.right().id()));
      assertThat(pair).as(story).isNotNegative();
      for (Note original : originals.subList(2 * pair, 2 * pair + 2)) {
        assertThat(here.tags()).as(story).containsAll(original.tags());
        assertThat(here.title() + recorded(head, "title")).as(story).contains(original.title());
        assertThat(here.text() + recorded(head, "text")).as(story).contains(original.text());
      }
    }
    return ended;
  }

  /** Both values of a field in the conflicts of a link. */
  private String recorded(LinkHead head, String field) {
    StringBuilder values = new StringBuilder();
    for (Conflict<Note> conflict : world.ledger.conflicts()) {
      if (conflict.link().equals(head.id())) {
        conflict.clashes().stream()
            .filter(clash -> clash.field().equals(field))
            .forEach(clash -> values.append(' ').append(clash.left()).append(clash.right()));
      }
    }
    return values.toString();
  }

  private boolean crash(int end) {
    int[] left = {end};
    world.steps =
        what -> {
          if (left[0]-- == 0) {
            throw new Steps.Crash(what);
          }
        };
    try {
      world.sync();
      return false;
    } catch (Steps.Crash crash) {
      return true;
    }
  }
}
