package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
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
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.When;

/** Appointments that are moved between two folders of a data file, or two calendars of a server. */
final class MovedItemsTest {
  @TempDir private Path folder;
  private EmbeddedDavServer server;
  private DavCollection calendar;
  private DavCollection team;
  private Shell shell;
  private Path file;

  @BeforeEach
  void inStep() throws Exception {
    server = EmbeddedDavServer.start().addUser("alice", "alicepw");
    calendar = server.calendar("alice", "calendar");
    team = server.calendar("alice", "team");
    file = folder.resolve("outlook.pst");
    NewDataFile.create(file, Locale.ENGLISH, new Random(1));
    try (PstFile made = PstFile.open(file)) {
      made.addFolder("Calendar/Team", Family.EVENTS);
    }
    shell = new Shell(folder).set("PW", "alicepw");
    configure("");
    for (int i = 0; i < 3; i++) {
      make("meeting-" + i);
      tea("tea-" + i);
    }
    sync();
    // lines that only the server knows, in what came from Outlook too
    for (String member : List.copyOf(calendar.bodies().keySet())) {
      String text = calendar.get(member).orElseThrow();
      calendar.put(
          member, text.replace("END:VEVENT", "X-OF-ANOTHER:kept " + member + "\r\nEND:VEVENT"));
    }
    sync();
    sync();
    server.log().clear();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void configure(String more) {
    new HomeAccount(server.url())
        .profile("Calendar", "Calendar", calendar.path())
        .profile("Team", "Calendar/Team", team.path())
        .apply(shell, more);
  }

  private String sync(String... profiles) {
    String[] words = new String[profiles.length + 1];
    words[0] = "sync";
    System.arraycopy(profiles, 0, words, 1, profiles.length);
    Shell.Answer answer = shell.tandem(words);
    assertThat(answer.status()).as(answer.all()).isZero();
    assertThat(Examination.of(file).defects()).isEmpty();
    return answer.all();
  }

  private void assertQuiet() {
    sync();
    server.log().clear();
    assertThat(sync()).contains("nothing to do");
    assertThat(server.log().writes()).isZero();
  }

  private <R> R outlook(String name, Function<PstStore, R> work) {
    try (PstFile opened = PstFile.open(file);
        PstStore store =
            new PstStore(
                opened,
                opened.folder(name),
                Family.EVENTS,
                () -> Instant.parse("2026-03-01T12:00:00Z"),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  private void make(String uid) {
    LocalDateTime start = LocalDateTime.of(2026, 3, 10, 9, 0);
    Appointment made =
        Appointment.builder()
            .uid(uid)
            .subject(uid)
            .timing(Timing.timed(start, start.plusHours(1), InStep.BERLIN))
            .build();
    Stamp stamp = new Stamp(new LinkId("outlook-itself"), 1);
    Written written =
        outlook(
            "Calendar",
            store -> store.write(List.of(new Effect.Create<>(uid, made, stamp, uid))).getFirst());
    assertThat(written).isInstanceOf(Written.Done.class);
  }

  private void tea(String uid) {
    calendar.put(
        uid + ".ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//tea//party//EN
        BEGIN:VEVENT
        UID:%1$s
        DTSTAMP:20260301T110000Z
        DTSTART:20260302T160000Z
        DTEND:20260302T170000Z
        SUMMARY:%1$s
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(uid)
            .replace("\n", "\r\n"));
  }

  private Map<String, Replica<Item>> there(String name) {
    return outlook(
        name,
        store -> {
          Map<String, Replica<Item>> all = new LinkedHashMap<>();
          for (Found<Item> found :
              store.read(store.list(null).rows().stream().map(Listing.Row::id).toList())) {
            Replica<Item> item = ((Found.Present<Item>) found).replica();
            assertThat(all.put(item.item().title(), item)).as("doubled").isNull();
          }
          return all;
        });
  }

  /** As Outlook does it, also when it drags several. */
  private void moveInOutlook(String... titles) {
    Map<String, Replica<Item>> all = there("Calendar");
    Map<org.tandemsync.sync.ItemId, Revision> items = new LinkedHashMap<>();
    for (String title : titles) {
      Replica<Item> item = java.util.Objects.requireNonNull(all.get(title));
      items.put(item.id(), java.util.Objects.requireNonNull(item.revision()));
    }
    try (PstFile opened = PstFile.open(file)) {
      assertThat(
              FolderMoves.move(
                  opened,
                  opened.folder("Calendar"),
                  opened.folder("Calendar/Team"),
                  items,
                  Instant.parse("2026-03-01T13:00:00Z")))
          .allMatch(written -> written instanceof Written.Done);
    }
  }

  private static String member(DavCollection collection, String uid) {
    return collection.bodies().entrySet().stream()
        .filter(e -> e.getValue().contains("UID:" + uid + "\r\n"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + uid))
        .getKey();
  }

  private long requests(String method) {
    return server.log().count(method);
  }

  private static List<String> lines(String text) {
    return text.lines()
        .filter(l -> !l.startsWith("X-TANDEM-STAMP") && !l.startsWith("DTSTAMP"))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"Calendar,true", "Team,true", "Calendar,false", "Team,false"})
  void aResourceThatFollowsKeepsAllThatTandemDoesNotKnow(String first, boolean moves) {
    server.dials().moves = moves;
    List<String> before =
        List.of("meeting-0", "tea-0").stream()
            .flatMap(uid -> lines(calendar.get(member(calendar, uid)).orElseThrow()).stream())
            .toList();
    moveInOutlook("meeting-0", "tea-0");
    Shell.Answer plan = shell.tandem("plan", first);
    assertThat(plan.all()).contains("2 to move on the server", "moved in Outlook");
    // one sync moves them: they are not in the plans of both profiles
    assertThat(shell.tandem("plan").all()).containsOnlyOnce("2 to move on the server");
    assertThat(server.log().writes()).isZero();
    String told = sync(first);
    assertThat(told)
        .contains("2 moved " + (first.equals("Calendar") ? "to 'Team'" : "from 'Calendar'"));
    assertThat(calendar.size()).isEqualTo(4);
    assertThat(team.size()).isEqualTo(2);
    List<String> after =
        List.of("meeting-0", "tea-0").stream()
            .flatMap(uid -> lines(team.get(member(team, uid)).orElseThrow()).stream())
            .toList();
    assertThat(after).isEqualTo(before).anyMatch(line -> line.startsWith("X-OF-ANOTHER"));
    assertThat(requests("DELETE")).isEqualTo(moves ? 0 : 2);
    assertThat(requests("PUT")).isEqualTo(moves ? 0 : 2);
    assertThat(shell.tandem("report").all()).contains("2 moved ");
    assertQuiet();
    assertThat(there("Calendar")).hasSize(4);
    assertThat(there("Calendar/Team")).hasSize(2);
    assertThat(team.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Calendar", "Team"})
  void whatAClientMovesOnTheServerStaysTheSameItemInOutlook(String first) {
    Replica<Item> before = java.util.Objects.requireNonNull(there("Calendar").get("meeting-1"));
    String member = member(calendar, "meeting-1");
    team.put(member, calendar.get(member).orElseThrow());
    calendar.delete(member);
    sync(first);
    Replica<Item> after = java.util.Objects.requireNonNull(there("Calendar/Team").get("meeting-1"));
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.birthmark()).isEqualTo(before.birthmark());
    assertThat(there("Calendar")).hasSize(5);
    assertQuiet();
    assertThat(server.log().writes()).isZero();
    assertThat(team.size()).isEqualTo(1);
    assertThat(calendar.size()).isEqualTo(5);
  }

  @Test
  void theLastAnswerLostIsFoundOut() {
    moveInOutlook("meeting-2");
    server.dials().loseAnswer = When.first(1).on("MOVE");
    sync("Calendar");
    assertThat(calendar.size()).isEqualTo(5);
    assertThat(team.size()).isEqualTo(1);
    assertQuiet();
    assertThat(there("Calendar/Team")).hasSize(1);
  }

  @Test
  void aServerThatFailsLeavesTheItemWhereItIs() {
    moveInOutlook("meeting-2");
    server.dials().refuse = When.always();
    Shell.Answer answer = shell.tandem("sync", "Calendar");
    assertThat(answer.status()).as(answer.all()).isNotZero();
    assertThat(calendar.size()).isEqualTo(6);
    server.dials().refuse = When.never();
    sync();
    assertThat(calendar.size()).isEqualTo(5);
    assertThat(team.size()).isEqualTo(1);
    assertQuiet();
  }

  // ---- a copy that was made, and an original that could not be deleted ----

  /** The server cannot move; the copy is made, and then the deletion fails. */
  private String copied(String uid) {
    server.dials().moves = false;
    moveInOutlook(uid);
    server.dials().refuse = When.first(1).on("DELETE");
    Shell.Answer answer = shell.tandem("sync", "Calendar");
    assertThat(answer.status()).as(answer.all()).isNotZero();
    server.dials().refuse = When.never();
    assertThat(calendar.size()).isEqualTo(6);
    assertThat(team.size()).isEqualTo(1);
    return member(calendar, uid);
  }

  private static void edit(DavCollection in, String member, String before, String after) {
    in.put(member, in.get(member).orElseThrow().replace(before, after));
  }

  private void assertMovedOnce(String title) {
    assertThat(calendar.size()).isEqualTo(5);
    assertThat(team.size()).isEqualTo(1);
    assertQuiet();
    assertThat(there("Calendar")).hasSize(5);
    assertThat(there("Calendar/Team")).containsOnlyKeys(title);
    assertThat(String.join("", team.bodies().values()))
        .contains("SUMMARY:" + title)
        .contains("X-OF-ANOTHER:kept");
  }

  @ParameterizedTest
  @CsvSource({"tea-0,Calendar", "meeting-0,Calendar"})
  void theNextRunGoesOnFromACopy(String uid, String first) {
    copied(uid);
    assertThat(sync(first)).contains("moved");
    assertMovedOnce(uid);
  }

  @ParameterizedTest
  @CsvSource({"tea-0,Calendar", "meeting-0,Calendar"})
  void aCopyIsBroughtUpToDateWithWhatWasEditedSince(String uid, String first) {
    String original = copied(uid);
    edit(calendar, original, "SUMMARY:" + uid, "SUMMARY:edited on the phone");
    Shell.Answer answer = shell.tandem("sync", first);
    assertThat(answer.status()).as(answer.all()).isZero();
    sync();
    assertMovedOnce("edited on the phone");
  }

  /** Lines that no item holds, also beside an edit that the copy can be given. */
  @ParameterizedTest
  @CsvSource({
    "tea-0,'COMMENT:old,X-OF-ANOTHER:anew'",
    "tea-0,COMMENT:precious words",
    "edited,COMMENT:precious words",
    "edited,'COMMENT:old,COMMENT:old'"
  })
  void noLineIsLostWithAnOldCopy(String summary, String lines) {
    String original = member(calendar, "tea-0");
    edit(calendar, original, "END:VEVENT", "COMMENT:old\r\nEND:VEVENT");
    sync();
    copied("tea-0");
    edit(calendar, original, "SUMMARY:tea-0", "SUMMARY:" + summary);
    edit(calendar, original, "COMMENT:old", lines.replace(",", "\r\n"));
    Shell.Answer answer = shell.tandem("sync", "Calendar");
    assertThat(answer.status()).as(answer.all()).isNotZero();
    assertThat(answer.all()).contains("on the server twice").contains("delete the one");
    assertThat(calendar.get(original)).isPresent();
    team.delete(member(team, "tea-0"));
    assertThat(sync()).contains("moved");
    assertThat(team.bodies().values()).singleElement().asString().contains(lines.split(","));
  }

  @Test
  void aCopyThatSomebodyEditedIsNotWrittenOver() {
    String original = copied("tea-0");
    edit(team, member(team, "tea-0"), "SUMMARY:tea-0", "SUMMARY:edited there");
    edit(calendar, original, "SUMMARY:tea-0", "SUMMARY:edited here");
    Shell.Answer answer = shell.tandem("sync", "Calendar");
    assertThat(answer.status()).isNotZero();
    assertThat(answer.all()).contains("both were edited").contains("delete the one");
    assertThat(team.get(member(team, "tea-0")).orElseThrow()).contains("edited there");
    assertThat(calendar.get(original).orElseThrow()).contains("edited here");
    calendar.delete(original);
    sync();
    sync();
    assertMovedOnce("edited there");
  }

  @Test
  void aCopyOfSomebodyElseThatHoldsTheSameWillDo() {
    server.dials().moves = false;
    moveInOutlook("tea-0");
    String member = member(calendar, "tea-0");
    team.put(member, calendar.get(member).orElseThrow());
    sync("Calendar");
    assertMovedOnce("tea-0");
  }

  @Test
  void aCopyOfSomebodyElseThatHoldsSomethingElseStays() {
    server.dials().moves = false;
    moveInOutlook("tea-0");
    String member = member(calendar, "tea-0");
    team.put(member, calendar.get(member).orElseThrow());
    edit(team, member, "SUMMARY:tea-0", "SUMMARY:something else");
    Shell.Answer answer = shell.tandem("sync", "Calendar");
    assertThat(answer.status()).isNotZero();
    assertThat(answer.all()).contains("something else has its UID").contains("delete the one");
    assertThat(team.get(member).orElseThrow()).contains("something else");
    assertThat(calendar.get(member)).isPresent();
  }
}
