package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next step of a profile of any name may be pasted into a shell. */
final class PastedCommandTest {
  @TempDir private Path folder;

  @Test
  void whatIsApprovedSaysWhichProfileToSync() throws IOException {
    FolderInStep both = new FolderInStep(folder, "");
    both.profile("My Work $(x)", "guard = { deletions = 1, percent = 0 }");
    both.put("a.ics", "a", "Tea a");
    both.put("b.ics", "b", "Tea b");
    both.sync();
    Files.delete(both.file("a.ics"));
    Files.delete(both.file("b.ics"));
    assertThat(both.run("sync").out()).contains("2 held");
    assertThat(both.run("approve", "My Work $(x)", "--yes").out())
        .endsWith("Next step: tandem sync 'My Work $(x)'\n");
  }
}
