package org.tandemsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Replica;
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

  /** As somebody does it who has looked at both. */
  private Declared declareSeen(ItemId left, ItemId right) {
    Declared pair = Declared.of(world.kind, seen(Side.LEFT, left), seen(Side.RIGHT, right));
    world.ledger.commit(new Commit.Builder<Note>().declare(pair).build());
    return pair;
  }

  private Replica<Note> seen(Side side, ItemId id) {
    return ((Found.Present<Note>) world.store(side).read(List.of(id)).getFirst()).replica();
  }

  private void takeBack(Declared pair) {
    world.ledger.commit(new Commit.Builder<Note>().undeclare(pair).build());
  }

  private String whyHeld() {
    assertThat(world.planned).singleElement().isInstanceOf(Action.Hold.class);
    return ((Action.Hold) world.planned.getFirst()).why();
  }

  private Declared declareTeaAndTee() {
    return declareSeen(
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

  /** A server that fails for a moment: what it has is read a second time in the same run. */
  @ParameterizedTest
  @EnumSource(Side.class)
  void whatCannotBeReadForAMomentIsNotDoubled(Side side) {
    for (boolean incremental : new boolean[] {false, true}) {
      world = new World();
      if (incremental) {
        world.left.dials().incrementalListings();
        world.right.dials().incrementalListings();
      }
      Declared pair = declareTeaAndTee();
      world.store(side).dials().unreadableOnce(pair.id(side));
      RunReport report = world.sync();
      assertThat(report.created().values()).containsOnly(0);
      assertThat(report.held()).isEqualTo(2);
      assertThat(world.ledger.heads()).isEmpty();
      assertThat(world.ledger.declared()).containsExactly(pair);
      world.sync();
      assertOne("Tea", "at four", "a", "b");
    }
  }

  /** A client deletes and makes anew, a server is moved to another one. */
  @ParameterizedTest
  @EnumSource(Side.class)
  void anItemIsFollowedByItsUid(Side side) {
    for (boolean moved : new boolean[] {false, true}) {
      world = new World();
      Declared pair = declareTeaAndTee();
      ItemId at = pair.id(side);
      if (moved) {
        world.store(side).move(at);
      } else {
        Note note = Objects.requireNonNull(world.store(side).items().get(at));
        world.store(side).remove(at);
        world.store(side).put(note);
      }
      world.plan();
      assertThat(world.planned)
          .singleElement()
          .isInstanceOfSatisfying(
              Action.LinkUp.class, up -> assertThat(up.why()).isEqualTo("declared to be the same"));
      RunReport report = world.sync();
      assertThat(report.created().values()).containsOnly(0);
      assertOne("Tea", "at four", "a", "b");
    }
  }

  @Test
  void whatTakesNoPartIsFollowedToo() {
    world.today("2026-03-01");
    Declared pair =
        declareSeen(
            world.left.put(Note.of("u-1", "Tea", "1")),
            world.right.put(Note.of("u-2", "Tee @2026-03-09", "")));
    world.right.move(pair.right());
    world.left.dials().unreadable(pair.left());
    world.sync();
    world.left.dials().reset();
    world.sync();
    assertThat(world.left.items()).hasSize(1);
    assertThat(world.right.items()).hasSize(1);
    assertThat(world.ledger.declared()).isEmpty();
    world.assertQuiet();
  }

  /** An older data file was put back, or a name was used again. */
  @ParameterizedTest
  @EnumSource(Side.class)
  void anIdThatWasGivenAgainIsAnotherItem(Side side) {
    for (boolean birthmarks : new boolean[] {false, true}) {
      world = new World();
      if (birthmarks) {
        world.left.dials().withBirthmarks();
        world.right.dials().withBirthmarks();
      }
      Declared pair = declareTeaAndTee();
      String uid = birthmarks ? (side == Side.LEFT ? "u-1" : "u-2") : "u-9";
      world.store(side).giveAgain(pair.id(side), Note.of(uid, "Zea", "other"));
      for (int i = 0; i < 2; i++) {
        RunReport report = world.sync();
        assertThat(report.held()).isEqualTo(2);
        assertThat(world.planned).allMatch(a -> ((Action.Hold) a).why().contains("--unlink"));
        assertThat(world.ledger.heads()).isEmpty();
        assertThat(world.titles(side)).containsExactly("Zea");
        assertThat(world.store(side.other()).items()).hasSize(1);
      }
      takeBack(pair);
      world.sync();
      assertThat(world.left.items()).hasSize(2);
      assertThat(world.right.items()).hasSize(2);
      world.assertQuiet();
    }
  }

  @Test
  void anIdThatWasGivenAgainIsNoPartnerWhereTheItemIsFound() {
    Declared pair = declareTeaAndTee();
    ItemId there = world.right.move(pair.right());
    world.right.giveAgain(pair.right(), Note.of("u-9", "Zea", "other"));
    world.sync();
    assertThat(world.ledger.heads())
        .filteredOn(head -> head.left().id().equals(pair.left()))
        .singleElement()
        .satisfies(head -> assertThat(head.right().id()).isEqualTo(there));
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea", "Zea");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tea", "Zea");
    world.sync();
    assertThat(world.ledger.declared()).isEmpty();
    world.assertQuiet();
  }

  /** What stays with an item for all its life says more than a UID that somebody has changed. */
  @Test
  void anotherUidAloneIsNoOtherItem() {
    world.right.dials().withBirthmarks();
    Declared pair = declareTeaAndTee();
    world.right.change(pair.right(), note -> Note.of("u-8", "Tee", "", "b"));
    world.sync();
    assertOne("Tea", "at four", "a", "b");
  }

  @Test
  void whatTakesNoPartAndHasLostItsPartnerIsForgotten() {
    for (boolean foreign : new boolean[] {false, true}) {
      world = new World();
      world.today("2026-03-01");
      Declared pair =
          declareSeen(
              world.left.put(Note.of("u-1", "Tea @2026-03-09", "1")),
              world.right.put(Note.of("u-2", "Tee @2026-03-09", "")));
      if (foreign) {
        world.right.dials().foreign(pair.right());
      } else {
        world.right.remove(pair.right());
      }
      assertThat(world.sync().held()).isZero();
      assertThat(world.ledger.declared()).isEmpty();
      world.assertQuiet();
    }
  }

  @ParameterizedTest
  @EnumSource(Policy.Extra.class)
  void aTargetsItemWithoutASourceIsHeldOnlyIfItWouldBeDeleted(Policy.Extra extra) {
    policy(Policy.Direction.LEFT_TO_RIGHT, extra, Policy.Conflicts.MERGE);
    Declared pair = declareTeaAndTee();
    world.left.remove(pair.left());
    RunReport report = world.sync();
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tee");
    boolean deletes = extra == Policy.Extra.DELETE;
    assertThat(report.held()).isEqualTo(deletes ? 1 : 0);
    assertThat(world.ledger.declared()).hasSize(deletes ? 1 : 0);
  }

  /** Nothing had come of it yet when somebody took it back. */
  @Test
  void whatIsTakenBackBetweenTwoRunsIsNotLinked() {
    Declared pair = declareTeaAndTee();
    world.steps =
        what -> {
          if (what.contains("write")) {
            throw new Steps.Crash(what);
          }
        };
    assertThatThrownBy(world::sync).isInstanceOf(Steps.Crash.class);
    assertThat(world.ledger.openIntents()).hasSize(1);
    world.steps = Steps.NONE;
    takeBack(pair);
    world.sync();
    assertThat(world.titles(Side.LEFT)).containsExactly("Tea", "Tee");
    assertThat(world.titles(Side.RIGHT)).containsExactly("Tea", "Tee");
    assertThat(world.note(Side.RIGHT, "Tee").text()).isEmpty();
    world.assertQuiet();
  }

  @Test
  void whatHasLostItsPartnerWaitsUntilItIsTakenBack() {
    Declared pair = declareTeaAndTee();
    world.right.remove(pair.right());
    assertThat(world.sync().held()).isEqualTo(1);
    assertThat(world.right.items()).isEmpty();
    assertThat(whyHeld()).contains("not there any more");
    takeBack(pair);
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

  private <E> E any(SplittableRandom random, E[] of) {
    return of[random.nextInt(of.length)];
  }

  /** What goes wrong once, in the first run. */
  private void fault(SplittableRandom random, Declared one) {
    Side side = any(random, Side.values());
    Dials<Note> dials = world.store(side).dials();
    switch (random.nextInt(4)) {
      case 0 -> dials.unreadableOnce(one.id(side));
      case 1 -> {
        Dials.Fault fault = any(random, Dials.Fault.values());
        int[] until = {random.nextInt(3)};
        dials.failing(effect -> until[0]-- == 0 ? fault : Dials.Fault.NONE);
      }
      default -> {}
    }
  }

  /** Two items that are declared to be one, and what they are at first. */
  private record Two(Declared declared, Note left, Note right) {
    /** Whether they would be linked anyway. */
    boolean areAlike() {
      return (!left.uid().isEmpty() && left.uid().equals(right.uid()))
          || (!left.title().isEmpty() && left.title().equals(right.title()));
    }
  }

  private boolean areLinked(Two two) {
    return world.ledger.heads().stream()
        .anyMatch(
            head ->
                head.left().id().equals(two.declared().left())
                    && head.right().id().equals(two.declared().right()));
  }

  private boolean areAsMade(Two two) {
    return two.left().equals(world.left.items().get(two.declared().left()))
        && two.right().equals(world.right.items().get(two.declared().right()));
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
    boolean twoWay = random.nextInt(3) > 0;
    Policy.Direction direction =
        twoWay
            ? Policy.Direction.TWO_WAY
            : any(
                random,
                new Policy.Direction[] {
                  Policy.Direction.LEFT_TO_RIGHT, Policy.Direction.RIGHT_TO_LEFT
                });
    Policy.Conflicts conflicts =
        random.nextInt(3) == 0 ? Policy.Conflicts.ASK : Policy.Conflicts.MERGE;
    policy(direction, any(random, Policy.Extra.values()), conflicts);
    if (random.nextBoolean()) {
      world.left.dials().incrementalListings();
      world.right.dials().incrementalListings();
    }
    List<Two> all = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String uid = random.nextInt(3) == 0 ? "" : "u-l" + i;
      Note left = some(random, uid);
      Note right = some(random, random.nextInt(3) == 0 ? uid : "u-r" + i);
      all.add(new Two(declareSeen(world.left.put(left), world.right.put(right)), left, right));
    }
    fault(random, all.getFirst().declared());
    boolean ended = crash(end);
    world.steps = Steps.NONE;
    String story = "seed " + seed + ", ended at step " + end;
    for (Side side : Side.values()) {
      assertThat(world.store(side).items()).as(story).hasSize(all.size());
      world.store(side).dials().calm();
    }
    if (ended && random.nextInt(3) == 0) {
      apartAfterTakingBack(all.get(random.nextInt(all.size())), twoWay, story);
      return true;
    }
    world.sync();
    world.sync();
    world.assertQuiet();
    for (Side side : Side.values()) {
      assertThat(world.store(side).items()).as(story).hasSize(all.size());
    }
    assertThat(world.ledger.heads()).as(story).hasSize(all.size());
    assertThat(world.ledger.declared()).as(story).isEmpty();
    for (Two two : all) {
      assertThat(areLinked(two)).as(story).isTrue();
      Note here = Objects.requireNonNull(world.left.items().get(two.declared().left()));
      Note there = Objects.requireNonNull(world.right.items().get(two.declared().right()));
      if (twoWay) {
        assertNothingLost(two, here, there, conflicts, story);
      } else {
        boolean toRight = direction == Policy.Direction.LEFT_TO_RIGHT;
        assertThat(toRight ? here : there).as(story).isEqualTo(toRight ? two.left() : two.right());
        assertThat(world.kind.differing(here, there)).as(story).isEmpty();
      }
    }
    return ended;
  }

  private void assertNothingLost(
      Two two, Note here, Note there, Policy.Conflicts conflicts, String story) {
    LinkHead head =
        world.ledger.heads().stream()
            .filter(h -> h.left().id().equals(two.declared().left()))
            .findFirst()
            .orElseThrow();
    for (Note original : List.of(two.left(), two.right())) {
      assertThat(here.tags()).as(story).containsAll(original.tags());
      assertThat(there.tags()).as(story).containsAll(original.tags());
    }
    if (conflicts == Policy.Conflicts.ASK) {
      assertThat(here.title()).as(story).isEqualTo(either(two.left().title(), two.right().title()));
      assertThat(there.title())
          .as(story)
          .isEqualTo(either(two.right().title(), two.left().title()));
      assertThat(here.text()).as(story).isEqualTo(either(two.left().text(), two.right().text()));
      assertThat(there.text()).as(story).isEqualTo(either(two.right().text(), two.left().text()));
      return;
    }
    assertThat(world.kind.differing(here, there)).as(story).isEmpty();
    for (Note original : List.of(two.left(), two.right())) {
      assertThat(here.title() + recorded(head, "title")).as(story).contains(original.title());
      assertThat(here.text() + recorded(head, "text")).as(story).contains(original.text());
    }
  }

  private static String either(String own, String others) {
    return own.isEmpty() ? others : own;
  }

  /** Two that are not one any more are not brought together, unless that was done already. */
  private void apartAfterTakingBack(Two two, boolean twoWay, String story) {
    boolean untouched = areAsMade(two) && !areLinked(two);
    takeBack(two.declared());
    world.sync();
    world.sync();
    if (untouched && !two.areAlike()) {
      assertThat(areLinked(two)).as(story).isFalse();
      if (twoWay) {
        assertThat(areAsMade(two)).as(story).isTrue();
        assertThat(world.left.items()).as(story).hasSameSizeAs(world.right.items());
      }
    }
    assertThat(world.ledger.openIntents()).as(story).isEmpty();
    assertThat(world.ledger.declared()).as(story).isEmpty();
    if (twoWay) {
      world.assertQuiet();
    }
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
