package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person when a ledger is rebuilt: neither lost nor carried out. */
final class RebuiltWhileWaitingTest {
  private static final int ITEMS = 6;

  @TempDir private Path folder;
  private ContactsInDataFile world;

  @BeforeEach
  void inStep() throws IOException {
    world = new ContactsInDataFile(folder, 1);
    for (int i = 0; i < ITEMS; i++) {
      world.makeInOutlook("c" + i, "1");
    }
    world.sync();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void set(String lines) {
    world.shell.file(
        "tandem.toml",
        ContactsInStep.configuration(world.server.url(), world.file.toString(), world.book.path())
            + lines);
    world.apply();
  }

  private Shell.Answer rebuild(int status, String... told) {
    Shell.Answer answer = world.shell.tandem("doctor", "--rebuild", "Contacts", "--yes");
    assertThat(answer.status()).as(answer.all()).isEqualTo(status);
    for (String each : told) {
      assertThat(answer.all()).contains(each);
    }
    return answer;
  }

  private Shell.Answer held(int actions) {
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.all()).contains(actions + " held");
    return answer;
  }

  private void leftAlone() {
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.all()).contains("1 left alone");
  }

  private void decide(String... how) {
    Shell.Answer answer = world.shell.tandem(how);
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  private void end() {
    world.sync();
    world.assertAsExpected("at the end");
    world.assertQuiet("at the end");
  }

  /** All but one: with that one both sides go on being synced. */
  private void theServerLosesNearlyAll() {
    set("guard = { deletions = 1, percent = 0 }\n");
    for (int i = 1; i < ITEMS; i++) {
      world.deleteOnServer("c" + i);
    }
    held(ITEMS - 1);
    world.editOnServer("c0", "2");
  }

  @Test
  void heldDeletionsStayHeldAndAreCarriedOutAfterAYes() {
    theServerLosesNearlyAll();
    rebuild(1, "1 item forgotten, 5 kept that wait", "5 held");
    assertThat(world.onServer()).containsOnlyKeys("c0");
    assertThat(world.inOutlook()).hasSize(ITEMS);
    assertThat(world.shell.tandem("approve", "--json").json()).hasSize(ITEMS - 1);
    decide("approve", "Contacts", "--yes");
    world.expected.put("c0", "1"); // nobody knows any more who changed it
    end();
  }

  @Test
  void heldDeletionsAreBroughtBackAfterANo() {
    theServerLosesNearlyAll();
    rebuild(1, "5 held");
    decide("approve", "Contacts", "--reject", "--yes");
    for (int i = 0; i < ITEMS; i++) {
      world.expected.put("c" + i, "1");
    }
    end();
  }

  @Test
  void whatIsDecidedAlreadyIsCarriedOutOnce() {
    theServerLosesNearlyAll();
    decide("approve", "Contacts", "--yes");
    rebuild(1, "5 deleted in Outlook", "1 in conflict");
    world.expected.put("c0", "1");
    end();
  }

  @Test
  void heldOverwritesStayHeld() {
    set("guard = { overwrites = 1, overwrites-percent = 0 }\n");
    for (int i = 0; i < 4; i++) {
      world.editOnServer("c" + i, "2");
    }
    held(4);
    rebuild(1, "4 held");
    assertThat(world.inOutlook().values()).containsOnly("1");
    assertThat(world.onServer().values()).contains("2");
    decide("approve", "Contacts", "--yes");
    end();
  }

  /** Of an older copy nothing newer is overwritten, whatever is still known. */
  @Test
  void anOlderCopyStaysOne() throws IOException {
    byte[] backup = Files.readAllBytes(world.file);
    world.makeInOutlook("newer", "1");
    world.editOnServer("c1", "2");
    world.editOnServer("c2", "2");
    world.sync();
    Files.write(world.file, backup);
    held(3);
    world.editOnServer("c3", "2");
    rebuild(1, "held");
    assertThat(world.onServer())
        .containsKey("newer")
        .containsEntry("c1", "2")
        .containsEntry("c2", "2")
        .containsEntry("c3", "2");
    decide("approve", "Contacts", "--reject", "--yes");
    assertThat(world.shell.tandem("sync").out()).contains("1 created in Outlook", "1 in conflict");
    end();
  }

  @Test
  void conflictsStayOpenWithTheValueBefore() {
    set("conflicts = \"ask\"\n");
    bothChange();
    rebuild(0, "1 kept that wait");
    assertThat(world.shell.tandem("conflicts", "--json").json().getFirst())
        .containsEntry("title", "Given c1");
    assertThat(world.shell.tandem("conflicts").out()).containsPattern("mine +theirs +1 +no");
    decide("conflicts", "c1", "--server");
    rebuild(0);
    world.expected.put("c1", "theirs");
    end();
  }

  private void bothChange() {
    world.editInOutlook("c1", "mine");
    world.editOnServer("c1", "theirs");
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.all()).contains("1 in conflict");
  }

  @Test
  void whatIsIgnoredStaysSo() {
    world.server.dials().validate = false;
    world.book.put("broken.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half a");
    leftAlone();
    String id =
        Objects.toString(
            world.shell.tandem("quarantine", "--json").json().getFirst().get("server"));
    decide("quarantine", id, "--ignore");
    rebuild(0);
    assertThat(world.shell.tandem("quarantine").out()).contains("never (ignored)");
    decide("quarantine", id, "--release");
    leftAlone();
  }

  /** As far as it can still be read. */
  @Test
  void whatADamagedFileHeldIsTakenOver() throws IOException {
    theServerLosesNearlyAll();
    damage();
    Shell.Answer renewed = world.shell.tandem("doctor", "--rebuild", "--yes");
    assertThat(renewed.status()).as(renewed.all()).isZero();
    assertThat(renewed.out()).contains("5 items that wait for a decision or are ignored");
    Shell.Answer listed = world.shell.tandem("approve");
    assertThat(listed.out()).contains("before").doesNotContain("Contacts  2");
    assertThat(world.shell.tandem("approve", "--json").json())
        .allSatisfy(line -> assertThat(line).containsEntry("run", 0L));
    assertThat(world.shell.tandem("explain", "Contacts", "c1").out())
        .contains("held since before the ledger was rebuilt");
    // Runs are numbered anew: the next step that is printed names the first one.
    assertThat(held(5).all()).contains("tandem approve 1");
    assertThat(world.onServer()).containsOnlyKeys("c0");
    assertThat(world.shell.tandem("approve", "1", "--yes").out()).contains("5 actions approved");
    world.expected.put("c0", "1");
    end();
  }

  /** Nothing is linked with it yet: only the declaration knows. */
  @Test
  void whatIsDeclaredToBeTheSameIsTakenOver() throws IOException {
    world.makeInOutlook("mine", "1");
    world.makeOnServer("theirs", "1");
    String mine =
        world.shell.tandem("items", "pst:" + world.file, "--json").json().stream()
            .filter(line -> line.toString().contains("Given mine"))
            .map(line -> Objects.toString(line.get("id")))
            .findFirst()
            .orElseThrow();
    String theirs = world.book.path() + "theirs.vcf";
    decide("duplicates", "Contacts", "--link", mine, theirs, "--yes");
    damage();
    Shell.Answer renewed = world.shell.tandem("doctor", "--rebuild", "--yes");
    assertThat(renewed.out()).contains("1 item that wait for a decision");
    world.shell.tandem("sync");
    assertThat(world.inOutlook()).hasSize(ITEMS + 1).containsKey("mine");
    assertThat(world.onServer()).hasSize(ITEMS + 1).containsKey("theirs");
    world.assertQuiet("at the end");
  }

  /** In the report of the first run. */
  private void damage() throws IOException {
    Path file = folder.resolve("home").resolve("tandem.db");
    byte[] bytes = Files.readAllBytes(file);
    int page = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("new in Outlook");
    assertThat(page).isPositive();
    Arrays.fill(bytes, page / 4096 * 4096, page / 4096 * 4096 + 4096, (byte) 0x5a);
    Files.write(file, bytes);
    assertThat(world.shell.tandem("doctor").out()).contains("is damaged");
    assertThat(List.of(world.shell.tandem("doctor").status())).containsExactly(1);
  }
}
