package org.tandemsync.outlook.events;

import java.util.Map;
import java.util.UUID;
import org.tandemsync.outlook.automation.EventSet;

/**
 * The events that we listen to, with their numbers in Outlook's type library. They are the same
 * from Outlook 2000 (items, Send/Receive) and 2007 (folders) to today.
 */
public final class OutlookEvents {
  public static final String ITEM_ADD = "ItemAdd";
  public static final String ITEM_CHANGE = "ItemChange";

  /** Has no argument, and is not told when many items are removed at once. */
  public static final String ITEM_REMOVE = "ItemRemove";

  /** Is told before an item is moved or deleted, also by the person in another window. */
  public static final String BEFORE_ITEM_MOVE = "BeforeItemMove";

  public static final String QUIT = "Quit";
  public static final String SYNC_END = "SyncEnd";

  /** Of {@code Items}: ItemsEvents. */
  public static final EventSet ITEMS =
      set(
          "00063077-0000-0000-C000-000000000046",
          Map.of(0xF001, ITEM_ADD, 0xF002, ITEM_CHANGE, 0xF003, ITEM_REMOVE));

  /** Of {@code Folder}: MAPIFolderEvents_12. */
  public static final EventSet FOLDER =
      set("000630F7-0000-0000-C000-000000000046", Map.of(0xFBA9, BEFORE_ITEM_MOVE));

  /** Of {@code Application}: ApplicationEvents_11. */
  public static final EventSet APPLICATION =
      set("0006302C-0000-0000-C000-000000000046", Map.of(0xF007, QUIT));

  /** Of {@code SyncObject}: SyncObjectEvents. */
  public static final EventSet SYNC_OBJECT =
      set("00063085-0000-0000-C000-000000000046", Map.of(0xF004, SYNC_END));

  private OutlookEvents() {}

  private static EventSet set(String iid, Map<Integer, String> names) {
    return new EventSet(UUID.fromString(iid), names);
  }
}
