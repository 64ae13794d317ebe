package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * Moves resources on a server that does not do it itself: makes each whole again where it belongs,
 * and removes the old one when what that one holds is there. It may have been ended between the
 * two: a copy that was made before is taken for what it is, and brought up to date if the old one
 * was edited since.
 *
 * @param from where they are
 * @param to where they belong
 * @param linked what belongs to other items there
 */
record Carrying(ItemsKind kind, Store<Item> from, Store<Item> to, Set<ItemId> linked) {
  private static final String ONE_HAS_MORE =
      "it is on the server twice since it was moved, and one has what the other has not";

  void carry(
      List<Relocation> all,
      Map<Relocation, Replica<Item>> sources,
      Map<Relocation, ItemId> arrived,
      Map<Relocation, String> trouble) {
    Map<Relocation, Effect.Create<Item>> creates = new LinkedHashMap<>();
    for (Relocation one : all) {
      creates.put(one, again(one, source(one, sources)));
    }
    Map<Stamp, Replica<Item>> there = to.locate(creates.values());
    List<Relocation> copied = new ArrayList<>();
    for (Relocation one : all) {
      Effect.Create<Item> create = Objects.requireNonNull(creates.get(one));
      Replica<Item> before = there.get(create.stamp());
      // a batch of one each: a refusal is the item's own affair
      Written made =
          before == null
              ? to.write(List.of(create)).getFirst()
              : taken(one, create, source(one, sources), before);
      if (made instanceof Written.Done done) {
        arrived.put(one, done.id());
        copied.add(one);
      } else {
        trouble.put(one, why(made));
      }
    }
    for (Relocation one : copied) {
      Written removed =
          from.write(
                  List.of(
                      new Effect.Delete<>(
                          one.id(Side.RIGHT), revision(one, sources), one.action().title())))
              .getFirst();
      if (!(removed instanceof Written.Done || removed instanceof Written.Gone)) {
        trouble.put(one, why(removed));
      }
    }
  }

  private static Replica<Item> source(Relocation one, Map<Relocation, Replica<Item>> sources) {
    return Objects.requireNonNull(sources.get(one));
  }

  /** The one that is moved; an edit after that is not lost. */
  static Revision revision(Relocation one, Map<Relocation, Replica<Item>> sources) {
    return Objects.requireNonNull(source(one, sources).revision());
  }

  /** The same identity and stamp however often it is tried. */
  private Effect.Create<Item> again(Relocation one, Replica<Item> source) {
    String uid =
        one.link().right().uid().isEmpty() ? one.link().id().value() : one.link().right().uid();
    return new Effect.Create<>(
        uid,
        kind.withUid(source.item(), uid),
        new Stamp(one.link().id(), one.link().nextWrite()),
        one.action().title(),
        source.original());
  }

  // ---- what is there already ----

  /** Done if it holds all that the old one holds, or does so now. */
  private Written taken(
      Relocation one, Effect.Create<Item> create, Replica<Item> source, Replica<Item> copy) {
    if (linked.contains(copy.id())) {
      return refused("another item has its UID where it was moved to on the server");
    }
    boolean ours = isOurs(copy, create);
    if (holds(copy, create, source, ours ? CarriedLines.NONE : CarriedLines.OF_THE_STANDARDS)) {
      return new Written.Done(copy.id(), copy.revision());
    }
    if (!ours) {
      return refused("something else has its UID where it was moved to on the server");
    }
    Set<String> edited = Leftover.edited(one.link(), copy);
    Set<String> apart = Set.copyOf(Projection.EVERYTHING.differing(copy.item(), create.item()));
    if (copy.revision() == null || apart.stream().anyMatch(edited::contains)) {
      return refused("it is on the server twice since it was moved, and both were edited");
    }
    if (apart.isEmpty()) {
      return refused(ONE_HAS_MORE);
    }
    Written updated =
        to.write(
                List.of(
                    new Effect.Update<>(
                        copy.id(),
                        copy.revision(),
                        create.item(),
                        apart,
                        create.stamp(),
                        create.title())))
            .getFirst();
    return updated instanceof Written.Done ? arrived(copy, create, source) : updated;
  }

  /** A server may have made something else of it, and what we do not know cannot be written. */
  private Written arrived(Replica<Item> before, Effect.Create<Item> create, Replica<Item> source) {
    return to.read(List.of(before.id())).getFirst()
                instanceof Found.Present<Item>(Replica<Item> now)
            && holds(now, create, source, CarriedLines.changed(before.original(), now.original()))
        ? new Written.Done(now.id(), now.revision())
        : refused(ONE_HAS_MORE);
  }

  /**
   * A stamp that this link has not had yet was left by a run that meant to move the item and did
   * not come to tell the ledger. What a person copies has one of before, or none.
   */
  private static boolean isOurs(Replica<Item> copy, Effect.Create<Item> create) {
    return create.stamp().equals(copy.stamp());
  }

  private static boolean holds(
      Replica<Item> copy,
      Effect.Create<Item> create,
      Replica<Item> source,
      Predicate<String> reworded) {
    Set<String> apart = new HashSet<>(Projection.EVERYTHING.differing(copy.item(), create.item()));
    apart.remove("members"); // who they are stands in other resources: their lines tell
    return copy.item().uid().equals(create.uid())
        && apart.isEmpty()
        && CarriedLines.all(source.original(), copy.original(), reworded);
  }

  private static Written refused(String why) {
    return new Written.Refused(why + "; delete the one that you do not want to keep there");
  }

  static String why(Written not) {
    return switch (not) {
      case Written.Done _ -> "";
      case Written.Stale _ -> "it was changed on the server as well";
      case Written.Gone _ -> "it was deleted on the server as well";
      case Written.Exists exists -> exists.reason();
      case Written.Refused refused -> refused.reason();
      case Written.NotDone not1 -> not1.reason();
      case Written.Unknown unknown -> unknown.reason();
    };
  }
}
