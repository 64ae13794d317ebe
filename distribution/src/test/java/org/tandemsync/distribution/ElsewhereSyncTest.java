package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.distribution.ContactSides.Card;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.When;

/**
 * The whole program with what stands before servers: proxies that show them under another address,
 * redirects, compression, limits.
 */
class ElsewhereSyncTest {
  private static final String PASSWORD = "l00king-glass";

  @TempDir Path folder;
  private EmbeddedDavServer server;
  private DavCollection book;
  private Dials dials;
  private Shell shell;
  private ContactSides sides;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("cards"));
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    book = server.addressBook("alice", "book");
    dials = server.dials();
    shell = new Shell(folder).set("PW", PASSWORD).file("cards/eve.vcf", Cards.card("Eve", "first"));
    Shell.Answer made = shell.tandem("copy", "folder:cards", "pst:outlook.pst");
    assertThat(made.status()).as(made.all()).isZero();
    sides = new ContactSides(folder.resolve("outlook.pst"), book);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void configure(String path) {
    new HomeAccount(server.url()).profile("Contacts", "Contacts", path).apply(shell);
  }

  private String sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  /** Edits of both sides arrive, and then there is nothing to do. */
  private void assertInStepBothWays() {
    sides.makeInOutlook("Ada", "", new Card("from Outlook", ""));
    sides.makeOnServer("Bob", new Card("from a phone", ""));
    sync();
    sync();
    sides.editInOutlook("Ada", new Card("edited in Outlook", "A"));
    sides.editOnServer("Bob", new Card("edited on a phone", "B"));
    sync();
    sides.editInOutlook("Bob", new Card("edited in Outlook", "B"));
    assertThat(sync()).contains("1 updated on the server");
    assertThat(sides.inOutlook()).containsEntry("Ada", new Card("edited in Outlook", "A"));
    assertThat(sides.onServer()).containsEntry("Ada", new Card("edited in Outlook", "A"));
    assertThat(sides.onServer()).containsEntry("Bob", new Card("edited in Outlook", "B"));
    sides.deleteInOutlook("Ada");
    sides.deleteOnServer("Bob");
    assertThat(sync()).contains("1 deleted on the server", "1 deleted in Outlook");
    assertThat(sides.onServer()).doesNotContainKeys("Ada", "Bob");
    assertThat(sides.inOutlook()).doesNotContainKeys("Ada", "Bob");
    assertThat(sync()).contains("nothing to do");
    assertThat(shell.tandem("status").out()).contains("well");
  }

  // ---- where things are ----

  @Test
  void anAliasIsKeptInStep() {
    dials.shownUnder = "/me";
    configure("/me" + book.path());
    assertInStepBothWays();
  }

  @Test
  void anAddressThatRedirectsIsKeptInStep() {
    dials.redirect = When.always();
    dials.redirectStatus = 308;
    dials.redirectFrom = "/old/";
    dials.redirectTo = "/";
    configure("/old" + book.path());
    assertInStepBothWays();
  }

  @Test
  void aServerThatKnowsItselfByAnotherNameIsKeptInStep() {
    dials.hrefs = Dials.HrefStyle.INTERNAL;
    configure(book.path());
    assertInStepBothWays();
    server.log().clear();
    sync();
    assertThat(server.log().all()).hasSize(1);
  }

  /** Radicale behind a proxy that does not tell it the path: once it seemed to be empty. */
  @Test
  void aServerThatDoesNotKnowItsPathIsNotTakenForEmpty() {
    sides.makeOnServer("Bob", new Card("from a phone", ""));
    dials.shownUnder = "/radicale";
    dials.shownThereOnly = true;
    configure("/radicale" + book.path());
    int before = sides.inOutlook().size();
    Shell.Answer refused = shell.tandem("sync");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.all())
        .contains(
            server.url() + "radicale" + book.path(),
            server.url() + book.path().substring(1),
            "X-Script-Name",
            "Next step")
        .doesNotContain(PASSWORD);
    assertThat(shell.tandem("status").out()).doesNotContain("well");
    assertThat(book.size()).isEqualTo(1);
    assertThat(sides.inOutlook()).hasSize(before);
  }

  /** The links are of the address before: whether it is the same collection, a person says. */
  @Test
  void aCollectionThatRedirectsLaterLosesAndDoublesNothing() {
    configure(book.path());
    sides.makeOnServer("Bob", new Card("from a phone", ""));
    sync();
    sync();
    int inOutlook = sides.inOutlook().size();
    DavCollection moved = server.addressBook("alice", "moved");
    book.bodies().forEach(moved::put);
    dials.redirect = When.always();
    dials.redirectFrom = book.path();
    dials.redirectTo = moved.path();
    new ContactSides(folder.resolve("outlook.pst"), moved)
        .editOnServer("Bob", new Card("edited on a phone", "B"));
    assertThat(shell.tandem("sync").all()).contains("is at", moved.path(), "the next sync");
    IntStream.range(0, 2)
        .forEach(i -> assertThat(shell.tandem("sync").all()).contains("1 held", "tandem approve"));
    assertThat(sides.inOutlook()).hasSize(inOutlook);
    assertThat(moved.size()).isEqualTo(book.size());
  }

  // ---- compression ----

  @ParameterizedTest
  @EnumSource
  void tagsOfCompressedAnswersDoNotMatter(Dials.CompressedTag tags) {
    dials.gzip = true;
    dials.compressedTags = tags;
    configure(book.path());
    assertInStepBothWays();
  }

  // ---- refusals that pass ----

  @Test
  void aLimitOf403IsAPauseAndNoWrongAddress() {
    configure(book.path());
    sync();
    dials.overload = When.always();
    dials.overloadStatus = 403;
    dials.retryAfter = "90";
    Shell.Answer paused = shell.tandem("sync");
    assertThat(paused.status()).isEqualTo(2);
    assertThat(paused.all()).contains("asks for a pause of 90 s").doesNotContain("discover");
    dials.overload = When.never();
    assertThat(sync()).contains("nothing to do");
  }

  /** Some entrances of servers may not be looked at; what is behind them may. */
  @Test
  void whatLiesBehindAClosedEntranceIsFound() {
    configure(book.path());
    sides.makeOnServer("Bob", new Card("from a phone", ""));
    dials.refuse = When.always().where(r -> r.path().equals("/dav/addressbooks/"));
    Shell.Answer items = shell.tandem("items", "dav:" + server.url() + "dav/addressbooks/");
    assertThat(items.status()).as(items.all()).isZero();
    assertThat(items.out()).contains("Given Bob");
    dials.refuse = When.always().where(r -> r.path().equals(book.path()));
    Shell.Answer closed = shell.tandem("items", "dav:" + server.url() + book.path().substring(1));
    assertThat(closed.status()).isEqualTo(2);
    assertThat(closed.all()).contains("does not allow this");
  }

  @Test
  void aLockedOrClosedCollectionIsSaidSo() {
    configure(book.path());
    dials.refuse = When.always();
    dials.refuseStatus = 423;
    assertThat(shell.tandem("sync").all()).contains("is locked by somebody else", "423");
    dials.refuseStatus = 403;
    assertThat(shell.tandem("sync").all())
        .contains("does not allow this", "This one is not welcome", "rights")
        .doesNotContain("no collection at");
  }
}
