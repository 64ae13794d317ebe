package org.tandemsync.outlook;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Member;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.EntryId;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.ItemClass;
import org.tandemsync.mapi.item.MemberSource;
import org.tandemsync.mapi.item.MemberTarget;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.message.MessageReader;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.sync.ItemId;

/**
 * The contacts and lists of Outlook as members of a folder's lists. Each is opened once in one call
 * of the store.
 */
final class People implements MemberSource, MemberTarget {
  private final OpenFolder folder;
  private final Supplier<FolderContents> contents;
  private final Map<ItemId, Optional<Person>> known = new HashMap<>();

  private record Person(String uid, ItemType type, PropertyBag properties) {}

  People(OpenFolder folder, Supplier<FolderContents> contents) {
    this.folder = folder;
    this.contents = contents;
  }

  @Override
  public Optional<MemberSource.Found> find(EntryId id) {
    return itemId(id)
        .flatMap(this::person)
        .map(p -> new MemberSource.Found(p.uid(), p.properties()));
  }

  private static Optional<ItemId> itemId(EntryId id) {
    return switch (id) {
      case EntryId.InStore(Bytes key, int node) -> Optional.of(hex(EntryId.inStore(key, node)));
      case EntryId.Wrapped(int ignored, EntryId inner) -> itemId(inner);
      case EntryId.Unknown(Bytes bytes) ->
          bytes.isEmpty() ? Optional.empty() : Optional.of(hex(bytes));
      case EntryId.OneOff ignored -> Optional.empty();
      case EntryId.AddressBook ignored -> Optional.empty();
    };
  }

  private static ItemId hex(Bytes bytes) {
    return new ItemId(HexFormat.of().withUpperCase().formatHex(bytes.toArray()));
  }

  /** By UID, else by mail address: a contact that both sides had before has a UID of its own. */
  @Override
  public Optional<MemberTarget.Target> find(Member member) {
    Optional<ItemId> byUid =
        member.uid().isEmpty() ? Optional.empty() : contents.get().find(member.uid());
    return byUid
        .or(
            () ->
                member.address().isEmpty()
                    ? Optional.empty()
                    : contents.get().withAddress(member.address()))
        .flatMap(
            id ->
                person(id)
                    .map(
                        p ->
                            new MemberTarget.Target(
                                Bytes.of(HexFormat.of().parseHex(id.value())),
                                p.type() == ItemType.DISTRIBUTION_LIST,
                                p.properties())));
  }

  private Optional<Person> person(ItemId id) {
    Optional<Person> person = known.get(id);
    if (person == null) {
      person = open(id);
      known.put(id, person);
    }
    return person;
  }

  /** Members that cannot be opened are remembered by their list. */
  private Optional<Person> open(ItemId id) {
    try {
      Dispatch dispatch = folder.open(id).orElse(null);
      if (dispatch == null) {
        return Optional.empty();
      }
      try (dispatch) {
        ItemType type =
            Optional.ofNullable(OpenFolder.messageClass(dispatch))
                .flatMap(ItemClass::type)
                .filter(t -> t == ItemType.CONTACT || t == ItemType.DISTRIBUTION_LIST)
                .orElse(null);
        if (type == null) {
          return Optional.empty();
        }
        OutlookItem item = OpenFolder.item(dispatch, type);
        PropertyBag bag = new MessageReader(folder.zone()).read(item, type).properties();
        String own = bag.text(Tags.TANDEM_UID);
        return Optional.of(new Person(own.isEmpty() ? FolderContents.ofPlace(id) : own, type, bag));
      }
    } catch (AutomationException e) {
      if (e.result().gone()) {
        throw e;
      }
      return Optional.empty();
    } catch (DamagedException notHandedOver) {
      return Optional.empty();
    }
  }
}
