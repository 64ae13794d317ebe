package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes and copies that are taken back after their items, or their originals, have gone. */
final class UndoneLaterTest {
  private static final String LAST = "what it was made from is not there any more";

  @TempDir private Path folder;

  @Test
  void aChangeIsTakenBackOnceItsItemIsBack() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("a.ics", "a", "One");
    both.put("k.ics", "k", "Stays");
    both.sync();
    both.put("a.ics", "a", "Two");
    both.sync();
    String change = both.lastRun();
    Files.delete(both.file("a.ics"));
    assertThat(both.sync()).contains("1 deleted in Outlook");
    String deletion = both.lastRun();

    Shell.Answer early = both.run("undo", change, "--yes");
    assertThat(early.status()).isEqualTo(1);
    assertThat(early.out()).contains("undo its deletion " + deletion + ".1 first");
    assertThat(both.run("undo", deletion, "--yes").out()).contains("1 restored");
    assertThat(both.inOutlook()).containsExactly("Stays", "Two");

    // before a sync has linked it, and that taken back, and after one
    Shell.Answer undone = both.run("undo", change, "--yes");
    assertThat(undone.status()).as(undone.all()).isZero();
    assertThat(both.inOutlook()).containsExactly("One", "Stays");
    assertThat(both.run("undo", both.lastRun(), "--yes").out()).contains("1 restored");
    assertThat(both.inOutlook()).containsExactly("Stays", "Two");
    both.sync();
    assertThat(both.run("undo", change, "--plan").out()).contains("restore", "subject");
    assertThat(both.run("undo", change, "--yes").out()).contains("1 restored");
    assertThat(both.sync()).contains("1 updated on the server");
    assertThat(Files.readString(both.file("a.ics"))).contains("SUMMARY:One");
    assertThat(both.inOutlook()).containsExactly("One", "Stays");
    assertThat(both.sync()).contains("nothing to do");
    assertThat(both.run("explain", "Work", "Two").out()).contains("last confirmed");
  }

  @Test
  void whatSomebodyHasChangedSinceItCameBackStays() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("a.ics", "a", "One");
    both.put("k.ics", "k", "Stays");
    both.sync();
    both.put("a.ics", "a", "Two");
    both.sync();
    String change = both.lastRun();
    Files.delete(both.file("a.ics"));
    both.sync();
    both.run("undo", both.lastRun(), "--yes");
    both.rename("Two", "Three");
    Shell.Answer left = both.run("undo", change, "--yes");
    assertThat(left.status()).isEqualTo(1);
    assertThat(left.out()).contains("changed since: subject");
    assertThat(both.inOutlook()).containsExactly("Stays", "Three");
    assertThat(both.run("undo", change, "--yes", "--force").out()).contains("1 restored");
    assertThat(both.inOutlook()).containsExactly("One", "Stays");
  }

  /** Two files may have one UID: a copy that somebody made, and changed into somebody else. */
  @Test
  void anotherItemWithItsUidIsNotTakenForIt() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("a.ics", "a", "One");
    both.put("k.ics", "k", "Stays");
    both.sync();
    both.make("l", "In Outlook");
    both.rename("One", "Two");
    both.sync();
    String change = both.lastRun();
    both.put("b.ics", "a", "Two");
    both.run("sync");
    Files.delete(both.file("a.ics"));
    both.run("sync");
    both.run("undo", change, "--yes");
    assertThat(Files.readString(both.file("b.ics"))).contains("SUMMARY:Two");
  }

  @Test
  void whatNoRunHasDeletedIsSaidToBeGone() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("a.ics", "a", "One");
    both.put("k.ics", "k", "Stays");
    both.sync();
    both.put("a.ics", "a", "Two");
    both.sync();
    String change = both.lastRun();
    Files.delete(both.file("a.ics"));
    both.delete("Two");
    Shell.Answer gone = both.run("undo", change, "--yes");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.out())
        .contains("no run has deleted it", "'tandem show " + change + ".1'")
        .doesNotContain("undo its deletion");
  }

  @Test
  void theLastOneStays() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    for (String one : new String[] {"a", "b", "c", "d"}) {
      both.put(one + ".ics", one, "Tea " + one);
    }
    both.sync();
    String run = both.lastRun();
    Files.delete(both.file("a.ics"));
    Files.writeString(both.file("b.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
    Files.move(both.file("c.ics"), both.file("elsewhere.ics"));
    Shell.Answer undone = both.run("undo", run, "--yes");
    assertThat(undone.status()).as(undone.all()).isEqualTo(1);
    assertThat(undone.out()).contains(LAST, "cannot be read", "2 deleted, 2 left alone");
    assertThat(both.inOutlook()).containsExactly("Tea a", "Tea b");

    Files.writeString(both.file("b.ics"), FolderInStep.event("b", "Tea b"));
    Shell.Answer forced = both.run("undo", run + ".1", "--yes", "--force");
    assertThat(forced.status()).as(forced.all()).isZero();
    assertThat(both.inOutlook()).containsExactly("Tea b");
    assertThat(both.run("undo", both.lastRun(), "--yes").out()).contains("1 restored");
    both.sync();
    assertThat(both.inOutlook()).containsExactly("Tea a", "Tea b", "Tea c", "Tea d");
    assertThat(both.files()).containsExactly("a.ics", "b.ics", "d.ics", "elsewhere.ics");
  }

  @Test
  void theLastOneStaysOnTheServerToo() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.make("a", "Tea");
    both.make("k", "Stays");
    assertThat(both.sync()).contains("2 created on the server");
    String run = both.lastRun();
    both.delete("Tea");
    Shell.Answer undone = both.run("undo", run, "--yes");
    assertThat(undone.status()).as(undone.all()).isEqualTo(1);
    assertThat(undone.out()).contains(LAST, "1 deleted, 1 left alone");
    assertThat(both.files()).containsExactly("a.ics");
  }

  @Test
  void whatBecomesOfItWhereAProfileGoesOneWay() throws IOException {
    FolderInStep both = new FolderInStep(folder, "mode = \"outlook-to-server\"");
    both.make("p", "Plan");
    both.make("q", "Quiz");
    both.sync();
    both.rename("Plan", "Plan B");
    both.delete("Quiz");
    both.sync();
    Shell.Answer undone = both.run("undo", both.lastRun(), "--yes");
    assertThat(undone.out())
        .contains(
            "2 restored",
            "leaves what came back on the server there, and only there, and overwrites what was"
                + " restored on the server")
        .doesNotContain("to the other side");
    both.sync();
    assertThat(both.files()).containsExactly("p.ics", "q.ics");
    assertThat(Files.readString(both.file("p.ics"))).contains("SUMMARY:Plan B");

    both.profile("Work", "mode = \"outlook-to-server\"\nextra = \"delete\"");
    both.sync();
    String run = both.lastRun();
    assertThat(both.files()).containsExactly("p.ics");
    Shell.Answer back = both.run("undo", run, "--yes");
    assertThat(back.out()).contains("deletes what came back on the server");
    both.profile("Work", "");
    both.sync();
    assertThat(both.inOutlook()).containsExactly("Plan B", "Quiz");
  }
}
