package org.tandemsync.pst;

import java.util.HexFormat;
import java.util.Optional;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.ItemId;

/** The messages of a folder as items of a family. The id of an item is that of its node. */
record FolderItems(PstFile file, PstFolder folder, Family family, Contacts contacts) {

  static ItemId itemId(NodeId node) {
    return new ItemId(node.toString());
  }

  /** The node of an id of ours. */
  static Optional<NodeId> node(ItemId id) {
    try {
      NodeId node = new NodeId(Integer.parseUnsignedInt(id.value(), 16));
      return node.type() == NodeId.MESSAGE ? Optional.of(node) : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** Whether Outlook gives each item a UID of its own. */
  boolean hasUids() {
    return family == Family.EVENTS;
  }

  /**
   * What tells an item from another one that has its node id in another state of the file. Node ids
   * are counted up, from an older counter where an older copy of the file is put back.
   */
  String birthmark(Item item, MessageNode message) {
    return hasUids()
        ? item.uid()
        : HexFormat.of().formatHex(message.properties().bytes(Tags.SEARCH_KEY).toArray());
  }

  boolean isOfFamily(String messageClass) {
    return ItemClass.type(messageClass).filter(family.types()::contains).isPresent();
  }

  /** The item in a message, or empty if it is none of the family. */
  Optional<Item> item(MessageNode message) {
    String messageClass = message.properties().text(Tags.MESSAGE_CLASS);
    return ItemClass.type(messageClass)
        .filter(family.types()::contains)
        .map(type -> ItemClass.read(type, message, contacts.uid(message.id()), contacts));
  }
}
