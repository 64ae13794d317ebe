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
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * Distribution lists after a data file and what Tandem remembers were put back, and Outlook gave
 * Bob the id that Alice had: the UID that follows from it is hers on the server.
 */
final class ListsAfterIdsGivenAgainTest {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);

  @TempDir private Path folder;
  private final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw");
  private final DavCollection book = server.addressBook("alice", "book");
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
    sync();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void apply() {
    new HomeAccount(server.url()).profile("Contacts", "Contacts", book.path()).apply(shell);
  }

  private String sync() {
    Shell.Answer answer = shell.tandem("sync", "--verbose");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
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

  /** Without a UID, as Outlook makes them. */
  private void make(Family family, Item item) {
    Written made =
        outlook(
            family,
            store -> store.write(List.of(new Effect.Create<>("", item, OUTLOOK, ""))).getFirst());
    assertThat(made).isInstanceOf(Written.Done.class);
  }

  private <R> R outlook(Family family, Function<PstStore, R> work) {
    minute++;
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder("Contacts"),
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

  private void bobHasTheIdOfAlice() throws IOException {
    Backup backup = new Backup();
    make(Family.CONTACTS, person("Alice", "alice@example.org"));
    sync();
    backup.putBack();
    make(Family.CONTACTS, person("Bob", "bob@example.org")); // with the node id of Alice
    sync();
  }

  private List<String> card(String name) {
    return book.bodies().values().stream()
        .filter(body -> body.contains("FN:" + name))
        .map(body -> body.replace("\r\n ", "").lines().toList())
        .findFirst()
        .orElseThrow();
  }

  private String uidOnServer(String name) {
    String uid = card(name).stream().filter(l -> l.startsWith("UID:")).findFirst().orElseThrow();
    return "urn:uuid:" + uid.substring(4);
  }

  private void assertMember(String name, String mail) {
    List<Replica<Item>> people = outlook(Family.CONTACTS, ListsAfterIdsGivenAgainTest::all);
    assertThat(people.stream().map(Replica::item).filter(DistributionList.class::isInstance))
        .flatMap(list -> ((DistributionList) list).members())
        .extracting(member -> member.name() + " " + member.address())
        .containsExactly(name + " " + mail);
    assertThat(card("Team").stream().filter(line -> line.contains("MEMBER")))
        .singleElement()
        .asString()
        .endsWith(uidOnServer(name));
  }

  @Test
  void aListOfOutlookHasWhoeverItNamesAndNotWhoHadTheIdBefore() throws IOException {
    bobHasTheIdOfAlice();
    Member bob = new Member("Bob", "bob@example.org", "");
    make(Family.CONTACTS, DistributionList.builder().name("Team").members(List.of(bob)).build());
    sync();
    assertMember("Bob", "bob@example.org");
    assertAtRest();
    forget();
    apply();
    sync();
    assertMember("Bob", "bob@example.org");
    assertAtRest();
  }

  @Test
  void aListOfTheServerHasWhoeverItNamesAndNotWhoHasThatUidInOutlook() throws IOException {
    bobHasTheIdOfAlice();
    String list = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:list1\r\nKIND:group\r\nFN:Team\r\n";
    String end = "\r\nEND:VCARD\r\n";
    book.put("list.vcf", list + "MEMBER:" + uidOnServer("Bob") + end);
    sync();
    assertMember("Bob", "bob@example.org");
    book.put("list.vcf", list + "MEMBER:" + uidOnServer("Alice") + end);
    sync();
    assertMember("Alice", "alice@example.org");
    assertAtRest();
  }
}
