package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code items}, {@code copy} and {@code discover} on data files, servers and folders. */
final class EndpointCommandsTest {
  private static final String PASSWORD = "l00king-glass";

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection calendar;
  private DavCollection contacts;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    calendar = server.calendar("alice", "calendar");
    contacts = server.addressBook("alice", "contacts");
    shell = new Shell(folder).set("PW", PASSWORD).sample("demo/outlook.pst", "outlook.pst");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Shell.Answer asAlice(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 4);
    List<String> more = List.of("--user", "alice", "--password-env", "PW");
    for (int i = 0; i < 4; i++) {
      all[arguments.length + i] = more.get(i);
    }
    return shell.tandem(all);
  }

  @Test
  void itemsOfADataFileAsATable() {
    Shell.Answer answer = shell.tandem("items", "pst:outlook.pst");
    assertThat(answer.status()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            """
            KIND         FOLDER    ITEM              DETAILS
            appointment  Calendar  Test appointment  2016-08-02 08:00 Pacific Standard Time, series with 2 changed occurrences
            list         Contacts  test dist list    3 members: contact name 1, dist name 1, dist name 2
            contact      Contacts  contact name 1    contact1@rjohnson.id.au
            """);
    assertThat(answer.err()).isEmpty();
    assertThat(shell.home()).as("a file needs no state").doesNotExist();
  }

  @Test
  void aTableFitsTheTerminal() {
    Shell.Answer answer = shell.terminal(60, "").tandem("items", "pst:outlook.pst");
    assertThat(answer.out().lines())
        .hasSize(4)
        .allSatisfy(
            line -> assertThat(line.replaceAll("\u001b\\[[0-9;]*m", "")).hasSizeLessThan(60));
  }

  @Test
  void itemsAsJson() {
    Shell.Answer answer = shell.tandem("items", "pst:outlook.pst#Calendar", "--json");
    assertThat(answer.status()).isZero();
    assertThat(answer.json()).hasSize(1);
    Map<String, Object> line = answer.json().getFirst();
    assertThat(line.keySet()).containsExactly("kind", "folder", "id", "revision", "item", "losses");
    assertThat(line).containsEntry("kind", "appointment").containsEntry("folder", "Calendar");
    assertThat(line.get("item"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("subject", "Test appointment")
        .containsKeys("recurrence", "exceptions");
  }

  @Test
  void itemsAsNativeTexts() {
    Shell.Answer answer = shell.tandem("items", "pst:outlook.pst", "--native");
    assertThat(answer.status()).isZero();
    assertThat(answer.out())
        .contains("BEGIN:VCALENDAR\r\n", "SUMMARY:Test appointment\r\n", "BEGIN:VCARD\r\n")
        .contains("contact1@rjohnson.id.au")
        .doesNotContain("X-TANDEM-STAMP");
    shell.file("native.ics", answer.out().substring(0, answer.out().indexOf("BEGIN:VCARD")));
    folder.resolve("calendar").toFile().mkdir();
    shell.file("calendar/one.ics", read("native.ics"));
    assertThat(titles("folder:calendar")).containsExactly("appointment Test appointment");
    folder.resolve("empty").toFile().mkdir();
    assertThat(shell.tandem("items", "folder:empty").err()).startsWith("There are no appointments");
  }

  @Test
  void itemsOfOneKind() {
    Shell.Answer answer = shell.tandem("items", "pst:outlook.pst", "--only", "contacts", "--json");
    assertThat(answer.json())
        .extracting(line -> line.get("kind"))
        .containsExactly("list", "contact");
  }

  @Test
  void copyToAServerAndBackToAFolder() {
    Shell.Answer up = asAlice("copy", "pst:outlook.pst", "dav:" + server.url());
    assertThat(up.err()).isEmpty();
    assertThat(up.out()).endsWith("3 copied, 0 already there, 0 failed.\n");
    assertThat(up.status()).isZero();
    assertThat(calendar.size()).isEqualTo(1);
    assertThat(contacts.size()).isEqualTo(2);
    Shell.Answer again = asAlice("copy", "pst:outlook.pst", "dav:" + server.url(), "--json");
    assertThat(again.json().getLast())
        .isEqualTo(
            Map.of("status", "done", "copied", 0L, "already-there", 3L, "failed", 0L, "lost", 0L));

    Shell.Answer down = asAlice("copy", "dav:" + server.url(), "folder:backup");
    assertThat(down.err()).isEmpty();
    assertThat(down.out()).endsWith("3 copied, 0 already there, 0 failed.\n");
    assertThat(titles("folder:backup")).isEqualTo(titles("pst:outlook.pst"));
    assertThat(folder.resolve("backup/calendar")).isDirectory();
    assertThat(folder.resolve("backup/contacts")).isDirectory();
  }

  @Test
  void whatHasNoPlaceOnTheServerGetsANewCollection() {
    server.addUser("bob", PASSWORD);
    Shell.Answer answer =
        shell.tandem(
            "copy",
            "pst:outlook.pst",
            "dav:" + server.url(),
            "--user",
            "bob",
            "--password-env",
            "PW");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).endsWith("3 copied, 0 already there, 0 failed.\n");
    assertThat(server.collections("bob"))
        .extracting(DavCollection::path)
        .containsExactlyInAnyOrder(
            "/dav/calendars/bob/calendar/", "/dav/addressbooks/bob/contacts/");
    assertThat(
            shell
                .tandem("discover", server.url(), "--user", "bob", "--password-env", "PW", "--json")
                .json())
        .extracting(line -> line.get("name"))
        .containsExactlyInAnyOrder("Calendar", "Contacts");
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> titles(String endpoint) {
    Shell.Answer items = shell.tandem("items", endpoint, "--json");
    assertThat(items.status()).as(items.err()).isZero();
    return items.json().stream()
        .map(line -> line.get("kind") + " " + title(line))
        .sorted()
        .toList();
  }

  private static Object title(Map<String, Object> line) {
    Map<?, ?> item = (Map<?, ?>) Objects.requireNonNull(line.get("item"));
    return item.containsKey("subject")
        ? item.get("subject")
        : item.containsKey("full-name") ? item.get("full-name") : String.valueOf(item.get("name"));
  }

  @Test
  void aBrokenItemOnTheServerIsNamedAndTheOthersArePrinted() {
    asAlice("copy", "pst:outlook.pst", "dav:" + server.url());
    server.dials().validate = false;
    calendar.put("broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half a meeting\r\n");
    Shell.Answer answer = asAlice("items", "dav:" + server.url());
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).contains("Test appointment", "contact name 1");
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains("broken.ics");
  }

  @Test
  void discoverListsWhatTheServerOffers() {
    Shell.Answer answer = asAlice("discover", server.url(), "--json");
    assertThat(answer.status()).isZero();
    assertThat(answer.json()).hasSize(2);
    Map<String, Object> first = answer.json().getFirst();
    assertThat(first.keySet())
        .containsExactly(
            "kind", "url", "name", "color", "writable", "shared", "owner", "capabilities");
    assertThat(first)
        .containsEntry("kind", List.of("events"))
        .containsEntry("url", calendar.url())
        .containsEntry("name", "calendar")
        .containsEntry("writable", true);
    assertThat(asAlice("discover", server.url()).out().lines().toList().get(2))
        .startsWith("contacts  contacts  read, write")
        .endsWith(contacts.url());
  }

  // ---- Passwords

  @Test
  void passwordsFromAFileStandardInputAndTheTerminal() throws IOException {
    Files.writeString(folder.resolve("pw"), PASSWORD + "\nsecond line\n");
    assertThat(shell.tandem("discover", server.url(), "--user", "alice", "--password-file", "pw"))
        .extracting(Shell.Answer::status)
        .isEqualTo(0);
    shell.type(PASSWORD + "\n");
    assertThat(shell.tandem("discover", server.url(), "--user", "alice", "--password-stdin"))
        .extracting(Shell.Answer::status)
        .isEqualTo(0);
    shell.terminal(80, PASSWORD);
    assertThat(shell.tandem("discover", server.url(), "--user", "alice").status()).isZero();
  }

  @Test
  void withoutAPasswordTheNextStepIsSaid() {
    for (List<String> source :
        List.of(
            List.<String>of(),
            List.of("--password-env", "UNSET"),
            List.of("--password-file", "nowhere"),
            List.of("--password-stdin"))) {
      List<String> arguments = new ArrayList<>(List.of("discover", server.url()));
      arguments.addAll(List.of("--user", "alice"));
      arguments.addAll(source);
      Shell.Answer answer = shell.tandem(arguments.toArray(String[]::new));
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.err().lines()).as(answer.err()).hasSize(1);
      assertThat(answer.err()).contains("Next step", "alice at http://127.0.0.1");
    }
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void aPasswordAsAnArgumentIsRefused() {
    for (String address :
        List.of("dav:http://alice:hunter2@127.0.0.1/", "https://alice:hunter2@dav.example.org/x")) {
      Shell.Answer answer = shell.tandem("items", address);
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.err()).contains("--password-stdin").doesNotContain("hunter2");
    }
  }

  @Test
  void aWrongPasswordIsOneClearMessage() {
    shell.set("PW", "wr0ng");
    Shell.Answer answer = asAlice("items", "dav:" + server.url());
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains("127.0.0.1", "password").doesNotContain("wr0ng");
  }

  @Test
  void noUserAtAllSaysHowToNameOne() {
    Shell.Answer answer = shell.tandem("items", "dav:" + server.url());
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("--user");
  }

  @Test
  void theAccountsPasswordGoesToItsOwnServerOnly() {
    shell.file(
        "tandem.toml",
        """
        [accounts.office]
        url = "%s"
        user = "alice"
        password = { env = "PW" }
        """
            .formatted(server.url()));
    shell.tandem("apply", "-f", "tandem.toml");
    assertThat(shell.tandem("items", "dav:" + server.url()).status()).isZero();
    assertThat(shell.tandem("discover", "--account", "office").status()).isZero();
    try (EmbeddedDavServer other = EmbeddedDavServer.start().addUser("alice", PASSWORD)) {
      Shell.Answer answer = shell.tandem("items", "dav:" + other.url(), "--account", "office");
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.err()).contains("password is not sent");
      assertThat(shell.tandem("items", "dav:" + other.url()).status()).isEqualTo(2);
      assertThat(other.log().all())
          .allSatisfy(request -> assertThat(request.toString()).doesNotContain("Basic"));
    }
  }

  // ---- What is not there, or damaged

  @Test
  void anUnreachableHostIsOneClearMessage() {
    server.close();
    Shell.Answer answer = asAlice("items", "dav:" + server.url());
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains("cannot be reached", server.url().replaceAll("/$", ""));
  }

  @Test
  void aMissingFileFolderOrCollectionIsOneClearMessage() {
    assertThat(shell.tandem("items", "pst:nowhere.pst").err())
        .contains(folder.resolve("nowhere.pst").toString());
    assertThat(shell.tandem("items", "pst:outlook.pst#Nowhere").err())
        .contains("Nowhere", "Calendar, Contacts");
    assertThat(shell.tandem("items", "folder:nowhere").err())
        .contains(folder.resolve("nowhere").toString());
    Shell.Answer gone =
        asAlice("items", "dav:" + calendar.url().replace("/calendar/", "/nowhere/"));
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("nowhere", calendar.path());
    for (String endpoint : List.of("nonsense", "ftp:x", "http://127.0.0.1/")) {
      assertThat(shell.tandem("items", endpoint).status()).isEqualTo(2);
    }
  }

  @Test
  void aTruncatedDataFileIsOneClearMessage() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("outlook.pst"));
    for (int length : List.of(0, 10, 600, 100_000, 200_000)) {
      Files.write(folder.resolve("cut.pst"), Arrays.copyOf(whole, length));
      Shell.Answer answer = shell.tandem("items", "pst:cut.pst");
      assertThat(answer.status()).as("cut at " + length).isEqualTo(2);
      assertThat(answer.err().lines()).as(answer.err()).hasSize(1);
      assertThat(answer.err()).contains("cut.pst").doesNotContain("Exception");
    }
  }
}
