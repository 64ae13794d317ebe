package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.services.Copy.Outcome;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * The copy of one folder. The target is chosen, or made, when the first item is to go there: empty
 * folders leave nothing behind.
 */
final class FolderCopy implements AutoCloseable {
  private final Place source;
  private final StoreOptions options;
  private final Family family;
  private final Copy.Targets targets;
  private final Stores stores;
  private final Surroundings surroundings;
  private final Copy.Listener listener;
  private final ItemsKind kind;
  private final List<Replica<Item>> lists = new ArrayList<>();
  private @Nullable Target target;

  FolderCopy(
      Place source,
      StoreOptions options,
      Copy.Targets targets,
      Stores stores,
      ZoneNames zones,
      Surroundings surroundings,
      Copy.Listener listener) {
    this.source = source;
    this.options = options;
    this.family = options.family();
    this.targets = targets;
    this.stores = stores;
    this.surroundings = surroundings;
    this.listener = listener;
    this.kind = new ItemsKind(Projection.EVERYTHING, zones);
  }

  /** Where the items go, and what is there already: their UIDs, and how many of each content. */
  private record Target(
      Place place, Store<Item> store, Map<String, ItemId> uids, Map<String, Integer> contents) {}

  /**
   * Copies some items. Distribution lists wait for {@link #finish}: their members are to be there.
   *
   * @param all how many the folder holds
   */
  void add(List<Found<Item>> batch, int all) {
    List<Replica<Item>> items = new ArrayList<>();
    for (Found<Item> found : batch) {
      switch (found) {
        case Found.Present<Item> present -> {
          boolean list = present.replica().item().type() == ItemType.DISTRIBUTION_LIST;
          (list ? lists : items).add(present.replica());
        }
        case Found.Unreadable<Item> broken ->
            tell(null, broken.title(), Outcome.FAILED, broken.reason());
        case Found.Absent<Item> gone -> {}
        case Found.Foreign<Item> other -> {}
      }
    }
    copy(items, all);
  }

  /** Copies the lists, now that the contacts are there. */
  void finish(int all) {
    for (int from = 0; from < lists.size(); from += Items.BATCH) {
      copy(lists.subList(from, Math.min(lists.size(), from + Items.BATCH)), all);
    }
    lists.clear();
  }

  private void copy(List<Replica<Item>> items, int all) {
    if (items.isEmpty()) {
      return;
    }
    Target into = target == null ? open(all) : target;
    target = into;
    List<Effect.Create<Item>> creates = new ArrayList<>();
    Map<Stamp, List<Lost>> reading = new HashMap<>();
    List<Replica<Item>> known = new ArrayList<>();
    for (Replica<Item> item : items) {
      String uid = uid(item);
      if (into.uids().containsKey(uid)) {
        known.add(item);
      } else if (there(into, item.item())) {
        tell(into.place(), title(item), Outcome.ALREADY_THERE, "");
      } else {
        into.uids().put(uid, item.id());
        Effect.Create<Item> create = create(item, uid);
        creates.add(create);
        reading.put(create.stamp(), item.losses());
      }
    }
    compare(into, known);
    write(into, creates, reading);
  }

  private Target open(int all) {
    Place place = targets.of(source, family);
    if (place.readOnly() != null) {
      throw new StoreException(
          StoreException.Reason.UNAUTHORIZED,
          place.name() + " cannot be written: " + place.readOnly());
    }
    if (place.identity().equals(source.identity())) {
      throw new StoreException(
          StoreException.Reason.BUSY, place.name() + " cannot be copied into itself");
    }
    listener.folder(source, place, family, all);
    Store<Item> store = stores.open(place, options);
    Target opened = new Target(place, store, new HashMap<>(), new HashMap<>());
    target = opened;
    for (List<ItemId> ids : Items.batches(store.list(null))) {
      for (Found<Item> found : store.read(ids)) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
          kind.uid(replica.item()).ifPresent(uid -> opened.uids().put(uid, replica.id()));
          kind.contentKey(replica.item())
              .ifPresent(key -> opened.contents().merge(key, 1, Integer::sum));
        }
      }
    }
    return opened;
  }

  /** Each item that is there stands for one that comes: two alike remain two. */
  private boolean there(Target into, Item item) {
    return kind.contentKey(item)
        .filter(
            key -> {
              int count = into.contents().getOrDefault(key, 0);
              if (count > 0) {
                into.contents().put(key, count - 1);
              }
              return count > 0;
            })
        .isPresent();
  }

  private String uid(Replica<Item> item) {
    return kind.uid(item.item())
        .orElseGet(() -> SeededIdentities.uid(source.identity(), item.id()));
  }

  private Effect.Create<Item> create(Replica<Item> item, String uid) {
    LinkId link =
        new LinkId("copy-" + HexFormat.of().toHexDigits(surroundings.random().nextLong()));
    return new Effect.Create<>(uid, item.item().withUid(uid), new Stamp(link, 1), title(item));
  }

  /** Says in what items that are there already differ from those that were to be copied. */
  private void compare(Target into, List<Replica<Item>> known) {
    List<ItemId> ids =
        known.stream().map(item -> into.uids().getOrDefault(uid(item), item.id())).toList();
    List<Found<Item>> there = ids.isEmpty() ? List.of() : into.store().read(ids);
    for (int i = 0; i < there.size(); i++) {
      Replica<Item> item = known.get(i);
      Set<String> differing =
          there.get(i) instanceof Found.Present<Item>(Replica<Item> other)
              ? kind.differing(item.item(), other.item())
              : Set.of();
      tell(
          into.place(),
          title(item),
          Outcome.ALREADY_THERE,
          differing.isEmpty()
              ? ""
              : "it differs in " + String.join(", ", differing) + " and was left as it is");
    }
  }

  private void write(
      Target into, List<Effect.Create<Item>> creates, Map<Stamp, List<Lost>> reading) {
    if (creates.isEmpty()) {
      return;
    }
    List<Written> outcomes = into.store().write(List.copyOf(creates));
    List<Effect.Create<Item>> unanswered = new ArrayList<>();
    for (int i = 0; i < creates.size(); i++) {
      String title = creates.get(i).title();
      switch (outcomes.get(i)) {
        case Written.Done done -> copied(into, creates.get(i), done.losses(), reading);
        case Written.Exists exists ->
            tell(into.place(), title, Outcome.ALREADY_THERE, exists.reason());
        case Written.Refused refused -> tell(into.place(), title, Outcome.FAILED, refused.reason());
        case Written.NotDone not -> tell(into.place(), title, Outcome.FAILED, not.reason());
        case Written.Stale stale ->
            tell(into.place(), title, Outcome.FAILED, "somebody else wrote it at the same time");
        case Written.Gone gone -> tell(into.place(), title, Outcome.FAILED, "the folder is gone");
        case Written.Unknown unknown -> unanswered.add(creates.get(i));
      }
    }
    settle(into, unanswered, reading);
  }

  private void copied(
      Target into, Effect.Create<Item> create, List<Lost> writing, Map<Stamp, List<Lost>> reading) {
    Set<Lost> losses = new LinkedHashSet<>(reading.getOrDefault(create.stamp(), List.of()));
    losses.addAll(writing);
    tell(into.place(), create.title(), Outcome.COPIED, "", List.copyOf(losses));
  }

  /** An answer was lost: only a look tells whether the item is there. */
  private void settle(
      Target into, List<Effect.Create<Item>> unanswered, Map<Stamp, List<Lost>> reading) {
    if (unanswered.isEmpty()) {
      return;
    }
    Map<Stamp, Replica<Item>> found = into.store().locate(unanswered);
    for (Effect.Create<Item> create : unanswered) {
      if (found.containsKey(create.stamp())) {
        copied(into, create, into.store().losses(create), reading);
      } else {
        tell(
            into.place(),
            create.title(),
            Outcome.FAILED,
            "no answer came and it is not there; copy again");
      }
    }
  }

  private String title(Replica<Item> item) {
    return kind.title(item.item());
  }

  private void tell(@Nullable Place to, String title, Outcome outcome, String reason) {
    tell(to, title, outcome, reason, List.of());
  }

  private void tell(
      @Nullable Place to, String title, Outcome outcome, String reason, List<Lost> losses) {
    listener.item(new Copy.Entry(source, to, title, outcome, reason, LossLine.of("", losses)));
  }

  @Override
  public void close() {
    if (target != null) {
      target.store().close();
    }
  }
}
