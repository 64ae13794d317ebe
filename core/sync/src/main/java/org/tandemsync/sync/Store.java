package org.tandemsync.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of items somewhere outside: a folder of a data file, a calendar on a server. Calls
 * come from one thread; inside a call a store may work in parallel. Answers have the order of the
 * questions. A single item that fails is a value ({@link Found.Unreadable}, {@link
 * Written.Refused}...); a store that fails as a whole throws {@link StoreException}.
 *
 * <p>{@code StoreContract} in the testkit is the specification.
 *
 * @param <T> the item
 */
public interface Store<T> extends AutoCloseable {

  StoreTraits traits();

  /**
   * Lists ids and revisions. Opens no item.
   *
   * @param since a checkpoint that this store gave earlier, or null. A store that cannot go on from
   *     it lists completely.
   */
  Listing list(@Nullable Checkpoint since);

  /**
   * Where the next listing may go on when all is written. A store that knows that nobody else has
   * written since it has listed goes on behind its own writes; another one answers {@code listed}.
   *
   * @param listed what the last listing gave
   */
  Checkpoint behindOwnWrites(Checkpoint listed);

  /**
   * Reads the named items, one answer for each in the same order. An item that is read has a
   * revision: one without cannot be written under a condition, and the engine leaves it alone. A
   * store whose items have none makes one from the content.
   */
  List<Found<T>> read(List<ItemId> ids);

  /**
   * Carries out effects, one outcome for each in the same order. Effects on different items may run
   * in parallel; there is at most one effect for an item.
   */
  List<Written> write(List<Effect<T>> effects);

  /**
   * Begins what {@link #write} does. Until its outcomes are asked for, nothing is asked of this
   * store but to begin effects on other items. A store whose writes wait for somebody else goes on
   * meanwhile; another one may answer {@code Writing.done(write(effects))}.
   */
  Writing begin(List<Effect<T>> effects);

  /**
   * Whether more new items are to be gathered before the making of these begins, because this store
   * takes many at once: a server that takes a whole address book in one request. Writes nothing,
   * and says no before memory gets tight.
   *
   * @param creates what was gathered so far
   */
  boolean gathers(List<Effect<T>> creates);

  /** Effects that are under way. */
  @FunctionalInterface
  interface Writing {

    /** Nothing is left to wait for. */
    static Writing done(List<Written> outcomes) {
      return () -> outcomes;
    }

    /**
     * Waits for them.
     *
     * @throws StoreException as {@link #write} would
     */
    List<Written> outcomes();
  }

  /**
   * What {@link #write} would lose with this effect, for plans. Writes nothing, and asks nobody
   * outside of this process.
   */
  List<Lost> losses(Effect<T> effect);

  /**
   * Finds what unanswered creates left behind, by the identity and stamp they were given. A create
   * that left nothing is not in the answer.
   */
  Map<Stamp, Replica<T>> locate(Collection<Effect.Create<T>> creates);

  /**
   * The UID that an item with this id has if it carries none: one that follows from the id. "" if
   * the store has no such UIDs. Where ids are given again, as in an older copy of a data file that
   * was put back, another item has it then.
   */
  default String uidOfPlace(ItemId id) {
    return "";
  }

  /** Ends the work with this store: flushes, unlocks. */
  @Override
  void close();
}
