package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;

/** {@code approve} on a data file and a server that seems to have lost everything. */
final class ApproveCommandTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;
  private DavCollection calendar;
  private int items;

  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    calendar = world.calendar;
    for (String one : List.of("a", "b", "c")) {
      world.tea(one, "Tea " + one, "");
    }
    assertThat(shell.tandem("sync").status()).isZero();
    items = calendar.bodies().size();
    assertThat(items).isGreaterThan(2);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void theServerLosesEverything() {
    List.copyOf(calendar.bodies().keySet()).forEach(calendar::delete);
  }

  private long inOutlook() {
    return shell.tandem("items", "pst:outlook.pst#Calendar", "--json").out().lines().count();
  }

  @Test
  void whatIsHeldIsListedAndPassesAfterAYes() {
    assertThat(shell.tandem("approve").out()).isEqualTo("Nothing is held.\n");
    theServerLosesEverything();
    Shell.Answer planned = shell.tandem("plan");
    assertThat(planned.status()).isEqualTo(1);
    assertThat(planned.out()).contains("guard: the server has lost all of its");

    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).isEqualTo(1);
    assertThat(sync.all())
        .contains("lost all of its " + items, items + " actions are held", "tandem approve 2")
        .contains("--reject");
    assertThat(inOutlook()).isEqualTo(items);
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("held", (long) items);
    assertThat(shell.tandem("report", "2").out()).contains("lost all of its");

    Shell.Answer listed = shell.tandem("approve", "--json");
    assertThat(listed.status()).isEqualTo(1);
    assertThat(listed.json())
        .hasSize(items)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("action", "delete")
                    .containsEntry("side", "outlook")
                    .containsEntry("run", 2L)
                    .containsEntry("decision", ""));
    assertThat(listed.json().getFirst())
        .hasEntrySatisfying("outlook-id", id -> assertThat((String) id).isNotEmpty())
        .hasEntrySatisfying("server-id", id -> assertThat((String) id).endsWith(".ics"));
    assertThat(planned.out()).contains(items + " held\n");
    assertThat(shell.tandem("status").status()).isEqualTo(1);
    assertThat(shell.tandem("approve").out()).contains("HELD SINCE RUN");
    assertThat(shell.tandem("approve", "99").err()).contains("'99' is neither");
    assertThat(shell.tandem("approve", "2").err()).contains("Nobody is here", "--plan");
    Shell.Answer no = shell.terminal(120, "no").tandem("approve", "2");
    assertThat(no.status()).isEqualTo(1);
    assertThat(no.err()).contains("Nothing was decided");
    Shell.Answer yes = shell.terminal(120, "yes").tandem("approve", "2");
    assertThat(yes.status()).as(yes.all()).isZero();
    assertThat(yes.out()).contains(items + " actions approved", "tandem sync Calendar");
    assertThat(shell.tandem("approve", "--plan", "2").out()).contains("approved");

    Shell.Answer passed = shell.tandem("sync");
    assertThat(passed.status()).as(passed.all()).isZero();
    assertThat(inOutlook()).isZero();
    assertThat(shell.tandem("approve", "2", "--yes").out()).contains("Nothing that run 2 held");
    assertThat(shell.tandem("history").out()).contains("deleted");
  }

  @Test
  void whatCannotBeReadIsNotCountedAmongWhatSomebodyMayApproveOf() {
    theServerLosesEverything();
    world.server.dials().validate = false;
    calendar.put("broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half a");
    // with something else on it the server has not lost all: the limit of deletions holds them
    new OneProfile(shell, world.server, "Calendar", calendar)
        .apply("guard = { deletions = 1, percent = 0 }");
    assertThat(shell.tandem("plan").out()).contains(items + " held, 1 left alone");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.out())
        .contains(items + " held, 1 left alone", "left alone: 'Half a' - unreadable");
    assertThat(sync.err()).contains(items + " actions are held");
    assertThat(shell.tandem("approve", "--json").json()).hasSize(items);
    assertThat(shell.tandem("sync", "--json").json().getLast())
        .containsEntry("held", items + 1L)
        .containsEntry("guarded", (long) items);
  }

  /** What is ignored is not looked for: nobody knows that it is lost too. */
  @Test
  void oneIgnoredItemDoesNotLetAllOthersGo() {
    String file = calendar.bodies().keySet().iterator().next();
    calendar.put(file, "BEGIN:VCALENDAR\r\nbroken");
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
    String id =
        Objects.toString(shell.tandem("quarantine", "--json").json().getFirst().get("server"));
    assertThat(shell.tandem("quarantine", id, "--ignore").status()).isZero();
    theServerLosesEverything();
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isEqualTo(1);
    assertThat(sync.all())
        .contains("lost all of its " + (items - 1), (items - 1) + " actions are held");
    assertThat(inOutlook()).isEqualTo(items);
  }

  @Test
  void aLaterLargerDeletionIsNotApprovedByIt() {
    List<String> all = List.copyOf(calendar.bodies().keySet());
    shell.set("PW", "l00king-glass");
    new OneProfile(shell, world.server, "Calendar", calendar)
        .apply("guard = { deletions = 1, percent = 0 }");
    calendar.delete(all.get(0));
    calendar.delete(all.get(1));
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
    all.stream().skip(2).forEach(calendar::delete);
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
    assertThat(shell.tandem("approve", "2", "--yes").out()).contains("2 actions approved");
    Shell.Answer sync = shell.tandem("sync", "--json");
    assertThat(sync.status()).isEqualTo(1);
    assertThat(inOutlook()).isEqualTo(items - 2);
    assertThat(shell.tandem("approve", "--json").json()).hasSize(items - 2);
  }

  @Test
  void whatIsRejectedIsBroughtBack() {
    theServerLosesEverything();
    shell.tandem("sync");
    Shell.Answer rejected = shell.tandem("approve", "Calendar", "--reject", "--yes", "--json");
    assertThat(rejected.json().getLast())
        .containsEntry("decision", "rejected")
        .containsEntry("decided", (long) items);
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isZero();
    assertThat(calendar.bodies()).hasSize(items);
    assertThat(inOutlook()).isEqualTo(items);
    assertThat(shell.tandem("sync").out()).contains("nothing to do");
  }

  @Test
  void anotherCollectionBehindTheProfileWaitsForAYes() {
    DavCollection other = world.server.calendar("alice", "other");
    new OneProfile(shell, world.server, "Calendar", other).apply("");
    Shell.Answer planned = shell.tandem("plan");
    assertThat(planned.out()).contains("to be created: the profile connects other folders");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).isEqualTo(1);
    assertThat(sync.all()).contains("connects other folders than before", "tandem approve 2");
    assertThat(other.bodies()).isEmpty();
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
    assertThat(shell.tandem("approve", "3", "--yes").status()).isZero();
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(other.bodies()).hasSize(items);
    world.tea("tea", "Tea", "");
    assertThat(calendar.bodies()).hasSize(items + 1); // the old one is not touched any more

    new OneProfile(shell, world.server, "Calendar", world.server.calendar("alice", "third"))
        .apply("guard = { other-folders = false }");
    assertThat(shell.tandem("sync").status()).isZero();
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(shell.tandem("approve", "soup", "--yes").err()).contains("'soup'", "neither");
    assertThat(shell.tandem("approve", "Calendar", "--yes").out()).contains("Nothing is held of");
    Shell.Answer forPrograms = shell.tandem("approve", "Calendar", "--yes", "--json");
    assertThat(forPrograms.out()).isEmpty();
    assertThat(forPrograms.err()).contains("Nothing is held of");
    assertThat(shell.tandem("approve", "--yes").status()).isEqualTo(2);
  }
}
