package org.tandemsync.pst;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.items.ItemType;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.item.MemberSource;
import org.tandemsync.pst.mapi.EntryId;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.Tags;

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
