package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code tandem copy}: each item arrives, or is said not to. */
final class CopiedItemsTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).set("PW", "s3cret");
    Files.createDirectory(folder.resolve("from"));
  }

  private static String event(String uid, String day, String summary, String... more) {
    List<String> lines = new ArrayList<>(List.of("BEGIN:VEVENT", "UID:" + uid));
    lines.add("DTSTART:" + day + "T110000Z");
    lines.add("DTEND:" + day + "T120000Z");
    lines.add("SUMMARY:" + summary);
    lines.addAll(List.of(more));
    lines.add("END:VEVENT");
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String calendar(String... components) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n"
        + String.join("", components)
        + "END:VCALENDAR\r\n";
  }

  private void file(String name, String... components) {
    shell.file("from/" + name, calendar(components));
  }

  /** What the last line says of a copy from the folder. */
  private String copied(String to) {
    Shell.Answer answer = shell.tandem("copy", "folder:from", to);
    return answer.status() + ": " + answer.out().lines().toList().getLast();
  }

  private List<String> subjects(String endpoint) {
    Shell.Answer items = shell.tandem("items", endpoint, "--json");
    assertThat(items.status()).as(items.all()).isZero();
    return items.json().stream()
        .map(line -> (Map<?, ?>) Objects.requireNonNull(line.get("item")))
        .map(item -> String.valueOf(item.get("subject")))
        .sorted()
        .toList();
  }

  @Test
  void twoItemsWithOneUidBothArriveAndOnce() {
    file("a.ics", event("same", "20260301", "Dentist"));
    file("b.ics", event("same", "20260401", "Wedding"));
    file("c.ics", event("other", "20260501", "Lunch"));
    for (String to : List.of("folder:to", "pst:to.pst")) {
      assertThat(copied(to)).isEqualTo("0: 3 copied, 0 already there, 0 failed.");
      assertThat(subjects(to)).containsExactly("Dentist", "Lunch", "Wedding");
      assertThat(copied(to)).isEqualTo("0: 0 copied, 3 already there, 0 failed.");
      assertThat(subjects(to)).containsExactly("Dentist", "Lunch", "Wedding");
    }
  }

  @Test
  void twinsThatAnInterruptedCopyDidNotReachComeWithTheNext() throws IOException {
    file("a.ics", event("same", "20260301", "Dentist"));
    file("b.ics", event("same", "20260301", "Dentist"));
    file("c.ics", event("third", "20260301", "Dentist"));
    assertThat(copied("folder:to")).isEqualTo("0: 3 copied, 0 already there, 0 failed.");
    List<Path> made;
    try (Stream<Path> files = Files.list(folder.resolve("to"))) {
      made = files.sorted().toList();
    }
    for (Path one : made) {
      Files.delete(one);
      assertThat(copied("folder:to")).isEqualTo("0: 1 copied, 2 already there, 0 failed.");
    }
  }

  /** Two people, two lunches at one time: one that is there does not stand for both. */
  @Test
  void whatLooksLikeAnItemThatIsKnownByItsUidIsCopied() {
    file("m.ics", event("anna", "20260301", "Lunch"));
    assertThat(copied("folder:to")).isEqualTo("0: 1 copied, 0 already there, 0 failed.");
    file("a.ics", event("bob", "20260301", "Lunch"));
    assertThat(copied("folder:to")).isEqualTo("0: 1 copied, 1 already there, 0 failed.");
    file("z.ics", event("cleo", "20260301", "Lunch"));
    assertThat(copied("folder:to")).isEqualTo("0: 1 copied, 2 already there, 0 failed.");
    assertThat(subjects("folder:to")).containsExactly("Lunch", "Lunch", "Lunch");
  }

  @Test
  void aFileOfSomethingElseInItsPlaceDoesNotPassForTheItem() throws IOException {
    file("a.ics", event("u1", "20260301", "Dentist"));
    Files.createDirectory(folder.resolve("to"));
    shell.file("to/u1.ics", calendar(event("else", "20260401", "Wedding")));
    Shell.Answer answer = shell.tandem("copy", "folder:from", "folder:to");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.all()).contains("Dentist", "there is a file u1.ics", "holds something else");
  }

  @Test
  void anExportOfSeveralEventsInOneFileIsSaidNotToArrive() {
    file("all.ics", event("u1", "20260301", "Dentist"), event("u2", "20260401", "Wedding"));
    file("one.ics", event("u3", "20260501", "Lunch"));
    Shell.Answer answer = shell.tandem("copy", "folder:from", "pst:to.pst");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.all())
        .contains(
            "Dentist", "2 items with UIDs of their own", "1 copied, 0 already there, 1 failed");
    assertThat(subjects("pst:to.pst")).containsExactly("Lunch");
  }

  /** Another program appended an event to a file: neither of the two is lost through the other. */
  @Test
  void aFileThatGotASecondEventIsLeftAlone() throws IOException {
    file("a.ics", event("u1", "20260301", "Dentist"));
    file("b.ics", event("u2", "20260501", "Lunch"));
    shell.tandem("copy", "folder:from", "folder:phone");
    shell.tandem("copy", "folder:from", "pst:to.pst");
    WorkAndPhone.apply(shell);
    assertThat(shell.tandem("sync").status()).isZero();
    file("a.ics", event("u1", "20260301", "Dentist"), event("u9", "20260401", "Wedding"));
    String both = Files.readString(folder.resolve("from/a.ics"));
    Shell.Answer run = shell.tandem("sync");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.all()).contains("2 items with UIDs of their own");
    assertThat(subjects("pst:to.pst")).containsExactly("Dentist", "Lunch");
    assertThat(Files.readString(folder.resolve("from/a.ics"))).isEqualTo(both);
    Files.delete(folder.resolve("phone/u1.ics"));
    assertThat(shell.tandem("sync", "Phone").status()).isZero();
    assertThat(subjects("pst:to.pst")).containsExactly("Lunch");
    assertThat(shell.tandem("sync", "Work").status()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("from/a.ics"))).isEqualTo(both);
  }

  @Test
  void directoriesInADirectoryWithItemsAreTakenToo() throws IOException {
    Files.createDirectory(folder.resolve("from/sub"));
    Files.createDirectory(folder.resolve("from/empty"));
    file("a.ics", event("u1", "20260301", "Dentist"));
    file("sub/b.ics", event("u2", "20260401", "Wedding"));
    assertThat(subjects("folder:from")).containsExactly("Dentist", "Wedding");
    for (String to : List.of("folder:to", "pst:to.pst")) {
      assertThat(copied(to)).isEqualTo("0: 2 copied, 0 already there, 0 failed.");
      assertThat(copied(to)).isEqualTo("0: 0 copied, 2 already there, 0 failed.");
      assertThat(subjects(to)).containsExactly("Dentist", "Wedding");
    }
    Files.createDirectory(folder.resolve("one"));
    shell.file("one/c.ics", calendar(event("u3", "20260501", "Lunch")));
    Shell.Answer back = shell.tandem("copy", "folder:one", "folder:from");
    assertThat(back.status()).as(back.all()).isZero();
    assertThat(folder.resolve("from/u3.ics")).exists();
  }

  private static final String[] RICH = {
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7",
    "COMMENT:bring the report",
    "GEO:48.2;16.3",
    "X-OTHER-PROGRAM:kept",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT15M\r\nEND:VALARM",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:y\r\nTRIGGER:-PT2H\r\nEND:VALARM"
  };

  /** What the guide recommends before a collection is deleted for good. */
  @Test
  void aSafetyCopyOfACollectionHoldsAllThatTheResourcesHeld() throws IOException {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "s3cret")) {
      DavCollection calendar = server.calendar("alice", "calendar");
      calendar.put("r.ics", calendar(event("rich", "20260302", "Review", RICH)));
      Shell.Answer answer =
          shell.tandem(
              "copy",
              "dav:" + calendar.url(),
              "folder:to",
              "--user",
              "alice",
              "--password-env",
              "PW");
      assertThat(answer.all()).endsWith("1 copied, 0 already there, 0 failed.\n");
    }
    assertThat(Files.readString(folder.resolve("to/rich.ics"))).contains(RICH);
  }

  /** A backup that comes back says again who is to come: no server sends them mail for that. */
  @Test
  void aBackupComesBackWholeAndInvitesNobody() {
    file("r.ics", event("rich", "20260302", "Review", RICH));
    file(
        "m.ics",
        event(
            "meeting",
            "20260303",
            "Board",
            "ORGANIZER:mailto:alice@example.org",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org"));
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "s3cret")) {
      DavCollection calendar = server.calendar("alice", "calendar");
      Shell.Answer answer =
          shell.tandem(
              "copy",
              "folder:from",
              "dav:" + calendar.url(),
              "--own-address",
              "alice@example.org",
              "--user",
              "alice",
              "--password-env",
              "PW");
      assertThat(answer.all()).contains("2 copied, 0 already there, 0 failed");
      assertThat(calendar.get("rich.ics").orElseThrow()).contains(RICH);
      assertThat(calendar.get("meeting.ics").orElseThrow().replace("\r\n ", ""))
          .contains("SCHEDULE-AGENT=CLIENT");
    }
  }
}
