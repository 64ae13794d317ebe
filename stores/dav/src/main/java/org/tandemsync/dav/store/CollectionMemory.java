package org.tandemsync.dav.store;

import java.util.Optional;
import org.tandemsync.dav.discovery.DavCollection;

/** Keeps what a collection says of itself until the next run, so that nobody has to ask again. */
public interface CollectionMemory {
  /** Forgets everything at once. */
  CollectionMemory NONE =
      new CollectionMemory() {
        @Override
        public void keep(DavCollection asked) {
          // Nobody asks for it.
        }

        @Override
        public void forget() {
          // There is nothing.
        }
      };

  /** The server was asked a moment ago, and this is what it said. */
  void keep(DavCollection asked);

  /** What was kept may not hold any more. */
  void forget();

  /**
   * Keeps until {@link #paid} what has to be given back to the collection, also if this process
   * ends in between.
   *
   * @return false if it cannot be kept: then it must not be taken away
   */
  default boolean owe(String properties) {
    return false;
  }

  /** What is to be given back still. */
  default Optional<String> owed() {
    return Optional.empty();
  }

  /** It was given back. */
  default void paid() {
    // Nothing is kept.
  }
}
