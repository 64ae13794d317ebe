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
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkId;
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
 * @param ledger of the profile that has them
 */
record Carrying(
    ItemsKind kind,
    Store<Item> from,
    Store<Item> to,
    Set<ItemId> linked,
    Ledgers ledgers,
    Ledger<Item> ledger) {
  private static final String ONE_HAS_MORE =
      "it is on the server twice since it was moved, and one has what the other has not";

  void carry(
      List<Relocation> all,
      Map<Relocation, Replica<Item>> sources,
      Map<Relocation, ItemId> arrived,
      Map<Relocation, String> trouble) {
    Map<LinkId, Unended> unended = unended(all);
    Map<Relocation, Effect.Create<Item>> creates = new LinkedHashMap<>();
    List<MovedCopy> copies = new ArrayList<>();
    for (Relocation one : all) {
      Unended known = Objects.requireNonNull(unended.get(one.link().id()));
      MovedCopy copy = copy(one, known, source(one, sources));
      creates.put(one, again(one, copy));
      copies.add(copy);
    }
    ledgers.noteCopies(ledger, copies);
    Map<Stamp, Replica<Item>> there = to.locate(creates.values());
    List<Relocation> copied = new ArrayList<>();
    for (Relocation one : all) {
      Effect.Create<Item> create = Objects.requireNonNull(creates.get(one));
      Replica<Item> before = there.get(create.stamp());
      // a batch of one each: a refusal is the item's own affair
      Written made =
          before == null
              ? to.write(List.of(create)).getFirst()
              : taken(
                  Objects.requireNonNull(unended.get(one.link().id())),
                  create,
                  source(one, sources),
                  before);
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

  private Map<LinkId, Unended> unended(List<Relocation> all) {
    return Unended.at(
        all.getFirst().to().place(Side.RIGHT),
        ledgers,
        ledger,
        all.stream().map(Relocation::link).toList());
  }

  /** The same identity and stamp however often it is tried, as long as nobody edits it. */
  private MovedCopy copy(Relocation one, Unended unended, Replica<Item> source) {
    Item item = kind.withUid(source.item(), uid(one));
    return unended
        .again(item, source.original())
        .orElseGet(
            () ->
                new MovedCopy(
                    new Stamp(one.link().id(), one.link().nextWrite()),
                    one.to().place(Side.RIGHT).identity(),
                    item,
                    source.original()));
  }

  private static String uid(Relocation one) {
    return one.link().right().uid().isEmpty() ? one.link().id().value() : one.link().right().uid();
  }

  private static Effect.Create<Item> again(Relocation one, MovedCopy copy) {
    return new Effect.Create<>(
        uid(one), copy.item(), copy.stamp(), one.action().title(), copy.original());
  }

  // ---- what is there already ----

  /** Done if it holds all that the old one holds, or does so now. */
  private Written taken(
      Unended one, Effect.Create<Item> create, Replica<Item> source, Replica<Item> copy) {
    if (linked.contains(copy.id())) {
      return refused("another item has its UID where it was moved to on the server");
    }
    boolean ours = one.isOurs(copy, create.stamp());
    if (holds(copy, create, source, ours ? CarriedLines.NONE : CarriedLines.OF_THE_STANDARDS)) {
      return new Written.Done(copy.id(), copy.revision());
    }
    if (!ours) {
      return refused("something else has its UID where it was moved to on the server");
    }
    Set<String> edited = one.edited(copy);
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
