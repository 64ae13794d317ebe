package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** {@code tandem free-busy}, {@code people} and {@code rooms}, through the whole program. */
final class PlanningCommandsTest {
  private static final String PASSWORD = "l00king-glass";
  private static final String[] MARCH = {"--from", "2026-03-02", "--to", "2026-03-06"};

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;

  @BeforeEach
  void start() {
    server =
        EmbeddedDavServer.start()
            .addUser("alice", PASSWORD)
            .addUser("bob", "x")
            .addRoom("blue", "Blue Room", "ROOM", "urn:uuid:1234")
            .addRoom("beamer", "Beamer", "RESOURCE", "");
    event("alice", "1", "DTSTART:20260302T090000Z", "DTEND:20260302T103000Z");
    event("bob", "1", "DTSTART:20260303T080000Z", "DURATION:PT1H", "STATUS:TENTATIVE");
    event("bob", "2", "DTSTART:20260304T080000Z", "DTEND:20260304T090000Z");
    event("bob", "3", "DTSTART:20260305T080000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT");
    event("blue", "1", "DTSTART:20260301T230000Z", "DTEND:20260302T080000Z");
    shell = new Shell(folder).set("PW", PASSWORD);
    configure("");
  }

  private void configure(String more) {
    new HomeAccount(server.url()).apply(shell, more);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void event(String user, String name, String... lines) {
    server
        .calendar(user, "work")
        .put(
            name + ".ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:"
                + user
                + name
                + "\r\nDTSTAMP:20260101T000000Z\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  }

  private Shell.Answer ask(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    if (command.equals("free-busy") && !all.contains("--from")) {
      all.addAll(List.of(MARCH));
    }
    return shell.tandem(all.toArray(String[]::new));
  }

  private static void done(Shell.Answer answer) {
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  private static void refused(Shell.Answer answer, String... words) {
    assertThat(answer.status()).as(answer.all()).isEqualTo(2);
    assertThat(answer.err()).contains(words).contains("Next step").doesNotContain(PASSWORD);
  }

  @Test
  void whenOthersAreBusyIsShownInOnesOwnZone() {
    Shell.Answer answer = ask("free-busy", "bob@example.org", "BLUE@example.org");
    done(answer);
    assertThat(answer.out().lines())
        .anySatisfy(
            l ->
                assertThat(l)
                    .matches("bob@example.org +2026-03-03 09:00 +2026-03-03 10:00 +tentative"))
        .anySatisfy(
            l -> assertThat(l).matches("bob@example.org +2026-03-04 09:00 +2026-03-04 10:00 +busy"))
        // what begins before the time that was asked for is shown from there on
        .anySatisfy(
            l ->
                assertThat(l).matches("BLUE@example.org +2026-03-02 00:00 +2026-03-02 09:00 +busy"))
        .hasSize(4);
    assertThat(server.log().count("POST")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Dials.Outboxes.class,
      names = {"OWN", "FIRST_CALENDAR"})
  void eachIsAnsweredForInItsOrder(Dials.Outboxes outbox) {
    server.dials().outbox = outbox;
    server.dials().plainRecipients = outbox == Dials.Outboxes.FIRST_CALENDAR;
    Shell.Answer answer =
        ask("free-busy", "nobody@example.org", "bob@example.org", "beamer@example.org", "--json");
    assertThat(answer.status()).isEqualTo(1);
    List<Map<String, Object>> lines = answer.json();
    assertThat(lines.get(0))
        .containsEntry("of", "nobody@example.org")
        .containsEntry("known", false)
        .containsEntry("problem", "3.7 Invalid Calendar User");
    assertThat(lines.get(1))
        .containsEntry(
            "busy",
            List.of(
                Map.of(
                    "from",
                    "2026-03-03T08:00:00Z",
                    "to",
                    "2026-03-03T09:00:00Z",
                    "is",
                    "tentative"),
                Map.of(
                    "from", "2026-03-04T08:00:00Z", "to", "2026-03-04T09:00:00Z", "is", "busy")));
    assertThat(lines.get(2)).containsEntry("known", true).containsEntry("busy", List.of());
    assertThat(ask("free-busy", "beamer@example.org").out()).contains("free");
  }

  @Test
  void withoutAnAddressOnesOwnTimesAreShown() {
    Shell.Answer answer = ask("free-busy", "--json", "--from", "2026-03-02T10:00");
    done(answer);
    assertThat(answer.json().getFirst())
        .containsEntry("of", "alice@example.org")
        .containsEntry(
            "busy",
            List.of(
                Map.of(
                    "from", "2026-03-02T09:00:00Z", "to", "2026-03-02T10:30:00Z", "is", "busy")));
  }

  @Test
  void aCalendarIsAskedItself() {
    Shell.Answer answer = ask("free-busy", "--calendar", "work");
    done(answer);
    assertThat(answer.out()).containsPattern("/work/ +2026-03-02 10:00 +2026-03-02 11:30 +busy");
    for (Dials.FreeBusy unable : Dials.FreeBusy.values()) {
      server.dials().freeBusy = unable;
      Shell.Answer says = ask("free-busy", "--calendar", "work");
      boolean answered = unable == Dials.FreeBusy.ANSWERED;
      assertThat(says.status()).isEqualTo(answered ? 0 : 1);
      assertThat(says.out().contains("cannot tell the times")).isEqualTo(!answered);
    }
    server.dials().overload = When.always().onReport("free-busy-query");
    server.dials().retryAfter = "99999";
    refusedWithout(ask("free-busy", "--calendar", "work"), "asks for a pause");
  }

  private static void refusedWithout(Shell.Answer answer, String... words) {
    assertThat(answer.status()).as(answer.all()).isEqualTo(2);
    assertThat(answer.err()).contains(words);
  }

  @Test
  void whatCannotBeUnderstoodIsNotTakenForFree() {
    event("bob", "4", "DTSTART:20260303T110000Z", "DTEND:20260303T100000Z");
    Shell.Answer answer = ask("free-busy", "bob@example.org", "--json");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.json().getFirst())
        .containsEntry("unread", List.of("20260303T110000Z/20260303T100000Z"));
    assertThat(ask("free-busy", "bob@example.org").err()).contains("this is not understood");
  }

  @Test
  void aServerThatPassesNothingOnSaysSo() {
    server.dials().outbox = Dials.Outboxes.NONE;
    refused(ask("free-busy", "bob@example.org"), "passes no questions on");
    server.dials().outbox = Dials.Outboxes.OWN;
    server.dials().refuse = When.always().on("POST");
    refused(ask("free-busy", "bob@example.org"), "does not pass the question on", "403");
    server.dials().refuse = When.never();
    server.dials().loginPage = When.always().on("POST");
    refusedWithout(ask("free-busy", "bob@example.org"), "POST");
  }

  @Test
  void faultsAreSaidBeforeAnythingIsAsked() {
    server.log().clear();
    refused(ask("free-busy", "bob"), "no mail address", "tandem people bob");
    refused(ask("free-busy", "a@b.c\r\nX:1"), "no mail address");
    refused(ask("free-busy", "--from", "tomorrow"), "no time");
    refusedWithout(ask("free-busy", "--from", "2026-03-02", "--to", "2026-03-01"), "--to has to");
    refusedWithout(ask("free-busy", "--from", "2026-03-02", "--to", "2036-03-01"), "400 days");
    refused(ask("free-busy", "--calendar", "work", "bob@example.org"), "exclude each other");
    refused(ask("people", " "), "Whom do you look for");
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void peopleAndRoomsAreFoundByNameAndAddress() {
    assertThat(ask("people", "ROOM").out()).containsPattern("Blue Room +room +blue@example.org");
    assertThat(ask("people", "bob@", "--json").json())
        .singleElement()
        .satisfies(
            p ->
                assertThat(p)
                    .containsEntry("name", "bob")
                    .containsEntry("kind", "person")
                    .containsEntry("addresses", List.of("bob@example.org"))
                    .containsEntry("resource-id", ""));
    assertThat(ask("rooms", "--json").json())
        .extracting(r -> r.get("name") + " " + r.get("kind") + " " + r.get("resource-id"))
        .containsExactlyInAnyOrder("Blue Room room urn:uuid:1234", "Beamer resource ");
    assertThat(ask("rooms", "bl", "--json").json()).hasSize(1);
    Shell.Answer none = ask("rooms", "bob");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).contains("no room with 'bob'", "Next step");
  }

  @Test
  void anotherUserIsAnotherUserAlsoWithoutAnAddress() {
    Shell.Answer bob = ask("free-busy", "--json", "--user", "bob", "--password-env", "PW");
    refusedWithout(bob, "did not accept user name and password");
    shell.set("BOB", "x");
    Shell.Answer right = ask("free-busy", "--json", "--user", "bob", "--password-env", "BOB");
    done(right);
    assertThat(right.json().getFirst()).containsEntry("of", "bob@example.org");
  }

  @Test
  void eachServerIsAskedAsItCanAnswer() {
    Quirks.SOGO.apply(server.dials());
    assertThat(ask("people", "blue").out()).contains("Blue Room", "person");
    assertThat(ask("rooms").status()).isEqualTo(1);
    Quirks.RADICALE.apply(server.dials());
    assertThat(ask("people", "blue").out()).contains("shows nobody");
    for (Dials.PrincipalSearches how :
        List.of(Dials.PrincipalSearches.REFUSED_INSIDE, Dials.PrincipalSearches.NOT_IMPLEMENTED)) {
      server.dials().principalSearch = how;
      refused(ask("people", "blue"), "has no search for people and rooms");
    }
  }

  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);

  private static Attendee room(String name, String address) {
    return new Attendee(new Person(name, address), AttendeeType.RESOURCE, ResponseStatus.ACCEPTED);
  }

  private void meetingWithRooms(String uid) {
    LocalDateTime nine = LocalDateTime.of(2031, 3, 10, 9, 0);
    Appointment meeting =
        Appointment.builder()
            .uid(uid)
            .subject(uid)
            .timing(Timing.timed(nine, nine.plusHours(1), new Zone("W. Europe Standard Time")))
            .meeting(
                new Meeting(
                    MeetingStatus.MEETING,
                    new Person("Alice", "alice@example.org"),
                    null,
                    0,
                    ResponseStatus.ORGANIZED,
                    null,
                    true))
            .attendees(
                List.of(
                    room("blue room", "blue@example.org"),
                    room("Beamer", "beamer@example.org"),
                    room("bob", "bob@example.org")))
            .build();
    try (PstFile file = PstFile.open(folder.resolve("outlook.pst"));
        PstStore store =
            new PstStore(
                file,
                file.folder("Calendar"),
                Family.EVENTS,
                InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
                ZoneOffset.UTC)) {
      assertThat(
              store.write(List.<Effect<Item>>of(new Effect.Create<>(uid, meeting, OUTLOOK, uid))))
          .hasOnlyElementsOfType(Written.Done.class);
    }
  }

  /** Case 115, with what the server knows: the name in any case; no id, or a person, is no room. */
  @Test
  void aRoomIsInvitedByTheNameThatTheServerHasForIt() {
    shell.sample("demo/outlook.pst", "outlook.pst");
    server.calendar("alice", "meetings");
    configure(
        """
        [[profiles]]
        name = "Calendar"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { account = "home", collection = "/dav/calendars/alice/meetings/" }
        """);
    meetingWithRooms("uid-1");
    done(shell.tandem("sync"));
    assertThat(unfolded())
        .contains(
            "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=blue room;"
                + "EMAIL=blue@example.org:urn:uuid:1234",
            "CN=Beamer:mailto:beamer@example.org",
            "CN=bob:mailto:bob@example.org");
    server.log().clear();
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
    assertThat(server.log().writes()).isZero();
    // a server that cannot be searched is no failure of the sync
    server.dials().principalSearch = Dials.PrincipalSearches.NOT_IMPLEMENTED;
    meetingWithRooms("uid-2");
    done(shell.tandem("sync"));
    assertThat(unfolded()).contains("CN=blue room:mailto:blue@example.org");
  }

  private String unfolded() {
    return String.join("\n", server.calendar("alice", "meetings").bodies().values())
        .replaceAll("\r?\n[ \t]", "");
  }
}
