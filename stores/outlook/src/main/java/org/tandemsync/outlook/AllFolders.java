package org.tandemsync.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlExchangeStoreType;
import org.tandemsync.outlook.model.Store;

/**
 * Goes through the mailboxes and data files of a session, without public folders: there can be any
 * number of these, on a server that is far away. What is deleted is left out.
 */
final class AllFolders {
  /** Deeper than anybody's folders are; Exchange allows 300. */
  private static final int DEEPEST = 300;

  private final List<FolderFacts> found = new ArrayList<>();

  private AllFolders() {}

  /** Those with appointments, tasks or contacts, as Outlook lists them. */
  static List<FolderFacts> of(NameSpace session) {
    AllFolders all = new AllFolders();
    try (Folders top = session.folders()) {
      for (int i = 1; i <= top.count(); i++) {
        try (Folder root = top.item(i)) {
          all.add(root);
        }
      }
    }
    return List.copyOf(all.found);
  }

  private void add(Folder root) {
    try (Store store = root.store()) {
      if (store.exchangeStoreType() != OlExchangeStoreType.olExchangePublicFolder) {
        addBelow(root, deletedItems(store).orElse(""), 0);
      }
    }
  }

  private static Optional<String> deletedItems(Store store) {
    try (Folder deleted = store.getDefaultFolder(OlDefaultFolders.olFolderDeletedItems)) {
      return Optional.of(deleted.entryID());
    } catch (AutomationException e) {
      if (e.result().gone() || e.result().busy()) {
        throw e;
      }
      return Optional.empty(); // somebody else's mailbox, of which we see a part
    }
  }

  private void addBelow(Folder folder, String deletedItems, int depth) {
    try (Folders below = folder.folders()) {
      for (int i = 1; i <= below.count(); i++) {
        try (Folder next = below.item(i)) {
          FolderFacts facts = FolderFacts.of(next);
          if (facts.entryId().equals(deletedItems)) {
            continue;
          }
          if (facts.family().isPresent()) {
            found.add(facts);
          }
          if (depth < DEEPEST) {
            addBelow(next, deletedItems, depth + 1);
          }
        }
      }
    }
  }
}
