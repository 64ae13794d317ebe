package org.tandemsync.services;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * Which two items may be declared to be one: one of each side, of one kind, both there and neither
 * in step with anything. What may not is refused with what to do instead.
 */
record DeclarableItems(
    String profile, ItemsKind kind, Ledger<Item> ledger, Store<Item> left, Store<Item> right) {

  /**
   * Both items as they are now.
   *
   * @param meeting whether people take part in one of them
   */
  record Pair(Declared declared, String leftTitle, String rightTitle, boolean meeting) {}

  /**
   * Finds them.
   *
   * @param one the id of an item of either side, or the last segment of it
   * @param other that of one of the other side
   */
  Pair pair(String one, String other) {
    if (!ledger.openIntents().isEmpty()) {
      throw refused("the last run did not come to its end", sync());
    }
    Map<Side, Set<String>> listed = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      listed.put(side, listed(side));
    }
    List<String> ids = inOrder(listed, whole(listed, one), whole(listed, other));
    ItemId here = new ItemId(ids.getFirst());
    ItemId there = new ItemId(ids.getLast());
    notLinked(listed, here, there);
    notDeclared(here, there);
    notDecided(here, there);
    Replica<Item> leftReplica = present(Side.LEFT, here);
    Replica<Item> rightReplica = present(Side.RIGHT, there);
    Item leftItem = leftReplica.item();
    Item rightItem = rightReplica.item();
    if (!kind.mayBeOne(leftItem, rightItem)) {
      throw refused(
          leftItem.type() == rightItem.type()
              ? "one is a series and the other is not"
              : "they are of different kinds",
          "delete the one that you do not want.");
    }
    return new Pair(
        Declared.of(kind, leftReplica, rightReplica),
        kind.title(leftItem),
        kind.title(rightItem),
        isMeeting(leftItem) || isMeeting(rightItem));
  }

  private static boolean isMeeting(Item item) {
    return item instanceof Appointment appointment && !appointment.attendees().isEmpty();
  }

  // ---- which side is which ----

  /** The id of which somebody has given the end; what is no item's stays as it is. */
  private static String whole(Map<Side, Set<String>> listed, String given) {
    List<String> meant =
        ShortIds.meant(
            given, listed.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    if (meant.size() > 1) {
      throw refused(ShortIds.several(given, meant), "give the whole id of the one that you mean.");
    }
    return meant.isEmpty() ? given : meant.getFirst();
  }

  /**
   * The id of Outlook first. Only what a listing names belongs to the folder: a server also gives
   * what is elsewhere.
   */
  private List<String> inOrder(Map<Side, Set<String>> listed, String one, String other) {
    boolean oneHere = isListed(listed, Side.LEFT, one);
    boolean otherThere = isListed(listed, Side.RIGHT, other);
    if (oneHere && otherThere) {
      return List.of(one, other);
    }
    boolean otherHere = isListed(listed, Side.LEFT, other);
    boolean oneThere = isListed(listed, Side.RIGHT, one);
    if (otherHere && oneThere) {
      return List.of(other, one);
    }
    if ((oneHere && otherHere) || (oneThere && otherThere)) {
      throw refused("both are " + (oneHere ? "in Outlook" : "on the server"), merge(one, other));
    }
    List<String> unknown = new ArrayList<>();
    if (!oneHere && !oneThere) {
      unknown.add("'" + one + "'");
    }
    if (!otherHere && !otherThere) {
      unknown.add("'" + other + "'");
    }
    throw refused(
        String.join(" and ", unknown)
            + (unknown.size() == 1 ? " is no item" : " are no items")
            + " of this profile",
        "'--alike' instead of '--link' and its ids shows ids, and so does 'tandem items ENDPOINT"
            + " --verbose'.");
  }

  private static boolean isListed(Map<Side, Set<String>> listed, Side side, String id) {
    return listed.getOrDefault(side, Set.of()).contains(id);
  }

  private Set<String> listed(Side side) {
    Listing listing = store(side).list(null);
    if (listing.scope() == Listing.Scope.PARTIAL) {
      throw refused(
          "the items " + side.place() + " cannot all be listed now", "try it again later.");
    }
    return listing.rows().stream().map(row -> row.id().value()).collect(Collectors.toSet());
  }

  // ---- what is known of them ----

  private void notLinked(Map<Side, Set<String>> listed, ItemId here, ItemId there) {
    LinkHead ofLeft = link(Side.LEFT, here).orElse(null);
    LinkHead ofRight = link(Side.RIGHT, there).orElse(null);
    if (ofLeft == null && ofRight == null) {
      return;
    }
    if (ofLeft != null && ofLeft.equals(ofRight)) {
      throw refused("they are in step with each other already", "there is nothing to do.");
    }
    partnerIsThere(listed, Side.LEFT, here, ofLeft);
    partnerIsThere(listed, Side.RIGHT, there, ofRight);
    if (ofLeft != null && ofRight != null) {
      boolean inOutlook = left.traits().readOnly() == null;
      throw refused(
          "each is in step with a copy of its own on the other side, so that there are two of them"
              + " on both",
          inOutlook
              ? merge(here.value(), ofRight.left().id().value())
              : merge(ofLeft.right().id().value(), there.value()));
    }
    throw ofLeft != null
        ? refused(
            "the one in Outlook is in step with '" + ofLeft.right().id() + "' on the server",
            merge(ofLeft.right().id().value(), there.value()))
        : refused(
            "the one on the server is in step with '" + partner(ofRight) + "' in Outlook",
            merge(partner(ofRight), here.value()));
  }

  private static String partner(@Nullable LinkHead ofRight) {
    return ofRight == null ? "" : ofRight.left().id().value();
  }

  /** What has lost its partner is deleted, or its partner is made again: a sync knows. */
  private void partnerIsThere(
      Map<Side, Set<String>> listed, Side side, ItemId item, @Nullable LinkHead link) {
    if (link != null && !isListed(listed, side.other(), link.side(side.other()).id().value())) {
      throw refused(
          "'"
              + item
              + "' was in step with an item "
              + side.other().place()
              + " that is not there any more",
          sync());
    }
  }

  private Optional<LinkHead> link(Side side, ItemId id) {
    return ledger.heads().stream().filter(head -> head.side(side).id().equals(id)).findFirst();
  }

  private void notDeclared(ItemId here, ItemId there) {
    for (Declared one : ledger.declared()) {
      if (one.left().equals(here) && one.right().equals(there)) {
        throw refused("they are declared to be the same already, and a sync links them", sync());
      }
      if (one.left().equals(here) || one.right().equals(there)) {
        throw refused(
            "'" + one.left() + "' and '" + one.right() + "' are declared to be the same already",
            "take that back first: "
                + duplicates("--unlink", one.left().value(), one.right().value()));
      }
    }
  }

  /** What is only held may be linked instead: then there is nothing left to hold. */
  private void notDecided(ItemId here, ItemId there) {
    for (Held held : ledger.held()) {
      if (held.verdict() != Held.Verdict.WAITS
          && (here.equals(held.left().id()) || there.equals(held.right().id()))) {
        throw refused(
            "somebody has decided what becomes of '" + held.title() + "', which is not done yet",
            sync());
      }
    }
    for (Quarantined failed : ledger.quarantined()) {
      if (failed.rest() != Quarantined.Rest.DUE
          && (here.equals(failed.left().id()) || there.equals(failed.right().id()))) {
        throw refused(
            "'" + failed.title() + "' is in quarantine (" + failed.reason() + ")",
            "'tandem quarantine ITEM --release', then link them.");
      }
    }
  }

  private Replica<Item> present(Side side, ItemId id) {
    return switch (store(side).read(List.of(id)).getFirst()) {
      case Found.Present<Item>(Replica<Item> replica) -> replica;
      case Found.Absent<Item> _ ->
          throw refused("'" + id + "' is not " + side.place() + " any more", sync());
      case Found.Foreign<Item> _ ->
          throw refused(
              "'" + id + "' " + side.place() + " is none of the items of this profile",
              "'tandem items ENDPOINT --verbose' shows what is there.");
      case Found.Unreadable<Item> broken ->
          throw refused(
              "'" + id + "' " + side.place() + " cannot be read: " + broken.reason(),
              "see 'tandem quarantine'.");
    };
  }

  // ---- words ----

  private Store<Item> store(Side side) {
    return side == Side.LEFT ? left : right;
  }

  private String sync() {
    return "tandem sync " + ShellWord.profile(profile);
  }

  private String merge(String kept, String gone) {
    return "make one of the two: " + duplicates("--merge", kept, gone);
  }

  /** At the end of a sentence and without quotes around it: it may have quotes of its own. */
  private String duplicates(String option, String one, String other) {
    return "tandem duplicates "
        + ShellWord.profile(profile)
        + " "
        + option
        + " "
        + ShellWord.id(one)
        + " "
        + ShellWord.id(other);
  }

  /**
   * @param next a command line, or a sentence with its full stop
   */
  private static CannotRun refused(String why, String next) {
    return new CannotRun(
        "These cannot be linked: " + why + ". Nothing was done. Next step: " + next);
  }
}
