package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code duplicates --alike} and {@code --merge} on a data file and a server. */
final class MergeDuplicatesTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;

  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    world.tea("one", "Tea", "LOCATION:Garden\n");
    world.tea("two", "Tea", "LOCATION:Kitchen\nDESCRIPTION:Bring milk\n");
    assertThat(shell.tandem("sync").status()).isZero();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String id(String uid) {
    return world.calendar.path() + uid + ".ics";
  }

  private String server() {
    return String.join("\n", world.calendar.bodies().values());
  }

  @Test
  void twoBecomeOneOnBothSides() {
    Shell.Answer alike = shell.tandem("duplicates", "Calendar", "--alike", "--json");
    assertThat(alike.status()).isEqualTo(1);
    assertThat(alike.json())
        .hasSize(2)
        .allSatisfy(
            group ->
                assertThat(group)
                    .containsEntry("title", "Tea")
                    .containsEntry("differing", List.of("location", "body")));
    assertThat(shell.tandem("duplicates", "Calendar", "--merge", id("one"), id("two")).err())
        .contains("Nobody is here");
    assertThat(
            shell
                .terminal(120, "no")
                .tandem("duplicates", "Calendar", "--merge", id("one"), id("two"))
                .out())
        .contains("takes from the other: body", "location: 'Garden' stays, 'Kitchen' is in the");
    assertThat(world.calendar.bodies()).containsKeys("one.ics", "two.ics");
    Shell.Answer merged =
        shell.tandem("duplicates", "Calendar", "--merge", id("one"), id("two"), "--yes");
    assertThat(merged.status()).as(merged.all()).isZero();
    assertThat(merged.out()).contains("Merged (run 2)");
    assertThat(world.calendar.bodies()).containsKey("one.ics").doesNotContainKey("two.ics");
    assertThat(server()).contains("LOCATION:Garden", "DESCRIPTION:Bring milk");
    assertThat(shell.tandem("sync").status()).isZero();
    String outlook = shell.tandem("items", "pst:outlook.pst#Calendar", "--native").out();
    assertThat(outlook).contains("Garden", "Bring milk").doesNotContain("Kitchen");
    assertThat(outlook.split("SUMMARY:Tea", -1)).hasSize(2);

    assertThat(shell.tandem("undo", "2", "--yes").status()).isZero();
    assertThat(server()).contains("LOCATION:Kitchen");
  }

  /** Also lines that no item can hold. */
  @Test
  void theSecondOneComesBackWhole() {
    world.tea("two", "Tea", "LOCATION:Kitchen\nX-OF-ANOTHER:precious\n");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--merge", id("one"), id("two"), "--yes")
                .status())
        .isZero();
    assertThat(server()).doesNotContain("X-OF-ANOTHER");
    Shell.Answer undone = shell.tandem("undo", "3", "--yes");
    assertThat(undone.status()).as(undone.all()).isZero();
    assertThat(server()).contains("LOCATION:Kitchen", "X-OF-ANOTHER:precious");
  }

  @Test
  void whatCannotBeMergedIsSaid() {
    assertThat(shell.tandem("duplicates", "Calendar", "--merge", "a", "b", "--yes").err())
        .contains("not two items of one side");
    assertThat(
            shell.tandem("duplicates", "Calendar", "--merge", id("one"), id("one"), "--yes").err())
        .contains("one and the same");
    world.tea("three", "Tea", "");
    assertThat(
            shell
                .tandem("duplicates", "Calendar", "--merge", id("three"), id("two"), "--yes")
                .err())
        .contains("name it first");
    assertThat(world.calendar.bodies()).containsKeys("one.ics", "two.ics", "three.ics");
  }
}
