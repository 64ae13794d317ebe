package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code plan}, {@code sync}, {@code status} and {@code report} on a profile of a data file. */
final class SyncCommandsTest {
  private static final String PASSWORD = "l00king-glass";
  private static final String HATTER =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:hatter
      FN:The Hatter
      N:Hatter;The;;;
      END:VCARD
      """
          .replace("\n", "\r\n");

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
    shell =
        new Shell(folder)
            .set("PW", PASSWORD)
            .sample("demo/outlook.pst", "outlook.pst")
            .file("tandem.toml", configuration(server.url()));
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String configuration(String url) {
    return new HomeAccount(url)
        .profile("Calendar", "Calendar", calendar.path())
        .profile("Contacts", "Contacts", contacts.path())
        .toml();
  }

  @Test
  void aPlanShowsWhatASyncDoesAndWritesNothing() {
    server.log().clear();
    Shell.Answer plan = shell.tandem("plan");
    assertThat(plan.status()).isZero();
    assertThat(plan.out())
        .contains("create  server  Test appointment", "1 to create on the server")
        .contains("create  server  test dist list", "2 to create on the server");
    assertThat(server.log().writes()).isZero();
    assertThat(calendar.size() + contacts.size()).isZero();
    Shell.Answer json = shell.tandem("plan", "Contacts", "--json");
    assertThat(json.json())
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("profile", "Contacts")
                    .containsEntry("action", "create")
                    .containsEntry("side", "server")
                    .containsKeys("title", "fields", "why"))
        .extracting(line -> line.get("title"))
        .containsExactlyInAnyOrder("test dist list", "contact name 1");
  }

  @Test
  void aSyncWritesAndASecondOneReadsAndWritesNothing() {
    Shell.Answer first = shell.tandem("sync");
    assertThat(first.err()).isEmpty();
    assertThat(first.out())
        .isEqualTo(
            """
            Calendar: 1 created on the server; 1 item in step
            Contacts: 2 created on the server; 2 items in step
            """);
    assertThat(first.status()).isZero();
    server.log().clear();
    Shell.Answer second = shell.tandem("sync");
    assertThat(second.status()).isZero();
    assertThat(second.out())
        .isEqualTo(
            """
            Calendar: nothing to do; 1 item in step
            Contacts: nothing to do; 2 items in step
            """);
    assertThat(server.log().writes()).isZero();
    assertThat(server.log().reads()).isZero();
  }

  @Test
  void syncAsJsonEndsWithASummaryOfEachProfile() {
    Shell.Answer answer = shell.tandem("sync", "--json");
    List<Map<String, Object>> lines = answer.json();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .containsEntry("profile", "Calendar")
        .containsEntry("action", "create")
        .containsEntry("side", "server")
        .containsEntry("title", "Test appointment")
        .containsEntry("outcome", "done");
    assertThat(lines.getLast())
        .containsEntry("profile", "Contacts")
        .containsEntry("status", "done")
        .containsEntry("links", 2L)
        .containsEntry("created", Map.of("outlook", 0L, "server", 2L))
        .containsEntry("failed", 0L);
  }

  @Test
  void whatAnotherClientMadeIsPlannedAndWrittenIntoTheDataFile() {
    shell.tandem("sync");
    contacts.put("hatter.vcf", HATTER);
    Shell.Answer plan = shell.tandem("plan", "Contacts");
    assertThat(plan.status()).isZero();
    assertThat(plan.out()).contains("create  outlook  The Hatter");
    Shell.Answer sync = shell.tandem("sync", "Contacts");
    assertThat(sync.status()).isZero();
    assertThat(sync.out()).isEqualTo("Contacts: 1 created in Outlook; 3 items in step\n");
    assertThat(shell.tandem("items", "pst:outlook.pst#Contacts").out()).contains("The Hatter");
    assertThat(shell.tandem("sync", "Contacts").out()).contains("nothing to do; 3 items in step");
  }

  @Test
  void whatAnotherClientMadeIsHeldWhereTheDataFileIsOfAKindThatIsOnlyRead() throws IOException {
    Path ost = Path.of("../stores/pst/src/test/resources/samples/aspose/SampleOstFile.ost");
    Files.copy(ost, folder.resolve("mailbox.ost"));
    shell.file("tandem.toml", configuration(server.url()).replace("outlook.pst", "mailbox.ost"));
    shell.tandem("apply", "-f", "tandem.toml");
    shell.tandem("sync", "Contacts");
    contacts.put("hatter.vcf", HATTER);
    byte[] before = bytes("mailbox.ost");
    Shell.Answer plan = shell.tandem("plan", "Contacts");
    assertThat(plan.status()).isEqualTo(1);
    assertThat(plan.out())
        .contains("hold  outlook  The Hatter", "offline copy of a mailbox", "1 left alone");
    Shell.Answer sync = shell.tandem("sync", "Contacts");
    assertThat(sync.status()).isEqualTo(1);
    assertThat(sync.out()).contains("1 left alone", "left alone: '");
    assertThat(bytes("mailbox.ost")).isEqualTo(before);
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void statusAndReportTellWhatHappened() {
    Shell.Answer never = shell.tandem("status");
    assertThat(never.status()).isZero();
    assertThat(never.out().lines().map(l -> l.replaceAll(" {2,}", " | ")))
        .contains("Calendar | - | - | - | never | -");
    shell.tandem("sync");
    assertThat(shell.tandem("status").status()).isZero();
    server.dials().validate = false;
    contacts.put("broken.vcf", "BEGIN:VCARD\r\nFN:Half a c");
    shell.tandem("sync", "Contacts");
    assertThat(shell.tandem("status").out().lines().map(l -> l.replaceAll(" {2,}", " | ")))
        .satisfiesExactly(
            head ->
                assertThat(head)
                    .startsWith("PROFILE | IN STEP | CONFLICTS | HELD | QUARANTINE | LAST"),
            one -> assertThat(one).startsWith("Calendar | 1 | 0 | 0 | 0 | 2026-03-01 11:00 | well"),
            two -> assertThat(two).endsWith("needs attention: tandem report 3"));
    assertThat(shell.tandem("status").status()).isEqualTo(1);
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("profile", "Calendar")
        .containsEntry("links", 1L)
        .containsEntry("open-conflicts", 0L)
        .containsEntry("held", 0L);
    assertThat(shell.tandem("report").out().lines()).hasSize(4);
    assertThat(shell.tandem("report", "3").out()).contains("left", "hold", "server");
    List<Map<String, Object>> run = shell.tandem("report", "2", "--json").json();
    assertThat(run).hasSize(3);
    assertThat(run.getFirst()).containsEntry("outcome", "done").containsKey("at");
    assertThat(run.getLast()).containsEntry("run", 2L).containsEntry("status", "done");
  }

  @Test
  void aProfileThatNobodyKnowsIsNoAllClear() {
    assertThat(shell.tandem("sync", "Calendar").status()).isZero();
    for (String[] words :
        List.of(
            new String[] {"history", "--profile"},
            new String[] {"report", "--profile"},
            new String[] {"export", "--ledger", "--profile"})) {
      List<String> all = new ArrayList<>(List.of(words));
      all.add("Calender");
      Shell.Answer misspelt = shell.tandem(all.toArray(String[]::new));
      assertThat(misspelt.status()).isEqualTo(2);
      assertThat(misspelt.out()).isEmpty();
      assertThat(misspelt.err()).contains("no profile 'Calender'", "Calendar, Contacts");
    }
    // of a removed one is told what is remembered
    shell.file("tandem.toml", configuration(server.url()).replace("\"Calendar\"\n", "\"Other\"\n"));
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
    Shell.Answer removed = shell.tandem("report", "--profile", "Calendar");
    assertThat(removed.status()).as(removed.all()).isZero();
    assertThat(removed.out()).contains("Calendar");
    assertThat(shell.tandem("history", "--profile", "Calendar").out()).contains("created");
    assertThat(shell.tandem("history", "--profile", "Other").out()).contains("Nothing was done");
  }

  @Test
  void plansAndSyncsSayForProgramsWhichItemsTheyMean() {
    contacts.put("hatter.vcf", HATTER);
    assertThat(shell.tandem("plan", "Contacts", "--json").json())
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("title", "The Hatter")
                    .containsEntry("server-id", contacts.path() + "hatter.vcf")
                    .doesNotContainKey("outlook-id"));
    assertThat(shell.tandem("sync", "Contacts").status()).isZero();
    contacts.put("hatter.vcf", HATTER.replace("END:VCARD", "NICKNAME:Mad\r\nEND:VCARD"));
    assertThat(shell.tandem("sync", "Contacts", "--json").json().getFirst())
        .containsEntry("action", "update")
        .containsEntry("server-id", contacts.path() + "hatter.vcf")
        .containsKey("outlook-id");
  }

  // ---- Bad input: one clear message, the others go on, the exit status says it

  @Test
  void aBrokenItemOnTheServerIsNamedAndTheOthersAreSynced() {
    server.dials().validate = false;
    contacts.put("broken.vcf", "BEGIN:VCARD\r\nFN:Half a c");
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out())
        .contains("Calendar: 1 created on the server; 1 item in step")
        .contains(
            "2 created on the server, 1 left alone; 2 items in step",
            "left alone: 'Half a c'",
            "cut off");
    assertThat(contacts.get("broken.vcf")).contains("BEGIN:VCARD\r\nFN:Half a c");
  }

  @Test
  void aTruncatedDataFileIsOneClearMessageAndTheServerStaysAsItIs() throws IOException {
    shell.tandem("sync");
    Files.write(folder.resolve("outlook.pst"), Arrays.copyOf(bytes("outlook.pst"), 100_000));
    server.log().clear();
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).as(answer.err()).hasSize(2);
    assertThat(answer.err()).contains("Calendar: ", "Contacts: ", "outlook.pst");
    assertThat(server.log().writes()).isZero();
    assertThat(shell.tandem("sync", "--json").json().getLast())
        .containsEntry("status", "could-not-run")
        .containsKey("message");
  }

  @Test
  void aMissingDataFileIsOneClearMessageAndTheServerStaysAsItIs() throws IOException {
    shell.tandem("sync");
    Files.delete(folder.resolve("outlook.pst"));
    Shell.Answer answer = shell.tandem("sync", "Contacts");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains(folder.resolve("outlook.pst").toString());
    assertThat(contacts.size()).isEqualTo(2);
  }

  @Test
  void aWrongPasswordIsOneClearMessage() {
    shell.set("PW", "wr0ng");
    Shell.Answer answer = shell.tandem("sync", "Contacts");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.all()).contains("127.0.0.1", "password").doesNotContain("wr0ng");
  }

  @Test
  void anUnreachableServerIsOneClearMessageAndOtherProfilesStillSync() {
    shell.file(
        "tandem.toml",
        configuration(server.url())
            + """
            [[profiles]]
            name = "Backup"
            outlook = { pst = "outlook.pst", folder = "Contacts" }
            server = { folder = "backup" }
            """);
    shell.tandem("apply", "-f", "tandem.toml");
    folder.resolve("backup").toFile().mkdir();
    server.close();
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(2);
    assertThat(answer.err()).contains("Calendar: ", "Contacts: ", "cannot be reached");
    assertThat(answer.out()).isEqualTo("Backup: 2 created on the server; 2 items in step\n");
  }

  @Test
  void aSecondRunAtTheSameTimeSaysSo() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server.dials().rewrite =
        body -> {
          asked.countDown();
          try {
            goOn.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return body;
        };
    Thread first = Thread.ofVirtual().start(() -> shell.tandem("sync", "Contacts"));
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    Shell.Answer second = shell.tandem("sync", "Contacts");
    goOn.countDown();
    first.join();
    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err().lines()).hasSize(1);
    assertThat(second.err()).startsWith("Contacts: ");
    assertThat(contacts.size()).isEqualTo(2);
    assertThat(shell.tandem("sync", "Contacts").out()).contains("nothing to do; 2 items in step");
  }

  @Test
  void anUnknownProfileNamesThoseThatAre() {
    Shell.Answer answer = shell.tandem("sync", "Kontakte");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("Kontakte", "Calendar, Contacts");
  }

  @Test
  void aDamagedStateIsOneClearMessageAndIsLeftAlone() throws IOException {
    shell.tandem("sync");
    Path state = shell.home().resolve("tandem.db");
    byte[] damaged =
        "this is no database, but it may be all that is left"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(state, damaged);
    for (String extra : List.of("tandem.db-wal", "tandem.db-shm")) {
      Files.deleteIfExists(shell.home().resolve(extra));
    }
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).as(answer.err()).hasSize(1);
    assertThat(answer.err()).contains("tandem.db");
    assertThat(Files.readAllBytes(state)).isEqualTo(damaged);
  }

  @Test
  void theDemoRunsToItsEndAndLeavesNothing() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    Shell.Answer answer = shell.tandem("demo");
    assertThat(answer.status()).as(answer.all()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .containsPattern("Calendar: 3\\d\\d created on the server; 3\\d\\d items in step")
        .contains(
            "  merge   both     Dentist ",
            "  merge   both     Walter Jensen ",
            "Calendar: nothing to do",
            "Tasks: nothing to do",
            "Contacts: nothing to do",
            "0 already there, 0 failed",
            ", 2nd floor\n");
    assertThat(answer.out().lines().filter(l -> l.endsWith("no findings"))).hasSize(2);
    String made =
        answer.out().lines().filter(l -> l.contains("tandem-demo-")).findFirst().orElseThrow();
    String name = made.replaceFirst(".*(tandem-demo-\\d+).*", "$1");
    assertThat(temporary.resolve(name)).doesNotExist();
    assertThat(shell.tandem("demo", "--json").json().getLast()).containsEntry("status", "done");
  }
}
