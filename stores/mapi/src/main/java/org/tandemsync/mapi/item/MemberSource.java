package org.tandemsync.mapi.item;

import java.util.Optional;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;

/** Finds the contact or list of the same file that a member of a distribution list is. */
@FunctionalInterface
public interface MemberSource {

  /** Knows nobody. */
  MemberSource NONE = id -> Optional.empty();

  /**
   * What an entry id leads to.
   *
   * @param uid the UID that the contact or list has as an item
   */
  record Found(String uid, PropertyBag properties) {}

  /** The contact or list, or empty if it is gone or somewhere else. */
  Optional<Found> find(EntryId id);
}
