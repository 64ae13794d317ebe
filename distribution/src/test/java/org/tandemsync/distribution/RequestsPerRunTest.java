package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** How often a server is asked, by programs that end after each run. */
class RequestsPerRunTest {
  private CalendarInStep world;
  private Shell shell;

  @BeforeEach
  void inStep(@TempDir Path folder) {
    world = new CalendarInStep(folder);
    shell = world.shell;
    world.tea("tea", "Tea", "");
    sync();
    sync();
    world.server.log().clear();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Shell.Answer sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer;
  }

  private List<String> requests() {
    List<String> words =
        world.server.log().all().stream()
            .map(r -> r.report().isEmpty() ? r.method() : r.report())
            .toList();
    world.server.log().clear();
    return words;
  }

  @Test
  void whereNothingHasChangedOneAnswerSaysSo() {
    sync();
    assertThat(requests()).containsExactly("sync-collection");
    shell.tandem("plan");
    assertThat(requests()).containsExactly("sync-collection");
  }

  @Test
  void aChangeOnTheServerComesWithTheAnswer() {
    world.tea("tea", "Green tea", "");
    assertThat(sync().out()).contains("1 updated in Outlook");
    assertThat(requests()).containsExactly("sync-collection");
  }

  @Test
  void aServerThatCountsSecondsIsAskedOnceToo() {
    Quirks.SOGO.apply(world.server.dials());
    shell.jump(Duration.ofDays(1));
    sync();
    world.tea("tea", "Green tea", "");
    sync();
    requests();
    sync();
    assertThat(requests()).containsExactly("sync-collection");
  }

  /** Rights, kind and what a server can do are asked for anew once a day. */
  @Test
  void aDayLaterItIsAskedWhatItIs() {
    shell.jump(Duration.ofHours(23));
    sync();
    assertThat(requests()).containsExactly("sync-collection");
    shell.jump(Duration.ofHours(2));
    sync();
    assertThat(requests()).containsExactly("PROPFIND");
    sync();
    assertThat(requests()).containsExactly("sync-collection");
    shell.jump(Duration.ofDays(-3)); // a clock that was set back proves nothing
    sync();
    assertThat(requests()).first().isEqualTo("PROPFIND");
  }

  @Test
  void whatMayOnlyBeReadShowsItsRightsAtOnce() {
    world.calendar.readOnly(true);
    shell.jump(Duration.ofDays(2));
    sync();
    sync();
    assertThat(requests()).containsExactly("PROPFIND", "PROPFIND");
    world.calendar.readOnly(false);
    sync();
    assertThat(requests()).containsExactly("PROPFIND");
    sync();
    assertThat(requests()).containsExactly("sync-collection");
  }

  @Test
  void aCollectionThatIsGoneDeletesNothing() {
    world.server.dials().refuseStatus = 404;
    world.server.dials().refuse = When.always();
    Shell.Answer gone = shell.tandem("sync");
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.all()).contains("not there any more", "Nothing is concluded");
    world.server.dials().refuse = When.never();
    requests();
    assertThat(sync().out()).doesNotContain("deleted");
    assertThat(requests()).first().isEqualTo("PROPFIND");
  }

  @Test
  void aLoginPageIsSaidSo() {
    world.server.dials().loginPage = When.always();
    Shell.Answer page = shell.tandem("sync");
    assertThat(page.status()).isEqualTo(2);
    assertThat(page.all()).contains("text/html", "sign in");
  }
}
