package org.tandemsync.pst;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** Moves items between two folders of a data file. They keep their ids, as when Outlook does it. */
public final class FolderMoves {
  private FolderMoves() {}

  /**
   * Moves all that are in the one folder as they were seen, in one transaction.
   *
   * @return one outcome for each in the same order
   * @throws StoreException {@code BUSY} if somebody else has the file open
   */
  public static List<Written> move(
      PstFile file, PstFolder from, PstFolder to, Map<ItemId, Revision> items, Instant now) {
    String refusal = file.refusal(from).or(() -> file.refusal(to)).orElse(null);
    if (refusal != null) {
      return items.keySet().stream().<Written>map(id -> new Written.Refused(refusal)).toList();
    }
    ItemChanges changes = file.begin(now);
    boolean done = false;
    try {
      List<Written> outcomes = new ArrayList<>();
      items.forEach((id, seen) -> outcomes.add(move(changes, from, to, id, seen)));
      file.commit(changes);
      done = true;
      return outcomes;
    } catch (UncheckedIOException e) {
      throw DiskTrouble.of(file.path(), Objects.requireNonNull(e.getCause()));
    } finally {
      if (!done) {
        file.abandon();
      }
    }
  }

  private static Written move(
      ItemChanges changes, PstFolder from, PstFolder to, ItemId id, Revision seen) {
    NodeId node = FolderItems.node(id).orElse(null);
    NodeEntry entry = node == null ? null : changes.find(node).orElse(null);
    if (node == null || entry == null || !entry.parent().equals(from.id())) {
      return new Written.Gone();
    }
    try {
      if (!seen.equals(Contents.revision(entry, changes.modified(from.id(), node)))) {
        return new Written.Stale();
      }
      changes.move(node, to.id());
      return new Written.Done(id, null);
    } catch (DamagedException e) {
      return new Written.Refused("the data file is damaged where the item is: " + e.getMessage());
    }
  }
}
