package org.tandemsync.pst;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.AppointmentCodec;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;

/**
 * Which item of a folder has which UID. No table of Outlook's tells, so every item is opened, but
 * only its properties are looked at, and only once in a run that makes items. In a file into which
 * Tandem never wrote, contacts and tasks have no UID but what their place gives them: there they
 * are not opened.
 */
final class Identities {
  private final FolderItems items;
  private final Supplier<Iterable<NodeId>> all;
  private @Nullable Map<String, NodeId> byUid;
  private final Map<NodeId, String> uids = new HashMap<>();

  /**
   * @param all the nodes of the folder, asked for once
   */
  Identities(FolderItems items, Supplier<Iterable<NodeId>> all) {
    this.items = items;
    this.all = all;
  }

  private Map<String, NodeId> known() {
    Map<String, NodeId> known = byUid;
    if (known == null) {
      known = new HashMap<>();
      byUid = known;
      boolean opened =
          items.family() == Family.EVENTS || items.file().names().id(Tags.TANDEM_UID).isPresent();
      for (NodeId item : all.get()) {
        String place = items.family() == Family.CONTACTS ? items.contacts().uid(item) : "";
        String uid = opened ? uid(item) : place;
        if (!uid.isEmpty() && known.putIfAbsent(uid, item) == null) {
          uids.put(item, uid);
        }
      }
    }
    return known;
  }

  private String uid(NodeId item) {
    try {
      return items.file().database().node(item).map(this::uid).orElse("");
    } catch (DamagedException unreadableItemsHaveNone) {
      return "";
    }
  }

  private String uid(Node node) {
    PropertyBag bag = items.file().bag(node);
    return switch (items.family()) {
      case EVENTS -> AppointmentCodec.uid(bag);
      case TASKS -> bag.text(Tags.TANDEM_UID);
      case CONTACTS -> {
        String own = bag.text(Tags.TANDEM_UID);
        yield own.isEmpty() ? items.contacts().uid(node.id()) : own;
      }
    };
  }

  Optional<NodeId> find(String uid) {
    return Optional.ofNullable(known().get(uid));
  }

  void put(String uid, NodeId item) {
    known().put(uid, item);
    uids.put(item, uid);
  }

  /** An item is no more. */
  void remove(NodeId item) {
    String uid = uids.remove(item);
    if (uid != null) {
      known().remove(uid);
    }
  }
}
