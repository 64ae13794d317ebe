package org.tandemsync.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Age;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;

/**
 * Finds items that are not there any more under the id that they had when they were changed:
 * Outlook gives one that was deleted and came back another id. It is known by the UID that it has
 * come back with.
 */
record FoundAgain(TakingBack all) {

  /**
   * Finds them.
   *
   * @param gone changes of items that are not there
   * @param taken what is known to be another item
   */
  Map<Version, TakingBack.Now> find(List<Version> gone, Set<ItemId> taken) {
    Map<Version, Replica<Item>> found = new HashMap<>();
    Returning returning = new Returning(all);
    Map<Version, Effect.Create<Item>> creates = new HashMap<>();
    for (Version version : gone) {
      Item before = all.kept(version).before();
      if (before != null) {
        creates.put(version, returning.create(version, returning.uid(version, before)));
      }
    }
    keep(returning.located(creates), returning, taken, found);
    creates.clear();
    for (Version version : gone) {
      Version deletion = found.containsKey(version) ? null : all.deeds().deletion(version);
      if (deletion != null && all.kept(version).before() != null) {
        creates.put(version, returning.create(version, returning.ownUid(deletion)));
      }
    }
    keep(returning.located(creates), returning, taken, found);
    return withLinks(found);
  }

  private void keep(
      Map<Version, Replica<Item>> there,
      Returning returning,
      Set<ItemId> taken,
      Map<Version, Replica<Item>> found) {
    Set<ItemId> older = returning.linkedBefore(there);
    Set<ItemId> once = new HashSet<>(taken);
    found.values().forEach(item -> once.add(item.id()));
    Map<ItemId, LinkId> linked = there.isEmpty() ? Map.of() : linked();
    Map<LinkId, Age> ages = linked.isEmpty() ? Map.of() : all.ledger().ages();
    there.forEach(
        (version, item) -> {
          LinkId link = linked.get(item.id());
          boolean own =
              link == null || link.equals(version.link()) || isYounger(version, ages.get(link));
          if (own && !returning.isAnother(version, item, older) && once.add(item.id())) {
            found.put(version, item);
          }
        });
  }

  /** Of two items with one UID, one that was in step beside the other is not it come back. */
  private boolean isYounger(Version version, @Nullable Age age) {
    Version deletion = all.deeds().deletion(version);
    return deletion != null && age != null && age.made() > deletion.number().run();
  }

  private Map<ItemId, LinkId> linked() {
    Map<ItemId, LinkId> ids = new HashMap<>();
    for (LinkHead head : all.ledger().heads()) {
      ids.put(head.side(all.side()).id(), head.id());
    }
    return ids;
  }

  private Map<Version, TakingBack.Now> withLinks(Map<Version, Replica<Item>> found) {
    Map<ItemId, LinkId> ids = found.isEmpty() ? Map.of() : linked();
    List<LinkId> wanted =
        found.values().stream().map(Replica::id).filter(ids::containsKey).map(ids::get).toList();
    Map<LinkId, Link<Item>> links = wanted.isEmpty() ? Map.of() : all.ledger().links(wanted);
    Map<Version, TakingBack.Now> answers = new HashMap<>();
    found.forEach(
        (version, item) -> {
          LinkId link = ids.get(item.id());
          answers.put(
              version,
              new TakingBack.Now(link == null ? null : links.get(link), new Found.Present<>(item)));
        });
    return answers;
  }
}
