package org.tandemsync.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.services.DuplicateGroup.Twin;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * Finds the items of one side that are the same in every field, also in those that the profile
 * excludes: deleting removes all of an item. Remembers a digest of each item; bodies are held only
 * of those whose digests are equal, and these are compared field by field.
 *
 * @param linked the items that are linked, or will be by the next sync
 */
record DuplicateSearch(ItemKind<Item> kind, Side side, Map<ItemId, Tie> linked) {

  /**
   * What ties an item to one of the other side.
   *
   * @param link null if the next sync makes it
   * @param settled whether the partner is there and nothing is pending between the two
   */
  record Tie(@Nullable LinkId link, boolean settled) {}

  private static final String NOT_HERE = "it cannot be deleted here: ";

  /** Its occurrences have UIDs and times of their own, which are no fields: compared later. */
  private static final String EXCEPTIONS = "exceptions";

  /**
   * The groups, in the order of the listing.
   *
   * @param unreadable hears of items that cannot be compared
   */
  List<DuplicateGroup> groups(
      Store<Item> store, Listing listing, Consumer<Found.Unreadable<Item>> unreadable) {
    Map<Integer, List<ItemId>> alike = new LinkedHashMap<>();
    for (List<ItemId> ids : Items.batches(listing)) {
      for (Found<Item> found : store.read(ids)) {
        switch (found) {
          case Found.Present<Item>(Replica<Item> replica) -> {
            if (kind.includes(side, replica.item())) {
              alike
                  .computeIfAbsent(digest(replica.item()), d -> new ArrayList<>())
                  .add(replica.id());
            }
          }
          case Found.Unreadable<Item> broken -> unreadable.accept(broken);
          case Found.Absent<Item> gone -> {}
          case Found.Foreign<Item> other -> {}
        }
      }
    }
    alike.values().removeIf(ids -> ids.size() < 2);
    List<DuplicateGroup> groups = new ArrayList<>();
    for (List<ItemId> ids : alike.values()) {
      for (Equals equals : compared(store, ids)) {
        if (equals.members.size() > 1) {
          groups.add(group(equals, store.traits().readOnly()));
        }
      }
    }
    return groups;
  }

  /**
   * Equal items have the same one; others rarely, and they are compared before anything follows.
   */
  private static int digest(Item item) {
    Set<String> names = new LinkedHashSet<>(Fields.of(item.type()).names());
    names.remove(EXCEPTIONS);
    Item plain = Projection.overlay(Fields.of(item.type()).blank(), item, names);
    return plain.hashCode();
  }

  /** Items that are equal to the first of them. */
  private record Equals(Item first, List<Member> members) {}

  /** What counts of an item without its body. */
  private record Member(
      ItemId id, @Nullable Revision revision, @Nullable Instant modified, String obstacle) {}

  private List<Equals> compared(Store<Item> store, List<ItemId> ids) {
    List<Equals> classes = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Items.BATCH) {
      List<ItemId> batch = ids.subList(from, Math.min(ids.size(), from + Items.BATCH));
      for (Found<Item> found : store.read(batch)) {
        if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
          Item item = replica.item();
          Equals equals =
              classes.stream().filter(c -> same(c.first, item)).findFirst().orElse(null);
          if (equals == null) {
            equals = new Equals(item, new ArrayList<>());
            classes.add(equals);
          }
          equals.members.add(member(replica));
        }
      }
    }
    return classes;
  }

  private static boolean same(Item a, Item b) {
    return Projection.EVERYTHING.differing(a, b).isEmpty()
        && Projection.EVERYTHING.differing(b, a).isEmpty();
  }

  private Member member(Replica<Item> replica) {
    return new Member(
        replica.id(), replica.revision(), replica.item().modified(), obstacle(replica));
  }

  /** Why an item is not deleted even if it is not in step, or "". */
  private String obstacle(Replica<Item> replica) {
    if (replica.revision() == null) {
      return "its revision is not known, so that a change of it could be missed";
    }
    if (!replica.losses().isEmpty()) {
      return "it holds something that cannot be compared: " + replica.losses().getFirst().text();
    }
    // RFC 6638: a server may send cancellations when the organizer's copy goes, else a refusal.
    return side == Side.RIGHT
            && replica.item() instanceof Appointment meeting
            && !meeting.attendees().isEmpty()
        ? "the server may write to those who take part; delete it there yourself"
        : "";
  }

  /**
   * Among linked ones this is what both sides know alike: each would else keep the one that was
   * changed first there, and whoever deletes the others on both sides has deleted all of them.
   */
  private @Nullable String link(Member member) {
    Tie tie = linked.get(member.id);
    return tie == null || tie.link == null ? null : tie.link.value();
  }

  /** What is in step has no reason yet: it depends on the other side. */
  private DuplicateGroup group(Equals equals, @Nullable String readOnly) {
    List<Member> members =
        equals.members.stream()
            .sorted(
                Comparator.comparing((Member m) -> !linked.containsKey(m.id))
                    .thenComparing(this::link, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Member::modified, Comparator.nullsLast(Instant::compareTo))
                    .thenComparing(m -> m.id.value()))
            .toList();
    boolean unsettled =
        members.stream().map(m -> linked.get(m.id)).anyMatch(tie -> tie != null && !tie.settled);
    List<Twin> twins = new ArrayList<>();
    for (Member member : members) {
      boolean inStep = linked.containsKey(member.id);
      String reason =
          unsettled
              ? "one of them is not in step; sync first"
              : inStep ? "" : readOnly == null ? member.obstacle : NOT_HERE + readOnly;
      Fate fate =
          twins.isEmpty() ? Fate.KEPT : reason.isEmpty() && !inStep ? Fate.EXTRA : Fate.LEFT;
      twins.add(new Twin(member.id, member.revision, fate, fate == Fate.LEFT ? reason : ""));
    }
    return new DuplicateGroup(side, equals.first.type(), kind.title(equals.first), twins);
  }
}
