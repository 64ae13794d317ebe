package org.tandemsync.services;

import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Replica;

/** Reads the items of any endpoint, folder by folder, in batches. */
public final class Items {

  public Items(Stores stores, Surroundings surroundings) {}

  /**
   * Reads all items of the families.
   *
   * @param families empty for all
   */
  public ExitStatus read(Endpoint endpoint, Set<Family> families, Visitor visitor) {
    throw new UnsupportedOperationException();
  }

  /** Is shown one item after the other. */
  public interface Visitor {
    void item(Place place, Replica<Item> item);

    /** Something that cannot be understood. */
    void unreadable(Place place, Found.Unreadable<Item> what);
  }
}
