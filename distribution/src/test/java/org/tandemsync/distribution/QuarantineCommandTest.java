package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;

/** {@code quarantine} and {@code explain} on a data file and a server with a damaged item. */
final class QuarantineCommandTest {
  @TempDir Path folder;
  private CalendarInStep world;
  private Shell shell;
  private DavCollection calendar;

  @BeforeEach
  void start() {
    world = new CalendarInStep(folder);
    shell = world.shell;
    calendar = world.calendar;
    world.tea("tea", "Tea", "");
    assertThat(shell.tandem("sync").status()).isZero();
    assertThat(shell.tandem("quarantine").out()).isEqualTo("Nothing is in quarantine.\n");
    world.server.dials().validate = false;
    calendar.put("broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Half a");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Object rest() {
    return Objects.requireNonNull(
        shell.tandem("quarantine", "--json").json().getFirst().get("rest"));
  }

  @Test
  void whatFailsIsNamedAndTriedAgainWithGrowingPauses() {
    world.tea("other", "Other tea", "");
    Shell.Answer first = shell.tandem("sync");
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out()).contains("1 created in Outlook", "1 left alone");
    assertThat(rest()).isEqualTo("due");
    Shell.Answer standing = shell.tandem("status");
    assertThat(standing.status()).isEqualTo(1);
    assertThat(standing.out()).contains("QUARANTINE").doesNotContain("IGNORED");
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("held", 0L)
        .containsEntry("quarantine", 1L);
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
    Shell.Answer listed = shell.tandem("quarantine");
    assertThat(listed.status()).isEqualTo(1);
    assertThat(listed.out()).contains("broken.ics", "Calendar", "2026-03-01 11:16");
    assertThat(rest()).isEqualTo("resting");
    assertThat(shell.tandem("quarantine", "--json").json().getFirst())
        .containsEntry("failures", 2L);

    Shell.Answer resting = shell.tandem("sync");
    assertThat(resting.status()).isEqualTo(1);
    assertThat(resting.out()).contains("quarantine: ", "failed 2 times; tried again after");
    assertThat(shell.tandem("quarantine", "--json").json().getFirst())
        .containsEntry("failures", 2L);
    shell.jump(Duration.ofMinutes(16));
    assertThat(rest()).isEqualTo("due");
    shell.tandem("sync");
    assertThat(shell.tandem("quarantine", "--json").json().getFirst())
        .containsEntry("failures", 3L)
        .containsEntry("rest", "resting");

    calendar.delete("broken.ics");
    world.tea("broken", "Mended", "");
    Shell.Answer mended = shell.tandem("sync");
    assertThat(mended.status()).as(mended.all()).isZero();
    assertThat(shell.tandem("quarantine").status()).isZero();
    assertThat(shell.tandem("status").status()).isZero();
  }

  @Test
  void whatIsIgnoredIsNotMentionedUntilItIsReleased() {
    shell.tandem("sync");
    String id =
        String.valueOf(shell.tandem("quarantine", "--json").json().getFirst().get("server"));
    assertThat(shell.tandem("quarantine", "soup", "--ignore").err()).contains("No item");
    assertThat(shell.tandem("quarantine", "--ignore").err()).contains("Name the item");
    assertThat(shell.tandem("quarantine", id, "--ignore").status()).isZero();
    assertThat(shell.tandem("quarantine").out()).contains("never (ignored)");
    assertThat(shell.tandem("status", "--json").json().getFirst())
        .containsEntry("quarantine", 0L)
        .containsEntry("ignored", 1L);
    Shell.Answer quiet = shell.tandem("sync");
    assertThat(quiet.status()).as(quiet.all()).isZero();
    assertThat(shell.tandem("quarantine", id, "--release").out()).contains("released");
    assertThat(shell.tandem("sync").status()).isEqualTo(1);
  }

  @Test
  void theWholeStoryOfAnItem() {
    world.tea("tea", "Green tea", "LOCATION:Garden\n");
    String story = shell.tandem("explain", "Calendar", "tea").out();
    assertThat(story)
        .containsPattern("title +Tea\n")
        .containsPattern("link +[0-9a-f]+, last write 1")
        .containsPattern("server +.*tea.ics, UID tea, last confirmed at revision ")
        .containsPattern("outlook +now: .* unchanged in what takes part")
        .containsPattern("server +now: .* changed since: subject, location")
        .containsPattern(
            "history +1.\\d+: created in Outlook, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\n")
        .containsPattern("next +update in Outlook: subject, location - ");
    assertThat(
            shell.tandem("explain", "Calendar", "tea", "--json").json().stream()
                .map(line -> line.get("topic"))
                .collect(Collectors.toSet()))
        .contains("title", "link", "outlook", "server", "agreed", "history", "next");
    assertThat(shell.tandem("explain", "Calendar", "soup").err())
        .contains("knows no item 'soup'", "'tandem items ENDPOINT --verbose'");
    shell.tandem("sync");
    String broken = shell.tandem("explain", "Calendar", "half").all();
    assertThat(broken).contains("quarantine", "failed 1 time", "next");
    assertThat(shell.tandem("explain", "Calendar", "green").out())
        .contains("a sync would do nothing about it");
  }
}
