package org.tandemsync.distribution;

import java.util.List;
import java.util.Map;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.services.OutlookAccounts;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/**
 * A machine that is no Windows.
 *
 * @param system its operating system, as {@code os.name} tells it
 */
record NoDesktop(String system) implements Desktop {

  private StoreException none() {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "Outlook on the desktop (desktop) is there on Windows only, and this is "
            + (system.isBlank() ? "another system" : system)
            + ". Next step: run this profile on the machine with Outlook and set active = false"
            + " here, or name a data file: outlook = { pst = \"FILE\", folder = \"FOLDER\" }");
  }

  @Override
  public List<Place> places(Endpoint.Desktop at) {
    throw none();
  }

  @Override
  public Store<Item> open(Endpoint.Desktop at, Family family) {
    throw none();
  }

  @Override
  public Place create(Endpoint.Desktop within, String name, Family family) {
    throw none();
  }

  @Override
  public MasterCategoryList categories(Endpoint.Desktop at) {
    throw none();
  }

  @Override
  public boolean recolour(Endpoint.Desktop at, Map<String, CategoryColor> wanted) {
    throw none();
  }

  @Override
  public OutlookAccounts.OutlookAccount account(Endpoint.Desktop at) {
    throw new StoreException(
        StoreException.Reason.NOT_FOUND,
        "Outlook's accounts (--from-outlook) are there on Windows only, and this is "
            + (system.isBlank() ? "another system" : system)
            + ". Next step: name the mail address or the server: tandem discover ADDRESS");
  }

  /** The run says what is wrong. */
  @Override
  public Watches.Watch watch(
      OutlookEndpoint.Desktop folder, boolean afterSendReceive, Watches.Wakeups wakeups) {
    return new Watches.Watch() {};
  }

  @Override
  public void close() {}
}
