package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.services.Copy;
import org.tandemsync.services.Copy.Outcome;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Items;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.services.Place;
import org.tandemsync.services.ZoneNames;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Replica;
import org.tandemsync.testkit.Dials;
import org.tandemsync.testkit.MemoryStore;

class CopyTest {
  private static final Path FILE = Path.of("/o.pst").toAbsolutePath();
  private static final Endpoint PST = new Endpoint.Pst(FILE, "");
  private static final Endpoint NEW = new Endpoint.Directory(Path.of("/new"));
  private static final ZoneNames ZONES = zone -> Optional.of(ZoneId.of("UTC"));

  private final Clockwork clock = new Clockwork();
  private final MemoryStores stores = new MemoryStores(new ItemsKind(Projection.EVERYTHING, ZONES));
  private final Copy copy = new Copy(stores, ZONES, clock.surroundings(1));
  private final List<Copy.Entry> entries = new ArrayList<>();
  private final Copy.Listener listener =
      new Copy.Listener() {
        @Override
        public void item(Copy.Entry entry) {
          entries.add(entry);
        }
      };

  private MemoryStore<Item> folder(String name, Family family) {
    return stores.add(new Endpoint.Pst(FILE, name), name, Set.of(family), "pst/" + name);
  }

  private MemoryStore<Item> target(String name, Family... families) {
    return stores.add(
        new Endpoint.Directory(Path.of("/new").resolve(name)), name, Set.of(families), name);
  }

  private static Item task(String subject, String uid) {
    return Task.builder().uid(uid).subject(subject).build();
  }

  private static Item contact(String name) {
    return Contact.builder()
        .fullName(name)
        .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress("x@y.z", "")))
        .build();
  }

  private Copy.Result run() {
    entries.clear();
    return copy.copy(PST, NEW, Set.of(), listener);
  }

  private List<String> at(String name) {
    List<String> titles = new ArrayList<>();
    new Items(stores, clock.surroundings(1))
        .read(
            new Endpoint.Directory(Path.of("/new").resolve(name)),
            Set.of(),
            new Items.Visitor() {
              @Override
              public void item(Place place, Replica<Item> item) {
                assertThat(item.item().uid()).isNotEmpty();
                titles.add(item.item() instanceof Contact c ? c.fullName() : item.item().title());
              }

              @Override
              public void unreadable(Place place, Found.Unreadable<Item> what) {
                titles.add("? " + what.title());
              }
            });
    return titles;
  }

  /** A list in a data file refers to its members: they are written first. */
  @Test
  void listsComeBehindTheirMembers() {
    MemoryStore<Item> contacts = folder("Contacts", Family.CONTACTS);
    contacts.put(DistributionList.builder().uid("l").name("Team").build());
    contacts.put(contact("Ann"));
    run();
    assertThat(entries).extracting(Copy.Entry::title).containsExactly("Ann", "Team");
    assertThat(at("Contacts")).containsExactlyInAnyOrder("Ann", "Team");
  }

  @Test
  void everyFolderGoesIntoOneOfItsNameAndEmptyOnesIntoNone() {
    folder("Contacts", Family.CONTACTS).put(contact("Ann"));
    folder("Suggested Contacts", Family.CONTACTS).put(contact("Bob"));
    folder("Empty", Family.TASKS);
    Copy.Result result = run();
    assertThat(result.counts()).isEqualTo(Map.of(Outcome.COPIED, 2));
    assertThat(result.exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(at("Contacts")).containsExactly("Ann");
    assertThat(at("Suggested Contacts")).containsExactly("Bob");
    assertThat(stores.places(NEW)).hasSize(2);
    assertThat(stores.closed).isEqualTo(stores.opened);
  }

  @Test
  void theOnlyFolderGoesIntoTheOnlyCollectionThatTakesIt() {
    folder("Kontakte", Family.CONTACTS).put(contact("Ann"));
    folder("Aufgaben", Family.TASKS).put(task("t", "u"));
    target("Personal Address Book", Family.CONTACTS);
    target("Personal Calendar", Family.EVENTS, Family.TASKS);
    assertThat(run().counts()).isEqualTo(Map.of(Outcome.COPIED, 2));
    assertThat(at("Personal Address Book")).containsExactly("Ann");
    assertThat(at("Personal Calendar")).containsExactly("t");
  }

  @Test
  void aSecondCopyDoublesNothing() {
    MemoryStore<Item> contacts = folder("Contacts", Family.CONTACTS);
    for (int i = 0; i < 450; i++) {
      contacts.put(contact("Ann " + i));
    }
    run();
    assertThat(run().counts()).isEqualTo(Map.of(Outcome.ALREADY_THERE, 450));
    assertThat(at("Contacts")).hasSize(450);
  }

  @Test
  void theSameContentIsNotDoubledButTwoAlikeRemainTwo() {
    MemoryStore<Item> there = target("Tasks", Family.TASKS);
    there.put(task("a", "other-1"));
    MemoryStore<Item> from = folder("Tasks", Family.TASKS);
    from.put(task("a", "u1"));
    from.put(task("a", "u2"));
    from.put(task("b", "u3"));
    assertThat(run().counts()).isEqualTo(Map.of(Outcome.COPIED, 2, Outcome.ALREADY_THERE, 1));
    assertThat(at("Tasks")).containsExactlyInAnyOrder("a", "a", "b");
  }

  @Test
  void anItemThatIsThereInAnotherStateIsLeftAndSaid() {
    target("Tasks", Family.TASKS).put(task("old title", "u"));
    folder("Tasks", Family.TASKS).put(task("new title", "u"));
    assertThat(run().exitStatus()).isEqualTo(ExitStatus.DONE);
    assertThat(entries)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.outcome()).isEqualTo(Outcome.ALREADY_THERE);
              assertThat(e.reason()).isEqualTo("it differs in subject and was left as it is");
            });
    assertThat(at("Tasks")).containsExactly("old title");
  }

  @Test
  void aRefusedItemDoesNotStopTheOthers() {
    MemoryStore<Item> there = target("Tasks", Family.TASKS);
    there.dials().failing(e -> e.title().equals("bad") ? Dials.Fault.REFUSED : Dials.Fault.NONE);
    MemoryStore<Item> from = folder("Tasks", Family.TASKS);
    from.put(task("bad", "u1"));
    from.put(task("good", "u2"));
    Copy.Result result = run();
    assertThat(result.counts()).isEqualTo(Map.of(Outcome.COPIED, 1, Outcome.FAILED, 1));
    assertThat(result.exitStatus()).isEqualTo(ExitStatus.ATTENTION);
    assertThat(at("Tasks")).containsExactly("good");
  }

  @Test
  void aLostAnswerIsSettledByLooking() {
    MemoryStore<Item> there = target("Tasks", Family.TASKS);
    there
        .dials()
        .failing(e -> e.title().equals("done") ? Dials.Fault.LOST_AFTER : Dials.Fault.LOST_BEFORE);
    MemoryStore<Item> from = folder("Tasks", Family.TASKS);
    from.put(task("done", "u1"));
    from.put(task("not", "u2"));
    assertThat(run().counts()).isEqualTo(Map.of(Outcome.COPIED, 1, Outcome.FAILED, 1));
    there.dials().reset();
    assertThat(run().counts()).isEqualTo(Map.of(Outcome.COPIED, 1, Outcome.ALREADY_THERE, 1));
    assertThat(at("Tasks")).containsExactlyInAnyOrder("done", "not");
  }

  @Test
  void whatCannotBeWrittenIsSaidOnceForTheFolder() {
    target("Tasks", Family.TASKS).dials().readOnly("it is a museum");
    folder("Contacts", Family.CONTACTS).put(contact("Ann"));
    folder("Tasks", Family.TASKS).put(task("a", "u"));
    Copy.Result result = run();
    assertThat(result.count(Outcome.COPIED)).isEqualTo(1);
    assertThat(result.count(Outcome.FAILED)).isEqualTo(1);
  }

  @Test
  void onlyTheWantedFamilies() {
    folder("Contacts", Family.CONTACTS).put(contact("Ann"));
    folder("Tasks", Family.TASKS).put(task("a", "u"));
    copy.copy(PST, NEW, Set.of(Family.TASKS), listener);
    assertThat(entries).extracting(Copy.Entry::title).containsExactly("a");
  }
}
