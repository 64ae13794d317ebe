package org.tandemsync.pst;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.EmailCodec;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.MemberTarget;
import org.tandemsync.pst.format.NodeId;

/**
 * The contacts and lists of a folder as members that lists are to have, also those that the same
 * transaction makes.
 */
final class Members implements MemberTarget {
  private final FolderItems items;
  private final ItemChanges changes;
  private final Identities identities;
  private final Supplier<Iterable<NodeId>> all;
  private @Nullable Map<String, NodeId> addresses;

  /**
   * @param all the nodes of the folder as it was before the changes
   */
  Members(
      FolderItems items,
      ItemChanges changes,
      Identities identities,
      Supplier<Iterable<NodeId>> all) {
    this.items = items;
    this.changes = changes;
    this.identities = identities;
    this.all = all;
  }

  @Override
  public Optional<Target> find(Member member) {
    Optional<NodeId> byUid =
        member.uid().isEmpty() ? Optional.empty() : identities.find(member.uid());
    // a contact that both sides had before has a UID of its own here
    return byUid
        .or(
            () ->
                member.address().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(addresses().get(key(member.address()))))
        .flatMap(this::target);
  }

  private static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private Optional<Target> target(NodeId node) {
    return changes
        .properties(node)
        .flatMap(
            bag ->
                type(bag)
                    .map(
                        type ->
                            new Target(
                                EntryId.inStore(items.file().recordKey(), node.value()),
                                type == ItemType.DISTRIBUTION_LIST,
                                bag)));
  }

  private static Optional<ItemType> type(PropertyBag bag) {
    return ItemClass.type(bag.text(Tags.MESSAGE_CLASS))
        .filter(t -> t == ItemType.CONTACT || t == ItemType.DISTRIBUTION_LIST);
  }

  /** Made once a member is known by its address alone: then every contact is opened. */
  private Map<String, NodeId> addresses() {
    Map<String, NodeId> known = addresses;
    if (known == null) {
      known = new HashMap<>();
      for (NodeId node : all.get()) {
        add(node, known);
      }
      addresses = known;
    }
    return known;
  }

  private void add(NodeId node, Map<String, NodeId> into) {
    try {
      PropertyBag bag = changes.properties(node).orElse(null);
      if (bag != null && type(bag).equals(Optional.of(ItemType.CONTACT))) {
        for (EmailAddress email : EmailCodec.read(bag).values()) {
          if (!email.address().isEmpty()) {
            into.putIfAbsent(key(email.address()), node);
          }
        }
      }
    } catch (DamagedException nobodysAddress) {
      // it cannot be a member
    }
  }
}
