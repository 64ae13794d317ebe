package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program does about the file in which it remembers things. */
final class OwnFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("home").resolve("tandem.db");
  }

  @Test
  void aSoundFileIsSaidToBe() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      Shell.Answer answer = both.shell.tandem("doctor");
      assertThat(answer.status()).isZero();
      assertThat(answer.out()).contains("tandem.db: sound");
      Shell.Answer not = both.shell.tandem("doctor", "--rebuild", "--yes");
      assertThat(not.status()).isEqualTo(2);
      assertThat(not.err()).contains("is sound", "name the profile");
      assertThat(both.shell.tandem("doctor", "--rebuild", "Nobody", "--yes").err())
          .contains("There is no profile 'Nobody'");
      assertThat(both.shell.tandem("doctor", "--rebuild", "Contacts").err())
          .contains("Nobody is here to say yes");
    }
  }

  /** Edits that no sync has seen yet are no losses: both sides are matched as in a first run. */
  @Test
  void aProfileIsMatchedAnewWithoutDoublingOrDeleting() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      for (String name : List.of("a", "b", "c", "d")) {
        both.makeInOutlook("left-" + name, "1");
        both.makeOnServer("right-" + name, "2");
      }
      both.sync();
      both.editInOutlook("left-a", "edited in Outlook");
      both.editOnServer("right-b", "edited on the server");
      both.deleteOnServer("left-c");
      both.deleteInOutlook("right-d");
      Shell.Answer rebuilt = both.shell.tandem("doctor", "--rebuild", "Contacts", "--yes");
      assertThat(rebuilt.out()).contains("8 items forgotten", "8 items in step");
      both.expected.put("left-c", "1"); // who deleted what is forgotten
      both.expected.put("right-d", "2");
      // both differ and nobody knows which is newer: Outlook's counts, both values are kept
      both.expected.put("right-b", "2");
      assertThat(both.shell.tandem("report", "3").all()).contains("edited on the server");
      both.assertAsExpected("matched anew");
      both.assertQuiet("matched anew");
      assertThat(both.shell.tandem("doctor").out()).contains("1 backup beside it");
    }
  }

  @Test
  void aDamagedFileIsToldAndReplacedAndNothingIsLost() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      for (int i = 0; i < 30; i++) {
        both.makeInOutlook("left-" + i, "note " + i);
      }
      both.sync();
      byte[] bytes = Files.readAllBytes(file());
      int page = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Given");
      Arrays.fill(bytes, page / 4096 * 4096, page / 4096 * 4096 + 4096, (byte) 0x5a);
      Files.write(file(), bytes);
      both.deleteOnServer("left-1");
      Shell.Answer told = both.shell.tandem("doctor");
      assertThat(told.status()).isEqualTo(1);
      assertThat(told.out()).contains("is damaged", "tandem doctor --rebuild");
      Shell.Answer refused = both.shell.later(java.time.Duration.ofDays(2)).tandem("sync");
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains("is damaged", "tandem doctor --rebuild");
      Shell.Answer renewed = both.shell.tandem("doctor", "--rebuild", "--yes");
      assertThat(renewed.out()).contains("damaged-", "1 account and 1 profile come from");
      both.sync();
      both.expected.put("left-1", "note 1");
      both.assertAsExpected("renewed");
      both.assertQuiet("renewed");
    }
  }

  @Test
  void aDiskThatCannotBeWrittenIsSaid() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("home"));
    Assumptions.assumeTrue(
        SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=5m", "tandem", disk.toString()),
        "only root may mount a disk");
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      both.makeInOutlook("a", "1");
      both.sync();
      both.makeInOutlook("b", "2");
      // over itself: a file that is still open keeps the disk itself from becoming read-only
      assertThat(SmallDisk.run("mount", "--bind", disk.toString(), disk.toString())).isTrue();
      assertThat(SmallDisk.run("mount", "-o", "remount,bind,ro", disk.toString())).isTrue();
      Shell.Answer answer = both.shell.tandem("sync");
      assertThat(answer.status()).isEqualTo(2);
      assertThat(answer.err()).contains("cannot be written", "--home").doesNotContain("Exception");
      assertThat(both.onServer()).containsOnlyKeys("a");
      assertThat(SmallDisk.run("umount", "-l", disk.toString())).isTrue();
      both.sync();
      both.assertAsExpected("writable again");
    } finally {
      SmallDisk.run("umount", "-l", disk.toString());
    }
  }

  @Test
  void theLedgerIsExportedWithoutContentsAndSecrets() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      both.makeInOutlook("left", "a private note");
      both.sync();
      both.editInOutlook("left", "another private note");
      both.sync();
      Shell.Answer answer = both.shell.tandem("export", "--ledger");
      assertThat(answer.status()).isZero();
      assertThat(answer.json())
          .extracting(line -> line.get("line"))
          .containsExactly("ledger", "link", "change", "change");
      assertThat(answer.json().get(1))
          .containsEntry("title", "Given left")
          .containsEntry("server-uid", "left");
      assertThat(answer.out()).doesNotContain("private note", "alicepw");
      assertThat(both.shell.tandem("export", "--ledger", "--profile", "Other").out()).isEmpty();
    }
  }
}
