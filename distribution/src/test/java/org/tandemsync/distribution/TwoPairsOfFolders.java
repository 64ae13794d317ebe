package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.Timing;
import org.tandemsync.pst.Examination;
import org.tandemsync.pst.FolderMoves;
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
import org.tandemsync.testkit.server.When;

/**
 * Two folders of a data file, each in step with a collection of one account: the profiles "Old" and
 * "New". One item is in the old ones, and a person moves and edits it.
 */
final class TwoPairsOfFolders implements AutoCloseable {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);

  final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw");
  final DavCollection oldOnes;
  final DavCollection newOnes;
  final Shell shell;
  private final Path folder;
  private final Path file;
  private final Family family;
  private final String first;
  private final AtomicInteger moment = new AtomicInteger();

  /**
   * @param fromOutlook whether the item was made in Outlook
   */
  TwoPairsOfFolders(Path folder, Family family, boolean fromOutlook) {
    this.folder = folder;
    this.family = family;
    boolean contacts = family == Family.CONTACTS;
    first = contacts ? "Contacts" : "Calendar";
    oldOnes = contacts ? server.addressBook("alice", "old") : server.calendar("alice", "old");
    newOnes = contacts ? server.addressBook("alice", "new") : server.calendar("alice", "new");
    file = folder.resolve("outlook.pst");
    NewDataFile.create(file, Locale.ENGLISH, new Random(1));
    try (PstFile made = PstFile.open(file)) {
      made.addFolder(first + "/New", family);
    }
    shell = new Shell(folder).set("PW", "alicepw");
    configure();
    if (fromOutlook) {
      outlook(first, store -> store.write(List.of(creation())).getFirst());
    } else if (contacts) {
      oldOnes.put("hatter.vcf", Cards.card("hatter", "tea"));
    } else {
      oldOnes.put("hatter.ics", event());
    }
    sync();
    sync();
    assertThat(sync()).contains("nothing to do");
  }

  /** With further lines for the old ones. */
  void configure(String... old) {
    new HomeAccount(server.url())
        .profile("Old", first, oldOnes.path(), old)
        .profile("New", first + "/New", newOnes.path())
        .apply(shell);
  }

  /** Contacts that Outlook makes have no UID. */
  private Effect<Item> creation() {
    return family == Family.CONTACTS
        ? new Effect.Create<>("", hatter(), OUTLOOK, "made by hand")
        : new Effect.Create<>("hatter", tea(), OUTLOOK, "made by hand");
  }

  private static Item hatter() {
    return Contact.builder()
        .fullName("The Hatter")
        .name(new PersonName("", "The", "", "Hatter", ""))
        .notes(new Body("tea", ""))
        .build();
  }

  private static Item tea() {
    LocalDateTime start = LocalDateTime.of(2026, 3, 10, 9, 0);
    return Appointment.builder()
        .uid("hatter")
        .subject("Tea")
        .timing(Timing.timed(start, start.plusHours(1), InStep.BERLIN))
        .body(new Body("tea", ""))
        .build();
  }

  private static String event() {
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tea//party//EN",
        "BEGIN:VEVENT",
        "UID:hatter",
        "DTSTAMP:20260301T110000Z",
        "DTSTART:20260302T160000Z",
        "DTEND:20260302T170000Z",
        "SUMMARY:Tea",
        "DESCRIPTION:tea",
        "X-OF-ANOTHER-PROGRAM:kept",
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  // ---- runs ----

  /** Both profiles or the named one, and nothing fails. */
  String sync(String... profile) {
    Shell.Answer answer = run(profile);
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  Shell.Answer run(String... profile) {
    List<String> words = new ArrayList<>(List.of("sync"));
    words.addAll(List.of(profile));
    Shell.Answer answer = shell.tandem(words.toArray(String[]::new));
    assertThat(Examination.of(file).defects()).isEmpty();
    return answer;
  }

  /**
   * A run that is killed after so many writes on the server: nothing is left of what it would have
   * told its ledger at the end.
   */
  void killed(String profile, int writes) {
    Path kept = folder.resolve("kept");
    copy(shell.home(), kept);
    refuseAfter(writes);
    run(profile);
    server.dials().refuse = When.never();
    delete(shell.home());
    copy(kept, shell.home());
    delete(kept);
  }

  /** A run whose connection is lost after so many writes on the server: it ends by itself. */
  void cutOff(String profile, int writes) {
    refuseAfter(writes);
    run(profile);
    server.dials().refuse = When.never();
  }

  private void refuseAfter(int writes) {
    AtomicInteger written = new AtomicInteger();
    server.dials().refuse =
        When.always()
            .where(
                request ->
                    (Set.of("PUT", "DELETE").contains(request.method())
                            || (request.method().equals("MOVE") && server.dials().moves))
                        && written.incrementAndGet() > writes);
  }

  private static void copy(Path from, Path to) {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void delete(Path all) {
    try {
      ContactsInDataFile.delete(all);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // ---- what a person does ----

  void moveInOutlook() {
    moveInOutlook("Old", "New");
  }

  /** From the folder of one profile to that of the other one. */
  void moveInOutlook(String from, String to) {
    Replica<Item> item = in(from).getFirst();
    try (PstFile opened = PstFile.open(file)) {
      assertThat(
              FolderMoves.move(
                  opened,
                  opened.folder(path(from)),
                  opened.folder(path(to)),
                  Map.of(item.id(), Objects.requireNonNull(item.revision())),
                  Instant.parse("2026-03-01T13:00:00Z")))
          .allMatch(written -> written instanceof Written.Done);
    }
  }

  void deleteInOutlook(String profile) {
    Replica<Item> item = in(profile).getFirst();
    Effect<Item> deletion =
        new Effect.Delete<>(item.id(), Objects.requireNonNull(item.revision()), "deleted");
    Written written = outlook(path(profile), store -> store.write(List.of(deletion)).getFirst());
    assertThat(written).isInstanceOf(Written.Done.class);
  }

  void moveOnServer() {
    String name = oldOnes.names().getFirst();
    newOnes.put(name, oldOnes.get(name).orElseThrow());
    oldOnes.delete(name);
  }

  /** Where it was, if it is there. */
  void editOnServer(String before, String after) {
    DavCollection at = oldOnes.size() > 0 ? oldOnes : newOnes;
    String name = at.names().getFirst();
    String text = at.get(name).orElseThrow();
    assertThat(text).contains(before);
    at.put(name, text.replace(before, after));
  }

  /** In the folder in which it is. */
  void editInOutlook(UnaryOperator<Item> edit) {
    String profile = in("New").isEmpty() ? "Old" : "New";
    Replica<Item> now = in(profile).getFirst();
    Item wanted = edit.apply(now.item());
    Written written =
        outlook(
            path(profile),
            store ->
                store
                    .write(
                        List.of(
                            new Effect.Update<>(
                                now.id(),
                                Objects.requireNonNull(now.revision()),
                                wanted,
                                Set.copyOf(Fields.of(wanted.type()).names()),
                                now.stamp() == null ? OUTLOOK : now.stamp(),
                                "edited")))
                    .getFirst());
    assertThat(written).isInstanceOf(Written.Done.class);
  }

  // ---- what there is ----

  private String path(String profile) {
    return profile.equals("New") ? first + "/New" : first;
  }

  List<Replica<Item>> in(String profile) {
    return outlook(
        path(profile),
        store ->
            store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()).stream()
                .map(found -> ((Found.Present<Item>) found).replica())
                .toList());
  }

  private <R> R outlook(String path, Function<PstStore, R> work) {
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder(path),
                family,
                () -> Instant.parse("2026-03-01T12:00:00Z").plusSeconds(moment.incrementAndGet()),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
