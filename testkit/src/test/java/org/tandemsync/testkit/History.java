package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;

/**
 * What happens to two stores: what they are like, what is there at first, who edits what, before
 * runs and between any two steps of one, and what goes wrong.
 */
record History(
    Set<Trait> left,
    Set<Trait> right,
    Policy policy,
    int batch,
    List<Start> start,
    List<Round> rounds) {

  /** The character of a store. */
  enum Trait {
    NO_REVISIONS_IN_LISTING,
    NO_REVISIONS_AFTER_WRITE,
    REWRITING,
    STRIPPING_STAMPS,
    INCREMENTAL
  }

  /** Where an item is before the first run. */
  enum Start {
    LEFT,
    RIGHT,
    LEFT_WITHOUT_UID,
    BOTH_EQUAL,
    BOTH_DIFFERENT,
    BOTH_WITH_OTHER_UIDS
  }

  /** What a person does. */
  enum Doing {
    TITLE,
    TEXT,
    ADD_TAG,
    REMOVE_TAG,
    HIDDEN,
    DELETE,
    MOVE,
    NEW,
    /** An item with the UID of one that only the other side has. */
    TWIN
  }

  /**
   * One edit.
   *
   * @param item which of the items that are there, counted around
   */
  record Edit(Side side, int item, Doing doing) {}

  /**
   * One run and what happens around it.
   *
   * @param before edits before the run
   * @param during edits just at a step of the run
   * @param faults what happens to the effects of the run, one after the other
   * @param dropped one row in so many is left out of complete listings; 0: none
   * @param expired checkpoints are refused
   */
  record Round(
      List<Edit> before,
      Map<Integer, Edit> during,
      List<Dials.Fault> faults,
      int dropped,
      boolean expired) {}

  /** How wild a history is. */
  record Wildness(boolean faults, boolean duringRuns, boolean traits, int rounds, int items) {
    static final Wildness FULL = new Wildness(true, true, true, 4, 4);
    static final Wildness CALM = new Wildness(false, false, true, 3, 5);
    static final Wildness SMALL = new Wildness(false, false, true, 2, 2);
  }

  private static Policy policy(Policy.Direction direction, Policy.Extra extra, int conflicts) {
    return new Policy(direction, extra, Policy.Conflicts.values()[conflicts], Policy.Guard.OFF);
  }

  static History random(Random random, Wildness wildness) {
    Policy policy =
        policy(
            Policy.Direction.TWO_WAY,
            Policy.Extra.KEEP,
            random.nextInt(Policy.Conflicts.values().length));
    return random(random, wildness, policy);
  }

  static History oneWay(Random random, Wildness wildness) {
    return random(
        random,
        wildness,
        policy(
            random.nextBoolean() ? Policy.Direction.LEFT_TO_RIGHT : Policy.Direction.RIGHT_TO_LEFT,
            random.nextBoolean() ? Policy.Extra.DELETE : Policy.Extra.KEEP,
            0));
  }

  private static History random(Random random, Wildness wildness, Policy policy) {
    List<Start> start = new ArrayList<>();
    for (int i = 1 + random.nextInt(wildness.items); i > 0; i--) {
      start.add(pick(random, Start.values()));
    }
    List<Round> rounds = new ArrayList<>();
    for (int i = 1 + random.nextInt(wildness.rounds); i > 0; i--) {
      rounds.add(round(random, wildness));
    }
    return new History(
        traits(random, wildness),
        traits(random, wildness),
        policy,
        1 + random.nextInt(4),
        start,
        rounds);
  }

  private static Set<Trait> traits(Random random, Wildness wildness) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if (wildness.traits && random.nextInt(4) == 0) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private static Round round(Random random, Wildness wildness) {
    List<Edit> before = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      before.add(edit(random));
    }
    Map<Integer, Edit> during = new TreeMap<>();
    if (wildness.duringRuns) {
      for (int i = random.nextInt(3); i > 0; i--) {
        during.put(random.nextInt(40), edit(random));
      }
    }
    List<Dials.Fault> faults = new ArrayList<>();
    boolean troubled = wildness.faults && random.nextInt(2) == 0;
    for (int i = 0; i < 7; i++) {
      faults.add(
          troubled && random.nextInt(3) == 0
              ? pick(random, Dials.Fault.values())
              : Dials.Fault.NONE);
    }
    int dropped = wildness.faults && random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
    return new Round(before, during, faults, dropped, random.nextInt(5) == 0);
  }

  private static Edit edit(Random random) {
    return new Edit(
        random.nextBoolean() ? Side.LEFT : Side.RIGHT,
        random.nextInt(100),
        pick(random, Doing.values()));
  }

  private static <E> E pick(Random random, E[] from) {
    return from[random.nextInt(from.length)];
  }

  /** The same with the sides exchanged. */
  History mirrored() {
    return new History(
        right,
        left,
        new Policy(
            switch (policy.direction()) {
              case TWO_WAY -> Policy.Direction.TWO_WAY;
              case LEFT_TO_RIGHT -> Policy.Direction.RIGHT_TO_LEFT;
              case RIGHT_TO_LEFT -> Policy.Direction.LEFT_TO_RIGHT;
            },
            policy.extra(),
            switch (policy.conflicts()) {
              case MERGE, OUTLOOK_WINS, NEWEST_WINS -> Policy.Conflicts.SERVER_WINS;
              case SERVER_WINS -> Policy.Conflicts.OUTLOOK_WINS;
              case ASK -> Policy.Conflicts.ASK;
            },
            policy.guard()),
        batch,
        start,
        rounds);
  }
}
