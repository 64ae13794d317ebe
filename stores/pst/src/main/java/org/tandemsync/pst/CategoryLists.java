package org.tandemsync.pst;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.pst.mapi.CategoryListXml;
import org.tandemsync.pst.mapi.Tags;

/**
 * Finds the list of categories of a file: it is a hidden message in the calendar folder. A list
 * that cannot be read is none: it only has colours, no items.
 */
final class CategoryLists {
  static final String MESSAGE_CLASS = "IPM.Configuration.CategoryList";

  private final PstFile file;

  CategoryLists(PstFile file) {
    this.file = file;
  }

  MasterCategoryList read() {
    return folder()
        .flatMap(this::message)
        .flatMap(m -> CategoryListXml.parse(m.properties().bytes(Tags.ROAMING_XML).toArray()))
        .orElse(MasterCategoryList.EMPTY);
  }

  /** The calendar that has the list. */
  Optional<NodeId> folder() {
    return file.folders().stream()
        .filter(f -> f.role() == FolderRole.CALENDAR)
        .map(PstFolder::id)
        .findFirst();
  }

  /** The hidden message with the list; of several, as when two Outlooks began one, the latest. */
  Optional<MessageNode> message(NodeId folder) {
    Optional<Node> table = file.database().node(folder.withType(NodeId.ASSOCIATED_TABLE));
    MessageNode found = null;
    if (table.isPresent()) {
      for (TableContext.Row row : new TableContext(table.get()).rows()) {
        MessageNode message = list(new NodeId(row.id()));
        if (message != null && (found == null || modified(found).isBefore(modified(message)))) {
          found = message;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private @Nullable MessageNode list(NodeId id) {
    try {
      Node node = file.database().node(id).orElse(null);
      if (node == null || id.type() != NodeId.ASSOCIATED_MESSAGE) {
        return null;
      }
      MessageNode message = file.message(node);
      String messageClass = message.properties().text(Tags.MESSAGE_CLASS);
      return messageClass.equalsIgnoreCase(MESSAGE_CLASS) ? message : null;
    } catch (DamagedException hiddenMessagesAreNoItems) {
      return null;
    }
  }

  private static Instant modified(MessageNode message) {
    Instant time = message.properties().time(Tags.MODIFIED);
    return time == null ? Instant.MIN : time;
  }
}
