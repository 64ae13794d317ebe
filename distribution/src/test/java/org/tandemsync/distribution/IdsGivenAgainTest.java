package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Task;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * A data file and what Tandem remembers are both put back to an older copy, as with a whole
 * computer: Outlook gives the ids of items that are gone to new ones, and nothing remembers whose
 * they were. A UID that follows from such an id is the one of somebody else on the server.
 */
final class IdsGivenAgainTest {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);

  @TempDir private Path folder;
  private final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw");
  private final DavCollection book = server.addressBook("alice", "book");
  private final DavCollection tasks = server.taskList("alice", "tasks");
  private Shell shell;
  private Path file;
  private int minute;

  @BeforeEach
  void begin() throws IOException {
    shell = new Shell(folder).set("PW", "alicepw");
    file = folder.resolve("outlook.pst");
    NewDataFile.create(file, Locale.ENGLISH, new Random(1));
    apply();
    make(Family.CONTACTS, person("Dodo", "dodo@example.org"));
    make(Family.TASKS, task("Feed the Dodo"));
    sync();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void apply() {
    new HomeAccount(server.url())
        .profile("Contacts", "Contacts", book.path())
        .profile("Tasks", "Tasks", tasks.path())
        .apply(shell);
  }

  private String sync() {
    Shell.Answer answer = shell.tandem("sync", "--verbose");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  private void assertHeld(String who) {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.out()).as(answer.all()).contains("held: ", who, "older copy of its data");
  }

  private void reject() {
    Shell.Answer answer = shell.tandem("approve", "Contacts", "--reject", "--yes");
    assertThat(answer.status()).as(answer.all()).isZero();
    shell.tandem("sync");
    sync();
  }

  private void assertAtRest() {
    server.log().clear();
    assertThat(sync()).contains("nothing to do");
    assertThat(server.log().writes()).isZero();
  }

  // ---- what people do

  private static Contact person(String name, String mail) {
    return Contact.builder()
        .fullName(name)
        .name(new PersonName("", name, "", "", ""))
        .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress(mail, "")))
        .build();
  }

  /** With the number of the office. */
  private static Contact colleague(String name, String mail) {
    return person(name, mail).toBuilder().phones(Map.of(PhoneSlot.BUSINESS, "+43 1 234")).build();
  }

  /** A line in the cards of somebody, or in all. */
  private void phoneAdds(String name, String line) {
    for (Map.Entry<String, String> one : book.bodies().entrySet()) {
      if (one.getValue().contains("FN:" + name)) {
        book.put(one.getKey(), one.getValue().replace("END:", line + "\r\nEND:"));
      }
    }
  }

  private static Task task(String subject) {
    return Task.builder().subject(subject).build();
  }

  /** Without a UID, as Outlook makes them. */
  private void make(Family family, Item item) {
    write(family, _ -> new Effect.Create<>("", item, OUTLOOK, ""));
  }

  private void rename(String mail, String to) {
    write(
        Family.CONTACTS,
        store -> {
          Replica<Item> now = with(mail, store);
          Item wanted =
              ((Contact) now.item())
                  .toBuilder().fullName(to).name(new PersonName("", to, "", "", "")).build();
          Revision revision = Objects.requireNonNull(now.revision());
          Set<String> fields = Set.of("name", "full-name");
          return new Effect.Update<>(now.id(), revision, wanted, fields, OUTLOOK, to);
        });
  }

  private void delete(String mail) {
    write(
        Family.CONTACTS,
        store -> {
          Replica<Item> now = with(mail, store);
          return new Effect.Delete<>(now.id(), Objects.requireNonNull(now.revision()), mail);
        });
  }

  private void write(Family family, Function<PstStore, Effect<Item>> effect) {
    Written done = outlook(family, store -> store.write(List.of(effect.apply(store))).getFirst());
    assertThat(done).isInstanceOf(Written.Done.class);
  }

  private static Replica<Item> with(String mail, PstStore store) {
    return all(store).stream().filter(r -> has(r, mail)).findFirst().orElseThrow();
  }

  private static boolean has(Replica<Item> one, String mail) {
    return ((Contact) one.item())
        .emails().values().stream().anyMatch(e -> e.address().equals(mail));
  }

  private <R> R outlook(Family family, Function<PstStore, R> work) {
    minute++;
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder(family == Family.TASKS ? "Tasks" : "Contacts"),
                family,
                () -> Instant.parse("2026-03-01T12:00:00Z").plusSeconds(60L * minute),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  private static List<Replica<Item>> all(PstStore store) {
    return store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()).stream()
        .map(found -> ((Found.Present<Item>) found).replica())
        .toList();
  }

  // ---- what there is

  private List<String> inOutlook(Family family) {
    return outlook(
        family, store -> all(store).stream().map(r -> r.item().title()).sorted().toList());
  }

  private static List<String> onServer(DavCollection there, String property) {
    return there.bodies().values().stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(property + ":"))
        .map(line -> line.substring(property.length() + 1))
        .sorted()
        .toList();
  }

  private void assertPeople(String... names) {
    assertThat(inOutlook(Family.CONTACTS)).containsExactly(names);
    assertThat(onServer(book, "FN")).containsExactly(names);
  }

  private void assertTasks(String... subjects) {
    assertThat(inOutlook(Family.TASKS)).containsExactly(subjects);
    assertThat(onServer(tasks, "SUMMARY")).containsExactly(subjects);
  }

  // ---- backups

  private final class Backup {
    private final byte[] data = Files.readAllBytes(file);
    private final Map<Path, byte[]> state = new HashMap<>();

    Backup() throws IOException {
      for (Path one : state()) {
        state.put(one, Files.readAllBytes(one));
      }
    }

    void putBack() throws IOException {
      Files.write(file, data);
      forget();
      for (Map.Entry<Path, byte[]> one : state.entrySet()) {
        Files.write(one.getKey(), one.getValue());
      }
    }
  }

  private List<Path> state() {
    return List.of("tandem.db", "tandem.db-wal", "tandem.db-shm").stream()
        .map(shell.home()::resolve)
        .filter(Files::exists)
        .toList();
  }

  private void forget() throws IOException {
    for (Path one : state()) {
      Files.delete(one);
    }
  }

  // ---- the stories

  @Test
  void aNewContactDoesNotBecomeWhoeverHadItsIdBefore() throws IOException {
    Backup backup = new Backup();
    make(Family.CONTACTS, person("Alice", "alice@example.org"));
    sync();
    backup.putBack();
    make(Family.CONTACTS, person("Bob", "bob@example.org")); // with the node id of Alice
    sync();
    assertPeople("Alice", "Bob", "Dodo");
    assertAtRest();
    forget();
    apply();
    sync();
    assertPeople("Alice", "Bob", "Dodo");
    assertAtRest();
  }

  /** What was made again in Outlook carries the UID that its older copy has by its place. */
  @Test
  void theOlderCopyOfWhatWasMadeAgainIsTheSame() throws IOException {
    make(Family.CONTACTS, person("Alice", "alice@example.org"));
    make(Family.CONTACTS, person("Bob", "bob@example.org"));
    sync();
    byte[] older = Files.readAllBytes(file);
    delete("dodo@example.org");
    phoneAdds("", "NOTE:Has won");
    assertThat(sync()).contains("restore in Outlook: Dodo");
    Files.write(file, older);
    shell.tandem("sync");
    shell.tandem("sync");
    assertPeople("Alice", "Bob", "Dodo");
    assertThat(onServer(book, "NOTE")).containsExactly("Has won", "Has won", "Has won");
  }

  /** Nor does it overwrite anything, although it was changed since it was put back. */
  @Test
  void theOlderCopyOfWhatWasMadeAgainIsHeldAlsoIfItWasChangedSince() throws IOException {
    make(Family.CONTACTS, person("Alice", "alice@example.org"));
    sync();
    byte[] older = Files.readAllBytes(file);
    delete("dodo@example.org");
    phoneAdds("Dodo", "NOTE:Has won\r\nTEL;TYPE=CELL:+43 664 1");
    assertThat(sync()).contains("restore in Outlook: Dodo");
    Files.write(file, older);
    rename("dodo@example.org", "Dodo Bird");
    for (int i = 0; i < 2; i++) {
      assertHeld("'Dodo Bird'");
      assertThat(onServer(book, "FN")).containsExactly("Alice", "Dodo");
      assertThat(onServer(book, "NOTE")).containsExactly("Has won");
      assertThat(onServer(book, "TEL;TYPE=CELL")).containsExactly("+43 664 1");
    }
    reject();
    assertPeople("Alice", "Dodo");
    assertThat(onServer(book, "NOTE")).containsExactly("Has won");
    assertAtRest();
  }

  /** Also if the older copy is recognised by the cards of others. */
  @ParameterizedTest
  @ValueSource(strings = {"Alice", ""})
  void aColleagueIsNotWhoeverHadTheIdBeforeAnOlderCopy(String edited) throws IOException {
    byte[] older = Files.readAllBytes(file);
    make(Family.CONTACTS, colleague("Alice", "alice@example.org"));
    sync();
    delete("alice@example.org");
    phoneAdds(edited, "NOTE:Has won");
    assertThat(sync()).contains("restore in Outlook: Alice");
    Files.write(file, older);
    make(Family.CONTACTS, colleague("Bob", "bob@example.org")); // with the first id of Alice
    assertHeld("'Alice'");
    assertThat(inOutlook(Family.CONTACTS)).containsExactly("Bob", "Dodo");
    assertThat(onServer(book, "FN")).containsExactly("Alice", "Bob", "Dodo");
    reject();
    assertPeople("Alice", "Bob", "Dodo");
    assertAtRest();
  }

  @Test
  void norDoesTheThirdOne() throws IOException {
    Backup backup = new Backup();
    for (String name : List.of("Alice", "Bob", "Carol", "Dinah")) {
      make(Family.CONTACTS, person(name, name + "@example.org"));
      sync();
      backup.putBack();
    }
    sync();
    assertPeople("Alice", "Bob", "Carol", "Dinah", "Dodo");
    assertAtRest();
  }

  @Test
  void aNewTaskDoesNotBecomeTheOneThatHadItsIdBefore() throws IOException {
    Backup backup = new Backup();
    make(Family.TASKS, task("Call Alice"));
    sync();
    backup.putBack();
    make(Family.TASKS, task("Pay the tailor"));
    sync();
    assertTasks("Call Alice", "Feed the Dodo", "Pay the tailor");
    assertAtRest();
  }

  @Test
  void whoeverWasRenamedWhileNothingWasRememberedIsTheSame() throws IOException {
    forget();
    apply();
    rename("dodo@example.org", "Caucus");
    assertThat(shell.tandem("sync").out()).contains("1 linked, 1 in conflict; 1 item in step");
    assertThat(inOutlook(Family.CONTACTS)).hasSize(1);
    assertThat(onServer(book, "FN")).hasSize(1);
    assertAtRest();
  }

  @Test
  void aTaskThatWasRenamedBehindAnOlderLedgerIsTheSame() throws IOException {
    Backup backup = new Backup();
    make(Family.TASKS, task("Call Alice"));
    sync();
    byte[] now = Files.readAllBytes(file);
    backup.putBack();
    Files.write(file, now);
    tasks
        .bodies()
        .forEach((at, task) -> tasks.put(at, task.replace("Call Alice", "Write to Alice")));
    assertThat(shell.tandem("sync").out()).contains("1 linked, 1 in conflict; 2 items in step");
    assertThat(inOutlook(Family.TASKS)).hasSize(2);
    assertThat(onServer(tasks, "SUMMARY")).hasSize(2);
    assertAtRest();
  }
}
