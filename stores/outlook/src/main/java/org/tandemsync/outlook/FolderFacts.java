package org.tandemsync.outlook;

import java.util.Optional;
import org.tandemsync.items.Family;
import org.tandemsync.outlook.model.Folder;

/**
 * What tells a folder of Outlook from others.
 *
 * @param path from the name of the mailbox or data file on, with slashes between: {@link
 *     FolderAddress#parse} finds it again
 * @param entryId stays the same when the folder gets another name; it has the id of its store in it
 * @param family which items it is for; empty for mail, notes and the like
 */
public record FolderFacts(String path, String entryId, Optional<Family> family) {

  static FolderFacts of(Folder folder) {
    return new FolderFacts(
        folder.folderPath().replaceFirst("^\\\\+", "").replace('\\', '/'),
        folder.entryID(),
        switch (folder.defaultItemType()) {
          case olAppointmentItem -> Optional.of(Family.EVENTS);
          case olTaskItem -> Optional.of(Family.TASKS);
          case olContactItem, olDistributionListItem -> Optional.of(Family.CONTACTS);
          default -> Optional.empty();
        });
  }
}
