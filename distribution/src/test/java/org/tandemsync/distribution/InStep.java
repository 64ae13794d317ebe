package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Business;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
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
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.Rewriting;

/** What has to go well between Outlook, wherever it keeps its items, and a server. */
abstract class InStep {
  static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);
  static final Zone BERLIN = new Zone("W. Europe Standard Time");

  @TempDir Path folder;
  Shell shell;
  EmbeddedDavServer server;
  DavCollection calendar;
  DavCollection contacts;

  @BeforeEach
  void start() throws Exception {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    calendar = server.calendar("alice", "calendar");
    contacts = server.addressBook("alice", "contacts");
    shell = tandem(folder).set("PW", "l00king-glass").file("tandem.toml", configuration());
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String configuration() {
    return """
    [accounts.home]
    url = "%s"
    user = "alice"
    password = { env = "PW" }

    [[profiles]]
    name = "Calendar"
    outlook = %s
    server = { account = "home", collection = "%s" }

    [[profiles]]
    name = "Contacts"
    outlook = %s
    server = { account = "home", collection = "%s" }
    """
        .formatted(
            server.url(),
            configured("Calendar"),
            calendar.path(),
            configured("Contacts"),
            contacts.path());
  }

  // ---- both hands ----

  /** A run that goes well, and leaves Outlook whole. */
  final String sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.status()).as(answer.all()).isZero();
    assertWhole();
    return answer.out();
  }

  /** Another run has nothing to do on either side. */
  final void assertInStep() {
    Object before = fingerprint();
    server.log().clear();
    assertThat(sync().lines()).allMatch(l -> l.contains("nothing to do"));
    assertThat(server.log().writes()).isZero();
    assertThat(fingerprint()).isEqualTo(before);
  }

  /** A folder of Outlook, as a profile names it. */
  abstract String configured(String name);

  /** Tandem at the command line, with the items of the sample in Outlook. */
  abstract Shell tandem(Path directory) throws Exception;

  /** What a person does in Outlook while Tandem does not run. */
  abstract <T> T outlook(String name, Family family, Function<Store<Item>, T> work);

  /** What changes when anything is written into Outlook. */
  abstract Object fingerprint();

  /** Outlook's side is not damaged. */
  void assertWhole() {}

  static List<Replica<Item>> all(Store<Item> store) {
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    return store.read(ids).stream().map(f -> ((Found.Present<Item>) f).replica()).toList();
  }

  static Replica<Item> titled(Store<Item> store, String title) {
    return all(store).stream()
        .filter(r -> r.item().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  static Revision revision(Replica<Item> replica) {
    return Objects.requireNonNull(replica.revision());
  }

  final List<String> titles(String name, Family family) {
    return outlook(
        name, family, store -> all(store).stream().map(r -> r.item().title()).sorted().toList());
  }

  static void done(Store<Item> store, Effect<Item> effect) {
    assertThat(store.write(List.of(effect)).getFirst()).isInstanceOf(Written.Done.class);
  }

  final void editInOutlook(String name, Family family, String title, UnaryOperator<Item> change) {
    outlook(
        name,
        family,
        store -> {
          Replica<Item> now = titled(store, title);
          Item wanted = change.apply(now.item());
          Set<String> all = Set.copyOf(Fields.of(wanted.type()).names());
          done(store, new Effect.Update<>(now.id(), revision(now), wanted, all, OUTLOOK, title));
          return title;
        });
  }

  final void makeInOutlook(String name, Family family, Item item) {
    outlook(
        name,
        family,
        store -> {
          done(store, new Effect.Create<>(item.uid(), item, OUTLOOK, item.title()));
          return item;
        });
  }

  final void deleteInOutlook(String name, Family family, String title) {
    outlook(
        name,
        family,
        store -> {
          Replica<Item> now = titled(store, title);
          done(store, new Effect.Delete<>(now.id(), revision(now), title));
          return title;
        });
  }

  static String onServer(DavCollection collection, String text) {
    return collection.bodies().entrySet().stream()
        .filter(e -> e.getValue().contains(text))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  static void editOnServer(DavCollection collection, String text, UnaryOperator<String> change) {
    String member = onServer(collection, text);
    collection.put(member, change.apply(collection.get(member).orElseThrow()));
  }

  static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  @Test
  void whatAServerDropsIsNotRemovedInOutlook() throws Exception {
    server.dials().rewrite = Rewriting.dropsExtensions();
    LocalDateTime start = LocalDateTime.of(2026, 3, 10, 9, 0);
    Appointment ball =
        Appointment.builder()
            .uid("ball")
            .subject("Ball")
            .location("Hall")
            .onlineMeetingUrl("https://meet.example.org/ball")
            .business(new Business("Court", "12", List.of(), List.of()))
            .timing(Timing.timed(start, start.plusHours(2), BERLIN))
            .build();
    makeInOutlook("Calendar", Family.EVENTS, ball);
    sync();
    sync();
    assertInStep();
    editOnServer(
        calendar, "Ball", t -> t.replace("SUMMARY:Ball", "SUMMARY:Dance").replace("Hall", ""));
    sync();
    assertInStep();
    Appointment now =
        (Appointment) outlook("Calendar", Family.EVENTS, s -> titled(s, "Dance").item());
    assertThat(now.location()).isEmpty();
    assertThat(now.business()).isEqualTo(ball.business());
    assertThat(now.onlineMeetingUrl()).isEqualTo(ball.onlineMeetingUrl());
  }

  // ---- the story ----

  @Test
  void whatIsMadeChangedAndDeletedOnEachSideReachesTheOther() throws Exception {
    sync();
    assertInStep();

    // made on both sides
    contacts.put(
        "hatter.vcf",
        crlf(
            """
            BEGIN:VCARD
            VERSION:3.0
            UID:hatter
            FN:The Hatter
            N:Hatter;The;;;
            EMAIL:hatter@example.org
            END:VCARD
            """));
    calendar.put(
        "tea.ics",
        crlf(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//tea//party//EN
            BEGIN:VEVENT
            UID:tea-party
            DTSTAMP:20260301T110000Z
            DTSTART:20260302T160000Z
            DTEND:20260302T170000Z
            RRULE:FREQ=DAILY;COUNT=5
            SUMMARY:Tea
            END:VEVENT
            END:VCALENDAR
            """));
    LocalDateTime start = LocalDateTime.of(2026, 3, 10, 9, 0);
    makeInOutlook(
        "Calendar",
        Family.EVENTS,
        Appointment.builder()
            .uid("croquet")
            .subject("Croquet")
            .location("Garden")
            .timing(Timing.timed(start, start.plusHours(2), BERLIN))
            .build());
    makeInOutlook(
        "Contacts",
        Family.CONTACTS,
        Contact.builder().uid("duchess").fullName("The Duchess").build());
    String made = sync();
    assertThat(made).contains("1 created in Outlook").contains("1 created on the server");
    assertThat(titles("Contacts", Family.CONTACTS)).contains("The Hatter", "The Duchess");
    assertThat(titles("Calendar", Family.EVENTS)).contains("Tea", "Croquet");
    onServer(calendar, "Croquet");
    onServer(contacts, "The Duchess");
    assertInStep();

    // changed on both sides, the same item in different fields
    editOnServer(
        calendar,
        "SUMMARY:Croquet",
        b -> b.replace("SUMMARY:Croquet", "SUMMARY:Croquet with flamingos"));
    editInOutlook(
        "Calendar",
        Family.EVENTS,
        "Croquet",
        i -> ((Appointment) i).toBuilder().location("Palace").build());
    editOnServer(contacts, "UID:hatter", b -> b.replace("hatter@example.org", "tea@example.org"));
    editInOutlook(
        "Contacts",
        Family.CONTACTS,
        "The Duchess",
        i -> ((Contact) i).toBuilder().jobTitle("Duchess").build());
    sync();
    assertThat(onServer(calendar, "LOCATION:Palace")).isEqualTo(onServer(calendar, "flamingos"));
    Appointment merged =
        (Appointment)
            outlook("Calendar", Family.EVENTS, s -> titled(s, "Croquet with flamingos").item());
    assertThat(merged.location()).isEqualTo("Palace");
    Contact hatter =
        (Contact) outlook("Contacts", Family.CONTACTS, s -> titled(s, "The Hatter").item());
    assertThat(hatter.emails().values()).anyMatch(e -> e.address().equals("tea@example.org"));
    onServer(contacts, "TITLE:Duchess");
    assertInStep();

    // an occurrence moved on the server
    editOnServer(
        calendar,
        "UID:tea-party",
        b ->
            b.replace(
                "END:VCALENDAR",
                crlf(
                    """
                    BEGIN:VEVENT
                    UID:tea-party
                    DTSTAMP:20260301T110000Z
                    RECURRENCE-ID:20260304T160000Z
                    DTSTART:20260304T190000Z
                    DTEND:20260304T200000Z
                    SUMMARY:Tea, late
                    END:VEVENT
                    END:VCALENDAR\
                    """)));
    sync();
    Appointment tea =
        (Appointment) outlook("Calendar", Family.EVENTS, s -> titled(s, "Tea").item());
    assertThat(tea.exceptions()).hasSize(1);
    assertInStep();

    // one occurrence less in Outlook: deleted there
    editInOutlook(
        "Calendar",
        Family.EVENTS,
        "Tea",
        i -> {
          Appointment a = (Appointment) i;
          return a.toBuilder()
              .recurrence(
                  Objects.requireNonNull(a.recurrence())
                      .withDeleted(Set.of(LocalDate.of(2026, 3, 5))))
              .build();
        });
    sync();
    assertThat(calendar.get(onServer(calendar, "UID:tea-party")).orElseThrow())
        .contains("EXDATE")
        .contains("RECURRENCE-ID");
    assertInStep();

    // deleted on each side
    deleteInOutlook("Calendar", Family.EVENTS, "Croquet with flamingos");
    contacts.delete(onServer(contacts, "UID:hatter"));
    sync();
    assertThat(calendar.bodies().values()).noneMatch(b -> b.contains("Croquet"));
    assertThat(titles("Contacts", Family.CONTACTS)).doesNotContain("The Hatter");
    assertInStep();
  }
}
