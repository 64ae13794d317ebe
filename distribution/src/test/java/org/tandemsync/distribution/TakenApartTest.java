package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two items of one UID that a run made one of and an undo takes apart. */
final class TakenApartTest {
  @TempDir private Path folder;

  /** The run wrote Outlook only, or the server too: only what an undo writes looks new then. */
  @ParameterizedTest
  @ValueSource(strings = {"from Outlook", "from the phone"})
  void theNextSyncLinksThemAnewAndNothingFails(String note) throws IOException {
    try (ContactsInDataFile all = new ContactsInDataFile(folder, 1)) {
      all.makeOnServer("hatter", note);
      all.makeInOutlook("hatter", "from Outlook");
      assertThat(all.shell.tandem("sync").out()).contains("1 linked");
      assertThat(all.sync()).contains("nothing to do");
      Shell.Answer apart = all.shell.tandem("undo", "1", "--yes");
      assertThat(apart.status()).as(apart.all()).isZero();
      assertThat(apart.out()).contains("belongs to no item of the other side any more");
      Shell.Answer again = all.shell.tandem("sync");
      assertThat(again.all()).contains("1 linked").doesNotContain("failed");
      all.expected.put("hatter", "from Outlook");
      all.assertAsExpected("linked anew");
      all.assertQuiet("linked anew");
    }
  }
}
