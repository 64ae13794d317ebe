package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The engine with a batch size and rules of the test's own choice. */
public final class TestEngine {
  private TestEngine() {}

  /** Which of the engine's rules is altered. */
  public enum Altered {
    NOTHING,
    READ_BACK_IS_BASE,
    BASE_PER_ITEM,
    NO_INTENTS,
    CONFLICT_AFTERWARDS,
    WHOLE_ITEM_WINNER,
    MISSING_IS_ABSENT
  }

  public static <T> Engine<T> engine(
      ItemKind<T> kind,
      Store<T> left,
      Store<T> right,
      Ledger<T> ledger,
      Policy policy,
      Identities identities,
      RunListener listener,
      Neighbours<T> neighbours,
      int batch,
      Altered altered,
      long shuffle) {
    return new Engine<>(
        kind,
        left,
        right,
        ledger,
        policy,
        identities,
        listener,
        neighbours,
        batch,
        rules(altered, shuffle));
  }

  private static Rules rules(Altered altered, long shuffle) {
    return new Rules(
        altered == Altered.READ_BACK_IS_BASE,
        altered == Altered.BASE_PER_ITEM,
        altered == Altered.NO_INTENTS,
        altered == Altered.CONFLICT_AFTERWARDS,
        altered == Altered.WHOLE_ITEM_WINNER,
        altered == Altered.MISSING_IS_ABSENT,
        shuffle == 0 ? Rules.PROPOSED.order() : new Shuffled(new Random(shuffle)));
  }

  private record Shuffled(Random random) implements Rules.Order {
    @Override
    public <E> List<E> of(List<E> plan) {
      List<E> shuffled = new ArrayList<>(plan);
      Collections.shuffle(shuffled, random);
      return shuffled;
    }
  }
}
