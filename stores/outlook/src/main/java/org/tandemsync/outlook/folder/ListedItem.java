package org.tandemsync.outlook.folder;

import java.util.Map;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;

/**
 * A row of a listing.
 *
 * @param id the entry id in hexadecimal digits, as {@code NameSpace.GetItemFromID} takes it
 * @param messageClass such as IPM.Appointment
 * @param revision the time of the last change and, where the store keeps one, the change key: the
 *     time alone may be the same for two changes
 * @param keys of the properties that were asked for those that the item has
 */
public record ListedItem(
    ItemId id, String messageClass, Revision revision, Map<MapiName, Variant> keys) {
  public ListedItem {
    keys = Map.copyOf(keys);
  }
}
