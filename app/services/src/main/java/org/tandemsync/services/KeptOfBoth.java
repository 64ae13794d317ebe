package org.tandemsync.services;

import java.util.List;
import java.util.Set;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.ShownValue;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Identities;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/** The item that is made on the server when both values of a conflict are kept. */
final class KeptOfBoth {
  /** Links that are looked at in one go; each may have pictures and attachments. */
  private static final int CHUNK = 200;

  private KeptOfBoth() {}

  /**
   * Its UID. The same value to keep gives the same item: then it is there already when it is asked
   * for twice, also after a decision that became void. Another value gets an item of its own.
   *
   * @param server what the server holds
   * @param fields in which it is in conflict
   */
  static String uid(Identities identities, LinkId link, Item server, Set<String> fields) {
    return identities.uid(
        Side.RIGHT, new ItemId("second/" + link.value() + "/" + ItemJson.write(server, fields)));
  }

  /** What it was before, from values as they are shown; some of these look alike. */
  static String formerUid(Identities identities, LinkId link, Item server, Set<String> fields) {
    StringBuilder kept = new StringBuilder("second/").append(link.value());
    Fields.of(server.type()).all().stream()
        .filter(field -> fields.contains(field.name()))
        .forEach(
            field ->
                kept.append('\n')
                    .append(field.name())
                    .append(' ')
                    .append(ShownValue.whole(field.of(server))));
    return identities.uid(Side.RIGHT, new ItemId(kept.toString()));
  }

  /**
   * Whether an item is the one of a decision that is still to be carried out. One that was made for
   * an earlier decision, about other fields, is told by what it holds.
   */
  static boolean isOf(Identities identities, Decision<Item> decision, Item item) {
    LinkId link = decision.link();
    Set<String> fields = decision.choices().keySet();
    return item.uid().equals(uid(identities, link, decision.right(), fields))
        || item.uid().equals(formerUid(identities, link, decision.right(), fields))
        || isSame(decision.right(), item);
  }

  /**
   * Whether an item of the server that is in step, and has a UID as they are made here, differs in
   * nothing from what is to be kept. After a decision that became void fewer fields, or more, may
   * be in conflict: then the item that it has made has another UID than one would get now.
   */
  static boolean isInStep(Ledger<Item> ledger, Store<Item> server, LinkId conflict, Item kept) {
    List<LinkId> candidates =
        ledger.heads().stream()
            .filter(head -> !head.id().equals(conflict) && isNameBased(head.right().uid()))
            .map(LinkHead::id)
            .toList();
    for (int from = 0; from < candidates.size(); from += CHUNK) {
      List<LinkId> some = candidates.subList(from, Math.min(from + CHUNK, candidates.size()));
      for (Link<Item> link : ledger.links(some).values()) {
        if (isSame(kept, link.right().base()) && isThere(server, link.right().id(), kept)) {
          return true;
        }
      }
    }
    return false;
  }

  /** RFC 9562, 5.3: the version is the first digit of the third group. */
  private static boolean isNameBased(String uid) {
    return uid.length() == 36 && uid.charAt(14) == '3';
  }

  private static boolean isThere(Store<Item> server, ItemId id, Item kept) {
    return server.read(List.of(id)).getFirst() instanceof Found.Present<Item>(Replica<Item> now)
        && isSame(kept, now.item());
  }

  private static boolean isSame(Item one, Item other) {
    return one.type() == other.type() && Projection.EVERYTHING.differing(one, other).isEmpty();
  }
}
