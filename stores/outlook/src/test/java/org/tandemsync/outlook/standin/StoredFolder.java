package org.tandemsync.outlook.standin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it is kept.
 *
 * @param parent null for the root of the mailbox
 * @param messageClass of the items that are made in it
 */
record StoredFolder(
    String entryId,
    @Nullable StoredFolder parent,
    String name,
    String messageClass,
    List<StoredItem> items) {

  StoredFolder(String entryId, @Nullable StoredFolder parent, String name, String messageClass) {
    this(entryId, parent, name, messageClass, new ArrayList<>());
  }

  String path() {
    StoredFolder above = parent;
    return above == null ? "\\\\" + name : above.path() + "\\" + name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredFolder folder && folder.entryId.equals(entryId);
  }

  @Override
  public int hashCode() {
    return entryId.hashCode();
  }
}
