package org.tandemsync.dav.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * The items of one family in a calendar or address book. The id of an item is the path of its
 * resource in canonical spelling, its revision the entity tag, or a hash of the content on a server
 * that has no tags.
 */
public final class DavStore implements Store<Item> {
  private final DavClient client;
  private final Family family;
  private final Function<DavCollection, ResourceLens> lenses;
  private final Opening opening;
  private final Spellings spellings = new Spellings();
  private final Halt halt = new Halt();
  private volatile Parts parts;

  /** The batch that fills an empty book. */
  private volatile Future<?> alone = CompletableFuture.completedFuture(List.of());

  /** What does the work, made for the collection as it is known. */
  private record Parts(
      DavCollection collection,
      ResourceLens lens,
      CollectionListing listing,
      ResourceReader reader,
      ResourceWriter writer,
      MovedMembers moved,
      WholeBook whole,
      ListMembers members) {}

  private DavStore(
      DavClient client,
      Opening opening,
      Family family,
      Function<DavCollection, ResourceLens> lenses) {
    this.client = client;
    this.family = family;
    this.lenses = lenses;
    this.opening = opening;
    this.parts = parts(opening.collection());
  }

  private Parts parts(DavCollection collection) {
    ResourceLens lens = lenses.apply(collection);
    ResourceReader reader = new ResourceReader(client, collection, family);
    ListedNames names = new ListedNames(client, collection, reader);
    CollectionListing listing =
        new CollectionListing(client, collection, family, spellings, names, reader);
    ListMembers members = new ListMembers(collection, reader, lens, this::everything);
    SafeWrite safely = new SafeWrite(client, opening, reader, spellings, halt);
    MovedMembers moved = new MovedMembers(client, collection, family, lens, reader);
    ResourceWriter writer =
        new ResourceWriter(
            client, collection, lens, reader, members, spellings, halt, safely, moved);
    WholeBook whole =
        new WholeBook(client, collection, lens, writer, spellings, halt, opening.memory());
    return new Parts(collection, lens, listing, reader, writer, moved, whole, members);
  }

  /**
   * Asks the server for the collection and opens it.
   *
   * @param client used by the store, not closed by it
   * @param lens of the family
   * @throws StoreException if it is not there, or does not take items of this family
   */
  public static DavStore open(DavClient client, Href at, Family family, ResourceLens lens) {
    return open(client, at, family, collection -> lens);
  }

  /** The same with a lens that suits the collection. */
  public static DavStore open(
      DavClient client, Href at, Family family, Function<DavCollection, ResourceLens> lens) {
    return open(client, Opening.ask(client, at), family, CollectionMemory.NONE, lens);
  }

  /**
   * The same with a collection that was asked for a moment ago.
   *
   * @param memory for what it turns out to be later
   */
  public static DavStore open(
      DavClient client,
      DavCollection collection,
      Family family,
      CollectionMemory memory,
      Function<DavCollection, ResourceLens> lens) {
    return new DavStore(client, Opening.asked(client, family, memory, collection), family, lens);
  }

  /**
   * The same with a collection that was asked for in an earlier run. It is asked again before
   * anything that rests on it, unless a listing of changes shows that it is there.
   */
  public static DavStore reopen(
      DavClient client,
      DavCollection remembered,
      Family family,
      CollectionMemory memory,
      Function<DavCollection, ResourceLens> lens) {
    return new DavStore(
        client, Opening.remembered(client, family, memory, remembered), family, lens);
  }

  @Override
  public StoreTraits traits() {
    DavCollection collection = parts.collection();
    return new StoreTraits(
        collection.name(),
        collection.writable() ? null : "the account may only read " + collection.url());
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    return asking(
        () -> {
          Listing listing = listing(since);
          parts.whole().listed(listing);
          return listing;
        });
  }

  private Listing listing(@Nullable Checkpoint since) {
    if (opening.isCertain()) {
      return parts.listing().list(since, false);
    }
    CollectionListing.Since changes = parts.listing().since(since);
    switch (changes) {
      case CollectionListing.Since.Changes(Listing listing) -> {
        opening.confirmed();
        return listing;
      }
      case CollectionListing.Since.Doubtful doubtful -> {
        parts = parts(opening.ask(doubtful.answer()));
        return parts.listing().list(since, doubtful.refused());
      }
    }
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return listed;
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    return certain(
        () -> {
          Href at = parts.collection().href();
          List<ItemId> here = ids.stream().filter(id -> at.holds(spellings.href(id))).toList();
          List<Resource> seen = parts.reader().listed(here.stream().map(spellings::href).toList());
          Map<ItemId, Resource> resources = new HashMap<>();
          for (int i = 0; i < here.size(); i++) {
            resources.put(here.get(i), seen.get(i));
          }
          List<Found<Item>> found = new ArrayList<>(ids.size());
          for (ItemId id : ids) {
            found.add(found(id, resources.get(id)));
          }
          return withMembers(found);
        });
  }

  /** Lists with the names and addresses of members that they know by UID or file only. */
  private List<Found<Item>> withMembers(List<Found<Item>> found) {
    List<DistributionList> lists = new ArrayList<>();
    for (Found<Item> one : found) {
      if (one instanceof Found.Present<Item> present) {
        parts.members().saw(spellings.href(one.id()), present.replica().item());
        if (present.replica().item() instanceof DistributionList list) {
          lists.add(list);
        }
      }
    }
    if (lists.isEmpty()) {
      return found;
    }
    parts.members().find(lists);
    return found.stream().map(this::withMembers).toList();
  }

  private Found<Item> withMembers(Found<Item> found) {
    return found instanceof Found.Present<Item>(Replica<Item> r)
        ? new Found.Present<>(r.with(parts.members().asRead(r.item()), r.losses()))
        : found;
  }

  private List<Href> everything() {
    return parts.listing().list(null, false).rows().stream()
        .map(row -> spellings.href(row.id()))
        .toList();
  }

  private Found<Item> found(ItemId id, @Nullable Resource resource) {
    return switch (resource) {
      case null ->
          new Found.Unreadable<>(id, null, id.value(), "it is not in " + parts.collection().url());
      case Resource.Missing missing -> new Found.Absent<>(id);
      case Resource.Unclear unclear ->
          new Found.Unreadable<>(
              id,
              unclear.etag().map(t -> new Revision(t.text())).orElse(null),
              spellings.href(id).title(),
              unclear.reason());
      case Resource.There there -> understood(id, there);
    };
  }

  private Found<Item> understood(ItemId id, Resource.There there) {
    return switch (parts.lens().get(there.text())) {
      case ResourceLens.Reading.Understood u ->
          new Found.Present<>(
              new Replica<>(
                  id,
                  there.revision(),
                  u.item(),
                  stamp(u),
                  LensLosses.reading(u.losses()),
                  there.text()));
      case ResourceLens.Reading.Foreign foreign -> new Found.Foreign<>(id, there.revision());
      case ResourceLens.Reading.Broken broken ->
          new Found.Unreadable<>(
              id,
              there.revision(),
              broken.title().isBlank() ? there.href().title() : broken.title(),
              broken.reason());
    };
  }

  private static @Nullable Stamp stamp(ResourceLens.Reading.Understood understood) {
    String text = understood.stamp();
    return text == null ? null : Stamp.parse(text).orElse(null);
  }

  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    return certain(
        () -> {
          String readOnly = traits().readOnly();
          if (readOnly != null) {
            return effects.stream().<Written>map(e -> new Written.Refused(readOnly)).toList();
          }
          parts.members().find(ListMembers.written(effects));
          return halt.batch(
              () ->
                  parts.whole().takes(effects)
                      ? parts.whole().write(effects, rest -> parts.writer().write(rest))
                      : parts.writer().write(effects));
        });
  }

  @Override
  public boolean gathers(List<Effect<Item>> creates) {
    return parts.whole().mayBeEmpty() && certain(() -> parts.whole().gathers(creates));
  }

  /**
   * The server's work, which is most of it, goes on meanwhile. What fills an empty book is alone:
   * anything else that is written would make it go one by one.
   */
  @Override
  public Writing begin(List<Effect<Item>> effects) {
    Future<?> before = alone;
    FutureTask<List<Written>> work =
        new FutureTask<>(
            () -> {
              Parallel.await(before);
              return write(effects);
            });
    if (parts.whole().mayBeEmpty() && certain(() -> parts.whole().takes(effects))) {
      alone = work;
    }
    Parallel.start(work);
    return () -> Parallel.outcome(work);
  }

  @Override
  public List<Lost> losses(Effect<Item> effect) {
    return new LensLosses(parts.lens()).expected(effect);
  }

  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    return certain(
        () -> {
          List<Effect.Create<Item>> asked = List.copyOf(creates);
          List<Resource> seen =
              parts.reader().bodies(asked.stream().map(parts.writer()::newHref).toList());
          Map<Stamp, Replica<Item>> located = new HashMap<>();
          boolean mayBeMoved = parts.moved().mayBeAmong(asked);
          for (int i = 0; i < asked.size(); i++) {
            Stamp stamp = asked.get(i).stamp();
            if (seen.get(i) instanceof Resource.There there
                && understood(spellings.id(there.href()), there)
                    instanceof Found.Present<Item> present) {
              located.put(stamp, present.replica());
            } else if (mayBeMoved && MovedMembers.isMadeAgain(asked.get(i))) {
              moved(asked.get(i)).ifPresent(replica -> located.put(stamp, replica));
            }
          }
          return located;
        });
  }

  private Optional<Replica<Item>> moved(Effect.Create<Item> create) {
    return parts
        .moved()
        .other(parts.writer().newHref(create), create.uid())
        .map(there -> understood(spellings.id(there.href()), there))
        .flatMap(
            found ->
                found instanceof Found.Present<Item>(Replica<Item> replica)
                    ? Optional.of(replica)
                    : Optional.empty());
  }

  /** Asks what rests on the collection being what it is thought to be. */
  private <R> R certain(Supplier<R> question) {
    return asking(
        () -> {
          makeCertain();
          return question.get();
        });
  }

  /** Asks once, also where several batches are begun. */
  private synchronized void makeCertain() {
    if (!opening.isCertain()) {
      parts = parts(opening.ask());
    }
  }

  private <R> R asking(Supplier<R> question) {
    halt.check();
    try {
      return question.get();
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  @Override
  public void close() {
    // Nothing is kept back; the client belongs to the account.
  }
}
