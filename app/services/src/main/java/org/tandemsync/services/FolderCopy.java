package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.services.Copy.Outcome;
import org.tandemsync.services.json.LossLine;
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
  private final List<ItemId> doubtful = new ArrayList<>();
  private @Nullable CopyTarget target;

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

  /**
   * Copies some items. Distribution lists wait for {@link #finish}: their members are to be there.
   * So does what looks like something that is there: that may be another one of the source, known
   * by its UID.
   *
   * @param all how many the folder holds
   */
  void add(List<Found<Item>> batch, int all) {
    List<Replica<Item>> items = new ArrayList<>();
    for (Replica<Item> item : present(batch)) {
      boolean list = item.item().type() == ItemType.DISTRIBUTION_LIST;
      (list ? lists : items).add(item);
    }
    copy(items, all, false);
  }

  private List<Replica<Item>> present(List<Found<Item>> batch) {
    List<Replica<Item>> items = new ArrayList<>();
    for (Found<Item> found : batch) {
      switch (found) {
        case Found.Present<Item> present -> items.add(present.replica());
        case Found.Unreadable<Item> broken ->
            tell(null, broken.title(), Outcome.FAILED, broken.reason());
        case Found.Absent<Item> gone -> {}
        case Found.Foreign<Item> other -> {}
      }
    }
    return items;
  }

  /** Copies what had to wait; the lists last. */
  void finish(Store<Item> from, int all) {
    decide(from, all);
    for (int at = 0; at < lists.size(); at += Items.BATCH) {
      copy(lists.subList(at, Math.min(lists.size(), at + Items.BATCH)), all, false);
    }
    lists.clear();
    decide(from, all);
  }

  /** By now each item with a known UID has found its own: what is left may stand for others. */
  private void decide(Store<Item> from, int all) {
    List<ItemId> waiting = List.copyOf(doubtful);
    doubtful.clear();
    for (int at = 0; at < waiting.size(); at += Items.BATCH) {
      List<ItemId> ids = waiting.subList(at, Math.min(waiting.size(), at + Items.BATCH));
      copy(present(from.read(ids)), all, true);
    }
  }

  private void copy(List<Replica<Item>> items, int all, boolean last) {
    if (items.isEmpty()) {
      return;
    }
    CopyTarget into = target == null ? open(all) : target;
    target = into;
    List<Making> creates = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    for (Replica<Item> item : items) {
      Optional<ItemId> same = same(into, item);
      if (same.isPresent()) {
        known.add(new Known(item, same.get()));
      } else if (!into.hasAlike(item.item())) {
        creates.add(new Making(item, create(into, item)));
      } else if (last) {
        into.claimAlike(item.item());
        tell(into.place(), title(item), Outcome.ALREADY_THERE, "");
      } else {
        doubtful.add(item.id());
      }
    }
    compare(into, known);
    write(into, creates);
  }

  /** An item of the source and the one of the target that it is. */
  private record Known(Replica<Item> item, ItemId there) {}

  /** An item of the source and what makes it in the target. */
  private record Making(Replica<Item> item, Effect.Create<Item> create) {

    /** What goes there as it is loses nothing by being read. */
    Set<Lost> losses(List<Lost> writing) {
      Set<Lost> losses = new LinkedHashSet<>(create.original() == null ? item.losses() : List.of());
      losses.addAll(writing);
      return losses;
    }

    /** The same made of the item alone: not every server takes what another one held. */
    Making plainly() {
      return new Making(
          item, new Effect.Create<>(create.uid(), create.item(), create.stamp(), create.title()));
    }
  }

  /** What an earlier copy made of the item, or what has its UID. */
  private Optional<ItemId> same(CopyTarget into, Replica<Item> item) {
    return into.claim(ownUid(item), item.item())
        .or(() -> kind.uid(item.item()).flatMap(uid -> into.claim(uid, item.item())));
  }

  private CopyTarget open(int all) {
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
    try {
      return new CopyTarget(place, store, kind);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** For an item without a UID, or whose UID another one has: the same whenever it is copied. */
  private String ownUid(Replica<Item> item) {
    return SeededIdentities.uid(source.identity(), item.id());
  }

  private Effect.Create<Item> create(CopyTarget into, Replica<Item> item) {
    String uid = kind.uid(item.item()).filter(into::take).orElseGet(() -> ownUid(item));
    into.take(uid);
    LinkId link =
        new LinkId("copy-" + HexFormat.of().toHexDigits(surroundings.random().nextLong()));
    String original = uid.equals(item.item().uid()) ? into.original(item) : null;
    return new Effect.Create<>(
        uid, item.item().withUid(uid), new Stamp(link, 1), title(item), original);
  }

  /** Says in what items that are there already differ from those that were to be copied. */
  private void compare(CopyTarget into, List<Known> known) {
    List<ItemId> ids = known.stream().map(Known::there).toList();
    List<Found<Item>> there = ids.isEmpty() ? List.of() : into.store().read(ids);
    for (int i = 0; i < there.size(); i++) {
      Replica<Item> item = known.get(i).item();
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

  private void write(CopyTarget into, List<Making> creates) {
    if (creates.isEmpty()) {
      return;
    }
    List<Written> outcomes =
        into.store().write(creates.stream().<Effect<Item>>map(Making::create).toList());
    List<Making> unanswered = new ArrayList<>();
    List<Making> plainly = new ArrayList<>();
    for (int i = 0; i < creates.size(); i++) {
      Making made = creates.get(i);
      switch (outcomes.get(i)) {
        case Written.Done done -> copied(into, made, done.losses());
        case Written.Exists exists -> exists(into, made, exists);
        case Written.Refused _ when made.create().original() != null -> plainly.add(made.plainly());
        case Written.Refused refused -> failed(into, made, refused.reason());
        case Written.NotDone not -> failed(into, made, not.reason());
        case Written.Stale _ -> failed(into, made, "somebody else wrote it at the same time");
        case Written.Gone _ -> failed(into, made, "the folder is gone");
        case Written.Unknown _ -> unanswered.add(made);
      }
    }
    settle(into, unanswered);
    write(into, plainly);
  }

  private void copied(CopyTarget into, Making made, List<Lost> writing) {
    List<Lost> losses = List.copyOf(made.losses(writing));
    tell(into.place(), made.create().title(), Outcome.COPIED, "", losses);
  }

  private void failed(CopyTarget into, Making made, String reason) {
    tell(into.place(), made.create().title(), Outcome.FAILED, reason);
  }

  /** Somebody has made it meanwhile; or something else is in its place, then it is not there. */
  private void exists(CopyTarget into, Making made, Written.Exists exists) {
    ItemId at = exists.at();
    boolean same =
        at == null
            || (into.store().read(List.of(at)).getFirst()
                    instanceof Found.Present<Item>(Replica<Item> there)
                && there.item().uid().equals(made.create().uid()));
    if (same) {
      tell(into.place(), made.create().title(), Outcome.ALREADY_THERE, exists.reason());
    } else {
      failed(
          into,
          made,
          exists.reason()
              + ", and it holds something else; rename or remove that, then copy again");
    }
  }

  /** An answer was lost: only a look tells whether the item is there. */
  private void settle(CopyTarget into, List<Making> unanswered) {
    if (unanswered.isEmpty()) {
      return;
    }
    Map<Stamp, Replica<Item>> found =
        into.store().locate(unanswered.stream().map(Making::create).toList());
    for (Making made : unanswered) {
      if (found.containsKey(made.create().stamp())) {
        copied(into, made, into.store().losses(made.create()));
      } else {
        failed(into, made, "no answer came and it is not there; copy again");
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
