package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only Windows has is not even loaded elsewhere, and says so where it is asked for. */
@DisabledOnOs(OS.WINDOWS)
final class NothingOfWindowsTest {
  @TempDir private Path folder;

  @Test
  void noClassOfItIsLoaded() throws Exception {
    Path classes = folder.resolve("classes.txt");
    new Shell(folder)
        .file(
            "tandem.toml",
            """
            [[profiles]]
            name = "Work"
            outlook = { pst = "outlook.pst", folder = "Calendar" }
            server = { folder = "there" }

            [[profiles]]
            name = "Desk"
            outlook = { desktop = "contacts", start = "hidden" }
            server = { folder = "there" }
            """)
        .sample("demo/outlook.pst", "outlook.pst")
        .tandem("apply", "-f", "tandem.toml");
    Files.createDirectory(folder.resolve("there"));
    Process process =
        tandem(classes, "sync").redirectOutput(folder.resolve("output.txt").toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .describedAs(Files.readString(folder.resolve("output.txt")))
        .isEqualTo(2);
    assertThat(Files.readString(folder.resolve("output.txt")))
        .contains("Work: 1 created on the server; 1 item in step")
        .containsOnlyOnce("Desk: ")
        .contains("is there on Windows only", "Next step: run this profile on the machine with");
    assertNothingIn(classes);
    assertThat(classes).content().contains("org.tandemsync.pst.PstFile");
  }

  /** Notes the classes that it loads. */
  private ProcessBuilder tandem(Path classes, String command) {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--home",
                folder.resolve("home").toString()))
        .redirectErrorStream(true);
  }

  private static void assertNothingIn(Path classes) throws IOException {
    try (var lines = Files.lines(classes)) {
      List<String> loaded =
          lines
              .filter(
                  l ->
                      l.contains("com.sun.jna")
                          || l.contains("org.tandemsync.windows")
                          || l.contains("org.tandemsync.outlook"))
              .toList();
      assertThat(loaded).isEmpty();
    }
  }

  /** Also where it goes on by itself, and a profile would listen to Outlook. */
  @Test
  void noClassOfItIsLoadedToServe() throws Exception {
    Path classes = folder.resolve("classes.txt");
    new Shell(folder)
        .file(
            "tandem.toml",
            """
            [[profiles]]
            name = "Desk"
            outlook = { desktop = "contacts" }
            server = { folder = "there" }
            every = "1h"
            """)
        .tandem("apply", "-f", "tandem.toml");
    Process process = tandem(classes, "serve").start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).endsWith("Serving Desk (every 1h)");
      assertThat(lines.readLine()).contains("Desk: ", "is there on Windows only");
    } finally {
      process.destroy(); // SIGTERM
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertNothingIn(classes);
    assertThat(classes).content().contains("org.tandemsync.distribution.FileWatches");
  }

  @Test
  void aPasswordThatWindowsShallDecryptSaysWhereThatIsPossible() {
    Shell shell =
        new Shell(folder)
            .file(
                "tandem.toml",
                """
                [accounts.home]
                url = "https://dav.example.org/"
                user = "alice"
                password = { dpapi = "office.password" }
                """);
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("added account home");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
    assertThat(shell.tandem("accounts").out()).contains("encrypted by Windows");
    assertThat(shell.tandem("discover", "--account", "home").err())
        .contains("on Windows only", "Next step");
    Shell.Answer protect = shell.type("pw\n").tandem("protect", "a", "--password-stdin");
    assertThat(protect.status()).isEqualTo(2);
    assertThat(protect.err()).contains("on Windows only", "Next step");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aCertificateOfWindowsSaysWhereThatIsPossible() {
    Shell shell =
        new Shell(folder)
            .file(
                "tandem.toml",
                """
                [accounts.home]
                url = "https://dav.example.org/"
                user = "alice"
                password = { env = "PW" }
                tls = { certificate = { windows = "CN=alice, O=Firm" } }
                """)
            .set("PW", "x");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("added account home");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
    assertThat(shell.tandem("accounts").out()).contains("certificate CN=alice, O=Firm of Windows");
    assertThat(shell.tandem("export").out())
        .contains("certificate = { windows = \"CN=alice, O=Firm\" }");
    assertThat(shell.tandem("discover", "--account", "home").err())
        .contains("on Windows only", "Next step", "certmgr.msc");
    shell.file(
        "tandem.toml",
        """
        [accounts.home]
        url = "https://dav.example.org/"
        tls = { certificate = { windows = "CN=alice", file = "alice.p12" } }
        """);
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isEqualTo(2);
  }
}
