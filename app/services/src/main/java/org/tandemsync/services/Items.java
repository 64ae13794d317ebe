package org.tandemsync.services;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** Reads the items of any endpoint, folder by folder, in batches. */
public final class Items {
  static final int BATCH = 200;

  private final Stores stores;
  private final Surroundings surroundings;
  private final Set<String> ownAddresses;

  public Items(Stores stores, Surroundings surroundings) {
    this(stores, surroundings, Set.of());
  }

  private Items(Stores stores, Surroundings surroundings, Set<String> ownAddresses) {
    this.stores = stores;
    this.surroundings = surroundings;
    this.ownAddresses = ownAddresses;
  }

  /**
   * The same for a person.
   *
   * @param addresses mail addresses, lower case: they tell own meetings from those of others
   */
  public Items of(Set<String> addresses) {
    return new Items(stores, surroundings, addresses);
  }

  /**
   * Reads all items of the families. A folder that cannot be read does not keep the others from
   * being read; if none can, that is thrown.
   *
   * @param families empty for all
   */
  public ExitStatus read(Endpoint endpoint, Set<Family> families, Visitor visitor) {
    List<Place> places = stores.places(endpoint);
    ExitStatus status = ExitStatus.DONE;
    StoreException first = null;
    int failed = 0;
    for (Place place : places) {
      try {
        status = status.and(read(place, families, visitor));
      } catch (StoreException e) {
        first = first == null ? e : first;
        failed++;
        status = ExitStatus.ATTENTION;
        if (places.size() > 1) {
          visitor.failed(place, e);
        }
      }
    }
    if (first != null && failed == places.size()) {
      throw first;
    }
    return status;
  }

  private ExitStatus read(Place place, Set<Family> families, Visitor visitor) {
    Set<ItemId> unreadable = new HashSet<>();
    for (Family family : wanted(place, families)) {
      try (Store<Item> store = stores.open(place, options(family, surroundings, ownAddresses))) {
        for (List<ItemId> ids : batches(store.list(null))) {
          for (Found<Item> found : store.read(ids)) {
            switch (found) {
              case Found.Present<Item> present -> visitor.item(place, present.replica());
              case Found.Unreadable<Item> broken -> {
                if (unreadable.add(broken.id())) {
                  visitor.unreadable(place, broken);
                }
              }
              case Found.Absent<Item> gone -> {}
              case Found.Foreign<Item> other -> {}
            }
          }
        }
      }
    }
    return unreadable.isEmpty() ? ExitStatus.DONE : ExitStatus.ATTENTION;
  }

  static Set<Family> wanted(Place place, Set<Family> families) {
    Set<Family> wanted = EnumSet.copyOf(place.families());
    if (!families.isEmpty()) {
      wanted.retainAll(families);
    }
    return wanted;
  }

  static StoreOptions options(Family family, Surroundings surroundings, Set<String> ownAddresses) {
    return new StoreOptions(family, surroundings.zone(), ownAddresses, Options.USUAL);
  }

  static List<List<ItemId>> batches(Listing listing) {
    List<ItemId> ids = listing.rows().stream().map(Listing.Row::id).toList();
    return java.util.stream.IntStream.range(0, (ids.size() + BATCH - 1) / BATCH)
        .mapToObj(n -> ids.subList(n * BATCH, Math.min(ids.size(), (n + 1) * BATCH)))
        .toList();
  }

  /** Is shown one item after the other. */
  public interface Visitor {
    void item(Place place, Replica<Item> item);

    /** Something that cannot be understood. */
    void unreadable(Place place, Found.Unreadable<Item> what);

    /** One of several folders cannot be read. */
    default void failed(Place place, StoreException why) {}
  }
}
