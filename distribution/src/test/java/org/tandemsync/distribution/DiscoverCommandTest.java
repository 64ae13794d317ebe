package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.services.ServerPreset;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code tandem discover}: presets and ready configurations. */
final class DiscoverCommandTest {
  @TempDir Path folder;

  @Test
  void whatIsFoundBecomesAConfigurationThatCanBeApplied() {
    try (EmbeddedDavServer server =
        EmbeddedDavServer.start().addUser("alice", "pw").addUser("bob", "x")) {
      server.calendar("alice", "work \"A/B\"");
      server.calendar("alice", "home").readOnly(true);
      server.mixedCalendar("alice", "both");
      server.addressBook("alice", "book");
      Shell shell = new Shell(folder).set("PW", "pw");
      Shell.Answer toml =
          shell.tandem(
              "discover",
              server.url(),
              "--user",
              "alice",
              "--password-env",
              "PW",
              "--toml",
              "--outlook",
              "my.pst");
      assertThat(toml.status()).isZero();
      assertThat(toml.out())
          .contains(
              "[accounts.\"127.0.0.1\"]",
              "password = { env = \"PW\" }",
              "own-addresses = [\"alice@",
              "mode = \"server-to-outlook\"",
              "family = \"tasks\"",
              "my.pst")
          .doesNotContain("\"pw\"");
      Shell.Answer applied = shell.file("f.toml", toml.out()).tandem("apply", "-f", "f.toml");
      assertThat(applied.err()).isEmpty();
      assertThat(applied.out()).contains("Applied: 1 account, 5 profiles");
      assertThat(shell.tandem("discover", "--account", "127.0.0.1").err())
          .contains("Your addresses there: alice@");
    }
  }

  @Test
  void othersCalendarsAreMarked() {
    try (EmbeddedDavServer server =
        EmbeddedDavServer.start().addUser("alice", "pw").addUser("bob", "x")) {
      server.calendar("alice", "mine");
      server.calendar("bob", "theirs");
      server.delegate("bob", "alice", false);
      Shell shell = new Shell(folder).set("PW", "pw");
      Shell.Answer found =
          shell.tandem("discover", server.url(), "--user", "alice", "--password-env", "PW");
      assertThat(found.out()).containsPattern("theirs +read[^\n]*, shared");
      assertThat(found.out()).containsPattern("mine +read, write +[^,]");
    }
  }

  @Test
  void everyPresetIsAnAddressAndNoneIsOfferedThatCannotWork() {
    assertThat(ServerPreset.all()).hasSizeGreaterThan(20);
    for (ServerPreset preset : ServerPreset.all()) {
      assertThat(preset.addresses("dav.example.org", "al ice@x"))
          .as(preset.name())
          .isNotEmpty()
          .allMatch(url -> url.getScheme().equals("https") && url.getPath().endsWith("/"));
      assertThat(preset.domains().isEmpty()).as(preset.name()).isEqualTo(preset.needsHost());
    }
    assertThat(ServerPreset.ofDomain("GMX.net")).isPresent();
    assertThat(ServerPreset.ofDomain("example.org")).isEmpty();
  }

  @Test
  void presetsAreListedAndNamed() {
    Shell shell = new Shell(folder);
    assertThat(shell.tandem("discover", "--presets").out()).contains("nextcloud", "gmx.net");
    assertThat(shell.tandem("discover", "--presets", "--json").json())
        .anySatisfy(p -> assertThat(p).containsEntry("preset", "icloud").containsKey("hint"));
    assertThat(shell.tandem("discover", "h", "--preset", "nextclod", "--user", "a").err())
        .contains("There is no preset 'nextclod'", "nextcloud");
    assertThat(shell.tandem("discover", "--preset", "sogo", "--user", "a").err())
        .contains("runs on many hosts", "Next step");
  }

  @Test
  void aMailAddressOfAPresetLeadsToItsHosts() {
    // nobody gets a password here: there is none to give
    Shell.Answer answer = new Shell(folder).tandem("discover", "alice@gmx.net");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("gmx: ", "alice@gmx.net at https://caldav.gmx.net");
  }
}
