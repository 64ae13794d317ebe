package org.tandemsync.distribution;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.services.Surroundings;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.year.SampleYear;

/** A data file with the sample year in it, made by our own writer, and the server of the tests. */
final class SampleWorld implements DemoWorld {
  static final long SEED = 20_260_101;

  /** Where the person lives. */
  private static final ZoneId HOME = ZoneId.of("Europe/Vienna");

  private final Path file;
  private final InstantSource clock;
  private final SampleYear year;
  private final SampleServer server;

  SampleWorld(Path folder, Surroundings surroundings) {
    this.file = folder.resolve("outlook.pst");
    this.clock = surroundings.clock();
    this.year = SampleYear.of(Year.from(clock.instant().atZone(HOME)), SEED);
    this.server = new SampleServer(clock, HOME);
    NewDataFile.create(file, Locale.ENGLISH, new Random(SEED));
    edit(Family.EVENTS, none -> creates(year.appointments()));
    edit(Family.TASKS, none -> creates(year.tasks()));
    List<Item> people = new ArrayList<>(year.contacts());
    people.addAll(year.lists());
    edit(Family.CONTACTS, none -> creates(people));
  }

  private static List<Effect<Item>> creates(List<? extends Item> items) {
    List<Effect<Item>> creates = new ArrayList<>();
    for (Item item : items) {
      creates.add(create(item));
    }
    return creates;
  }

  private static Effect<Item> create(Item item) {
    return new Effect.Create<>(item.uid(), item, stamp(item), item.title());
  }

  private static Stamp stamp(Item item) {
    return new Stamp(new LinkId("demo-" + item.uid()), 1);
  }

  /** Opens the file as Outlook would, makes changes in the folder for a family, and closes it. */
  private void edit(Family family, Function<List<Replica<Item>>, List<Effect<Item>>> change) {
    try (PstFile open = PstFile.open(file)) {
      Store<Item> store = store(open, family);
      for (Written outcome : store.write(change.apply(items(store)))) {
        if (!(outcome instanceof Written.Done)) {
          throw new IllegalStateException("the sample file could not be written: " + outcome);
        }
      }
    }
  }

  private Store<Item> store(PstFile open, Family family) {
    return new PstStore(open, open.itemFolders(family).getFirst(), family, clock, HOME);
  }

  private static List<Replica<Item>> items(Store<Item> store) {
    List<Replica<Item>> items = new ArrayList<>();
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    for (Found<Item> found : store.read(ids)) {
      if (found instanceof Found.Present<Item>(Replica<Item> replica)) {
        items.add(replica);
      }
    }
    return items;
  }

  @Override
  public String sample() {
    return String.format(
        Locale.ROOT,
        "%d appointments, %d tasks, %d contacts and %d distribution lists",
        year.appointments().size(),
        year.tasks().size(),
        year.contacts().size(),
        year.lists().size());
  }

  @Override
  public List<String> changeInOutlook() {
    List<String> told = new ArrayList<>();
    for (SampleChanges.Change change : SampleChanges.inOutlook()) {
      edit(
          change.family(),
          there -> {
            Item before = change.pick(there.stream().map(Replica::item).toList());
            told.add(change.sentence(before));
            return List.of(effect(change, there, before));
          });
    }
    return told;
  }

  private static Effect<Item> effect(
      SampleChanges.Change change, List<Replica<Item>> there, Item before) {
    if (change.kind() == SampleChanges.Kind.ADD) {
      return create(change.after(before));
    }
    Replica<Item> replica =
        there.stream().filter(r -> r.item().equals(before)).findFirst().orElseThrow();
    var revision = java.util.Objects.requireNonNull(replica.revision());
    return change.kind() == SampleChanges.Kind.DELETE
        ? new Effect.Delete<>(replica.id(), revision, before.title())
        : new Effect.Update<>(
            replica.id(),
            revision,
            change.after(before),
            change.fields(),
            stamp(before),
            before.title());
  }

  @Override
  public List<String> changeOnThePhone() {
    return SampleChanges.onThePhone().stream().map(server::apply).toList();
  }

  /** Puts a resource on the server as another program does. */
  void put(Family family, String name, String body) {
    server.collection(family).put(name, body);
  }

  @Override
  public Both merged() {
    try (PstFile open = PstFile.open(file)) {
      List<Item> items = items(store(open, Family.EVENTS)).stream().map(Replica::item).toList();
      return new Both(
          SampleChanges.shownOnBothSides(items),
          SampleChanges.shownOnBothSides(server.items(Family.EVENTS)));
    }
  }

  @Override
  public URI url() {
    return server.url();
  }

  @Override
  public String user() {
    return SampleServer.USER;
  }

  @Override
  public String password() {
    return SampleServer.PASSWORD;
  }

  @Override
  public String calendar() {
    return server.collection(Family.EVENTS).path();
  }

  @Override
  public String taskList() {
    return server.collection(Family.TASKS).path();
  }

  @Override
  public String addressBook() {
    return server.collection(Family.CONTACTS).path();
  }

  @Override
  public void close() {
    server.close();
  }
}
