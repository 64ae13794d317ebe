package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.distribution.FolderInStep.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tandem deleted in a folder of files comes back once, whatever its file is called. */
final class UndoneInFolderTest {
  @TempDir private Path folder;

  /** The run that has deleted "One", UID a, of the file meet.ics. */
  private String deletion(FolderInStep both) throws IOException {
    both.put("meet.ics", "a", "One");
    both.put("k.ics", "k", "Stays");
    both.sync();
    both.delete("One");
    assertThat(both.sync()).contains("1 deleted on the server");
    return both.lastRun();
  }

  @Test
  void whatSomebodyHasPutBackIsThere() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    String run = deletion(both);
    both.put("other.ics", "a", "One");
    Shell.Answer undone = both.run("undo", run, "--yes");
    assertThat(undone.status()).as(undone.all()).isZero();
    assertThat(undone.out()).contains("unchanged", "it is there", "0 restored");
    assertThat(both.files()).containsExactly("k.ics", "other.ics");
    assertThat(both.sync()).contains("1 created in Outlook");
    assertThat(both.inOutlook()).containsExactly("One", "Stays");
    assertThat(both.sync()).contains("nothing to do");
  }

  @Test
  void whatWasTakenBackOnceIsThere() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    String run = deletion(both);
    assertThat(both.run("undo", run, "--yes").out()).contains("1 restored");
    assertThat(both.run("undo", run, "--yes").out()).contains("unchanged", "it is there");
    both.sync();
    assertThat(both.run("undo", run, "--plan").out()).contains("unchanged", "it is there");
    Shell.Answer forced = both.run("undo", run, "--yes", "--force");
    assertThat(forced.status()).as(forced.all()).isZero();
    assertThat(both.files()).containsExactly("a.ics", "k.ics");
    assertThat(both.inOutlook()).containsExactly("One", "Stays");
    assertThat(both.sync()).contains("nothing to do");
  }

  @Test
  void anotherThatHasItsUidSinceIsLeft() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    String run = deletion(both);
    both.put("other.ics", "a", "Another");
    Shell.Answer left = both.run("undo", run, "--yes");
    assertThat(left.status()).isEqualTo(1);
    assertThat(left.out()).contains("an item with its UID is there");
    assertThat(both.files()).containsExactly("k.ics", "other.ics");
    assertThat(both.run("undo", run, "--yes", "--force").out()).contains("1 restored");
    assertThat(both.run("undo", run, "--yes", "--force").out()).contains("it is there");
    both.sync();
    assertThat(both.inOutlook()).containsExactly("Another", "One", "Stays");
  }

  /** Two files of one UID are two items: what one of them lost is not in the other. */
  @Test
  void itsTwinIsNotTakenForIt() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("first.ics", "a", "First");
    both.put("second.ics", "a", "Second");
    both.sync();
    both.delete("Second");
    both.sync();
    assertThat(both.files()).containsExactly("first.ics");
    assertThat(both.run("undo", both.lastRun(), "--yes").out()).contains("1 restored");
    both.sync();
    assertThat(both.inOutlook()).containsExactly("First", "Second");
  }

  @Test
  void whatDuplicatesHasDeletedComesBackOnce() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.put("a.ics", "a", "One");
    both.sync();
    both.put("b.ics", "b", "One");
    assertThat(both.run("duplicates", "Work", "--delete", "--yes").out()).contains("1 deleted");
    String run = both.lastRun();
    assertThat(both.run("undo", run, "--yes").out()).contains("1 restored");
    Shell.Answer again = both.run("undo", run, "--yes");
    assertThat(again.status()).as(again.all()).isZero();
    assertThat(again.out()).contains("unchanged");
    assertThat(both.files()).containsExactly("a.ics", "b.ics");
    assertThat(Files.readString(both.file("a.ics"))).isEqualTo(event("a", "One"));
  }
}
