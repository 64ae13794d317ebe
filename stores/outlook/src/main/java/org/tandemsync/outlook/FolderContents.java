package org.tandemsync.outlook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.items.ItemType;
import org.tandemsync.mapi.GlobalObjectId;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.folder.FolderListing;
import org.tandemsync.outlook.folder.ListedItem;
import org.tandemsync.outlook.folder.MapiName;
import org.tandemsync.sync.ItemId;

/** What the table of a folder tells: which items there are, and which of them has which UID. */
final class FolderContents {
  private static final MapiName UID =
      MapiName.text(PropertySets.PUBLIC_STRINGS, Tags.TANDEM_UID.text());
  private static final MapiName CLEAN_GLOBAL_ID =
      MapiName.number(PropertySets.MEETING, 0x23, MapiName.BINARY);
  private static final MapiName GLOBAL_ID =
      MapiName.number(PropertySets.MEETING, 0x03, MapiName.BINARY);
  private static final List<MapiName> ADDRESSES =
      List.of(
          MapiName.number(PropertySets.ADDRESS, 0x8083, MapiName.TEXT),
          MapiName.number(PropertySets.ADDRESS, 0x8093, MapiName.TEXT),
          MapiName.number(PropertySets.ADDRESS, 0x80A3, MapiName.TEXT));

  private final boolean complete;
  private final List<ListedItem> items = new ArrayList<>();
  private final Map<ItemId, ItemType> types = new HashMap<>();
  private final Map<String, ItemId> byUid = new HashMap<>();
  private final Map<String, ItemId> byAddress = new HashMap<>();

  FolderContents(OpenFolder folder) {
    FolderListing listing = FolderListing.of(folder.folder(), keys(folder.family()));
    this.complete = listing.complete();
    for (ListedItem item : listing.items()) {
      ItemType type = folder.listed(item.messageClass()).orElse(null);
      if (type != null) {
        items.add(item);
        put(item.id(), type, uid(item));
        for (MapiName address : ADDRESSES) {
          if (item.keys().get(address) instanceof Variant.Text(String text) && !text.isBlank()) {
            byAddress.putIfAbsent(key(text), item.id());
          }
        }
      }
    }
  }

  private static List<MapiName> keys(Family family) {
    List<MapiName> keys = new ArrayList<>(List.of(UID));
    switch (family) {
      case EVENTS -> keys.addAll(List.of(CLEAN_GLOBAL_ID, GLOBAL_ID));
      case CONTACTS -> keys.addAll(ADDRESSES);
      case TASKS -> {}
    }
    return keys;
  }

  private static String uid(ListedItem item) {
    if (item.keys().get(UID) instanceof Variant.Text(String own) && !own.isEmpty()) {
      return own;
    }
    return globalId(item.keys().get(CLEAN_GLOBAL_ID))
        .or(() -> globalId(item.keys().get(GLOBAL_ID)))
        .orElse("");
  }

  private static Optional<String> globalId(@Nullable Variant id) {
    return id instanceof Variant.Binary(Bytes bytes)
        ? GlobalObjectId.uid(Span.of(bytes.toArray()))
        : Optional.empty();
  }

  private static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether all that is there is listed. */
  boolean complete() {
    return complete;
  }

  List<ListedItem> items() {
    return items;
  }

  @Nullable ItemType type(ItemId id) {
    return types.get(id);
  }

  Optional<ItemId> find(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  Optional<ItemId> withAddress(String address) {
    return Optional.ofNullable(byAddress.get(key(address)));
  }

  /** An item that was made. */
  void put(ItemId id, ItemType type, String uid) {
    types.put(id, type);
    boolean person = type == ItemType.CONTACT || type == ItemType.DISTRIBUTION_LIST;
    String known = uid.isEmpty() && person ? ofPlace(id) : uid;
    if (!known.isEmpty()) {
      byUid.putIfAbsent(known, id);
    }
  }

  /** An item that is no more. */
  void remove(ItemId id) {
    types.remove(id);
    byUid.values().remove(id);
    byAddress.values().removeIf(id::equals);
  }

  /** The UID of a contact or list that carries none: the same whenever it is asked for. */
  static String ofPlace(ItemId id) {
    String place = id.value().toUpperCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.US_ASCII)).toString();
  }
}
