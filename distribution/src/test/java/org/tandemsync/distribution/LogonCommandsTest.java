package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.cli.Application;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.cli.Invocation;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.desktop.LogonStart;
import org.tandemsync.services.desktop.Registry;
import org.tandemsync.services.desktop.RunKey;
import org.tandemsync.services.desktop.SystemdUnit;

/** What Tandem sets up outside of its home folder, by the commands. */
final class LogonCommandsTest {
  @TempDir private Path folder;

  private final Map<String, String> values = new HashMap<>();
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  /** The program with another system around it. */
  private final class Elsewhere implements Composition {
    private final boolean windows;
    private final Wiring wiring = new Wiring("Linux");

    Elsewhere(boolean windows) {
      this.windows = windows;
    }

    @Override
    public Application open(Path home, Secrets secrets, Surroundings around, boolean verbose) {
      return wiring.open(home, secrets, around, verbose);
    }

    @Override
    public Registry registry(String system) {
      return windows ? new ValuesInMemory() : wiring.registry(system);
    }

    @Override
    public LogonStart logonStart(Invocation invocation) {
      return windows
          ? new RunKey(registry(invocation.system()))
          : new SystemdUnit(folder.resolve("config"));
    }

    @Override
    public Optional<Path> launcher(String system) {
      return Optional.of(Path.of(windows ? "C:\\Tandem\\tandem.cmd" : "/opt/tandem/tandem"));
    }

    @Override
    public DemoWorld startDemo(Path at, Surroundings surroundings) {
      throw new UnsupportedOperationException();
    }
  }

  private final class ValuesInMemory implements Registry {
    @Override
    public Optional<String> text(Root root, String key, String name) {
      return Optional.ofNullable(values.get(root + "\\" + key + "|" + name));
    }

    @Override
    public void set(String key, String name, String text) {
      values.put(Root.CURRENT_USER + "\\" + key + "|" + name, text);
    }

    @Override
    public void remove(String key, String name) {
      values.remove(Root.CURRENT_USER + "\\" + key + "|" + name);
    }
  }

  private void profile(String password) {
    shell.file(
        "tandem.toml",
        """
        [accounts.office]
        url = "https://dav.example.org/"
        user = "alice"
        password = %s
        [[profiles]]
        name = "Work"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { account = "office", collection = "/work/" }
        every = "15m"
        """
            .formatted(password));
    assertThat(shell.tandem("apply", "-f", "tandem.toml").err()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void startsAtLogonUntilItIsTakenBack() {
    shell.composedBy(new Elsewhere(false));
    profile("{ env = \"OFFICE\" }");
    Shell.Answer made = shell.tandem("serve", "--at-logon");
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .contains("/opt/tandem/tandem serve --home", "systemctl --user start tandem");
    assertThat(made.status()).isZero();
    assertThat(shell.tandem("status").err()).contains("starts when you log on", "tandem.service");
    assertThat(folder.resolve("config/systemd/user/default.target.wants/tandem.service"))
        .isSymbolicLink();
    Shell.Answer json = shell.tandem("serve", "--no-at-logon", "--json");
    assertThat(json.json().getFirst())
        .containsEntry("at-logon", false)
        .containsKeys("where", "command");
    assertThat(shell.tandem("serve", "--no-at-logon").out()).contains("was not started");
    assertThat(shell.tandem("status").err()).isEmpty();
  }

  @Test
  void saysWhatWillNotWorkWithNobodyThere() {
    shell.composedBy(new Elsewhere(true));
    Shell.Answer nothing = shell.tandem("serve", "--at-logon");
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.err()).contains("nothing to do");
    profile("{ prompt = true }");
    Shell.Answer asked = shell.tandem("serve", "--at-logon", "--json");
    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.err()).contains("'office' is asked for");
    assertThat((String) asked.json().getFirst().get("command"))
        .contains("\"C:\\Tandem\\tandem.cmd\" serve --home");
    assertThat(values).hasSize(1);
    assertThat(shell.tandem("serve", "--at-logon", "--no-at-logon").status()).isEqualTo(2);
  }

  @Test
  void freeBusyUrlIsShownSetAndRemoved() {
    shell.composedBy(new Elsewhere(true));
    values.put("CLASSES\\Outlook.Application\\CurVer|", "Outlook.Application.16");
    String url = "https://dav.example.org/%NAME%@%SERVER%.ifb";
    assertThat(shell.tandem("outlook", "free-busy-url").out()).contains("no address");
    assertThat(shell.tandem("outlook", "free-busy-url", url).out()).contains(url, "started again");
    assertThat(shell.tandem("outlook", "free-busy-url", "--json").json())
        .isEqualTo(
            List.of(
                JsonText.object(
                    "{\"outlook\":16,\"url\":\"" + url + "\",\"policy\":\"\",\"changed\":false}")));
    assertThat(shell.tandem("outlook", "free-busy-url", url, "--remove").status()).isEqualTo(2);
    assertThat(shell.tandem("outlook", "free-busy-url", "--remove").out()).contains("no address");
    assertThat(values).hasSize(1);
    assertThat(shell.tandem("outlook", "free-busy-url", "--help").out()).contains("%NAME%");
    assertThat(shell.tandem("outlook", "--help").out()).contains("%NAME%");
    assertThat(shell.tandem("outlook").out()).contains("free-busy-url");
  }

  @Test
  void elsewhereThereIsNoSuchOption() {
    Shell.Answer answer = shell.tandem("outlook", "free-busy-url", "https://a.example.org/%NAME%");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("on Windows").contains("Linux");
  }

  @Test
  void theLauncherIsBesideTheJars() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("app/lib"));
    Path jar = Files.createFile(lib.resolve("tandem.jar"));
    assertThat(Launcher.beside(jar, "Linux")).isEmpty();
    Path script = Files.createFile(folder.resolve("app/tandem"));
    Path console = Files.createFile(folder.resolve("app/tandem.cmd"));
    assertThat(Launcher.beside(jar, "Linux")).contains(script);
    assertThat(Launcher.beside(jar, "Windows 11")).contains(console);
    assertThat(Launcher.beside(folder.resolve("classes"), "Linux")).isEmpty();
  }
}
