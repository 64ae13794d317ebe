package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.ClosingStore;
import org.tandemsync.testkit.ItemStoreContract;
import org.tandemsync.testkit.items.ItemPair;

/** What every store must do, through the object model of the stand-in. */
class OutlookStoreTest {

  private abstract static class InOutlook extends ItemStoreContract {
    abstract Family family();

    abstract String folder();

    @Override
    protected Item a() {
      return ItemPair.of(family()).a();
    }

    @Override
    protected Item b() {
      return ItemPair.of(family()).b();
    }

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
  private static final class InMemory implements ItemStoreContract.Place<Item> {
    private static final Stamp STAMP = new Stamp(new LinkId("somebody"), 1);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final StandIn outlook =
        new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    private final Family family;

    InMemory(Family family) {
      this.family = family;
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

    private Written write(Effect<Item> effect) {
      try (Store<Item> store = open()) {
        return store.write(List.of(effect)).getFirst();
      }
    }

    private Revision revision(ItemId id) {
      try (Store<Item> store = open()) {
        Found.Present<Item> found = (Found.Present<Item>) store.read(List.of(id)).getFirst();
        return java.util.Objects.requireNonNull(found.replica().revision());
      }
    }

    @Override
    public ItemId put(Item item) {
      return ((Written.Done) write(new Effect.Create<>(item.uid(), item, STAMP, "Title"))).id();
    }

    @Override
    public void change(ItemId id, Item item) {
      Set<String> all = Set.copyOf(Fields.of(item.type()).names());
      assertThat(write(new Effect.Update<>(id, revision(id), item, all, STAMP, "Title")))
          .isInstanceOf(Written.Done.class);
    }

    @Override
    public void remove(ItemId id) {
      assertThat(write(new Effect.Delete<>(id, revision(id), "Title")))
          .isInstanceOf(Written.Done.class);
    }

    @Override
    public void close() {
      assertThat(outlook.references()).as("references that nobody released").isZero();
    }
  }

  @Nested
  class Contacts extends InOutlook {
    @Override
    Family family() {
      return Family.CONTACTS;
    }

    @Override
    String folder() {
      return "Contacts";
    }
  }

  @Nested
  class Events extends InOutlook {
    @Override
    Family family() {
      return Family.EVENTS;
    }

    @Override
    String folder() {
      return "Calendar";
    }
  }

  @Nested
  class Tasks extends InOutlook {
    @Override
    Family family() {
      return Family.TASKS;
    }

    @Override
    String folder() {
      return "Tasks";
    }
  }
}
