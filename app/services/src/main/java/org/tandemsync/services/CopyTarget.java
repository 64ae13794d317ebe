package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Store;

/**
 * Where the items of a folder are copied to, and what is there already. Each item that is there
 * stands for one of the source and no more: two alike remain two.
 */
final class CopyTarget {
  private final Place place;
  private final Store<Item> store;
  private final ItemsKind kind;
  private final Map<String, List<There>> unclaimed = new HashMap<>();
  private final Map<String, Integer> contents = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private record There(ItemId id, String content) {}

  /** Looks at all that is there. */
  CopyTarget(Place place, Store<Item> store, ItemsKind kind) {
    this.place = place;
    this.store = store;
    this.kind = kind;
    for (List<ItemId> ids : Items.batches(store.list(null))) {
      for (Found<Item> found : store.read(ids)) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
          note(replica);
        }
      }
    }
  }

  private void note(Replica<Item> replica) {
    String content = content(replica.item());
    contents.merge(content, 1, Integer::sum);
    kind.uid(replica.item())
        .ifPresent(
            uid -> {
              taken.add(uid);
              unclaimed
                  .computeIfAbsent(uid, same -> new ArrayList<>())
                  .add(new There(replica.id(), content));
            });
  }

  /** What nobody could tell apart, or "" for what has no name. */
  private String content(Item item) {
    return kind.contentKey(item).orElse("");
  }

  Place place() {
    return place;
  }

  Store<Item> store() {
    return store;
  }

  /** The item with this UID that stands for no other one yet; it stands for this one now. */
  Optional<ItemId> claim(String uid, Item item) {
    List<There> same = unclaimed.getOrDefault(uid, List.of());
    if (same.isEmpty()) {
      return Optional.empty();
    }
    String content = content(item);
    There there =
        same.stream().filter(t -> t.content().equals(content)).findFirst().orElse(same.getFirst());
    same.remove(there);
    contents.merge(there.content(), -1, Integer::sum);
    return Optional.of(there.id());
  }

  /** Whether something that looks the same stands for no other item yet. */
  boolean hasAlike(Item item) {
    String content = content(item);
    return !content.isEmpty() && contents.getOrDefault(content, 0) > 0;
  }

  /** What looks the same stands for this item now. */
  void claimAlike(Item item) {
    contents.merge(content(item), -1, Integer::sum);
  }

  /** Whether nothing had this UID; now something has. */
  boolean take(String uid) {
    return taken.add(uid);
  }

  /**
   * The resource that is to be made again with all that no item can hold, or null where a new one
   * is made of the item.
   */
  @Nullable String original(Replica<Item> item) {
    String original = item.original();
    // Who the members of a list are stands in other resources, which may be called otherwise here.
    if (original == null || item.item().type() == ItemType.DISTRIBUTION_LIST) {
      return null;
    }
    return switch (place.endpoint()) {
      case Endpoint.Directory _ -> original;
      case Endpoint.Dav _ -> isForServers(item.item(), original) ? original : null;
      case Endpoint.Pst _, Endpoint.Desktop _ -> null;
    };
  }

  /**
   * A server would invite the guests of a meeting once more (RFC 6638 3.2.1), and need not take a
   * card in another version than 3.0 (RFC 6352 6.3.2).
   */
  private static boolean isForServers(Item item, String original) {
    String text = original.toUpperCase(Locale.ROOT);
    return switch (item) {
      case Appointment a ->
          a.meeting().status() == MeetingStatus.NON_MEETING && !text.contains("\nATTENDEE");
      case Contact _ -> text.contains("\nVERSION:3.0");
      default -> !text.contains("\nATTENDEE");
    };
  }
}
