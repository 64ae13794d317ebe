package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Family;

/** Something is moved in Outlook to a folder whose collection has lost all that it had. */
final class MovedIntoEmptiedTest {
  @TempDir private Path folder;
  private TwoPairsOfFolders all;
  private Map<String, String> before = Map.of();

  @BeforeEach
  void emptied() {
    all = new TwoPairsOfFolders(folder, Family.CONTACTS, false);
    all.newOnes.put("alice.vcf", Cards.card("alice", "first"));
    all.newOnes.put("dodo.vcf", Cards.card("dodo", "first"));
    all.sync();
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    before = new TreeMap<>();
    for (String name : List.copyOf(all.newOnes.names())) {
      before.put(name, all.newOnes.get(name).orElseThrow());
      all.newOnes.delete(name);
    }
    all.moveInOutlook();
  }

  @AfterEach
  void stop() {
    all.close();
  }

  private void held(String profile) {
    Shell.Answer answer = all.run(profile);
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("none of the 2 items that were in step; nothing is moved there")
        .doesNotContain("moved to", "moved from 'Old'");
    assertThat(all.oldOnes.bodies()).hasSize(1);
    assertThat(all.newOnes.bodies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Old,New,true", "New,Old,false"})
  void itWaitsUntilAllIsThereAgain(String first, String second, boolean moves) {
    all.server.dials().moves = moves;
    held(first);
    held(second);
    before.forEach(all.newOnes::put);
    assertThat(all.sync(first)).contains("1 moved");
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.oldOnes.bodies()).isEmpty();
    assertThat(all.newOnes.bodies()).hasSize(3);
    assertThat(all.in("New")).hasSize(3);
    assertThat(all.in("Old")).isEmpty();
  }

  @Test
  void onceTheLossIsApprovedItGoesOn() {
    held("New");
    assertThat(all.shell.tandem("approve", "New", "--yes").out()).contains("2 actions");
    assertThat(all.sync("New")).contains("2 deleted in Outlook", "1 moved");
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.newOnes.bodies()).hasSize(1);
    assertThat(all.in("New")).hasSize(1);
  }

  /** Some were approved of before the others were lost. */
  @Test
  void whatWasApprovedBeforeSaysNothingOfTheRest() {
    all.moveInOutlook("New", "Old");
    before.forEach(all.newOnes::put);
    for (int i = 0; i < 13; i++) {
      all.newOnes.put("c" + i + ".vcf", Cards.card("c" + i, "first"));
    }
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    for (int i = 0; i < 11; i++) {
      all.newOnes.delete("c" + i + ".vcf");
    }
    assertThat(all.run("New").out()).contains("11 held");
    all.shell.tandem("approve", "New", "--yes");
    List.copyOf(all.newOnes.names()).forEach(all.newOnes::delete);
    all.moveInOutlook();
    Shell.Answer answer = all.run("Old");
    assertThat(answer.out()).contains("none of the 15 items that were in step");
    assertThat(all.oldOnes.bodies()).hasSize(1);
    assertThat(all.run("New").out()).contains("11 deleted in Outlook, 4 held, 1 left alone");
    assertThat(all.in("New")).hasSize(5);
    all.shell.tandem("approve", "New", "--yes");
    assertThat(all.sync("New")).contains("4 deleted in Outlook");
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.in("New")).hasSize(1);
    assertThat(all.newOnes.bodies()).hasSize(1);
    assertThat(all.oldOnes.bodies()).isEmpty();
  }
}
