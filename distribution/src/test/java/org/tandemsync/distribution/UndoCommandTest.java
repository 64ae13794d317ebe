package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;

/** {@code history}, {@code show} and {@code undo} on a data file and a server. */
final class UndoCommandTest {
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

  private void tea(String summary, String more) {
    world.tea("tea", summary, more);
  }

  private String outlook() {
    return shell
        .tandem("items", "pst:outlook.pst#Calendar", "--native")
        .out()
        .lines()
        .filter(line -> !line.startsWith("DTSTAMP") && !line.startsWith("LAST-MODIFIED"))
        .collect(Collectors.joining("\n"));
  }

  private Object version(String title) {
    return Objects.requireNonNull(
        shell.tandem("history", title, "--json").json().getFirst().get("version"));
  }

  @Test
  void aChangeInOutlookIsLookedAtAndTakenBack() {
    tea("Tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
    tea("Coffee", "LOCATION:Kitchen\n");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).contains("SUMMARY:Coffee", "LOCATION:Kitchen");

    Shell.Answer history = shell.tandem("history", "coffee");
    assertThat(history.status()).isZero();
    assertThat(history.out()).contains("updated", "outlook", "Coffee", "subject, location");
    Object version = version("coffee");
    Shell.Answer shown = shell.tandem("show", String.valueOf(version));
    assertThat(shown.out())
        .contains("Coffee: updated in Outlook")
        .containsPattern("subject +Tea +Coffee")
        .containsPattern("location +Kitchen");
    assertThat(shell.tandem("show", String.valueOf(version), "--native").out())
        .contains("SUMMARY:Tea", "BEGIN:VEVENT");
    assertThat(shell.tandem("show", String.valueOf(version), "--json").json().getFirst())
        .containsEntry("change", "updated")
        .containsEntry("kind", "appointment")
        .containsKey("before");

    Shell.Answer nobody = shell.tandem("undo", String.valueOf(version));
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.err()).contains("Nothing was done", "--plan");
    assertThat(shell.tandem("undo", "999").err()).contains("run 999").doesNotContain("Nobody");
    Shell.Answer planned = shell.tandem("undo", String.valueOf(version), "--plan");
    assertThat(planned.out()).contains("restore", "subject, location", "Would do: 1 restored");
    assertThat(outlook()).contains("SUMMARY:Coffee");
    Shell.Answer no = shell.terminal(120, "no").tandem("undo", String.valueOf(version));
    assertThat(no.status()).isEqualTo(1);
    assertThat(outlook()).contains("SUMMARY:Coffee");

    Shell.Answer yes = shell.terminal(120, "yes").tandem("undo", String.valueOf(version));
    assertThat(yes.status()).as(yes.all()).isZero();
    assertThat(yes.out()).contains("1 restored, 0 deleted", "next sync");
    assertThat(outlook()).contains("SUMMARY:Tea").doesNotContain("Coffee", "Kitchen");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(calendar.bodies().get("tea.ics"))
        .contains("SUMMARY:Tea")
        .doesNotContain("LOCATION:Kitchen");
    assertThat(shell.tandem("report").out()).contains("undo of " + version);
    assertThat(shell.tandem("doctor", "pst:outlook.pst").status()).isZero();
  }

  @Test
  void deletionsAreTakenBackOnBothSides() {
    tea("Tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
    calendar.delete("tea.ics");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).doesNotContain("SUMMARY:Tea");
    long run =
        (Long)
            Objects.requireNonNull(shell.tandem("report", "--json").json().getFirst().get("run"));
    Shell.Answer undone = shell.tandem("undo", Long.toString(run), "--yes", "--json");
    assertThat(undone.status()).as(undone.all()).isZero();
    assertThat(undone.json().getFirst()).containsEntry("fate", "restore");
    assertThat(undone.json().getLast())
        .isEqualTo(
            Map.of(
                "run",
                run + 1,
                "restored",
                1L,
                "deleted",
                0L,
                "unchanged",
                0L,
                "left",
                0L,
                "failed",
                0L));
    assertThat(outlook()).contains("SUMMARY:Tea", "UID:tea");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(String.join("\n", calendar.bodies().values())).contains("UID:tea");

    // and the other way: what the first sync has made there, without harm to Outlook
    String before = outlook();
    long first = 1;
    Shell.Answer all = shell.tandem("undo", Long.toString(first), "--yes");
    assertThat(all.status()).as(all.all()).isIn(0, 1);
    assertThat(outlook()).isEqualTo(before);
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(outlook()).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(shell.tandem("history").out()).isEqualTo("Nothing was done to any item.\n");
    assertThat(shell.tandem("history", "x").out()).isEqualTo("Nothing was done to such an item.\n");
    assertThat(shell.tandem("show", "3.1").err()).contains("no version 3.1", "tandem history");
    assertThat(shell.tandem("show", "soup").err()).contains("no version soup");
    assertThat(shell.tandem("undo", "7", "--yes").err()).contains("run 7", "30 days");
    assertThat(shell.tandem("undo", "soup", "--yes").err()).contains("neither a run");
    assertThat(shell.tandem("undo", "7", "--yes").status()).isEqualTo(2);
  }
}
