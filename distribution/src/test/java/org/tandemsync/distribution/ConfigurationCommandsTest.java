package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationCommandsTest {
  private static final String CONFIGURATION =
      """
      [accounts.office]
      url = "https://dav.example.org/"
      user = "alice@example.org"
      password = { env = "OFFICE_PASSWORD" }

      [[profiles]]
      name = "Work"
      outlook = { pst = "outlook.pst", folder = "Calendar" }
      server = { account = "office", collection = "/dav/alice/work/" }
      every = "15m"

      [[profiles]]
      name = "Contacts"
      active = false
      outlook = { pst = "outlook.pst", folder = "Contacts" }
      server = { folder = "contacts" }
      mode = "outlook-to-server"
      extra = "delete"
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder).set("OFFICE_PASSWORD", "s3cr3t");
  }

  @Test
  void applyTellsWhatChangedAndIsIdempotent() {
    shell.file("tandem.toml", CONFIGURATION);
    Shell.Answer first = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(first.status()).isZero();
    assertThat(first.out())
        .contains("added account office", "added profile Work", "added profile Contacts")
        .endsWith("Applied: 1 account, 2 profiles.\n");
    Shell.Answer again = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(again.out()).isEqualTo("Nothing changed: 1 account, 2 profiles.\n");
  }

  @Test
  void applyReadsStandardInputAndRemovesWhatIsNotThere() {
    shell.file("tandem.toml", CONFIGURATION).tandem("apply", "-f", "tandem.toml");
    Shell.Answer answer = shell.type("").tandem("apply", "-f", "-", "--json");
    assertThat(answer.status()).isZero();
    assertThat(answer.json())
        .containsExactly(
            Map.of("change", "removed", "what", "account", "name", "office"),
            Map.of("change", "removed", "what", "profile", "name", "Work"),
            Map.of("change", "removed", "what", "profile", "name", "Contacts"));
    assertThat(shell.tandem("profiles").out()).startsWith("No profile is configured.");
  }

  @Test
  void exportGivesTheSameConfigurationWithoutSecrets() {
    shell.file("tandem.toml", CONFIGURATION).tandem("apply", "-f", "tandem.toml");
    Shell.Answer export = shell.tandem("export");
    assertThat(export.out()).contains("OFFICE_PASSWORD").doesNotContain("s3cr3t");
    shell.type("").tandem("apply", "-f", "-");
    shell.file("exported.toml", export.out()).tandem("apply", "-f", "exported.toml");
    assertThat(shell.tandem("export").out()).isEqualTo(export.out());
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
  }

  @Test
  void listsProfilesAndAccounts() {
    shell.file("tandem.toml", CONFIGURATION).tandem("apply", "-f", "tandem.toml");
    assertThat(shell.tandem("profiles").out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "PROFILE | OUTLOOK | SERVER | MODE | CONFLICTS | EVERY",
            "Work | Calendar in outlook.pst | /dav/alice/work/ at office | two-way | merge | 15m",
            "Contacts (not active) | Contacts in outlook.pst | "
                + folder.resolve("contacts")
                + " | outlook-to-server, deletes extra | merge | manual");
    assertThat(shell.tandem("accounts", "--json").json().getFirst())
        .containsAllEntriesOf(
            Map.of(
                "account", "office",
                "url", "https://dav.example.org/",
                "user", "alice@example.org",
                "password", "environment variable OFFICE_PASSWORD",
                "sign-in", "basic",
                "tls", "",
                "proxy", "",
                "keep-alive", true,
                "password-in-clear-text", false,
                "own-addresses", List.of()));
    assertThat(shell.tandem("profiles", "--json").json().getFirst())
        .containsEntry("profile", "Work")
        .containsEntry("active", true)
        .containsEntry("mode", "two-way")
        .containsEntry("server", Map.of("account", "office", "collection", "/dav/alice/work/"));
  }

  @Test
  void aFaultNamesLineAndColumnAndChangesNothing() {
    shell.file("tandem.toml", CONFIGURATION).tandem("apply", "-f", "tandem.toml");
    shell.file("broken.toml", CONFIGURATION.replace("merge", "?").replace("mode =", "mood ="));
    Shell.Answer answer = shell.tandem("apply", "-f", "broken.toml");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("nothing was applied", "broken.toml:17:1:", "mood", "mode")
        .doesNotContain("\tat ");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
  }

  @Test
  void aPasswordInTheFileIsRefusedAndNotShown() {
    shell.file(
        "tandem.toml", CONFIGURATION.replace("{ env = \"OFFICE_PASSWORD\" }", "\"hunter2\""));
    Shell.Answer answer = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.all()).contains("tandem.toml:4:1").doesNotContain("hunter2");
  }

  @Test
  void aMissingFileIsOneClearMessage() {
    Shell.Answer answer = shell.tandem("apply", "-f", "nowhere.toml");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains(folder.resolve("nowhere.toml").toString(), "Next step");
  }
}
