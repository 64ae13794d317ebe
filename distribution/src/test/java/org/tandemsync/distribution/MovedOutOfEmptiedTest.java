package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Family;

/** Something is moved in Outlook while the collection from which it comes has lost all. */
final class MovedOutOfEmptiedTest {
  @TempDir private Path folder;
  private TwoPairsOfFolders all;
  private final Map<String, String> before = new TreeMap<>();

  @BeforeEach
  void emptied() {
    all = new TwoPairsOfFolders(folder, Family.CONTACTS, false);
    for (String name : List.of("alice", "dodo")) {
      all.oldOnes.put(
          name + ".vcf",
          Cards.card(name, "first").replace("END:VCARD", "X-OF-ANOTHER-PROGRAM:kept\r\nEND:VCARD"));
    }
    all.oldOnes.delete("hatter.vcf");
    all.sync();
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    for (String name : List.copyOf(all.oldOnes.names())) {
      before.put(name, all.oldOnes.get(name).orElseThrow());
      all.oldOnes.delete(name);
    }
    all.moveInOutlook();
  }

  @AfterEach
  void stop() {
    all.close();
  }

  private void held(String... profile) {
    Shell.Answer answer = all.run(profile);
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out()).doesNotContain("created", "moved to", "moved from 'Old'", "linked");
  }

  private void itIsThereOnce() {
    before.forEach(all.oldOnes::put);
    all.sync();
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    List<String> bodies = new ArrayList<>(all.oldOnes.bodies().values());
    bodies.addAll(all.newOnes.bodies().values());
    assertThat(bodies)
        .hasSize(2)
        .allSatisfy(body -> assertThat(body).contains("X-OF-ANOTHER-PROGRAM:kept"));
    assertThat(all.newOnes.bodies()).hasSize(1);
    assertThat(all.in("New")).hasSize(1);
    assertThat(all.in("Old")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Old", "New", "Old New", "New Old"})
  void itIsMovedOnceAllIsThereAgain(String profiles) {
    for (String profile : profiles.split(" ")) {
      held(profile);
    }
    assertThat(all.newOnes.bodies()).isEmpty();
    itIsThereOnce();
  }

  @Test
  void itSaysWhatItWaitsFor() {
    assertThat(all.run("New").out())
        .contains(
            "it may have been moved from 'old' of profile 'Old', which has none of the 2 items"
                + " that were in step; it waits until that is confirmed");
  }

  /** A copy that an interrupted run had made, of an original that is out of sight. */
  @Test
  void norIsItLinkedWithACopyOfAnEarlierRun() {
    String title = all.in("New").getFirst().item().title();
    before.values().stream()
        .filter(body -> body.contains(title))
        .forEach(body -> all.newOnes.put("copy.vcf", body));
    assertThat(all.newOnes.bodies()).hasSize(1);
    held("New");
    itIsThereOnce();
  }

  @Test
  void onceTheLossIsApprovedItIsNew() {
    held();
    assertThat(all.shell.tandem("approve", "Old", "--yes").out()).contains("2 actions");
    assertThat(all.sync()).contains("1 deleted in Outlook", "1 created on the server");
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.oldOnes.bodies()).isEmpty();
    assertThat(all.newOnes.bodies()).hasSize(1);
  }
}
