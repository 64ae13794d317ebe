package org.tandemsync.pst;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.item.AppointmentCodec;
import org.tandemsync.pst.item.ContactCodec;
import org.tandemsync.pst.item.DistributionListCodec;
import org.tandemsync.pst.item.TaskCodec;
import org.tandemsync.pst.mapi.PropertyBag;
import org.tandemsync.pst.mapi.Tags;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * One folder of an Outlook data file as a store. Item ids are node ids: an item keeps its own when
 * Outlook changes it. Revisions are the block ids of the node, which are new with every change
 * (blocks are never overwritten), so a listing opens no item.
 */
public final class PstStore implements Store<Item> {
  private static final String READ_ONLY = "this version of Tandem only reads Outlook data files";

  private final PstFile file;
  private final PstFolder folder;
  private final Family family;
  private final Contacts contacts;
  private @Nullable Contents contents;

  /**
   * Does not open the folder yet. Closing the store leaves {@code file} open.
   *
   * @param family which items of the folder take part; others are foreign
   */
  public PstStore(PstFile file, PstFolder folder, Family family) {
    this.file = file;
    this.folder = folder;
    this.family = family;
    this.contacts = new Contacts(file);
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(folder.path(), READ_ONLY);
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    return checked(
        () -> {
          Contents current = contents();
          List<Listing.Row> rows = new ArrayList<>();
          for (NodeId node : current.items()) {
            if (!foreign(current, node)) {
              rows.add(new Listing.Row(itemId(node), current.revision(node)));
            }
          }
          return Listing.complete(rows, null);
        });
  }

  private Contents contents() {
    Contents loaded = contents;
    if (loaded == null) {
      loaded = new Contents(file, folder.id());
      contents = loaded;
    }
    return loaded;
  }

  /** Whether the table shows that this is no item of the family; opening it would be needless. */
  private boolean foreign(Contents current, NodeId node) {
    try {
      String messageClass = current.messageClass(node);
      return !messageClass.isEmpty() && !isOfFamily(messageClass);
    } catch (DamagedException readingWillTell) {
      return false;
    }
  }

  private boolean isOfFamily(String messageClass) {
    return ItemClass.type(messageClass).filter(family.types()::contains).isPresent();
  }

  private static ItemId itemId(NodeId id) {
    return new ItemId(id.toString());
  }

  /** Damage of the folder as a whole. */
  private <T> T checked(Supplier<T> work) {
    try {
      return PstFile.checked(file.path(), work);
    } catch (StoreException e) {
      throw new StoreException(
          e.reason(), "The folder \"" + folder.path() + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    return checked(
        () -> {
          Contents current = contents();
          List<Found<Item>> answers = new ArrayList<>(ids.size());
          for (ItemId id : ids) {
            answers.add(
                nodeId(id).map(n -> read(current, id, n)).orElseGet(() -> new Found.Absent<>(id)));
          }
          return answers;
        });
  }

  private static Optional<NodeId> nodeId(ItemId id) {
    try {
      NodeId node = new NodeId(Integer.parseUnsignedInt(id.value(), 16));
      return node.type() == NodeId.MESSAGE ? Optional.of(node) : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** An item that the folder lists is never absent: if it cannot be found, that is damage. */
  private Found<Item> read(Contents current, ItemId id, NodeId node) {
    boolean listed = current.items().contains(node);
    Revision revision = current.revision(node);
    try {
      NodeEntry entry = file.database().entry(node).orElse(null);
      if (entry == null && listed) {
        throw new DamagedException("the folder lists the item, but the file does not have it");
      }
      if (entry == null || !entry.parent().equals(folder.id())) {
        return listed
            ? unreadable(id, revision, current.subject(node), "the item is in another folder too")
            : new Found.Absent<>(id);
      }
      return decode(id, revision, file.message(file.database().requireNode(node)));
    } catch (DamagedException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      return unreadable(id, revision, current.subject(node), String.valueOf(e.getMessage()));
    }
  }

  private Found<Item> unreadable(
      ItemId id, @Nullable Revision revision, String title, String reason) {
    return new Found.Unreadable<>(
        id,
        revision,
        title.isEmpty() ? "item " + id + " of the folder " + folder.path() : title,
        "In the folder \"" + folder.path() + "\" of " + file.path() + ": " + reason);
  }

  private Found<Item> decode(ItemId id, @Nullable Revision revision, MessageNode message) {
    PropertyBag bag = message.properties();
    String messageClass = bag.text(Tags.MESSAGE_CLASS);
    if (!isOfFamily(messageClass)) {
      return new Found.Foreign<>(id, revision);
    }
    Item item = item(ItemClass.type(messageClass).orElseThrow(), message);
    Stamp stamp = Stamp.parse(bag.text(Tags.TANDEM_STAMP)).orElse(null);
    return new Found.Present<>(new Replica<>(id, revision, item, stamp));
  }

  private Item item(ItemType type, MessageNode message) {
    return switch (type) {
      case APPOINTMENT -> AppointmentCodec.read(message);
      case TASK -> TaskCodec.read(message);
      case CONTACT -> ContactCodec.read(message, contacts.uid(message.id()));
      case DISTRIBUTION_LIST ->
          DistributionListCodec.read(message, contacts.uid(message.id()), contacts);
    };
  }

  /** Writes nothing: every effect is refused. */
  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    return effects.stream().<Written>map(e -> new Written.Refused(READ_ONLY)).toList();
  }

  /** Nothing was ever created here. */
  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    return Map.of();
  }

  @Override
  public void close() {
    // the file belongs to whoever opened it
  }
}
