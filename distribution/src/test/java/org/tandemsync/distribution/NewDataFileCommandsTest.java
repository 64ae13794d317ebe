package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code copy} into a data file that is not there: it is made, and repeating copies nothing. */
final class NewDataFileCommandsTest {
  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    shell = new Shell(folder).set("PW", "l00king-glass").sample("demo/outlook.pst", "outlook.pst");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String event(String uid, String title) {
    return lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        "UID:" + uid,
        "DTSTAMP:20260101T000000Z",
        "DTSTART:20260302T090000Z",
        "DTEND:20260302T100000Z",
        "SUMMARY:" + title,
        "END:VEVENT",
        "END:VCALENDAR");
  }

  private static String task(String uid, String title) {
    return event(uid, title)
        .replace("VEVENT", "VTODO")
        .replaceAll("DTEND:.*\\R", "")
        .replace("DTSTART:20260302T090000Z", "DUE;VALUE=DATE:20260302");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private Shell.Answer copy(String from, String to, String... more) {
    String[] all = new String[7 + more.length];
    List<String> first = List.of("copy", from, to, "--user", "alice", "--password-env", "PW");
    for (int i = 0; i < all.length; i++) {
      all[i] = i < first.size() ? first.get(i) : more[i - first.size()];
    }
    return shell.tandem(all);
  }

  private Map<String, String> foldersByTitle(String endpoint) {
    Map<String, String> folders = new TreeMap<>();
    for (Map<String, Object> line : shell.tandem("items", endpoint, "--json").json()) {
      Map<?, ?> item = (Map<?, ?>) Objects.requireNonNull(line.get("item"));
      Object title = item.containsKey("subject") ? item.get("subject") : item.get("full-name");
      folders.put(
          String.valueOf(title == null ? item.get("name") : title), (String) line.get("folder"));
    }
    return folders;
  }

  @Test
  void aServerBecomesADataFile() throws IOException {
    server.calendar("alice", "calendar").put("1.ics", event("1", "Lunch"));
    server.taskList("alice", "todo").put("2.ics", task("2", "Water the plants"));
    server
        .addressBook("alice", "people")
        .put(
            "3.vcf",
            lines(
                "BEGIN:VCARD",
                "VERSION:3.0",
                "UID:3",
                "FN:The Hatter",
                "N:Hatter;The;;;",
                "END:VCARD"));

    Shell.Answer first = copy("dav:" + server.url(), "pst:new.pst");

    assertThat(first.err()).isEmpty();
    assertThat(first.out())
        .contains(
            "calendar -> Calendar: 1 item", "todo -> Tasks: 1 item", "people -> Contacts: 1 item")
        .endsWith("3 copied, 0 already there, 0 failed.\n");
    assertThat(first.status()).isZero();
    assertThat(foldersByTitle("pst:new.pst"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Lunch", "Calendar", "Water the plants", "Tasks", "The Hatter", "Contacts"));
    assertThat(shell.tandem("doctor", "pst:new.pst").out())
        .isEqualTo("new.pst: 4 folders, 3 items, no findings\n");

    byte[] before = Files.readAllBytes(folder.resolve("new.pst"));
    Shell.Answer again = copy("dav:" + server.url(), "pst:new.pst");
    assertThat(again.out()).endsWith("0 copied, 3 already there, 0 failed.\n");
    assertThat(folder.resolve("new.pst")).hasBinaryContent(before);
  }

  @Test
  void severalCalendarsGetFoldersOfTheirNames() {
    server.mixedCalendar("alice", "work").put("1.ics", event("1", "Stand-up"));
    server.mixedCalendar("alice", "work").put("2.ics", task("2", "Report"));
    server.mixedCalendar("alice", "private").put("3.ics", event("3", "Dentist"));

    assertThat(copy("dav:" + server.url(), "pst:new.pst").status()).isZero();
    Shell.Answer again = copy("dav:" + server.url(), "pst:new.pst");

    assertThat(foldersByTitle("pst:new.pst"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Stand-up", "work", "Report", "work (tasks)", "Dentist", "private"));
    assertThat(again.out()).endsWith("0 copied, 3 already there, 0 failed.\n");
    assertThat(shell.tandem("doctor", "pst:new.pst").status()).isZero();
  }

  @Test
  void aDataFileIsCopiedIntoANewOne() {
    Shell.Answer answer = shell.tandem("copy", "pst:outlook.pst", "pst:copy.pst");

    assertThat(answer.status()).as(answer.all()).isZero();
    assertThat(foldersByTitle("pst:copy.pst")).isEqualTo(foldersByTitle("pst:outlook.pst"));
    assertThat(shell.tandem("copy", "pst:outlook.pst", "pst:copy.pst").out())
        .endsWith("0 copied, 3 already there, 0 failed.\n");
  }

  @Test
  void aDirectoryIsCopiedIntoANewOne() throws IOException {
    Files.createDirectories(folder.resolve("backup/work"));
    Files.writeString(folder.resolve("backup/work/1.ics"), event("1", "Lunch"));
    Shell.Answer answer = shell.tandem("copy", "folder:backup", "pst:new.pst", "--only", "events");
    assertThat(answer.status()).as(answer.all()).isZero();
    assertThat(foldersByTitle("pst:new.pst")).isEqualTo(Map.of("Lunch", "Calendar"));
  }

  @Test
  void whatCannotBeMadeIsSaidAndLeavesNothing() {
    Shell.Answer nowhere = shell.tandem("copy", "pst:outlook.pst", "pst:missing/new.pst");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).contains("There is no folder").contains("missing; make it first.");
    Shell.Answer inside = shell.tandem("copy", "pst:outlook.pst", "pst:new.pst#Team");
    assertThat(inside.status()).isEqualTo(2);
    assertThat(inside.err()).contains("There is no file").contains("new.pst");
    Shell.Answer noSource = shell.tandem("copy", "pst:nothing.pst", "pst:new.pst");
    assertThat(noSource.status()).isEqualTo(2);
    assertThat(folder.resolve("new.pst")).doesNotExist();
  }
}
