package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/** What profiles remember of their items between runs. */
public interface Ledgers {

  /**
   * Opens the ledger of a run, making it if there is none. If it was last used with other options,
   * its checkpoints and revisions are forgotten first, so that every item is looked at again.
   *
   * @param fingerprint equal for equal options
   * @param run what is done belongs to it in the {@link History}
   */
  Opened open(LedgerKey key, String fingerprint, Leases.Lease lease, long run);

  /** The same for a plan: changes nothing, and what it gives refuses to commit. */
  Opened view(LedgerKey key, String fingerprint);

  /** The fingerprint of the options with which a profile ran last; empty before its first run. */
  Optional<String> options(String profile);

  /**
   * A ledger.
   *
   * @param seed a random text that stays the same for the life of the ledger
   */
  record Opened(Ledger<Item> ledger, String seed, State state) {}

  /** What is known at the start of a run. */
  enum State {
    /** Nothing: the first run of this profile. */
    FIRST,
    /** The run before had the same folders and options. */
    KNOWN,
    /** Options have changed: everything is looked at again. */
    OTHER_OPTIONS,
    /** The profile connects other folders than before: a first run with these. */
    OTHER_PLACES
  }

  /**
   * Gives a pair of items from one ledger to another, at once: what both sides were last known to
   * hold goes with it, and its conflicts.
   *
   * @param from opened by a run that may commit, as {@code to}
   * @param link as it is to be in the other ledger, under the same id
   */
  void handOver(Ledger<Item> from, Ledger<Item> to, Link<Item> link);

  /** What the profile's most recently used ledger holds, or null if it has none. */
  @Nullable Summary summary(String profile);

  /** The conflicts of a profile that were recorded, the latest first. */
  List<Recorded> conflicts(String profile, int most);

  /**
   * Forgets what a profile had in step, after a backup of all. What an interrupted run has perhaps
   * written over goes to the {@link History}, which stays. So does what waits for a person or was
   * decided by one, with its links: what the guard holds, conflicts that were left to somebody, and
   * what is ignored. Without its link an item that was deleted on one side would come back.
   *
   * @param lease of that profile
   */
  Forgotten forget(Leases.Lease lease);

  /**
   * What became of items that were in step.
   *
   * @param items that are matched anew
   * @param waiting that are kept as they are
   */
  record Forgotten(int items, int waiting) {}

  /** All ledgers of a profile, or of all if that is null, to look at. They refuse to commit. */
  List<Kept> all(@Nullable String profile);

  /** Forgets ledgers of profiles that are no longer configured and were last used before. */
  void prune(Instant unusedSince);

  /** A ledger and what it belongs to. */
  record Kept(LedgerKey key, Instant lastUsed, Ledger<Item> ledger) {}

  record Summary(int links, int openConflicts, Instant lastUsed) {}

  /** A conflict with both values. */
  record Recorded(
      Instant at,
      LinkId link,
      String title,
      Item left,
      Item right,
      List<Merged.FieldClash> clashes,
      @Nullable Side winner) {}
}
