package org.tandemsync.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * One-time import and export between any two endpoints, without a profile. What is there already
 * (the same UID, or the same in the eyes of a person) is not doubled, so it can be repeated.
 */
public final class Copy {
  private final Stores stores;
  private final ZoneNames zones;
  private final Surroundings surroundings;
  private final Set<String> ownAddresses;

  public Copy(Stores stores, ZoneNames zones, Surroundings surroundings) {
    this(stores, zones, surroundings, Set.of());
  }

  private Copy(
      Stores stores, ZoneNames zones, Surroundings surroundings, Set<String> ownAddresses) {
    this.stores = stores;
    this.zones = zones;
    this.surroundings = surroundings;
    this.ownAddresses = ownAddresses;
  }

  /**
   * The same for a person.
   *
   * @param addresses mail addresses, lower case: they tell own meetings from those of others
   */
  public Copy of(Set<String> addresses) {
    return new Copy(stores, zones, surroundings, addresses);
  }

  /**
   * Copies all items of the families. A folder goes into the one that {@code to} names; else into
   * the one of its name; else, if it is the only one of its kind and so is the other, into that;
   * else into a new one.
   *
   * @param families empty for all
   */
  public Result copy(Endpoint from, Endpoint to, Set<Family> families, Listener listener) {
    List<Place> sources = stores.places(from);
    Targets targets = new Targets(stores, to, sources);
    Counting counting = new Counting(listener);
    for (Place source : sources) {
      for (Family family : Items.wanted(source, families)) {
        copy(source, family, targets, counting);
      }
    }
    return new Result(counting.counts, counting.lost);
  }

  private void copy(Place source, Family family, Targets targets, Listener listener) {
    StoreOptions options = Items.options(family, surroundings, ownAddresses);
    try (Store<Item> reading = stores.open(source, options);
        FolderCopy folder =
            new FolderCopy(source, options, targets, stores, zones, surroundings, listener)) {
      Listing listing = reading.list(null);
      for (List<ItemId> ids : Items.batches(listing)) {
        folder.add(reading.read(ids), listing.rows().size());
      }
      folder.finish(reading, listing.rows().size());
    } catch (StoreException e) {
      listener.item(
          new Entry(
              source,
              null,
              "folder " + source.name(),
              Outcome.FAILED,
              String.valueOf(e.getMessage()),
              List.of()));
    }
  }

  /** Hears of a copy while it goes on. */
  public interface Listener {
    /**
     * Items of a folder go into another one.
     *
     * @param items how many there are at most
     */
    default void folder(Place from, Place to, Family family, int items) {}

    default void item(Entry entry) {}
  }

  private static final class Counting implements Listener {
    private final Listener listener;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int lost;

    Counting(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void folder(Place from, Place to, Family family, int items) {
      listener.folder(from, to, family, items);
    }

    @Override
    public void item(Entry entry) {
      counts.merge(entry.outcome(), 1, Integer::sum);
      lost += entry.losses().size();
      listener.item(entry);
    }
  }

  /** What became of one item. */
  public enum Outcome {
    COPIED("copied"),
    ALREADY_THERE("already-there"),
    FAILED("failed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }

  /**
   * One item.
   *
   * @param to null if there is no folder for it
   * @param reason why it failed, or in what it differs from what is there; may be empty
   * @param losses what of it was not copied
   */
  public record Entry(
      Place from,
      @Nullable Place to,
      String title,
      Outcome outcome,
      String reason,
      List<LossLine> losses) {
    public Entry {
      losses = List.copyOf(losses);
    }
  }

  /**
   * How many items had which outcome.
   *
   * @param lost how many values of them were not copied
   */
  public record Result(Map<Outcome, Integer> counts, int lost) {
    public Result {
      counts = Map.copyOf(counts);
    }

    public int count(Outcome outcome) {
      return counts.getOrDefault(outcome, 0);
    }

    public ExitStatus exitStatus() {
      return count(Outcome.FAILED) > 0 ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }
  }

  /** Where folders go to. */
  static final class Targets {
    private final Stores stores;
    private final Endpoint to;
    private final List<Place> sources;
    private final List<Place> places;
    private final boolean one;

    Targets(Stores stores, Endpoint to, List<Place> sources) {
      this.stores = stores;
      this.to = to;
      this.sources = sources;
      List<Place> all = existing(stores, to);
      boolean itself = !all.isEmpty() && all.getFirst().endpoint().equals(to);
      // A directory with items takes them itself, whatever is in it beside them.
      List<Place> found = itself ? List.of(all.getFirst()) : all;
      // Several folders are not poured into one directory: each gets its own in it.
      boolean several = itself && sources.size() > 1 && isEmptyDirectory(found.getFirst());
      this.places = several ? new ArrayList<>() : new ArrayList<>(found);
      this.one = itself && !several;
    }

    // A directory or a data file that is not there is made, if only that is missing.
    private static List<Place> existing(Stores stores, Endpoint to) {
      try {
        return stores.places(to);
      } catch (StoreException e) {
        if (e.reason() == StoreException.Reason.NOT_FOUND && stores.make(to)) {
          return stores.places(to);
        }
        throw e;
      }
    }

    private static boolean isEmptyDirectory(Place place) {
      return place.endpoint() instanceof Endpoint.Directory
          && place.families().size() == Family.values().length;
    }

    /** The folder that takes items of a family from a source; a new one where there is none. */
    Place of(Place source, Family family) {
      if (one) {
        return fitting(places.getFirst(), family);
      }
      List<Place> fitting = places.stream().filter(p -> p.families().contains(family)).toList();
      for (Place place : fitting) {
        if (last(place.name()).equals(last(source.name()))) {
          return place;
        }
      }
      long alike = sources.stream().filter(s -> s.families().contains(family)).count();
      List<Place> writable = fitting.stream().filter(p -> p.readOnly() == null).toList();
      if (alike == 1 && writable.size() == 1) {
        return writable.getFirst();
      }
      Place made = stores.create(to, source.name(), family);
      places.add(made);
      return made;
    }

    private static Place fitting(Place place, Family family) {
      if (!place.families().contains(family)) {
        throw new StoreException(
            StoreException.Reason.NOT_FOUND,
            place.name() + " takes no " + family.label() + "; name a folder that does");
      }
      return place;
    }

    private static String last(String name) {
      return name.substring(name.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    }
  }
}
