package org.tandemsync.distribution;

import java.util.List;
import java.util.Map;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.Place;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.sync.Store;

/**
 * The folders of Outlook on the desktop. Only what implements this knows the modules of Outlook and
 * Windows, so that nothing of them is loaded where there is no Outlook.
 *
 * <p>All methods throw {@link org.tandemsync.sync.StoreException} where Outlook cannot be had.
 */
interface Desktop extends AutoCloseable {

  /** How it is had on a machine. */
  @FunctionalInterface
  interface Access {
    Desktop in(Surroundings surroundings);
  }

  List<Place> places(Endpoint.Desktop at);

  Store<Item> open(Endpoint.Desktop at, Family family);

  Place create(Endpoint.Desktop within, String name, Family family);

  MasterCategoryList categories(Endpoint.Desktop at);

  boolean recolour(Endpoint.Desktop at, Map<String, CategoryColor> wanted);

  /** The mail account behind a folder. */
  OutlookAccounts.OutlookAccount account(Endpoint.Desktop at);

  /**
   * Listens to the folder of a profile, for as long as Outlook runs; never starts it.
   *
   * @param afterSendReceive whether Send/Receive of Outlook wakes the profile too
   */
  Watches.Watch watch(
      OutlookEndpoint.Desktop folder, boolean afterSendReceive, Watches.Wakeups wakeups);

  /** Lets Outlook go; may be used again, but not to watch. */
  @Override
  void close();
}
