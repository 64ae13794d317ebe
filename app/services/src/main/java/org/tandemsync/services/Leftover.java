package org.tandemsync.services;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;

/**
 * A copy on the server that a move has made which was ended before it had deleted the original, and
 * does not go on: the person has moved the item back meanwhile, or deleted it.
 *
 * @param from the profile that has the item
 * @param at the one in whose collection the copy is
 * @param link as {@code from} knows it
 */
record Leftover(
    Neighbour from, Neighbour at, Link<Item> link, ItemId copy, Action.DeleteExtra action) {

  static final String INFORMS =
      "the server may write to those who take part; delete it there yourself";

  /** RFC 6638: a server may send cancellations when the organizer's copy goes, else a refusal. */
  static boolean mayInform(Neighbour at, Replica<Item> copy) {
    return at.place(Side.RIGHT).endpoint() instanceof Endpoint.Dav
        && copy.item() instanceof Appointment meeting
        && !meeting.attendees().isEmpty();
  }

  /** Whether this was left by a move of that link, and nothing is lost with it. */
  static boolean isOne(
      ItemsKind kind, Link<Item> link, Replica<Item> copy, Replica<Item> original) {
    return isUntold(link, copy.stamp())
        // nor is it the original under another address, which a write has reached just now
        && !isUntold(link, original.stamp())
        && copy.revision() != null
        && copy.item().uid().equals(original.item().uid())
        && hasNothingMore(kind, link, copy, original);
  }

  /**
   * Whether no ledger knows of this write. The copies that people make have a stamp of before, or
   * none.
   */
  static boolean isUntold(Link<Item> link, @Nullable Stamp stamp) {
    return stamp != null && stamp.link().equals(link.id()) && stamp.write() > link.writes();
  }

  /** The original holds all that the copy does, but for what was edited in the original since. */
  private static boolean hasNothingMore(
      ItemsKind kind, Link<Item> link, Replica<Item> copy, Replica<Item> original) {
    Set<String> apart =
        new HashSet<>(Projection.EVERYTHING.differing(copy.item(), original.item()));
    apart.remove("members"); // who they are stands in other resources: their lines tell
    return kind.fields(copy.item()).containsAll(apart)
        && Collections.disjoint(apart, edited(link, copy))
        && CarriedLines.all(
            copy.original(),
            original.original(),
            name -> apart.stream().anyMatch(field -> lines(field).contains(name)));
  }

  /**
   * The fields in which somebody has perhaps edited a copy. Of what does not take part no base
   * tells: it is empty there.
   */
  static Set<String> edited(Link<Item> link, Replica<Item> copy) {
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
