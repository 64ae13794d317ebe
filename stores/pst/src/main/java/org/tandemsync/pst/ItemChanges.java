package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.FileTime;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Span;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;
import org.tandemsync.pst.format.Transaction;

/**
 * Changes to the items of a file that become visible together with {@link #commit}. An operation
 * that throws has changed nothing, and the others go on. Each item is changed at most once.
 */
final class ItemChanges {
  private static final int MODIFIED = 0x30080040;

  private final Transaction transaction;
  private final NameBook names;
  private final MessageWriter messages;
  private final FolderTables folders;
  private final SearchQueue searches;
  private final SearchResults results;
  private final @Nullable NodeId deletedItems;
  private final Map<NodeId, Map<Integer, byte[]>> rows = new HashMap<>();
  private final Map<NodeId, String> searchKeys = new HashMap<>();
  private boolean any;

  /**
   * @param deletedItems the folder to which deleted items go, if the file has one
   */
  ItemChanges(Transaction transaction, NameMap names, @Nullable NodeId deletedItems, Instant now) {
    this.transaction = transaction;
    this.names = new NameBook(names);
    this.messages = new MessageWriter(transaction, this.names, now);
    this.folders = new FolderTables(transaction);
    this.searches = new SearchQueue(transaction);
    this.results = new SearchResults(transaction);
    this.deletedItems = deletedItems;
  }

  /** Adds an item to a folder. */
  NodeId add(NodeId folder, MessageEdit edit) {
    MessageWriter.Prepared message = messages.write(edit);
    NodeId id = transaction.newNode(NodeId.MESSAGE);
    rows.put(id, folders.put(folder, id, message.values()));
    searchKeys.put(id, message.searchKey());
    transaction.putNode(message.written().as(id, folder));
    searches.added(folder, id);
    any = true;
    return id;
  }

  /**
   * Changes an item.
   *
   * @return false if the edit changes nothing: then nothing is written
   */
  boolean change(NodeId item, MessageEdit edit) {
    if (!MessageWriter.changes(edit)) {
      return false;
    }
    NodeId folder = intact(item).parent();
    MessageWriter.Prepared message = messages.write(edit);
    rows.put(item, folders.put(folder, item, message.values()));
    transaction.putNode(message.written().as(item, folder));
    searches.changed(folder, item);
    any = true;
    return true;
  }

  /** Moves an item to another folder. It keeps its id. */
  void move(NodeId item, NodeId to) {
    NodeEntry entry = entry(item);
    NodeId from = entry.parent();
    if (from.equals(to)) {
      return;
    }
    ObjectValues values = ObjectValues.of(bag(transaction.node(entry)));
    folders.move(from, to, item, values);
    transaction.putNode(new NodeEntry(item, entry.data(), entry.subnodes(), to));
    searches.moved(from, to, item);
    any = true;
  }

  /**
   * Deletes an item as Outlook does: it goes to the Deleted Items, where a user finds what was
   * deleted by mistake on another device. What is there already is removed for good, and so is
   * everything in a file without that folder.
   */
  void delete(NodeId item) {
    NodeId folder = entry(item).parent();
    if (deletedItems == null || isWithin(folder, deletedItems)) {
      remove(item);
    } else {
      move(item, deletedItems);
    }
  }

  /** Removes an item for good. */
  void remove(NodeId item) {
    NodeId folder = intact(item).parent();
    folders.remove(folder, item);
    results.remove(item);
    transaction.removeNode(item);
    searches.deleted(folder, item);
    any = true;
  }

  private boolean isWithin(NodeId folder, NodeId outer) {
    Set<NodeId> seen = new HashSet<>();
    NodeId current = folder;
    while (seen.add(current)) {
      if (current.equals(outer)) {
        return true;
      }
      Optional<NodeEntry> entry = transaction.entry(current);
      if (entry.isEmpty()) {
        return false;
      }
      current = entry.get().parent();
    }
    return false;
  }

  /** What an item was given that is new in these changes, else "". */
  String searchKey(NodeId item) {
    return searchKeys.getOrDefault(item, "");
  }

  /** An item as these changes leave it. */
  Optional<NodeEntry> find(NodeId item) {
    return transaction.entry(item);
  }

  /** What an item holds as these changes leave it. */
  Optional<PropertyBag> properties(NodeId item) {
    return transaction.node(item).map(this::bag);
  }

  private PropertyBag bag(Node node) {
    return new PropertyBag(
        new PropertyContext(node).properties(), names.names(), StandardCharsets.UTF_8);
  }

  /** When an item was changed last, as far as the row of the folder tells. */
  @Nullable Instant modified(NodeId folder, NodeId item) {
    Map<Integer, byte[]> written = rows.get(item);
    byte[] time = (written == null ? folders.row(folder, item) : written).get(MODIFIED);
    return time == null ? null : FileTime.instant(Span.of(time).i64(0));
  }

  /**
   * An item whose blocks can all be reached: they are given up with it, and a damaged one would be
   * noticed only when it is too late for the other changes.
   */
  private NodeEntry intact(NodeId item) {
    NodeEntry entry = entry(item);
    transaction.size(entry);
    return entry;
  }

  private NodeEntry entry(NodeId item) {
    return find(item).orElseThrow(() -> new DamagedException("the item " + item + " is missing"));
  }

  /** Makes everything visible and durable, if anything was changed. */
  void commit() {
    if (any) {
      folders.write();
      results.write();
      names.write(transaction);
      searches.write();
      transaction.commit();
    }
  }

  /** The names of the file after the commit. */
  NameMap names() {
    return names.names();
  }
}
