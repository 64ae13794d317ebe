package org.tandemsync.testkit;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.StoreException;

/** How a {@link MemoryStore} misbehaves. Everything is well until a dial is turned. */
public final class Dials<T> {

  /** What goes wrong with one effect. */
  public enum Fault {
    NONE,
    /** It is not done, and no answer comes. */
    LOST_BEFORE,
    /** It is done, and no answer comes. */
    LOST_AFTER,
    REFUSED,
    NOT_DONE,
    /** It is refused as if somebody had edited the item. */
    STALE
  }

  private boolean revisionsInListing = true;
  private boolean revisionsAfterWrite = true;
  private boolean birthmarks;
  private boolean stripsStamps;
  private boolean incremental;
  private boolean expired;
  private boolean partial;
  private boolean unconditional;
  private @Nullable String readOnly;
  private @Nullable StoreException down;
  private int callsUntilDown;
  private UnaryOperator<T> rewrite = UnaryOperator.identity();
  private Predicate<ItemId> dropped = id -> false;
  private Function<Effect<T>, Fault> fault = effect -> Fault.NONE;
  private final Set<ItemId> unreadable = new HashSet<>();
  private final Set<ItemId> unreadableOnce = new HashSet<>();
  private final Set<ItemId> foreign = new HashSet<>();

  /** Everything is well again. */
  public void reset() {
    revisionsInListing = true;
    revisionsAfterWrite = true;
    birthmarks = false;
    stripsStamps = false;
    incremental = false;
    calm();
    partial = false;
    unconditional = false;
    readOnly = null;
    rewrite = UnaryOperator.identity();
    unreadable.clear();
    unreadableOnce.clear();
    foreign.clear();
  }

  /** What comes and goes is over; the store keeps its character. */
  public void calm() {
    expired = false;
    down = null;
    dropped = id -> false;
    fault = effect -> Fault.NONE;
  }

  /** Each item has what no other one has, for all its life. */
  public Dials<T> withBirthmarks() {
    birthmarks = true;
    return this;
  }

  boolean birthmarks() {
    return birthmarks;
  }

  /** Listings carry no revisions: only reading can tell. */
  public Dials<T> noRevisionsInListing() {
    revisionsInListing = false;
    return this;
  }

  /** Writes are answered without a revision. */
  public Dials<T> noRevisionsAfterWrite() {
    revisionsAfterWrite = false;
    return this;
  }

  /** What is written is kept in another form; the answer then has no revision. */
  public Dials<T> rewriting(UnaryOperator<T> how) {
    rewrite = how;
    return this;
  }

  /** Private marks are thrown away. */
  public Dials<T> strippingStamps() {
    stripsStamps = true;
    return this;
  }

  /** Listings may go on from a checkpoint. */
  public Dials<T> incrementalListings() {
    incremental = true;
    return this;
  }

  /** Checkpoints are not accepted any more. */
  public Dials<T> expiredCheckpoints(boolean on) {
    expired = on;
    return this;
  }

  /** Complete listings leave out these rows although the items are there. */
  public Dials<T> dropping(Predicate<ItemId> rows) {
    dropped = rows;
    return this;
  }

  /** Listings say that they were cut short. */
  public Dials<T> partialListings(boolean on) {
    partial = on;
    return this;
  }

  /** Conditions on writes are ignored, as by a server without If-Match. */
  public Dials<T> ignoringConditions() {
    unconditional = true;
    return this;
  }

  /** Nothing can be written, for this reason; null: it can. */
  public Dials<T> readOnly(@Nullable String why) {
    readOnly = why;
    return this;
  }

  /** What happens to each effect. */
  public Dials<T> failing(Function<Effect<T>, Fault> how) {
    fault = how;
    return this;
  }

  /** The store as a whole fails from the given call on, counted from 0. */
  public Dials<T> downAfter(int calls, StoreException how) {
    callsUntilDown = calls;
    down = how;
    return this;
  }

  public Dials<T> unreadable(ItemId id) {
    unreadable.add(id);
    return this;
  }

  /** Only the next reading fails. */
  public Dials<T> unreadableOnce(ItemId id) {
    unreadableOnce.add(id);
    return this;
  }

  public Dials<T> foreign(ItemId id) {
    foreign.add(id);
    return this;
  }

  boolean revisionsInListing() {
    return revisionsInListing;
  }

  boolean revisionsAfterWrite() {
    return revisionsAfterWrite;
  }

  boolean stripsStamps() {
    return stripsStamps;
  }

  boolean incremental() {
    return incremental;
  }

  boolean expired() {
    return expired;
  }

  boolean partial() {
    return partial;
  }

  boolean unconditional() {
    return unconditional;
  }

  @Nullable String readOnly() {
    return readOnly;
  }

  T rewrite(T item) {
    return rewrite.apply(item);
  }

  boolean dropped(ItemId id) {
    return dropped.test(id);
  }

  Fault fault(Effect<T> effect) {
    return fault.apply(effect);
  }

  boolean isUnreadable(ItemId id) {
    return unreadableOnce.remove(id) || unreadable.contains(id);
  }

  boolean isForeign(ItemId id) {
    return foreign.contains(id);
  }

  void maybeFail() {
    if (down != null && callsUntilDown-- <= 0) {
      throw down;
    }
  }
}
