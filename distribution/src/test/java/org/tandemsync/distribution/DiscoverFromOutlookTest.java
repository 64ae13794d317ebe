package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.StandInMachine;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code tandem discover --from-outlook}, through the stand-in: its account is alice's. */
final class DiscoverFromOutlookTest {
  @TempDir private Path folder;

  private final StandIn standIn =
      new StandIn(
          ZoneId.of("Europe/Berlin"),
          WindowsLocale.GERMAN,
          () -> Instant.parse("2026-03-01T12:00:00Z"));
  private final StandInMachine machine = new StandInMachine(standIn);

  @AfterEach
  void nothingIsHeld() {
    assertThat(machine.sessions()).isZero();
    assertThat(standIn.references()).isZero();
  }

  private Shell shell() {
    return new Shell(folder)
        .composedBy(new Wiring(around -> OutlookDesktop.of(machine, around.clock())));
  }

  @Test
  void theUserOfTheMailAccountIsAskedAsAndProfilesNameItsFolders() {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw")) {
      server.calendar("alice", "work");
      server.calendar("alice", "home");
      server.addressBook("alice", "book");
      Shell shell = shell().set("PW", "pw");
      Shell.Answer toml =
          shell.tandem(
              "discover", server.url(), "--from-outlook", "--password-env", "PW", "--toml");
      assertThat(toml.status()).as(toml.all()).isZero();
      assertThat(toml.err()).contains("Outlook's account is alice@example.org, user alice.");
      assertThat(toml.out())
          .contains(
              "user = \"alice\"",
              "password = { env = \"PW\" }",
              "outlook = { desktop = \"Mailbox/Calendar\" }",
              "outlook = { desktop = \"Mailbox/Calendar/",
              "outlook = { desktop = \"Mailbox/Contacts\" }");
      Shell.Answer applied = shell.file("f.toml", toml.out()).tandem("apply", "-f", "f.toml");
      assertThat(applied.out()).contains("Applied: 1 account, 3 profiles");

      server.addUser("bob", "bobspw");
      server.calendar("bob", "theirs");
      Shell.Answer other =
          shell
              .set("BOB", "bobspw")
              .tandem(
                  "discover",
                  server.url(),
                  "--from-outlook",
                  "contacts",
                  "--user",
                  "bob",
                  "--password-env",
                  "BOB");
      assertThat(other.out()).describedAs("--user goes before").contains("theirs");
    }
  }

  /** Nobody gets a password here: there is none to give. */
  @Test
  void withoutAServerTheDomainOfTheAddressSays() {
    Shell.Answer answer = shell().tandem("discover", "--from-outlook", "--preset", "gmx");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("alice at https://caldav.gmx.net");
  }

  @Test
  void aFolderWithoutAnAccountSaysSo() {
    standIn.deliverElsewhere();
    Shell.Answer answer = shell().tandem("discover", "--from-outlook");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err())
        .contains(
            "No mail account of Outlook delivers into \"Mailbox\"; there are alice@example.org",
            "tandem discover ADDRESS");
  }

  @Test
  void whatCannotBeIsSaid() {
    assertThat(shell().tandem("discover", "--from-outlook", "--account", "x").err())
        .contains("exclude each other");
    assertThat(shell().tandem("discover", "--from-outlook", "https://dav.example.org/").err())
        .contains("before --from-outlook");
    machine.running(false);
    assertThat(shell().tandem("discover", "--from-outlook").err())
        .contains("Outlook is not running");
    Shell.Answer elsewhere = new Shell(folder).tandem("discover", "--from-outlook");
    assertThat(elsewhere.status()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("on Windows only", "this is Linux", "Next step");
  }
}
