package org.tandemsync.pst;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.pst.format.NodeId;

/**
 * The contacts and lists of a file as members of its lists. Outlook gives them no UID, so they get
 * one made of the record key of the file and the node: the same whenever it is asked for, and so
 * the same for the contact as an item and as a member.
 */
final class Contacts implements MemberSource {
  private final PstFile file;

  Contacts(PstFile file) {
    this.file = file;
  }

  /** The UID of the contact or list at a node, unless it carries one of our own. */
  String uid(NodeId node) {
    byte[] key = file.recordKey().toArray();
    byte[] name =
        ByteBuffer.allocate(key.length + Integer.BYTES).put(key).putInt(node.value()).array();
    return UUID.nameUUIDFromBytes(name).toString();
  }

  @Override
  public Optional<Found> find(EntryId id) {
    try {
      return id.nodeIn(file.recordKey())
          .map(NodeId::new)
          .filter(node -> node.type() == NodeId.MESSAGE)
          .flatMap(file.database()::node)
          .flatMap(node -> found(node.id(), file.bag(node)));
    } catch (DamagedException memberIsRememberedByItsList) {
      return Optional.empty();
    }
  }

  private Optional<Found> found(NodeId node, PropertyBag bag) {
    ItemType type = ItemClass.type(bag.text(Tags.MESSAGE_CLASS)).orElse(null);
    if (type != ItemType.CONTACT && type != ItemType.DISTRIBUTION_LIST) {
      return Optional.empty();
    }
    String own = bag.text(Tags.TANDEM_UID);
    return Optional.of(new Found(own.isEmpty() ? uid(node) : own, bag));
  }
}
