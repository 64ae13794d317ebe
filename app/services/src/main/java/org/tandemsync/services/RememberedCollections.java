package org.tandemsync.services;

import java.time.Instant;
import java.util.Optional;

/**
 * What collections of servers have said of themselves, and what is owed to them. Losing the first
 * costs a question each; the second is there for moments only.
 */
public interface RememberedCollections {

  /**
   * What was kept.
   *
   * @param place the identity of the collection ({@link Place#identity}), or a key made of it
   * @param from what was kept before, or claims to be kept after {@code until}, does not count
   */
  Optional<String> at(String place, Instant from, Instant until);

  void keep(String place, String text, Instant at);

  void forget(String place);
}
