package org.tandemsync.outlook.events;

import java.util.List;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;

/**
 * Tells when somebody else changes a folder. Holds the folder and its items as long: Outlook
 * forgets the listeners of a collection that nobody holds.
 */
public final class FolderChanges implements AutoCloseable {
  private final Folder folder;
  private final Items items;
  private final OwnWrites own;
  private final Runnable changed;
  private final Events.Connection ofItems;
  private final Events.Connection ofFolder;

  /**
   * Begins to listen.
   *
   * @param folder is closed with this
   * @param changed is called on Outlook's thread, and returns at once
   */
  public FolderChanges(Events events, Folder folder, OwnWrites own, Runnable changed) {
    this.folder = folder;
    this.own = own;
    this.changed = changed;
    this.items = folder.items();
    try {
      this.ofItems = events.listen(items.dispatch(), OutlookEvents.ITEMS, this::happened);
    } catch (AutomationException e) {
      items.close();
      folder.close();
      throw e;
    }
    try {
      this.ofFolder = events.listen(folder.dispatch(), OutlookEvents.FOLDER, this::happened);
    } catch (AutomationException e) {
      ofItems.close();
      items.close();
      folder.close();
      throw e;
    }
  }

  private void happened(String event, List<Variant> arguments) {
    boolean foreign =
        event.equals(OutlookEvents.ITEM_REMOVE)
            ? own.foreignRemoval()
            : own.foreign(entryId(arguments));
    if (foreign) {
      changed.run();
    }
  }

  /** The id of the first object; "" if it does not say one, which is nobody's. */
  private static String entryId(List<Variant> arguments) {
    String id = "";
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Variant.Reference(Dispatch object)) {
        try (object) {
          if (i == 0 && object.get("EntryID") instanceof Variant.Text(String text)) {
            id = text;
          }
        } catch (AutomationException e) {
          id = ""; // it is gone already
        }
      }
    }
    return id;
  }

  /** The run of this folder's profile has ended. */
  public void runEnded() {
    if (own.end()) {
      changed.run();
    }
  }

  @Override
  public void close() {
    ofItems.close();
    ofFolder.close();
    items.close();
    folder.close();
  }
}
