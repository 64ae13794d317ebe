package org.tandemsync.outlook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandemsync.items.Family;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.Store;

/** Makes folders in the mailbox or data file that Outlook uses by default. */
final class NewFolder {
  private NewFolder() {}

  /**
   * Makes a folder, or finds it there.
   *
   * @param path from the top of the mailbox, with slashes between
   */
  static FolderFacts of(NameSpace session, String path, Family family) {
    try (Store store = session.defaultStore()) {
      return below(store.getRootFolder(), parts(path), family);
    }
  }

  /** Each part of a path is a folder; none has no name, nor what Outlook takes for a border. */
  private static List<String> parts(String path) {
    List<String> parts =
        Stream.of(path.split("/", -1))
            .map(part -> part.replaceAll("[\\p{Cntrl}\\\\]", " ").strip())
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? List.of("Items") : parts;
  }

  /**
   * The same below a folder.
   *
   * @param top is closed with this
   */
  private static FolderFacts below(Folder top, List<String> parts, Family family) {
    try (top;
        Folders folders = top.folders()) {
      String name = parts.getFirst();
      if (parts.size() > 1) {
        Folder next = there(folders, name).orElseGet(() -> folders.add(name, type(family)));
        return below(next, parts.subList(1, parts.size()), family);
      }
      FolderFacts facts = facts(folders, name, family);
      return facts.family().equals(Optional.of(family))
          ? facts
          : facts(folders, name + " (" + family.label() + ")", family);
    }
  }

  private static FolderFacts facts(Folders folders, String name, Family family) {
    try (Folder folder = there(folders, name).orElseGet(() -> folders.add(name, type(family)))) {
      return FolderFacts.of(folder);
    }
  }

  private static Optional<Folder> there(Folders folders, String name) {
    try {
      return Optional.of(folders.item(name));
    } catch (AutomationException e) {
      if (OpenFolder.isAbsence(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static OlDefaultFolders type(Family family) {
    return switch (family) {
      case EVENTS -> OlDefaultFolders.olFolderCalendar;
      case TASKS -> OlDefaultFolders.olFolderTasks;
      case CONTACTS -> OlDefaultFolders.olFolderContacts;
    };
  }
}
