package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.pst.Examination;

/**
 * The whole program with a data file and a server while networks, clocks, disks and backups fail:
 * afterwards both hold what people expect. Processes that are killed are {@link KilledSyncTest}'s,
 * servers that lie {@link HostileServerSyncTest}'s, whole histories {@link FaultHistoriesTest}'s.
 */
final class FaultsTest {
  private static final long SEED = 20261122;

  @TempDir private Path folder;

  /** What was deleted in the meantime comes back: nothing is deleted that is not known. */
  @Test
  void aLostLedgerDeletesNothingAndDoublesNothing() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      both.makeInOutlook("a", "1");
      both.makeOnServer("b", "2");
      both.makeOnServer("c", "3");
      both.sync();
      both.sync();
      ContactsInDataFile.delete(both.ledger());
      both.apply();
      both.editInOutlook("a", "edited in Outlook");
      both.deleteOnServer("b");
      both.deleteInOutlook("c");
      both.expected.put("b", "2");
      both.expected.put("c", "3");
      Shell.Answer told = both.shell.tandem("sync");
      assertThat(told.out()).contains("1 in conflict"); // which of the notes is newer is forgotten
      both.assertAsExpected("ledger lost with edits under way");
      both.assertQuiet("ledger lost with edits under way");
    }
  }

  /** Nothing was written yet of a pair that was found, but it is not new either. */
  @Test
  void whatWasFoundOnBothSidesAndMovesUnseenIsNotDoubled() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      both.makeOnServer("a", "1");
      both.sync();
      ContactsInDataFile.delete(both.ledger());
      both.apply();
      both.sync();
      String card = both.book.get("a.vcf").orElseThrow();
      both.book.delete("a.vcf");
      both.book.put("moved.vcf", card);
      both.server.dials().dropRow = "moved.vcf"::equals;
      both.server.dials().syncCollection = false;
      both.editInOutlook("a", "edited in Outlook");
      assertThat(both.shell.tandem("sync").all()).contains("it was moved to");
      both.server.dials().dropRow = name -> false;
      both.shell.later(Duration.ofDays(1)); // the longest pause of what has failed
      both.sync();
      both.assertAsExpected("moved unseen");
      both.assertQuiet("moved unseen");
      assertThat(both.book.names()).containsExactly("moved.vcf");
    }
  }

  /** An older backup of the server lacks what was made since: Outlook keeps it. */
  @Test
  void aServerRestoredFromAnOlderBackupDeletesNothingInOutlook() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      both.makeOnServer("old", "1");
      both.sync();
      Map<String, String> backup = both.book.bodies();
      for (int i = 0; i < 20; i++) {
        both.makeInOutlook("new-" + i, "note " + i);
      }
      both.sync();
      both.restoreServer(backup);
      Shell.Answer held = both.shell.tandem("sync");
      assertThat(held.all()).contains("20 of 21");
      assertThat(both.inOutlook()).isEqualTo(both.expected);
    }
  }

  /** An older copy of the data file lacks what was made since: the server keeps it. */
  @Test
  void aDataFileRestoredFromAnOlderCopyDeletesNothingOnTheServer() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      both.makeInOutlook("old", "1");
      both.sync();
      byte[] copy = Files.readAllBytes(both.file);
      for (int i = 0; i < 20; i++) {
        both.makeOnServer("new-" + i, "note " + i);
      }
      both.sync();
      Files.write(both.file, copy);
      Shell.Answer held = both.shell.tandem("sync");
      assertThat(held.all()).contains("20 held", "an older copy of its data");
      assertThat(both.onServer()).isEqualTo(both.expected);
      assertThat(Examination.of(both.file).defects()).isEmpty();
    }
  }

  @Test
  void twoProcessesAtOnceDoubleNothing() throws Exception {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      for (int i = 0; i < 20; i++) {
        both.makeInOutlook("left-" + i, "note " + i);
        both.makeOnServer("right-" + i, "note " + i);
      }
      List<TandemProcess> processes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        processes.add(TandemProcess.start(Main.class, folder, "sync"));
      }
      int wellDone = 0;
      for (TandemProcess process : processes) {
        int status = process.await();
        assertThat(status).as(process.printed()).isIn(0, 2);
        wellDone += status == 0 ? 1 : 0;
      }
      assertThat(wellDone).isPositive();
      both.sync();
      both.assertAsExpected("two at once");
      both.assertQuiet("two at once");
    }
  }

  // ---- a full disk ----

  private static boolean mount(String options, Path at) throws IOException, InterruptedException {
    return run("mount", "-t", "tmpfs", "-o", options, "tandem", at.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  /** The data file's disk is full in the middle of it; later there is room again. */
  @Test
  void aFullDiskUnderTheDataFileLosesAndDoublesNothing() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(mount("size=700k", disk), "only root may mount a small disk");
    try (ContactsInDataFile both =
        new ContactsInDataFile(folder, disk.resolve("outlook.pst"), SEED)) {
      for (int i = 0; i < 150; i++) {
        both.makeOnServer("right-" + i, "x".repeat(6_000) + i);
      }
      Shell.Answer full = both.shell.tandem("sync");
      assertThat(full.status()).as(full.all()).isNotZero();
      assertThat(full.all()).contains("no room left", "outlook.pst").doesNotContain("Exception");
      assertThat(Examination.of(both.file).defects()).isEmpty();
      assertThat(both.onServer()).isEqualTo(both.expected);
      assertThat(both.inOutlook()).hasSizeLessThan(150);
      assertThat(run("mount", "-o", "remount,size=50m", disk.toString())).isTrue();
      both.sync();
      both.assertAsExpected("room again");
      both.assertQuiet("room again");
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  /** The disk of Tandem's own state is full. */
  @Test
  void aFullDiskUnderTheLedgerLosesAndDoublesNothing() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("home"));
    Assumptions.assumeTrue(mount("size=400k", disk), "only root may mount a small disk");
    try (ContactsInDataFile both = new ContactsInDataFile(folder, SEED)) {
      for (int i = 0; i < 300; i++) {
        both.makeOnServer("right-" + i, "note " + i);
      }
      both.makeInOutlook("left", "of Outlook");
      Shell.Answer full = both.shell.tandem("sync");
      assertThat(full.status()).as(full.all()).isNotZero();
      assertThat(full.all()).contains("no room left", "tandem.db").doesNotContain("Exception");
      assertThat(Examination.of(both.file).defects()).isEmpty();
      assertThat(run("mount", "-o", "remount,size=50m", disk.toString())).isTrue();
      both.sync();
      both.assertAsExpected("room again");
      both.assertQuiet("room again");
    } finally {
      run("umount", "-l", disk.toString());
    }
  }
}
