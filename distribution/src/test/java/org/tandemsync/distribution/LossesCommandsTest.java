package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** What does not come across, from the plan to the report. */
final class LossesCommandsTest {
  private static final String PASSWORD = "l00king-glass";
  private static final String HATTER =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:hatter
      FN:The Hatter
      N:Hatter;The;;;
      EMAIL:one@tea.example
      EMAIL:two@tea.example
      EMAIL:three@tea.example
      EMAIL:four@tea.example
      GEO:51.5;-0.1
      END:VCARD
      """
          .replace("\n", "\r\n");
  private static final String FOURTH = "L30 emails: line 9: EMAIL:four@tea.example";
  private static final String PLACE = "L39 geo: line 10: GEO:51.5;-0.1";

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection contacts;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    contacts = server.addressBook("alice", "contacts");
    contacts.put("hatter.vcf", HATTER);
    shell = new Shell(folder).set("PW", PASSWORD).sample("demo/outlook.pst", "outlook.pst");
    new HomeAccount(server.url()).profile("Contacts", "Contacts", contacts.path()).apply(shell);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPlanTellsThemAndASyncAndItsReportAndThenNobody() {
    Shell.Answer plan = shell.tandem("plan");
    assertThat(plan.status()).isZero();
    assertThat(plan.out())
        .contains(FOURTH + " (not in Outlook)", PLACE, "2 values would not be carried");

    Shell.Answer sync = shell.tandem("sync", "--verbose");
    assertThat(sync.status()).isZero();
    assertThat(sync.out())
        .contains(FOURTH, PLACE)
        .contains("; 2 values not carried (details: tandem report 1)");

    assertThat(shell.tandem("report", "1").out()).contains(FOURTH, PLACE, "2 values not carried");
    assertThat(shell.tandem("report", "1", "--json").json())
        .filteredOn(line -> line.containsKey("losses"))
        .singleElement()
        .satisfies(line -> assertThat(losses(line)).hasSize(2).allSatisfy(this::isWhole));

    Shell.Answer again = shell.tandem("sync", "--verbose");
    assertThat(again.out()).doesNotContain("L30", "L39", "carried");
  }

  @Test
  void jsonOfPlanSyncAndItems() {
    for (String command : List.of("plan", "sync")) {
      assertThat(shell.tandem(command, "--json").json())
          .filteredOn(line -> line.containsKey("losses"))
          .singleElement()
          .satisfies(line -> assertThat(losses(line)).hasSize(2).allSatisfy(this::isWhole));
    }
    assertThat(shell.tandem("items", "dav:home", "--json").json())
        .filteredOn(
            line -> line.get("item") instanceof Map<?, ?> item && "hatter".equals(item.get("uid")))
        .singleElement()
        .satisfies(line -> assertThat(losses(line)).hasSize(2));
  }

  @Test
  void aCopyTellsThem() {
    Shell.Answer copy = shell.tandem("copy", "dav:home", "pst:new.pst", "--verbose");
    assertThat(copy.status()).isZero();
    assertThat(copy.out()).contains(FOURTH, PLACE, "2 values not carried");
  }

  private static List<?> losses(Map<String, Object> line) {
    return line.get("losses") instanceof List<?> losses ? losses : List.of();
  }

  private void isWhole(Object loss) {
    Map<?, ?> members = (Map<?, ?>) loss;
    assertThat(members.keySet()).hasToString("[number, code, side, field, text]");
    assertThat(members.get("side")).isEqualTo("outlook");
  }
}
