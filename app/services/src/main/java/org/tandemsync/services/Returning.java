package org.tandemsync.services;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.TakingBack.Step;
import org.tandemsync.services.Undo.Fate;
import org.tandemsync.services.Undo.Line;
import org.tandemsync.sync.Age;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;

/**
 * Decides how deleted items of one side come back. A folder of Outlook may hold several items with
 * one UID: what is found by the UID of a deleted one need not be that one.
 */
record Returning(TakingBack all) {
  private static final String TAKEN =
      "an item with its UID is there and holds something else; --force makes this one again beside"
          + " it, with a UID of its own";

  /** The steps of those deletions of which it is kept what the item held. */
  Map<Version, Step> decide(Collection<Version> versions) {
    Map<Version, Effect.Create<Item>> creates = new HashMap<>();
    for (Version version : versions) {
      Item before = version.kind() == Version.Kind.DELETED ? all.kept(version).before() : null;
      if (before != null) {
        creates.put(version, create(version, uid(version, before)));
      }
    }
    Map<Version, Replica<Item>> there = located(creates);
    Set<ItemId> older = linkedBefore(there);
    Map<Version, Step> steps = new HashMap<>();
    Map<Version, Effect.Create<Item>> beside = new HashMap<>();
    creates.forEach(
        (version, create) -> {
          Replica<Item> found = there.get(version);
          if (found == null) {
            steps.put(version, made(version, create));
          } else if (isAnother(version, found, older)) {
            beside.put(version, create(version, ownUid(version)));
          } else if (isIt(version, create, found)) {
            steps.put(version, TakingBack.nothing(version, Fate.UNCHANGED, "it is there"));
          } else if (all.force()) {
            beside.put(version, create(version, ownUid(version)));
          } else {
            steps.put(version, TakingBack.nothing(version, Fate.LEFT, TAKEN));
          }
        });
    Map<Version, Replica<Item>> again = located(beside);
    beside.forEach(
        (version, create) ->
            steps.put(
                version,
                again.containsKey(version)
                    ? TakingBack.nothing(version, Fate.UNCHANGED, "it is there")
                    : made(version, create)));
    return steps;
  }

  /** The UID with which the item of a version comes back. */
  String uid(Version version, Item before) {
    return all.kind().uid(before).orElseGet(() -> all.identities().uid(all.side(), version.id()));
  }

  Effect.Create<Item> create(Version version, String uid) {
    History.Kept kept = all.kept(version);
    Item before = Objects.requireNonNull(kept.before());
    return new Effect.Create<>(
        uid,
        before.withUid(uid),
        // not the first: it is not new, and may be there under another name
        new Stamp(all.identities().newLink(), 2),
        version.title(),
        kept.original());
  }

  /** The same each time: one that came back so is found again. */
  String ownUid(Version version) {
    return all.identities()
        .uid(
            all.side(),
            new ItemId("undone/" + version.number().text() + "/" + version.id().value()));
  }

  private static Step made(Version version, Effect.Create<Item> create) {
    return new Step(version, new Line(version, Fate.RESTORED, List.of(), ""), create, null, null);
  }

  Map<Version, Replica<Item>> located(Map<Version, Effect.Create<Item>> creates) {
    Map<Version, Replica<Item>> located = new HashMap<>();
    if (!creates.isEmpty()) {
      Map<Stamp, Replica<Item>> there = all.store().locate(creates.values());
      creates.forEach(
          (version, create) -> {
            Replica<Item> found = there.get(create.stamp());
            if (found != null) {
              located.put(version, found);
            }
          });
    }
    return located;
  }

  /** Of those that were found the ones that were in step before the deletion. */
  Set<ItemId> linkedBefore(Map<Version, Replica<Item>> there) {
    Map<ItemId, Long> deletions = new HashMap<>();
    there.forEach(
        (version, found) -> {
          if (!found.id().equals(version.id())) {
            deletions.merge(found.id(), version.number().run(), Math::min);
          }
        });
    Set<ItemId> older = new HashSet<>();
    if (!deletions.isEmpty()) {
      Map<LinkId, Age> ages = all.ledger().ages();
      for (LinkHead head : all.ledger().heads()) {
        ItemId id = head.side(all.side()).id();
        Long deletion = deletions.get(id);
        Age age = ages.get(head.id());
        if (deletion != null && age != null && age.made() != 0 && age.made() < deletion) {
          older.add(id);
        }
      }
    }
    return older;
  }

  /** Whether it is known to have been there beside the one that was deleted. */
  boolean isAnother(Version version, Replica<Item> found, Set<ItemId> older) {
    return !found.id().equals(version.id())
        && (older.contains(found.id()) || all.deeds().changed(version, found.id()));
  }

  private boolean isIt(Version version, Effect.Create<Item> create, Replica<Item> found) {
    return (found.id().equals(version.id())
            && all.kind().uid(found.item()).filter(create.uid()::equals).isPresent())
        || (found.item().type() == create.item().type()
            && Projection.EVERYTHING.differing(create.item(), found.item()).isEmpty());
  }
}
