package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.pst.Examination;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * A data file and an address book, people who edit both, and what they expect both to hold: a note
 * for each UID.
 */
final class ContactsInDataFile implements AutoCloseable {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);

  /** No two edits are made at the same time: not even with a data file that counts again. */
  private static final AtomicLong MOMENT = new AtomicLong();

  final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw");
  final DavCollection book = server.addressBook("alice", "book");
  final Map<String, String> expected = new TreeMap<>();
  final Shell shell;
  final Path file;

  ContactsInDataFile(Path folder, long seed) throws IOException {
    this(folder, folder.resolve("outlook.pst"), seed);
  }

  /**
   * @param file where the data file is made
   */
  ContactsInDataFile(Path folder, Path file, long seed) throws IOException {
    this.file = file;
    this.shell = new Shell(folder).set("TEST_PASSWORD", "alicepw");
    NewDataFile.create(file, Locale.ENGLISH, new Random(seed));
    shell.file(
        "tandem.toml", ContactsInStep.configuration(server.url(), file.toString(), book.path()));
    apply();
  }

  void apply() {
    Shell.Answer answer = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  /** Syncs, and all goes well. */
  String sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  // ---- what people do ----

  void makeInOutlook(String uid, String note) {
    expected.put(uid, note);
    outlook(
        store -> {
          Contact contact =
              Contact.builder()
                  .uid(uid)
                  .fullName("Given " + uid)
                  .name(new PersonName("", "Given", "", uid, ""))
                  .notes(new Body(note, ""))
                  .build();
          return write(store, new Effect.Create<>(uid, contact, OUTLOOK, uid));
        });
  }

  void makeOnServer(String uid, String note) {
    expected.put(uid, note);
    book.put(uid + ".vcf", Cards.card(uid, note));
  }

  void editInOutlook(String uid, String note) {
    expected.put(uid, note);
    outlook(
        store -> {
          Replica<Item> now = named(store, uid);
          Item wanted = ((Contact) now.item()).toBuilder().notes(new Body(note, "")).build();
          Set<String> all = Set.copyOf(Fields.of(wanted.type()).names());
          Stamp stamp = now.stamp() == null ? OUTLOOK : now.stamp();
          return write(
              store,
              new Effect.Update<>(
                  now.id(), Objects.requireNonNull(now.revision()), wanted, all, stamp, uid));
        });
  }

  void editOnServer(String uid, String note) {
    expected.put(uid, note);
    String member = member(uid);
    book.put(member, Cards.withNote(book.get(member).orElseThrow(), note));
  }

  void deleteInOutlook(String uid) {
    expected.remove(uid);
    outlook(
        store -> {
          Replica<Item> now = named(store, uid);
          return write(
              store, new Effect.Delete<>(now.id(), Objects.requireNonNull(now.revision()), uid));
        });
  }

  void deleteOnServer(String uid) {
    expected.remove(uid);
    book.delete(member(uid));
  }

  // ---- what there is ----

  private String member(String uid) {
    return book.bodies().entrySet().stream()
        .filter(member -> Cards.uid(member.getValue()).equals(uid))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  Map<String, String> onServer() {
    return Cards.notes(book.bodies().values());
  }

  Map<String, String> inOutlook() {
    Map<String, String> notes = new TreeMap<>();
    outlook(
        store -> {
          for (Replica<Item> contact : all(store)) {
            String note = ((Contact) contact.item()).notes().plain();
            if (notes.put(contact.item().uid(), note) != null) {
              throw new AssertionError("doubled: " + contact);
            }
          }
          return notes;
        });
    return notes;
  }

  void assertAsExpected(String when) {
    assertThat(onServer()).as("server, " + when).isEqualTo(expected);
    assertThat(inOutlook()).as("data file, " + when).isEqualTo(expected);
    assertThat(Examination.of(file).defects()).as(when).isEmpty();
  }

  /** The next run opens and writes nothing. */
  void assertQuiet(String when) {
    server.log().clear();
    assertThat(sync()).as(when).contains("nothing to do");
    assertThat(server.log().writes()).as(when).isZero();
    assertThat(server.log().reads()).as(when).isZero();
  }

  private <R> R outlook(Function<PstStore, R> work) {
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder("Contacts"),
                Family.CONTACTS,
                () -> Instant.parse("2026-03-01T12:00:00Z").plusMillis(MOMENT.incrementAndGet()),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  private static List<Replica<Item>> all(PstStore store) {
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    return store.read(ids).stream().map(f -> ((Found.Present<Item>) f).replica()).toList();
  }

  private static Replica<Item> named(PstStore store, String uid) {
    return all(store).stream().filter(r -> r.item().uid().equals(uid)).findFirst().orElseThrow();
  }

  private static Written write(PstStore store, Effect<Item> effect) {
    Written written = store.write(List.of(effect)).getFirst();
    assertThat(written).isInstanceOf(Written.Done.class);
    return written;
  }

  // ---- backups ----

  /** What Tandem remembers. */
  Path ledger() {
    return shell.home();
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Puts the server's members back as they were. */
  void restoreServer(Map<String, String> bodies) {
    book.names().stream().filter(name -> !bodies.containsKey(name)).forEach(book::delete);
    bodies.forEach(
        (name, body) -> {
          if (!book.get(name).filter(body::equals).isPresent()) {
            book.put(name, body);
          }
        });
  }

  @Override
  public void close() {
    server.close();
  }
}
