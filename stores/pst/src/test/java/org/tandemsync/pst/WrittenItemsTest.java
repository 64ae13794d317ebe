package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import com.pff.PSTException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.ClosingStore;

/** What a write leaves in the file beside the item itself. */
class WrittenItemsTest {
  private static final Stamp STAMP = new Stamp(new LinkId("link"), 1);
  private static final NodeId QUEUE = new NodeId(0x1E1);

  @TempDir Path folder;
  private Path path = Path.of("unset");

  @BeforeEach
  void copy() throws IOException {
    path = Files.copy(Samples.path("java-libpst/dist-list.pst"), folder.resolve("a.pst"));
  }

  private Store<Item> open(String name, Family family) {
    PstFile file = PstFile.open(path);
    return new ClosingStore<>(Samples.store(file, file.folder(name), family), file::close);
  }

  private static Appointment appointment(int number) {
    LocalDateTime start = LocalDateTime.of(2026, 12, 1, 10, 0).plusHours(number);
    return Appointment.builder()
        .uid("uid-" + number)
        .subject("Meeting " + number)
        .location("Room " + number)
        .timing(Timing.timed(start, start.plusHours(1), new Zone("W. Europe Standard Time")))
        .build();
  }

  private static Contact contact(String uid, String name, String address) {
    return Contact.builder()
        .uid(uid)
        .fullName(name)
        .fileAs(name)
        .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress(address, name)))
        .build();
  }

  private static Effect<Item> creating(Item item) {
    return new Effect.Create<>(item.uid(), item, STAMP, item.title());
  }

  private static ItemId done(Written outcome) {
    assertThat(outcome).isInstanceOf(Written.Done.class);
    return ((Written.Done) outcome).id();
  }

  private static Replica<Item> read(Store<Item> store, ItemId id) {
    return ((Found.Present<Item>) store.read(List.of(id)).getFirst()).replica();
  }

  private static Revision revision(Store<Item> store, ItemId id) {
    return Objects.requireNonNull(read(store, id).revision());
  }

  private void assertSound() throws IOException {
    assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
  }

  @Test
  void threeReadersByOthersListWhatWasWritten()
      throws IOException, InterruptedException, PSTException {
    try (Store<Item> store = open("Calendar", Family.EVENTS)) {
      List<Effect<Item>> effects = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        effects.add(creating(appointment(i)));
      }
      List<Written> made = store.write(effects);
      ItemId first = done(made.get(0));
      ItemId second = done(made.get(1));
      Appointment moved = appointment(0).toBuilder().subject("Moved, and renamed").build();
      assertThat(
              store.write(
                  List.of(
                      new Effect.Update<>(
                          first, revision(store, first), moved, Set.of("subject"), STAMP, "x"),
                      new Effect.Delete<>(second, revision(store, second), "x"))))
          .allMatch(Written.Done.class::isInstance);
    }
    try (Store<Item> store = open("Contacts", Family.CONTACTS)) {
      List<Effect<Item>> effects = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        effects.add(creating(contact("c" + i, "Person " + i, "p" + i + "@example.org")));
      }
      store.write(effects).forEach(WrittenItemsTest::done);
    }
    try (Store<Item> store = open("Tasks", Family.TASKS)) {
      Task task =
          Task.builder().uid("t").subject("Do it").dueDate(LocalDate.of(2026, 12, 24)).build();
      done(store.write(List.of(creating(task))).getFirst());
    }
    assertSound();
    ForeignReadersTest.javaLibpst(path);
    ForeignReadersTest.readpst(path, Files.createDirectory(folder.resolve("readpst")));
    ForeignReadersTest.pffexport(path, Files.createDirectory(folder.resolve("pffexport")));
  }

  @Test
  void whatIsDeletedIsInTheDeletedItemsAndFromThereItGoesForGood() throws IOException {
    ItemId id;
    try (Store<Item> store = open("Calendar", Family.EVENTS)) {
      id = done(store.write(List.of(creating(appointment(1)))).getFirst());
      done(store.write(List.of(new Effect.Delete<>(id, revision(store, id), "x"))).getFirst());
      assertThat(store.read(List.of(id))).containsExactly(new Found.Absent<>(id));
    }
    assertSound();
    try (Store<Item> store = open("Deleted Items", Family.EVENTS)) {
      assertThat(read(store, id).item().title()).isEqualTo("Meeting 1");
      done(store.write(List.of(new Effect.Delete<>(id, revision(store, id), "x"))).getFirst());
      assertThat(store.list(null).rows()).isEmpty();
    }
    assertSound();
  }

  @Test
  void anUpdateThatChangesNothingWritesNothing() throws IOException {
    try (Store<Item> store = open("Calendar", Family.EVENTS)) {
      ItemId id = done(store.write(List.of(creating(appointment(1)))).getFirst());
      Replica<Item> now = read(store, id);
      byte[] before = Files.readAllBytes(path);
      Revision revision = Objects.requireNonNull(now.revision());
      assertThat(
              store.write(
                  List.of(
                      new Effect.Update<>(
                          id, revision, now.item(), Set.of("subject", "location"), STAMP, "x"))))
          .containsExactly(new Written.Done(id, revision));
      assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }
  }

  @Test
  void readingAndListingNeverLockTheFile() {
    try (Store<Item> one = open("Calendar", Family.EVENTS);
        Store<Item> other = open("Calendar", Family.EVENTS)) {
      one.list(null);
      one.traits();
      done(other.write(List.of(creating(appointment(1)))).getFirst());
      assertThat(one.list(null).rows()).hasSize(2);
    }
  }

  @Test
  void aListNamesContactsOfTheSameFileAlsoThoseMadeWithIt() throws IOException {
    try (Store<Item> store = open("Contacts", Family.CONTACTS)) {
      DistributionList list =
          DistributionList.builder()
              .uid("list")
              .name("Friends")
              .members(
                  List.of(
                      new Member("Alice", "alice@example.org", "alice"),
                      new Member("contact name 1", "contact1@rjohnson.id.au", "the server's"),
                      new Member("Nobody", "nobody@example.org", "")))
              .build();
      List<Written> outcomes =
          store.write(
              List.of(creating(contact("alice", "Alice", "alice@example.org")), creating(list)));
      ItemId alice = done(outcomes.get(0));
      ItemId id = done(outcomes.get(1));
      DistributionList now = (DistributionList) read(store, id).item();
      assertThat(now.members())
          .extracting(Member::address)
          .containsExactly("alice@example.org", "contact1@rjohnson.id.au", "nobody@example.org");
      assertThat(now.members().get(0).uid()).isEqualTo("alice");
      // a contact that both sides had before: the server's UID of it is another one
      assertThat(now.members().get(1).uid()).isNotEmpty().isNotEqualTo("the server's");
      assertThat(now.members().get(2).uid()).isEmpty();
      Contact renamed = contact("alice", "Alice Liddell", "alice@example.org");
      done(
          store
              .write(
                  List.of(
                      new Effect.Update<>(
                          alice, revision(store, alice), renamed, Set.of("full-name"), STAMP, "x")))
              .getFirst());
      assertThat(((DistributionList) read(store, id).item()).members().get(0).name())
          .isEqualTo("Alice Liddell");
    }
    assertSound();
  }

  /** Outlook's reminders are a search folder: it learns of new items from the queue alone. */
  @Test
  void searchFoldersAreToldOfEveryChange() {
    ItemId id;
    try (Store<Item> store = open("Calendar", Family.EVENTS)) {
      id = done(store.write(List.of(creating(appointment(1)))).getFirst());
      Appointment renamed = appointment(1).toBuilder().subject("Other").build();
      done(
          store
              .write(
                  List.of(
                      new Effect.Update<>(
                          id, revision(store, id), renamed, Set.of("subject"), STAMP, "x")))
              .getFirst());
      done(store.write(List.of(new Effect.Delete<>(id, revision(store, id), "x"))).getFirst());
    }
    try (PstFile file = PstFile.open(path)) {
      Span queue = file.database().requireNode(QUEUE).data().all(1 << 20);
      int item = Integer.parseUnsignedInt(id.value(), 16);
      int calendar = file.folder("Calendar").id().value();
      int deleted = file.folder("Deleted Items").id().value();
      assertThat(queue.length()).isEqualTo(4 * 20);
      assertRecord(queue.slice(0, 20), 1, calendar, item, 0);
      assertRecord(queue.slice(20, 20), 2, calendar, item, 0);
      assertRecord(queue.slice(40, 20), 0xC, calendar, item, 0);
      assertRecord(queue.slice(60, 20), 4, deleted, item, calendar);
    }
  }

  private static void assertRecord(Span record, int type, int folder, int item, int other) {
    assertThat(record.u16(0)).isZero();
    assertThat(record.u16(2)).isEqualTo(type);
    assertThat(record.i32(4)).isEqualTo(folder);
    assertThat(record.i32(8)).isEqualTo(item);
    assertThat(record.i32(12)).isEqualTo(other);
  }

  @Test
  void whatOutlookCannotHoldIsRefusedAndTheOthersAreWritten() throws IOException {
    try (Store<Item> store = open("Calendar", Family.EVENTS)) {
      Appointment odd =
          appointment(1).toBuilder()
              .timing(
                  Timing.timed(
                      LocalDateTime.of(2026, 12, 1, 10, 0),
                      LocalDateTime.of(2026, 12, 1, 11, 0),
                      new Zone("Nowhere Standard Time")))
              .build();
      List<Written> outcomes =
          store.write(
              List.of(
                  creating(appointment(2)),
                  creating(odd),
                  creating(contact("c", "A contact", "c@example.org")),
                  creating(appointment(3))));
      assertThat(outcomes.get(0)).isInstanceOf(Written.Done.class);
      assertThat(outcomes.get(1)).isInstanceOf(Written.Refused.class);
      assertThat(outcomes.get(2)).isInstanceOf(Written.Refused.class);
      assertThat(outcomes.get(3)).isInstanceOf(Written.Done.class);
      assertThat(store.list(null).rows()).hasSize(3);
    }
    assertSound();
  }

  @Test
  void theStampOfTheLastWriteIsInTheItem() {
    try (Store<Item> store = open("Contacts", Family.CONTACTS)) {
      ItemId id =
          done(store.write(List.of(creating(contact("c", "A", "a@example.org")))).getFirst());
      assertThat(read(store, id).stamp()).isEqualTo(STAMP);
      Stamp next = new Stamp(new LinkId("link"), 2);
      done(
          store
              .write(
                  List.of(
                      new Effect.Update<>(
                          id,
                          revision(store, id),
                          contact("c", "B", "a@example.org"),
                          Set.of("full-name"),
                          next,
                          "x")))
              .getFirst());
      assertThat(read(store, id).stamp()).isEqualTo(next);
    }
  }

  @Test
  void anItemThatWasRestoredFromABackupHasAnotherRevision() throws IOException {
    Path backup = Files.copy(path, folder.resolve("backup.pst"));
    Set<Revision> seen = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      Files.copy(backup, path, StandardCopyOption.REPLACE_EXISTING);
      Instant now = Samples.NOW.plusSeconds(i);
      try (PstFile file = PstFile.open(path)) {
        PstStore store =
            new PstStore(
                file,
                file.folder("Calendar"),
                Family.EVENTS,
                InstantSource.fixed(now),
                ZoneOffset.UTC);
        Listing.Row row = store.list(null).rows().getFirst();
        Revision before = Objects.requireNonNull(row.revision());
        Appointment changed =
            ((Appointment) read(store, row.id()).item()).toBuilder().subject("Change " + i).build();
        Written.Done done =
            (Written.Done)
                store
                    .write(
                        List.of(
                            new Effect.Update<>(
                                row.id(), before, changed, Set.of("subject"), STAMP, "x")))
                    .getFirst();
        seen.add(Objects.requireNonNull(done.revision()));
      }
    }
    assertThat(seen).hasSize(2);
  }

  /** A file into which Tandem never wrote has none of its names. */
  @Test
  void namesThatAreMissingAreAddedBehindTheOthers() throws IOException {
    try (PstFile file = PstFile.open(path)) {
      int before = file.names().size();
      assertThat(file.names().id(Tags.TANDEM_STAMP)).isEmpty();
      PstStore store = Samples.store(file, file.folder("Calendar"), Family.EVENTS);
      done(store.write(List.of(creating(appointment(1)))).getFirst());
      assertThat(file.names().size()).isGreaterThan(before);
      assertThat(file.names().id(Tags.TANDEM_STAMP)).isPresent();
    }
    assertSound();
  }
}
