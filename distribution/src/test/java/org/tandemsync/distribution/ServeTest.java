package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.schedule.Watches;
import org.tandemsync.state.State;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** {@code tandem serve} as a process: it starts, keeps in step, and ends when it is asked to. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs({OS.LINUX, OS.MAC}) // what ends a process on Windows is no signal
final class ServeTest {
  @TempDir private Path folder;
  private final EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "alicepw");
  private final DavCollection book = server.addressBook("alice", "book");
  private final DavCollection team = server.addressBook("alice", "team");
  private final List<Process> started = new ArrayList<>();
  private Shell shell;

  @BeforeEach
  void profile() {
    shell = new Shell(folder).set("TEST_PASSWORD", "alicepw");
    NewDataFile.create(folder.resolve("outlook.pst"), Locale.ENGLISH, new Random(1));
    book.put("a.vcf", Cards.card("card-a", "one"));
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
    server.close();
  }

  private void apply(String profiles) {
    shell.file(
        "tandem.toml",
        """
        [accounts.local]
        url = "%s"
        user = "alice"
        password = { env = "TEST_PASSWORD" }

        """
                .formatted(server.url())
            + profiles);
    assertThat(shell.tandem("apply", "-f", "tandem.toml").err()).isEmpty();
  }

  private static String profile(String name, String folder, DavCollection at, String more) {
    return """
    [[profiles]]
    name = "%s"
    outlook = { pst = "outlook.pst", folder = "%s" }
    server = { account = "local", collection = "%s" }
    %s
    """
        .formatted(name, folder, at.path(), more);
  }

  private Process serve(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--home",
                shell.home().toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TEST_PASSWORD", "alicepw");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static BufferedReader lines(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private static int end(Process process) throws InterruptedException {
    process.destroy(); // SIGTERM
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void startsSyncsTakesUpChangesAndStopsAtSigterm() throws Exception {
    apply(profile("Contacts", "Contacts", book, "every = \"1d\""));
    Process process = serve();
    BufferedReader out = lines(process);
    assertThat(out.readLine()).endsWith("Serving Contacts (every 1d)");
    assertThat(out.readLine()).endsWith("Contacts: 1 created in Outlook; 1 item in step");

    book.put("b.vcf", Cards.card("card-b", "two"));
    team.put("c.vcf", Cards.card("card-c", "three"));
    Process second = serve();
    assertThat(lines(second).readLine()).contains("Tandem serves already");
    assertThat(second.waitFor()).isEqualTo(2);
    apply(
        profile("Contacts", "Contacts", book, "every = \"2h\"")
            + profile("Team", "Contacts", team, "every = \"1d\"\nmode = \"server-to-outlook\"")
            + profile("Manual", "Contacts", team, ""));
    assertThat(out.readLine()).endsWith("Serving Contacts (every 2h), Team (every 1d)");
    // both are on one folder: whoever comes second finds what the first has brought
    String contacts =
        ".*Contacts: (1 created on the server, )?1 created in Outlook; [23] items in step";
    assertThat(List.of(out.readLine(), out.readLine()))
        .anyMatch(line -> line.matches(contacts))
        .anyMatch(line -> line.endsWith("Team: 1 created in Outlook; 1 item in step"));

    assertThat(end(process)).isZero();
    assertThat(shell.tandem("status").out()).contains("well").doesNotContain("Manual  2");
  }

  @Test
  void saysAFailureOnceAndWhenTheNextTryIs() throws Exception {
    apply(profile("Contacts", "Contacts", book, "every = \"1d\"").replace("/book", "/nowhere"));
    Process process = serve("--json");
    Map<String, Object> said = JsonText.object(lines(process).readLine());
    assertThat(said)
        .containsEntry("profile", "Contacts")
        .containsEntry("status", "could-not-run")
        .containsEntry("trigger", "start")
        .containsKeys("message", "next-seconds", "at");
    assertThat(end(process)).isZero();
  }

  @Test
  void aDataFileThatSomebodyChangedWakesItsProfilesButNotTheOneThatWroteIt() throws IOException {
    Path file = folder.resolve("outlook.pst");
    apply(
        profile("Contacts", "Contacts", book, "every = \"1d\"")
            + profile("Team", "Contacts", team, "every = \"1d\""));
    Configuration configuration;
    try (State state =
        State.open(
            shell.home(),
            new Surroundings(InstantSource.system(), ZoneOffset.UTC, new Random(1)))) {
      configuration = state.profiles().configuration();
    }
    FileWatches watches = new FileWatches(new NoDesktop("Linux"));
    List<String> woken = new ArrayList<>();
    var profiles = configuration.profiles();
    assertThat(watches.exclusive(profiles.get(0))).isEqualTo(watches.exclusive(profiles.get(1)));
    var contacts = watches.watch(profiles.get(0), wakeups(woken, "Contacts"));
    var other = watches.watch(profiles.get(1), wakeups(woken, "Team"));
    contacts.look();
    assertThat(woken).isEmpty();

    contacts.runBegins();
    Files.write(file, new byte[10_000]);
    other.look();
    contacts.runEnded(true);
    contacts.look();
    assertThat(woken).describedAs("own writes").isEmpty();

    contacts.runBegins();
    Files.write(file, new byte[20_000]);
    contacts.runEnded(false);
    other.look();
    assertThat(woken).describedAs("of somebody else").containsExactly("Contacts", "Team");

    woken.clear();
    Files.write(file, new byte[30_000]);
    contacts.runBegins();
    contacts.runEnded(true);
    contacts.look();
    assertThat(woken).describedAs("what its own run will see").containsExactly("Team");

    woken.clear();
    Files.delete(file);
    contacts.look();
    assertThat(woken).isEmpty();
  }

  private static Watches.Wakeups wakeups(List<String> woken, String name) {
    return new Watches.Wakeups() {
      @Override
      public void changed() {
        woken.add(name);
      }

      @Override
      public void sentAndReceived() {
        throw new AssertionError();
      }

      @Override
      public void there(boolean there) {
        throw new AssertionError();
      }
    };
  }
}
