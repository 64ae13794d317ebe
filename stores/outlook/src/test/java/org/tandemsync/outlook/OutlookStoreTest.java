package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ClosingStore;
import org.tandemsync.testkit.FamilyStoreContract;
import org.tandemsync.testkit.PlaceByStore;

/** What every store must do, through the object model of the stand-in. */
class OutlookStoreTest {

  private abstract static class InOutlook extends FamilyStoreContract {
    @Override
    protected Place<Item> place() {
      return new InMemory(family());
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("00000000A1B2C3D400000000FFFFFFFF");
    }
  }

  /** The foreign hand works in the same Outlook, by a store of its own. */
  private static final class InMemory implements PlaceByStore {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final StandIn outlook =
        new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    private final Family family;

    InMemory(Family family) {
      this.family = family;
    }

    /** A mailbox that is not at hand: rules of series do not come by their property. */
    InMemory rulesAreTooLarge() {
      outlook.rulesAreTooLarge();
      return this;
    }

    @Override
    public Store<Item> open() {
      Application application = outlook.application();
      String folder =
          switch (family) {
            case EVENTS -> "calendar";
            case TASKS -> "tasks";
            case CONTACTS -> "contacts";
          };
      return new ClosingStore<>(
          new OutlookFolders(application, () -> NOW)
              .open(FolderAddress.parse(folder), family, true),
          application::close);
    }

    @Override
    public void close() {
      assertThat(outlook.references()).as("references that nobody released").isZero();
    }
  }

  @Nested
  class Contacts extends InOutlook {
    @Override
    protected Family family() {
      return Family.CONTACTS;
    }

    @Override
    protected String folder() {
      return "Contacts";
    }
  }

  @Nested
  class Events extends InOutlook {
    @Override
    protected Family family() {
      return Family.EVENTS;
    }

    @Override
    protected String folder() {
      return "Calendar";
    }
  }

  @Nested
  class EventsWithLargeRules extends InOutlook {
    @Override
    protected Place<Item> place() {
      return new InMemory(family()).rulesAreTooLarge();
    }

    @Override
    protected Family family() {
      return Family.EVENTS;
    }

    @Override
    protected String folder() {
      return "Calendar";
    }
  }

  @Nested
  class Tasks extends InOutlook {
    @Override
    protected Family family() {
      return Family.TASKS;
    }

    @Override
    protected String folder() {
      return "Tasks";
    }
  }
}
