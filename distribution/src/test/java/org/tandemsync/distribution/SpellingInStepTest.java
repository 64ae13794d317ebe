package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Options in whole runs: what they change on the server, and that the next run is idle. */
final class SpellingInStepTest {
  private static final String MEETING =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Test//EN
      BEGIN:VEVENT
      UID:u1
      DTSTAMP:20260101T000000Z
      DTSTART:20260310T090000Z
      DTEND:20260310T100000Z
      SUMMARY:Ball
      DESCRIPTION:bring a cake
      X-ALT-DESC;FMTTYPE=text/html:<p>bring a <b>cake</b></p>
      ORGANIZER;CN=Me:mailto:me@corp.example
      ATTENDEE;CN=Ann:mailto:ann@x.example
      X-TANDEM-USER-PROPERTY;X-NAME=Room:12
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection calendar;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    calendar = server.calendar("alice", "calendar");
    Files.createDirectories(folder.resolve("before"));
    shell =
        new Shell(folder)
            .set("PW", "l00king-glass")
            .file("before/meeting.ics", MEETING.replace("\n", "\r\n"))
            .file("tandem.toml", "");
    options("");
    Shell.Answer made =
        shell.tandem(
            "copy", "folder:before", "pst:outlook.pst", "--own-address", "me@corp.example");
    assertThat(made.status()).as(made.all()).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void options(String lines) {
    new OneProfile(shell, server, "Calendar", calendar)
        .apply("own-addresses = [\"me@corp.example\"]\n" + lines);
  }

  private String sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  private void assertIdle() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("outlook.pst"));
    server.log().clear();
    sync();
    assertThat(server.log().writes()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("outlook.pst"))).isEqualTo(before);
  }

  private String resource() {
    return calendar.bodies().values().iterator().next().replace("\r\n ", "");
  }

  private void editResource(String from, String to) {
    String member = calendar.names().getFirst();
    String body = calendar.get(member).orElseThrow();
    assertThat(body).contains(from);
    calendar.put(member, body.replace(from, to));
  }

  private String inOutlook() {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--json").out();
  }

  @Test
  void newItemsAreSpelledAsTheOptionsSay() throws IOException {
    options(
        """
        meetings = { invitations = "nobody", sogo-notifications = false, on-behalf-of = "team@dav.example" }
        body = { html = false }
        privacy = { public-as-default = true }
        custom-properties = { pairs = { Room = "X-ROOM" } }
        """);
    sync();
    assertThat(resource())
        .contains("SENT-BY=\"mailto:me@corp.example\":mailto:team@dav.example")
        .contains("SCHEDULE-AGENT=NONE")
        .contains("X-SOGO-SEND-APPOINTMENT-NOTIFICATIONS:NO")
        .contains("DESCRIPTION:bring a cake")
        .contains("X-ROOM:12")
        .doesNotContain("X-ALT-DESC", "X-TANDEM-USER-PROPERTY", "CLASS:");
    sync();
    assertIdle();

    editResource("SUMMARY:Ball", "SUMMARY:Dance");
    sync();
    assertThat(inOutlook())
        .contains("Dance")
        .contains("<b>cake</b>")
        .contains("me@corp.example")
        .doesNotContain("team@dav.example");
    sync();
    assertIdle();

    options("");
    sync();
    assertThat(inOutlook()).contains("<b>cake</b>").doesNotContain("team@dav.example");
    sync();
    assertIdle();
  }

  @Test
  void organizersAndGuestsStayWhereTheyAre() throws IOException {
    options("meetings = { people = false }");
    sync();
    assertThat(resource()).contains("SUMMARY:Ball").doesNotContain("ORGANIZER", "ATTENDEE");
    sync();
    assertIdle();

    editResource(
        "SUMMARY:Ball",
        "SUMMARY:Dance\r\nORGANIZER:mailto:boss@x.example\r\nATTENDEE:mailto:bob@x.example");
    sync();
    assertThat(inOutlook())
        .contains("Dance")
        .contains("ann@x.example")
        .doesNotContain("bob@x.example");
    assertThat(resource()).contains("boss@x.example", "bob@x.example");
    sync();
    assertIdle();
  }

  /** A phone that saves the title drops the formatted text: the words are still the same. */
  @Test
  void formattingThatAPhoneDropsStaysInOutlook() throws IOException {
    sync();
    assertThat(resource()).contains("X-ALT-DESC");
    String member = calendar.names().getFirst();
    String body = calendar.get(member).orElseThrow().replace("\r\n ", "");
    calendar.put(
        member,
        body.replaceAll("X-ALT-DESC[^\r]*\r\n", "").replace("SUMMARY:Ball", "SUMMARY:Dance"));
    sync();
    assertThat(inOutlook()).contains("Dance").contains("<b>cake</b>");
    sync();
    assertIdle();
  }
}
