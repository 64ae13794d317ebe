package org.tandemsync.services;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;

/**
 * A link with what was noted of its copies at a place: those of moves that did not come to their
 * end.
 */
record Unended(Link<Item> link, List<MovedCopy> noted) {

  /** Links with what their ledger says of copies at the place. */
  static Map<LinkId, Unended> at(
      Place place, Ledgers ledgers, Ledger<Item> ledger, Collection<Link<Item>> links) {
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<LinkId, List<MovedCopy>> noted =
        ledgers.copies(ledger, links.stream().map(Link::id).toList(), place.identity());
    Map<LinkId, Unended> all = new HashMap<>();
    links.forEach(
        link -> all.put(link.id(), new Unended(link, noted.getOrDefault(link.id(), List.of()))));
    return all;
  }

  /**
   * Whether a move has left the one that has this stamp. Where no copy was noted, by an older
   * Tandem, no ledger knows of its write. The copies that people make have a stamp of before, or
   * none.
   */
  boolean hasLeft(@Nullable Stamp stamp) {
    return stamp != null
        && stamp.link().equals(link.id())
        && (stamp.write() > link.writes() || of(stamp) != null);
  }

  private @Nullable MovedCopy of(@Nullable Stamp stamp) {
    return noted.stream().filter(one -> one.stamp().equals(stamp)).findFirst().orElse(null);
  }

  /** A copy of this very content that was to be made before: it has that number again. */
  Optional<MovedCopy> again(Item item, @Nullable String original) {
    return noted.stream()
        .filter(one -> one.item().equals(item) && Objects.equals(one.original(), original))
        .findFirst();
  }

  /**
   * Whether a move has left it that goes on now: it has the stamp of the copy that is to be made,
   * or was made of what the item was before.
   */
  boolean isOurs(Replica<Item> copy, Stamp made) {
    return made.equals(copy.stamp()) || of(copy.stamp()) != null;
  }

  /** Whether this was left by a move, and nothing is lost with it. */
  boolean isDispensable(ItemsKind kind, Replica<Item> copy, Replica<Item> original) {
    return mayGo(copy, original)
        && ((isAsMade(copy) && isSeen(original)) || hasNothingMore(kind, copy, original));
  }

  /**
   * Whether that rests on what its profile will say of the original: that may have been put back to
   * what it was before the copy was made.
   */
  boolean isInDoubt(Replica<Item> copy, Replica<Item> original) {
    return mayGo(copy, original) && isAsMade(copy) && !isSeen(original);
  }

  private boolean mayGo(Replica<Item> copy, Replica<Item> original) {
    return hasLeft(copy.stamp())
        // nor is it the original under another address, which a write has reached just now
        && !hasLeft(original.stamp())
        && copy.revision() != null
        && copy.item().uid().equals(original.item().uid());
  }

  /** Nobody has put anything into it since. */
  private boolean isAsMade(Replica<Item> copy) {
    MovedCopy made = of(copy.stamp());
    return made != null
        && apart(copy.item(), made.item()).isEmpty()
        && CarriedLines.all(copy.original(), made.original(), CarriedLines.NONE);
  }

  private boolean isSeen(Replica<Item> original) {
    return original.revision() != null && original.revision().equals(link.right().revision());
  }

  /** The original holds all that the copy does, but for what was edited in the original since. */
  private boolean hasNothingMore(ItemsKind kind, Replica<Item> copy, Replica<Item> original) {
    Set<String> apart = apart(copy.item(), original.item());
    return kind.fields(copy.item()).containsAll(apart)
        && Collections.disjoint(apart, sinceBase(copy))
        && CarriedLines.all(
            copy.original(),
            original.original(),
            name -> apart.stream().anyMatch(field -> lines(field).contains(name)));
  }

  /** Without members: who they are stands in other resources, and their lines tell. */
  private static Set<String> apart(Item one, Item other) {
    Set<String> apart = new HashSet<>(Projection.EVERYTHING.differing(one, other));
    apart.remove("members");
    return apart;
  }

  /**
   * The fields in which somebody has perhaps edited a copy. Of what does not take part no base
   * tells: it is empty there.
   */
  Set<String> edited(Replica<Item> copy) {
    return isAsMade(copy) ? Set.of() : sinceBase(copy);
  }

  private Set<String> sinceBase(Replica<Item> copy) {
    return Set.copyOf(Projection.EVERYTHING.differing(link.right().base(), copy.item()));
  }

  /** The lines (RFC 5545, RFC 6350) that say a field of which people edit most. */
  private static Set<String> lines(String field) {
    return switch (field) {
      case "subject" -> Set.of("SUMMARY");
      case "body" -> Set.of("DESCRIPTION");
      case "location" -> Set.of("LOCATION");
      case "timing" -> Set.of("DTSTART", "DTEND", "DURATION");
      case "start-date" -> Set.of("DTSTART");
      case "due-date" -> Set.of("DUE", "DURATION");
      case "notes" -> Set.of("NOTE");
      case "name" -> Set.of("N");
      case "full-name" -> Set.of("FN");
      case "phones" -> Set.of("TEL");
      case "emails" -> Set.of("EMAIL");
      case "addresses" -> Set.of("ADR");
      case "categories" -> Set.of("CATEGORIES");
      default -> Set.of();
    };
  }
}
