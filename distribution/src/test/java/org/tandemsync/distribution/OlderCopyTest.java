package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.CollectionBackup;

/**
 * A data file and a server that are restored from a backup: far too little for the guard's limits.
 */
final class OlderCopyTest {
  @TempDir private Path folder;
  private ContactsInDataFile world;

  @BeforeEach
  void inStep() throws IOException {
    world = new ContactsInDataFile(folder, 1);
    for (int i = 0; i < 5; i++) {
      world.makeInOutlook("left-" + i, "1");
      world.makeOnServer("right-" + i, "1");
    }
    world.sync();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Shell.Answer held(int actions, String why) {
    return held(actions + " held", why);
  }

  private Shell.Answer held(String counts, String why) {
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.all()).contains(counts, why, "approve", "--reject");
    return answer;
  }

  private void reject() {
    Shell.Answer answer = world.shell.tandem("approve", "Contacts", "--reject", "--yes");
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  @Test
  void anOlderDataFileDeletesNothingAndItsIdsAreNotMistaken() throws IOException {
    byte[] backup = Files.readAllBytes(world.file);
    world.makeInOutlook("newer", "1");
    world.editOnServer("right-0", "2");
    world.sync();
    Files.write(world.file, backup);
    world.makeInOutlook("other", "1"); // with the node id of "newer"
    // whose id another item has is left alone at first, until the next run has looked for it
    held("1 held, 1 left alone", "Outlook seems to have an older copy of its data");
    held(2, "Outlook seems to have an older copy of its data");
    assertThat(world.onServer()).containsKeys("newer", "other").containsEntry("right-0", "2");
    reject();
    world.sync();
    world.sync();
    world.assertAsExpected("rejected");
    world.assertQuiet("at the end");
  }

  @Test
  void aServerFromABackupDeletesNothing() {
    CollectionBackup backup = backupBeforeNewerItems();
    world.sync(); // it sees the token that our own writes have led to
    world.book.restore(backup);
    held(2, "the server seems to be restored from an older backup");
    assertThat(world.inOutlook()).containsKey("newer").containsEntry("left-0", "2");
    reject();
    world.sync();
    world.assertAsExpected("rejected");
    world.assertQuiet("at the end");
  }

  @Test
  void whatATokenHidesIsFoundInAWeek() {
    CollectionBackup backup = backupBeforeNewerItems();
    world.book.restore(backup);
    world.editOnServer("right-1", "2");
    world.sync();
    assertThat(world.inOutlook()).containsKey("newer").containsEntry("left-0", "2");
    world.shell.jump(Duration.ofDays(8));
    held(2, "the server seems to be restored from an older backup");
    reject();
    world.sync();
    world.assertAsExpected("rejected");
  }

  @Test
  void whoeverWantsTheOlderStateGetsIt() {
    CollectionBackup backup = backupBeforeNewerItems();
    world.sync(); // it sees the token that our own writes have led to
    world.book.restore(backup);
    held(2, "the server seems to be restored from an older backup");
    Shell.Answer answer = world.shell.tandem("approve", "Contacts", "--yes");
    assertThat(answer.status()).as(answer.all()).isZero();
    world.expected.remove("newer");
    world.expected.put("left-0", "1");
    world.sync();
    world.assertAsExpected("approved");
    world.assertQuiet("at the end");
  }

  private CollectionBackup backupBeforeNewerItems() {
    CollectionBackup backup = world.book.backup();
    world.makeInOutlook("newer", "1");
    world.editInOutlook("left-0", "2");
    world.sync();
    return backup;
  }
}
