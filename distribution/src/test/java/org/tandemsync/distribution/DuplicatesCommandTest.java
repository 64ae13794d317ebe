package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;

/** {@code duplicates} on a data file and a server. */
final class DuplicatesCommandTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;
  private DavCollection calendar;

  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    calendar = world.calendar;
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void tea(String uid, String more) {
    world.tea(uid, "Tea", more);
  }

  @Test
  void listsAndDeletesAfterAYes() {
    assertThat(shell.tandem("duplicates", "Calendar").out())
        .isEqualTo("There are no duplicates.\n");
    assertThat(shell.tandem("duplicates", "Calendar").status()).isZero();

    tea("a-tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
    tea("b-tea", "");
    tea("c-tea", "LOCATION:Garden\n");
    world.server.log().clear();
    Shell.Answer listed = shell.tandem("duplicates", "Calendar", "--json");
    assertThat(listed.status()).as(listed.all()).isEqualTo(1);
    assertThat(listed.json()).hasSize(3);
    assertThat(listed.json().get(0)).containsEntry("fate", "kept").containsEntry("side", "server");
    assertThat(listed.json().get(1)).containsEntry("fate", "extra").containsEntry("title", "Tea");
    assertThat(String.valueOf(listed.json().get(1).get("id"))).contains("b-tea");
    assertThat(listed.json().get(2))
        .isEqualTo(
            Map.of(
                "profile",
                "Calendar",
                "groups",
                1L,
                "extra",
                1L,
                "left",
                0L,
                "deleted",
                0L,
                "failed",
                0L));

    Shell.Answer nobody = shell.tandem("duplicates", "Calendar", "--delete");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("Nothing was deleted", "--yes");
    assertThat(shell.tandem("duplicates", "Calendar", "--yes").status()).isEqualTo(2);
    assertThat(shell.tandem("duplicates", "Other").err()).contains("There are: Calendar");
    Shell.Answer no = shell.terminal(120, "no").tandem("duplicates", "Calendar", "--delete");
    assertThat(no.status()).isEqualTo(1);
    assertThat(world.server.log().writes()).as("so far nothing was written").isZero();

    Shell.Answer yes = shell.terminal(120, "yes").tandem("duplicates", "Calendar", "--delete");
    assertThat(yes.status()).as(yes.all()).isZero();
    assertThat(yes.out()).contains("1 deleted, 0 failed");
    assertThat(String.join("\n", calendar.bodies().values()))
        .contains("UID:a-tea", "UID:c-tea")
        .doesNotContain("UID:b-tea");
    assertThat(shell.tandem("sync").out())
        .contains("1 created in Outlook")
        .doesNotContain("deleted");
  }

  @Test
  void deletesInADataFileAndForScripts() {
    tea("a-tea", "");
    tea("b-tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
    Shell.Answer linked = shell.tandem("duplicates", "Calendar", "--delete", "--yes");
    assertThat(linked.status()).as(linked.all()).isEqualTo(1);
    assertThat(linked.out()).contains("left", "in step", "0 deleted");
    assertThat(calendar.size()).isEqualTo(3);

    // the same data file with an empty collection: nothing of it is linked
    folder.resolve("empty").toFile().mkdir();
    shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "Calendar"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { folder = "empty" }
        family = "events"
        """);
    Shell.Answer applied = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
    Shell.Answer deleted = shell.tandem("duplicates", "Calendar", "--delete", "--yes", "--json");
    assertThat(deleted.status()).as(deleted.all()).isZero();
    assertThat(deleted.json()).hasSize(4);
    assertThat(deleted.json().get(2)).containsEntry("outcome", "done");
    assertThat(
            shell
                .tandem("items", "pst:outlook.pst#Calendar")
                .out()
                .lines()
                .filter(l -> l.contains("Tea")))
        .hasSize(1);
    assertThat(shell.tandem("doctor", "pst:outlook.pst").status()).isZero();
    assertThat(shell.tandem("history").out()).contains("deleted", "outlook", "Tea");
    assertThat(shell.tandem("report").out())
        .contains("1 deleted in Outlook", "deletion of duplicates");
    Shell.Answer undone = shell.tandem("undo", number(shell.tandem("history", "--json")), "--yes");
    assertThat(undone.out()).as(undone.all()).contains("1 restored");
    assertThat(shell.tandem("duplicates", "Calendar").out()).contains("1 extra");
  }

  private static String number(Shell.Answer history) {
    return String.valueOf(history.json().getFirst().get("version"));
  }
}
