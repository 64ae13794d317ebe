package org.tandemsync.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one profile remembers between runs. {@code LedgerContract} in the testkit is the
 * specification.
 *
 * @param <T> the item
 */
public interface Ledger<T> {

  /** All links without their bases, in the order of their left ids. */
  List<LinkHead> heads();

  /** How many links there are. */
  default int size() {
    return heads().size();
  }

  /**
   * Whether a link may have to be looked at although neither side says anything new: it has no
   * revision on a side, or it waits.
   */
  default boolean isRestless() {
    return heads().stream()
        .anyMatch(
            head ->
                head.waiting() != null
                    || head.left().revision() == null
                    || head.right().revision() == null);
  }

  /** The named links with their bases; one that is not there is not in the answer. */
  Map<LinkId, Link<T>> links(Collection<LinkId> ids);

  /** The intents that were opened and not closed, in the order of their link ids. */
  List<Intent<T>> openIntents();

  /** Where the next listing of this side may go on. */
  Optional<Checkpoint> checkpoint(Side side);

  /** What was read on this side and does not take part, in the order of the ids. */
  List<PassedOver> passedOver(Side side);

  /**
   * The revisions that the items of these links had before, the last {@link Former#KEPT} of each;
   * in any order.
   */
  default List<Former> formers(Collection<LinkId> links) {
    return List.of();
  }

  /** When what is known of all links was noted; a link may be missing. */
  default Map<LinkId, Age> ages() {
    return Map.of();
  }

  /** The sides that seemed to be put back to an earlier state, until that is settled. */
  default Set<Side> putBack() {
    return Set.of();
  }

  /** What the guard held and nobody has carried out or let go since, with what was decided. */
  default List<Held> held() {
    return List.of();
  }

  /**
   * The conflicts of these links, oldest first, of which something was left to a person; see {@link
   * OpenConflicts}.
   */
  default List<Conflict<T>> conflicts(Collection<LinkId> links) {
    return List.of();
  }

  /** What was decided about conflicts and is not carried out yet. */
  default List<Decision<T>> decisions() {
    return List.of();
  }

  /** What somebody has declared to be one and is not linked yet. */
  default List<Declared> declared() {
    return List.of();
  }

  /** What failed and has not come right since. */
  default List<Quarantined> quarantined() {
    return List.of();
  }

  /** Whether the profile connected other folders before, and nobody has confirmed these yet. */
  default boolean unfamiliar() {
    return false;
  }

  /** Changes all that {@code commit} names, durably, or nothing at all. */
  void commit(Commit<T> commit);
}
