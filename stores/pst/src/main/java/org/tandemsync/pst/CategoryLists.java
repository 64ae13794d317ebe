package org.tandemsync.pst;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.mapi.CategoryListEdit;
import org.tandemsync.mapi.CategoryListXml;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.format.Node;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.TableContext;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/**
 * The list of categories of a file: it is a hidden message in the calendar folder. A list that
 * cannot be read is none: it only has colours, no items.
 */
final class CategoryLists {
  static final String MESSAGE_CLASS = "IPM.Configuration.CategoryList";

  /** PidTagMessageFlags, as Outlook gives them to such messages. */
  private static final int ASSOCIATED = 0x40;

  private static final int UNSENT = 8;
  private static final int READ = 1;

  /** PidTagRoamingDatatypes: there is an XML stream. */
  private static final int XML = 2;

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

  /**
   * What is to be written so that categories have other colours.
   *
   * @return empty if they have them already
   * @throws StoreException if the file has no calendar, or a list that cannot be changed safely
   */
  Optional<Change> recolour(Map<String, CategoryColor> wanted, Instant now) {
    NodeId folder =
        folder().orElseThrow(() -> cannot(Reason.NOT_FOUND, "it has no calendar folder"));
    MessageNode there = message(folder).orElse(null);
    byte[] before =
        there == null ? new byte[0] : there.properties().bytes(Tags.ROAMING_XML).toArray();
    byte[] after =
        CategoryListEdit.recolour(before, wanted, now)
            .orElseThrow(
                () ->
                    cannot(
                        Reason.DAMAGED,
                        "its list of categories is not as Outlook writes it. In Outlook, give a"
                            + " category another colour, close Outlook, and try again"));
    if (Arrays.equals(before, after)) {
      return Optional.empty();
    }
    MessageEdit edit = there == null ? MessageEdit.ofNew() : MessageEdit.of(there);
    if (there == null) {
      edit.properties()
          .text(Tags.MESSAGE_CLASS, MESSAGE_CLASS)
          .text(Tags.SUBJECT, MESSAGE_CLASS)
          .integer(Tags.MESSAGE_FLAGS, ASSOCIATED | UNSENT | READ);
    }
    edit.properties()
        .integer(
            Tags.ROAMING_TYPES, XML | edit.before().properties().integer(Tags.ROAMING_TYPES, 0))
        .bytes(Tags.ROAMING_XML, Bytes.of(after));
    return Optional.of(new Change(folder, there == null ? null : there.id(), edit));
  }

  private StoreException cannot(Reason reason, String why) {
    return new StoreException(
        reason, "No category of " + file.path() + " can be given a colour: " + why + ".");
  }

  /**
   * A message to write.
   *
   * @param there its node, or null if it is not there yet
   */
  record Change(NodeId folder, @Nullable NodeId there, MessageEdit edit) {}

  private static Instant modified(MessageNode message) {
    Instant time = message.properties().time(Tags.MODIFIED);
    return time == null ? Instant.MIN : time;
  }
}
