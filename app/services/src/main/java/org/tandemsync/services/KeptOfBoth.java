package org.tandemsync.services;

import java.util.Set;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ShownValue;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Identities;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/** The item that is made on the server when both values of a conflict are kept. */
final class KeptOfBoth {
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
  private static String formerUid(
      Identities identities, LinkId link, Item server, Set<String> fields) {
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

  /** Whether an item is the one of a decision that is still to be carried out. */
  static boolean isOf(Identities identities, Decision<Item> decision, Item item) {
    LinkId link = decision.link();
    Set<String> fields = decision.choices().keySet();
    return item.uid().equals(uid(identities, link, decision.right(), fields))
        || item.uid().equals(formerUid(identities, link, decision.right(), fields));
  }
}
