package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;

/** Two profiles of one data file with accounts of their own; the password of one is missing. */
final class NeighbourWithoutPasswordTest {
  @TempDir private Path folder;
  private TwoPairsOfFolders all;

  @BeforeEach
  void apart() {
    all = new TwoPairsOfFolders(folder, Family.CONTACTS, false);
    all.newOnes.put("dodo.vcf", Cards.card("dodo", "first"));
    all.shell.set("PW2", "alicepw");
    new HomeAccount(all.server.url())
        .profile("Old", "Contacts", all.oldOnes.path())
        .apply(
            all.shell,
            """

            [accounts.far]
            url = "%s"
            user = "alice"
            password = { env = "PW2" }

            [[profiles]]
            name = "New"
            outlook = { pst = "outlook.pst", folder = "Contacts/New" }
            server = { account = "far", collection = "%s" }
            """
                .formatted(all.server.url(), all.newOnes.path()));
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    all.shell.set("PW2", "");
  }

  @AfterEach
  void stop() {
    all.close();
  }

  @Test
  void whatIsDeletedInOutlookIsDeletedOnTheServer() {
    all.deleteInOutlook("Old");
    assertThat(all.sync("Old")).contains("1 deleted on the server");
    assertThat(all.oldOnes.bodies()).isEmpty();
  }

  @Test
  void whatIsMovedThereWaits() {
    all.oldOnes.put("alice.vcf", Cards.card("alice", "first"));
    all.moveInOutlook();
    Shell.Answer answer = all.run("Old");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.all()).contains("PW2", "1 created in Outlook");
    assertThat(all.oldOnes.bodies()).hasSize(2);
    all.shell.set("PW2", "alicepw");
    assertThat(all.sync("Old")).contains("1 moved");
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.in("New")).hasSize(2);
    assertThat(all.newOnes.bodies()).hasSize(2);
    assertThat(all.oldOnes.bodies()).hasSize(1);
  }

  @Test
  void whatCameFromThereWaits() {
    all.oldOnes.put("alice.vcf", Cards.card("alice", "first"));
    all.moveInOutlook("New", "Old");
    Shell.Answer answer = all.run("Old");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(answer.all()).contains("PW2", "1 created in Outlook");
    all.shell.set("PW2", "alicepw");
    assertThat(all.sync("Old")).contains("1 moved");
    all.sync();
    assertThat(all.sync()).contains("nothing to do");
    assertThat(all.oldOnes.bodies()).hasSize(3);
    assertThat(all.newOnes.bodies()).isEmpty();
  }
}
