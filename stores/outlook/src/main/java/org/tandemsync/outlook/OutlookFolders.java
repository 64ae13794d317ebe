package org.tandemsync.outlook;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.Categories;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.Recipient;
import org.tandemsync.outlook.model.Store;
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
    return open(address, family, otherForms, WriteListener.NONE);
  }

  /**
   * Opens a folder.
   *
   * @param writes hears of each item that the store writes
   */
  public OutlookStore open(
      FolderAddress address, Family family, boolean otherForms, WriteListener writes) {
    NameSpace session = null;
    Folder folder = null;
    boolean done = false;
    try {
      session = application.getNamespace("MAPI");
      folder = find(session, address);
      String name = folder.folderPath();
      OutlookStore store =
          new OutlookStore(
              OpenFolder.of(application, session, folder, family, otherForms), name, clock, writes);
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

  /**
   * A folder as an object, to be closed by the caller.
   *
   * @throws StoreException if there is no such folder, or Outlook does not answer
   */
  public Folder folder(FolderAddress address) {
    try (NameSpace session = application.getNamespace("MAPI")) {
      return find(session, address);
    } catch (AutomationException e) {
      throw failure(address, e);
    }
  }

  /**
   * Looks a folder up.
   *
   * @throws StoreException if there is no such folder, or Outlook does not answer
   */
  public FolderFacts facts(FolderAddress address) {
    try (NameSpace session = application.getNamespace("MAPI");
        Folder folder = find(session, address)) {
      return FolderFacts.of(folder);
    } catch (AutomationException e) {
      throw failure(address, e);
    }
  }

  /**
   * The mail account behind a folder.
   *
   * @throws StoreException if there is no such folder, not exactly one account delivers into its
   *     mailbox, or Outlook does not answer
   */
  public FolderAccount account(FolderAddress address) {
    try (NameSpace session = application.getNamespace("MAPI");
        Folder folder = find(session, address)) {
      return new DeliveringAccounts(session).of(folder);
    } catch (AutomationException e) {
      throw failure(address, e);
    }
  }

  /**
   * All folders of the session with appointments, tasks or contacts, without public folders and
   * what is deleted.
   *
   * @throws StoreException if Outlook does not answer
   */
  public List<FolderFacts> all() {
    try (NameSpace session = application.getNamespace("MAPI")) {
      return AllFolders.of(session);
    } catch (AutomationException e) {
      throw OutlookTrouble.of("Outlook's list of folders", e);
    }
  }

  /**
   * Makes a folder in the mailbox or data file that Outlook uses by default, or finds it there. One
   * for other items leaves the name to them: the new one says what it is for.
   *
   * @param path from the top of the mailbox, with slashes between
   * @throws StoreException if Outlook does not make it
   */
  public FolderFacts create(String path, Family family) {
    try (NameSpace session = application.getNamespace("MAPI")) {
      return NewFolder.of(session, path, family);
    } catch (AutomationException e) {
      throw OutlookTrouble.of("A new folder \"" + path + "\" in Outlook", e);
    }
  }

  /**
   * The list of categories of the mailbox or data file that a folder is in.
   *
   * @throws StoreException if there is no such folder, or Outlook does not answer
   */
  public MasterCategoryList categories(FolderAddress address) {
    return withCategories(address, MasterCategories::read);
  }

  /**
   * Gives categories other colours; those that are missing are added. Shortcut keys stay.
   *
   * @param wanted colours by name, in upper or lower case
   * @return whether anything had to be written
   * @throws StoreException if there is no such folder, or Outlook does not take it
   */
  public boolean recolour(FolderAddress address, Map<String, CategoryColor> wanted) {
    return withCategories(address, list -> MasterCategories.recolour(wanted, list));
  }

  private <T> T withCategories(FolderAddress address, Function<Categories, T> work) {
    try (NameSpace session = application.getNamespace("MAPI");
        Folder folder = found(session, address)) {
      try (Store store = folder.store();
          Categories list = store.categories()) {
        return work.apply(list);
      } catch (AutomationException e) {
        throw OutlookTrouble.of(
            "The list of categories of Outlook's folder \"" + folder.folderPath() + "\"", e);
      }
    } catch (AutomationException e) {
      throw OutlookTrouble.of("Outlook's list of categories", e);
    }
  }

  private static Folder found(NameSpace session, FolderAddress address) {
    try {
      return find(session, address);
    } catch (AutomationException e) {
      throw failure(address, e);
    }
  }

  private static StoreException failure(FolderAddress address, AutomationException e) {
    if (e.result().gone() || e.result().busy()) {
      return OutlookTrouble.of("", e);
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
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "Outlook has " + what + ". Next step: 'tandem items desktop:' shows its folders.",
        e);
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
