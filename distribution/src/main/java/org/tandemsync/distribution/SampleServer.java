package org.tandemsync.distribution;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** The embedded server of the tests with a calendar, a task list and an address book. */
final class SampleServer implements AutoCloseable {
  static final String USER = "clara";
  static final String PASSWORD = "wasserkraft";

  private final EmbeddedDavServer server = EmbeddedDavServer.start().addUser(USER, PASSWORD);
  private final Map<Family, DavCollection> collections = new LinkedHashMap<>();
  private final LensSettings settings;

  SampleServer(InstantSource clock, ZoneId home) {
    this.settings = new LensSettings(home, Set.of(), clock);
    collections.put(Family.EVENTS, server.calendar(USER, "calendar"));
    collections.put(Family.TASKS, server.taskList(USER, "tasks"));
    collections.put(Family.CONTACTS, server.addressBook(USER, "contacts"));
  }

  URI url() {
    return URI.create(server.url());
  }

  DavCollection collection(Family family) {
    return java.util.Objects.requireNonNull(collections.get(family));
  }

  private ResourceLens lens(Family family) {
    return Lenses.of(family, settings);
  }

  /** The items of a collection by the names of their resources. */
  private Map<String, Item> byName(Family family) {
    Map<String, Item> items = new LinkedHashMap<>();
    collection(family)
        .bodies()
        .forEach(
            (name, body) -> {
              if (lens(family).get(body)
                  instanceof ResourceLens.Reading.Understood(Item item, var stamp, var losses)) {
                items.put(name, item);
              }
            });
    return items;
  }

  List<Item> items(Family family) {
    return List.copyOf(byName(family).values());
  }

  /** Carries out a change as another client does; the answer says what it was. */
  String apply(SampleChanges.Change change) {
    Map<String, Item> items = byName(change.family());
    Item before = change.pick(List.copyOf(items.values()));
    String name =
        items.entrySet().stream()
            .filter(e -> e.getValue().equals(before))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    DavCollection collection = collection(change.family());
    ResourceLens lens = lens(change.family());
    switch (change.kind()) {
      case ADD -> {
        Item added = change.after(before);
        collection.put(added.uid() + lens.extension(added), lens.create(added, ""));
      }
      case DELETE -> collection.delete(name);
      case CHANGE ->
          collection.put(
              name,
              lens.update(
                  collection.get(name).orElseThrow(), change.after(before), change.fields(), ""));
    }
    return change.sentence(before);
  }

  @Override
  public void close() {
    server.close();
  }
}
