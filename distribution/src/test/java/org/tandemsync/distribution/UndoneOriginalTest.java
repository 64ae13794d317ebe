package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted on a server comes back with all that it held, also what Outlook cannot hold. */
final class UndoneOriginalTest {
  @TempDir private Path folder;

  private static List<String> lines(String card) {
    return card.lines()
        .filter(line -> !line.startsWith("X-TANDEM-STAMP") && !line.startsWith("REV"))
        .sorted()
        .toList();
  }

  private static String lastRun(Shell shell) {
    return String.valueOf(
        Objects.requireNonNull(shell.tandem("report", "--json").json().getFirst().get("run")));
  }

  @Test
  void unknownPropertiesComeBack() throws IOException {
    try (ContactsInDataFile both = new ContactsInDataFile(folder, 1)) {
      both.makeOnServer("a", "first");
      both.makeOnServer("b", "second");
      both.makeOnServer("c", "stays");
      both.sync();
      both.editInOutlook("b", "third"); // one that Tandem has written into
      both.sync();
      String a = both.book.get("a.vcf").orElseThrow();
      String b = both.book.get("b.vcf").orElseThrow();
      both.deleteInOutlook("a");
      both.deleteInOutlook("b");
      assertThat(both.sync()).contains("2 deleted on the server");
      assertThat(both.book.size()).isEqualTo(1);

      Shell.Answer undone = both.shell.tandem("undo", lastRun(both.shell), "--yes");
      assertThat(undone.status()).as(undone.all()).isZero();
      both.expected.put("a", "first");
      both.expected.put("b", "third");
      both.sync();
      both.assertAsExpected("undone");
      assertThat(lines(all(both, "a"))).isEqualTo(lines(a)).anyMatch(l -> l.startsWith("X-OF-"));
      assertThat(lines(all(both, "b"))).isEqualTo(lines(b));
      both.assertQuiet("undone");

      // taken back itself, and that again: the whole is kept each time
      both.deleteInOutlook("a");
      both.sync();
      both.shell.tandem("undo", lastRun(both.shell), "--yes");
      String run = lastRun(both.shell);
      both.shell.tandem("undo", run, "--yes");
      assertThat(both.onServer()).containsOnlyKeys("b", "c");
      both.shell.tandem("undo", lastRun(both.shell), "--yes");
      assertThat(lines(all(both, "a"))).isEqualTo(lines(a));
    }
  }

  private static String all(ContactsInDataFile both, String uid) {
    return both.book.bodies().values().stream()
        .filter(card -> Cards.uid(card).equals(uid))
        .findFirst()
        .orElseThrow();
  }
}
