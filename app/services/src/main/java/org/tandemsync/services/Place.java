package org.tandemsync.services;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.Endpoint;

/**
 * One folder or collection that holds items.
 *
 * @param endpoint names exactly this one
 * @param name how users know it: "Calendar/Team", the display name of a collection
 * @param families what it may hold, never empty
 * @param readOnly why nothing can be written, or null if it is writable
 * @param identity what stays the same as long as it is the same folder, also when it is renamed or
 *     moved where that can be told: the record key of a data file with the id of its folder, the
 *     URL of a collection with the user, the path of a directory. A ledger belongs to a pair of
 *     these; another folder behind the same name is never mistaken for one that lost its items.
 */
public record Place(
    Endpoint endpoint,
    String name,
    Set<Family> families,
    @Nullable String readOnly,
    String identity) {
  public Place {
    families = Set.copyOf(families);
    if (families.isEmpty() || identity.isEmpty()) {
      throw new IllegalArgumentException("a place holds something and has an identity");
    }
  }
}
