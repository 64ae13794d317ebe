package org.tandemsync.outlook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.items.Family;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.Recipient;
import org.tandemsync.sync.StoreException;

/** Finds folders of Outlook and opens them as stores. */
public final class OutlookFolders {
  private final Application application;
  private final InstantSource clock;

  /**
   * @param application stays the caller's; it outlives the stores
   * @param clock says when items are written
   */
  public OutlookFolders(Application application, InstantSource clock) {
    this.application = application;
    this.clock = clock;
  }

  /**
   * Opens a folder.
   *
   * @param family which of its items take part
   * @param otherForms whether items of forms derived from Outlook's own take part too
   * @throws StoreException if there is no such folder, or Outlook does not answer
   */
  public OutlookStore open(FolderAddress address, Family family, boolean otherForms) {
    NameSpace session = null;
    Folder folder = null;
    boolean done = false;
    try {
      session = application.getNamespace("MAPI");
      folder = find(session, address);
      String name = folder.folderPath();
      OutlookStore store =
          new OutlookStore(
              OpenFolder.of(application, session, folder, family, otherForms), name, clock);
      done = true;
      return store;
    } catch (AutomationException e) {
      throw failure(address, e);
    } finally {
      if (!done && folder != null) {
        folder.close();
      }
      if (!done && session != null) {
        session.close();
      }
    }
  }

  /** Which items a folder is for; empty for mail, notes and the like. */
  public Optional<Family> family(FolderAddress address) {
    try (NameSpace session = application.getNamespace("MAPI");
        Folder folder = find(session, address)) {
      OlItemType type = folder.defaultItemType();
      return switch (type) {
        case olAppointmentItem -> Optional.of(Family.EVENTS);
        case olTaskItem -> Optional.of(Family.TASKS);
        case olContactItem, olDistributionListItem -> Optional.of(Family.CONTACTS);
        default -> Optional.empty();
      };
    } catch (AutomationException e) {
      throw failure(address, e);
    }
  }

  private static StoreException failure(FolderAddress address, AutomationException e) {
    if (e.result().gone() || e.result().busy()) {
      return new StoreException(
          StoreException.Reason.UNREACHABLE,
          "Outlook does not answer. Look whether it shows a dialog, and try again. (" + e + ")",
          e);
    }
    String what =
        switch (address) {
          case FolderAddress.Usual(var folder) -> "no such default folder: " + folder;
          case FolderAddress.Shared(String owner, var folder) ->
              "no " + folder + " that " + owner + " shares. Ask for access to it";
          case FolderAddress.Path(List<String> parts) ->
              "no folder "
                  + String.join("/", parts)
                  + ". The first part is the name of the mailbox"
                  + " or data file, as Outlook's list of folders shows it";
        };
    return new StoreException(StoreException.Reason.NOT_FOUND, "Outlook has " + what + ".", e);
  }

  private static Folder find(NameSpace session, FolderAddress address) {
    return switch (address) {
      case FolderAddress.Usual(var folder) -> session.getDefaultFolder(folder);
      case FolderAddress.Shared(String owner, var folder) -> {
        try (Recipient recipient = session.createRecipient(owner)) {
          recipient.resolve();
          yield session.getSharedDefaultFolder(recipient, folder);
        }
      }
      case FolderAddress.Path(List<String> parts) -> walk(session, parts);
    };
  }

  /** Each folder is asked for the next one by its name. */
  private static Folder walk(NameSpace session, List<String> parts) {
    List<Folder> passed = new ArrayList<>();
    try {
      Folder folder;
      try (Folders top = session.folders()) {
        folder = top.item(parts.getFirst());
      }
      for (String part : parts.subList(1, parts.size())) {
        passed.add(folder);
        try (Folders below = folder.folders()) {
          folder = below.item(part);
        }
      }
      return folder;
    } finally {
      passed.forEach(Folder::close);
    }
  }
}
