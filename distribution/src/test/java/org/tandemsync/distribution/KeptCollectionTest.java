package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.services.Surroundings;
import org.tandemsync.state.State;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** What a collection has said of itself, and another one that has got its address. */
final class KeptCollectionTest {
  private static final Duration DAY = Duration.ofDays(1);

  /** When the shell's clock begins. */
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final String HOME =
      """
      [accounts.home]
      url = "%s"
      user = "alice"
      password = { env = "PW" }

      [[profiles]]
      name = "one"
      outlook = { pst = "outlook.pst", folder = "%s" }
      server = { account = "home", collection = "%s" }
      """;

  @TempDir private Path folder;

  @Test
  void anAddressBookThatIsRememberedAsACalendarIsAsked() throws Exception {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw")) {
      NewDataFile.create(folder.resolve("outlook.pst"), Locale.ENGLISH, new Random(1));
      Shell shell = new Shell(folder).set("PW", "pw");
      DavCollection calendar = server.calendar("alice", "team");
      DavCollection book = server.addressBook("alice", "people");
      sync(shell, HOME.formatted(server.url(), "Calendar", calendar.path()));
      // as if the calendar had been at the address of the book
      Surroundings surroundings =
          new Surroundings(() -> NOW, ZoneOffset.UTC, new SplittableRandom(1));
      try (State state = State.open(shell.home(), surroundings)) {
        String said =
            state.collections().at(place(calendar), NOW.minus(DAY), NOW.plus(DAY)).orElseThrow();
        state.collections().keep(place(book), said, NOW);
      }

      sync(shell, HOME.formatted(server.url(), "Contacts", book.path()));
    }
  }

  private static String place(DavCollection collection) {
    return "dav:alice@" + collection.url();
  }

  private static void sync(Shell shell, String configuration) {
    shell.file("tandem.toml", configuration);
    for (String[] command : new String[][] {{"apply", "-f", "tandem.toml"}, {"sync"}}) {
      Shell.Answer answer = shell.tandem(command);
      assertThat(answer.status()).as(answer.all()).isZero();
    }
  }
}
