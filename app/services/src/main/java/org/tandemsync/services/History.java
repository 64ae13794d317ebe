package org.tandemsync.services;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.ItemId;

/**
 * What runs did to single items, with what those held before, kept for a while. A run notes its
 * deeds with the ledger; this is for those who look at them and take them back.
 */
public interface History {

  /**
   * Versions, the latest first.
   *
   * @param profile only of this one, or null
   * @param title only of items whose title holds this, in any case, or null
   */
  List<Version> search(@Nullable String profile, @Nullable String title, int most);

  /** The versions of a run in order; empty if nothing of it is kept. */
  List<Version> of(long run);

  Optional<Version> version(Version.Number number);

  /** What the item held; empty if there is no such version. */
  Optional<Kept> kept(Version.Number number);

  /**
   * Notes what is about to be done outside of a sync, before it is done. As long as nobody says
   * more it is not certain.
   *
   * @return the numbers of the deeds
   */
  List<Version.Number> begin(long run, LedgerKey places, List<Deed<Item>> deeds);

  /**
   * Notes what became of deeds that were begun.
   *
   * @param done with the ids that the items have now
   */
  void conclude(Map<Version.Number, ItemId> done, Collection<Version.Number> notDone);

  /** Drops what was done before. */
  void prune(Instant before);

  /**
   * The item around one change.
   *
   * @param before what it held, or null if it was made then
   * @param after the same with the written fields; the whole of one that an undo has made; null of
   *     one that a sync has made or that was deleted
   * @param original what was deleted, in the form that its store gave it; or null
   * @param joined whether the change made one item of two that were there before
   */
  record Kept(
      @Nullable Item before, @Nullable Item after, @Nullable String original, Joined joined) {}

  /** Whether a change made one item of two; an older Tandem did not note it. */
  enum Joined {
    YES,
    NO,
    UNKNOWN
  }
}
