package org.tandemsync.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * The outside: opens the stores behind endpoints. What does not work as a whole (no such file, a
 * wrong password, no answer) is a {@link org.tandemsync.sync.StoreException}, a missing password a
 * {@link CannotRun}.
 */
public interface Stores {

  /**
   * The folders or collections of an endpoint, in a fixed order. An endpoint that names one gives
   * that one; one that is not there is {@code NOT_FOUND} with the names that are.
   */
  List<Place> places(Endpoint endpoint);

  /**
   * The same for what a profile names, which is opened again and again: what a server said of it a
   * short time ago need not be asked once more. The store that is opened finds out whether it still
   * holds before anything rests on it. A directory is always itself, whatever is in it now.
   *
   * @param wanted what it has to hold, one of these at least; what was said before and does not fit
   *     is asked again, for another collection may have got the address since
   */
  default List<Place> knownPlaces(Endpoint endpoint, Set<Family> wanted) {
    return places(endpoint);
  }

  /** Opens one folder or collection. The caller closes the store. */
  Store<Item> open(Place place, StoreOptions options);

  /**
   * Moves items from one folder or collection to another by the store's own move, so that they keep
   * everything that is in them. Neither of both is open meanwhile in this process.
   *
   * @return what became of each: {@code Done} with its id there, {@code NotDone} where it cannot be
   *     moved so, and nothing has happened
   */
  default List<Written> move(Place from, Place to, List<Moving> items) {
    Written not =
        new Written.NotDone("nothing can be moved from " + from.name() + " to " + to.name());
    return items.stream().map(item -> not).toList();
  }

  /**
   * An item to be moved.
   *
   * @param expected the revision that was seen; with another one it is {@link Written.Stale}
   */
  record Moving(ItemId item, Revision expected) {}

  /**
   * Makes a new folder or collection.
   *
   * @param within what shall contain it: a server, a directory, a data file
   * @throws org.tandemsync.sync.StoreException if that is not possible there, with the next step
   */
  Place create(Endpoint within, String name, Family family);

  /**
   * Makes what an endpoint names if only that is missing: a directory in one that is there, a data
   * file with Outlook's default folders.
   *
   * @return whether it was made; nothing that is there is touched
   * @throws org.tandemsync.sync.StoreException if it cannot be made, with the next step
   */
  boolean make(Endpoint missing);

  /**
   * Outlook's list of categories with their colours; empty where there is no such list at all (a
   * server, a directory). A data file that has none yet gives one without categories.
   */
  default Optional<MasterCategoryList> categories(Place place) {
    return Optional.empty();
  }

  /**
   * Gives categories of Outlook's list other colours; those that it does not have are added to it.
   *
   * @param place one that has such a list ({@link #categories})
   * @param wanted colours by name, in upper or lower case
   * @return whether anything had to be written
   * @throws org.tandemsync.sync.StoreException if that is not possible now, with the next step
   */
  default boolean recolour(Place place, Map<String, CategoryColor> wanted) {
    throw new IllegalArgumentException(place.name() + " has no list of categories");
  }

  /**
   * Changes when items may be read differently than by an earlier version: then every item is
   * looked at again, and nothing that is read for the first time passes for a change.
   */
  String conversion();
}
