package org.tandemsync.services;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandemsync.items.Family;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.StoreException;

/**
 * The one folder or collection that a profile means by an endpoint.
 *
 * @param earlier the profile's runs before
 */
record NamedPlaces(Stores stores, EarlierRuns earlier) {

  /**
   * That one.
   *
   * @param wanted what it has to hold, one of these at least
   * @throws CannotRun if there is none, or several
   */
  Place of(Endpoint endpoint, Set<Family> wanted) {
    List<Place> places = stores.knownPlaces(endpoint, wanted);
    if (places.size() != 1) {
      throw new CannotRun(
          endpoint
              + " has "
              + (places.isEmpty() ? "no folder" : places.size() + " folders")
              + " that can be kept in step; a profile names one"
              + (places.isEmpty() ? "" : ": " + names(places)));
    }
    Place place = places.getFirst();
    return endpoint instanceof Endpoint.Directory directory
        ? directory(directory, place, wanted)
        : place;
  }

  /** What a directory is for does not change when the last of its items goes. */
  private Place directory(Endpoint.Directory named, Place place, Set<Family> wanted) {
    if (earlier.had(place)) {
      Set<Family> families = EnumSet.copyOf(wanted);
      families.addAll(place.families());
      return new Place(
          place.endpoint(), place.name(), families, place.readOnly(), place.identity());
    }
    requireItself(named);
    return place;
  }

  /**
   * Nothing is written into a directory that has only directories of items: who keeps address books
   * so may have forgotten to say which. What cannot be looked at is none of them.
   */
  private void requireItself(Endpoint.Directory named) {
    List<Place> inside;
    try {
      inside = stores.places(named);
    } catch (StoreException unreadable) {
      return;
    }
    List<Place> withItems =
        inside.stream().filter(one -> one.families().size() < Family.values().length).toList();
    boolean itself = inside.stream().anyMatch(one -> one.endpoint().equals(named));
    if (!itself && !withItems.isEmpty()) {
      throw new CannotRun(
          named
              + " holds no items itself, but folders that do, and a profile names the one that has"
              + " the items. Next step: name one of them: "
              + names(withItems));
    }
  }

  private static String names(List<Place> places) {
    return places.stream().map(Place::name).collect(Collectors.joining(", "));
  }
}
