package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that runs again and again, as with {@code serve}, while something is held. */
final class HeldAgainTest {
  private static final int ITEMS = 6;

  @TempDir private Path folder;
  private ContactsInDataFile world;

  @BeforeEach
  void inStep() throws IOException {
    world = new ContactsInDataFile(folder, 1);
    for (int i = 0; i < ITEMS; i++) {
      world.makeInOutlook("c" + i, "1");
    }
    world.sync();
    for (int i = 0; i < ITEMS; i++) {
      world.deleteOnServer("c" + i);
    }
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private long rows() throws SQLException {
    try (Connection c =
            DriverManager.getConnection("jdbc:sqlite:" + world.shell.home().resolve("tandem.db"));
        ResultSet r = c.createStatement().executeQuery("select count(*) from entry")) {
      return r.getLong(1);
    }
  }

  private List<Map<String, Object>> report(int run) {
    List<Map<String, Object>> lines =
        world.shell.tandem("report", Integer.toString(run), "--json").json();
    return lines.subList(0, lines.size() - 1);
  }

  @Test
  void eachRunTellsItAndItIsKeptOnce() throws SQLException {
    world.shell.tandem("sync");
    long once = rows();
    for (int i = 0; i < 25; i++) {
      assertThat(world.shell.tandem("sync").status()).isEqualTo(1);
    }
    assertThat(rows()).isEqualTo(once + 25);
    assertThat(report(27)).hasSize(ITEMS).isEqualTo(report(2));
    assertThat(world.shell.tandem("report", "27").out()).contains("lost all of its", "6 held");

    world.deleteInOutlook("c0"); // on both sides: another question, of the same number of items
    world.shell.tandem("sync");
    assertThat(report(28)).hasSize(ITEMS).isNotEqualTo(report(27));
    world.shell.tandem("sync");
    assertThat(report(29)).isEqualTo(report(28));
  }

  /** The run that is named by what is held stays known for as long as that waits. */
  @Test
  void whatIsHeldForLongCanStillBeNamed() {
    world.shell.tandem("sync");
    world.shell.jump(Duration.ofDays(40));
    for (int i = 0; i < 20; i++) {
      world.shell.tandem("sync"); // old reports go every twentieth time
    }
    assertThat(report(22)).hasSize(ITEMS);
    assertThat(world.shell.tandem("report").out()).doesNotContainPattern("(?m)^ *1 ");
    assertThat(world.shell.tandem("approve", "2", "--reject", "--yes").out())
        .contains(ITEMS + " actions rejected");
    assertThat(world.shell.tandem("sync").status()).isZero();
    assertThat(world.onServer()).hasSize(ITEMS);
  }
}
