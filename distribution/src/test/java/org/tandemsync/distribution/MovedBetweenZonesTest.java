package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Family;

/** Two profiles of a data file that first ran where the computer's time zone had other names. */
final class MovedBetweenZonesTest {
  @TempDir Path folder;
  private TwoPairsOfFolders world;

  @BeforeEach
  void start() {
    world = new TwoPairsOfFolders(folder, Family.EVENTS, false);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private HomeAccount old(String... lines) {
    return new HomeAccount(world.server.url())
        .profile("Old", "Calendar", world.oldOnes.path(), lines);
  }

  private void both(String... lines) {
    old(lines).profile("Second", "Calendar/New", world.newOnes.path(), lines).apply(world.shell);
  }

  /** It has run before it was beside the other one. */
  private void secondRanAlone() {
    new HomeAccount(world.server.url())
        .profile("Second", "Calendar/New", world.newOnes.path())
        .apply(world.shell);
    world.sync();
  }

  private void assertFollowed() {
    world.moveInOutlook();
    assertThat(world.sync()).contains("1 moved");
    assertThat(world.oldOnes.names()).isEmpty();
    assertThat(world.newOnes.names()).containsExactly("hatter.ics");
    assertThat(world.newOnes.get("hatter.ics").orElseThrow()).contains("X-OF-ANOTHER-PROGRAM:kept");
    assertThat(world.sync()).contains("nothing to do");
  }

  @Test
  void aProfileThatIsMadeElsewhereHasTheZoneOfTheDataFile() {
    old().apply(world.shell);
    world.shell.travel("Asia/Tokyo");
    both();
    assertThat(world.run().all()).contains("items stay in Europe/Vienna");
    assertThat(world.run("Second").all()).contains("items stay in Europe/Vienna");
    assertFollowed();
  }

  /** That somebody wants other times there says nothing of this one. */
  @Test
  void aZoneThatIsNamedIsThatOfItsProfileOnly() {
    old("time-zone = \"Asia/Tokyo\"").apply(world.shell);
    world.sync();
    old("time-zone = \"Asia/Tokyo\"")
        .profile("Second", "Calendar/New", world.newOnes.path())
        .apply(world.shell);
    world.sync();
    world.shell.travel("Asia/Tokyo");
    assertThat(world.run("Second").all()).contains("items stay in Europe/Vienna");
  }

  @Test
  void twoNamesOfOneClockAreNoObstacle() {
    world.shell.travel("Europe/Berlin");
    secondRanAlone();
    both();
    world.sync();
    assertFollowed();
  }

  @Test
  void anotherZoneIsNamedAsWhatIsInTheWay() {
    world.shell.travel("Asia/Tokyo");
    secondRanAlone();
    both();
    world.sync();
    world.moveInOutlook();
    assertThat(world.shell.tandem("plan").all())
        .contains(
            "moved in Outlook to 'Calendar/New' of profile 'Second', whose time zone is Asia/Tokyo"
                + " and not Europe/Vienna (the same time-zone in both lets moves be followed)");
    both("time-zone = \"Europe/Vienna\"");
    assertThat(world.sync("Second")).contains("1 moved from 'Old'");
    assertThat(world.newOnes.get("hatter.ics").orElseThrow()).contains("X-OF-ANOTHER-PROGRAM:kept");
  }
}
