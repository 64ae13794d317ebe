package org.tandemsync.services.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.services.CannotRun;

final class LogonStartTest {
  @TempDir private Path folder;

  private final MemoryRegistry registry = new MemoryRegistry();

  private static LogonStart.Program program(Path launcher, String... more) {
    return new LogonStart.Program(
        launcher, Stream.concat(Stream.of("serve"), Stream.of(more)).toList());
  }

  // ---- Windows

  @Test
  void windowsHasItInTheRunKey() {
    RunKey run = new RunKey(registry);
    assertThat(run.shown()).isEmpty();
    LogonStart.SetUp made =
        run.install(
            program(
                Path.of("C:\\Program Files (x86)\\Tandem\\tandem.cmd"), "--home", "D:\\my data"));
    assertThat(made.what())
        .isEqualTo(
            "cmd.exe /d /c start \"Tandem\" /min cmd.exe /d /c \"\"C:\\Program Files"
                + " (x86)\\Tandem\\tandem.cmd\" serve --home \"D:\\my data\"\"");
    assertThat(registry.values())
        .containsExactly(
            Map.entry(
                "current_user\\software\\microsoft\\windows\\currentversion\\run|tandem",
                made.what()));
    assertThat(run.shown()).contains(made);
    assertThat(run.remove()).contains(made);
    assertThat(run.remove()).isEmpty();
    assertThat(registry.values()).isEmpty();
  }

  @Test
  void anotherProgramsValueStays() {
    registry.set(RunKey.KEY, RunKey.VALUE, "C:\\Games\\Tandem.exe");
    RunKey run = new RunKey(registry);
    assertThat(run.shown()).isEmpty();
    assertThat(run.remove()).isEmpty();
    assertThatThrownBy(() -> run.install(program(Path.of("C:\\Tandem\\tandem.cmd"))))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("C:\\Games\\Tandem.exe");
    assertThat(registry.values()).containsValue("C:\\Games\\Tandem.exe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\100%\\tandem.cmd", "C:\\A & B\\tandem.cmd", "C:\\^\\tandem.cmd"})
  void whatTheConsoleWouldMisreadIsRefused(String launcher) {
    assertThatThrownBy(() -> new RunKey(registry).install(program(Path.of(launcher))))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("Next step");
    assertThat(registry.values()).isEmpty();
  }

  @Test
  void windowsStartsNothingLong() {
    Path far = Path.of("C:\\" + "folder\\".repeat(30) + "tandem.cmd");
    assertThatThrownBy(() -> new RunKey(registry).install(program(far)))
        .hasMessageContaining("260");
  }

  // ---- Linux

  private Path script(String name) throws IOException {
    Path script = folder.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxHasAUnitThatSystemdTakes() throws Exception {
    Path launcher = script("my 50% $HOME programs/tandem");
    SystemdUnit systemd = new SystemdUnit(folder.resolve("config"));
    assertThat(systemd.shown()).isEmpty();
    LogonStart.SetUp made =
        systemd.install(program(launcher, "--home", "/srv/a \"b\" $HOME %h \\x"));
    Path unit = folder.resolve("config/systemd/user/tandem.service");
    assertThat(made.where()).isEqualTo(unit.toString());
    assertThat(unit.resolveSibling("default.target.wants").resolve("tandem.service"))
        .isSymbolicLink()
        .hasSameTextualContentAs(unit);
    assertThat(systemd.shown()).contains(made);
    assertThat(systemd.install(program(launcher, "--home", "/srv/a \"b\" $HOME %h \\x")))
        .isEqualTo(made);
    verified(unit);

    assertThat(systemd.remove()).contains(made);
    assertThat(systemd.remove()).isEmpty();
    try (var left = Files.walk(folder.resolve("config"))) {
      assertThat(left.filter(p -> !Files.isDirectory(p))).isEmpty();
    }
  }

  /** Where systemd is installed it says itself whether it understands the unit. */
  private void verified(Path unit) throws Exception {
    Path analyze = Path.of("/usr/bin/systemd-analyze");
    if (Files.isExecutable(analyze)) {
      ProcessBuilder builder =
          new ProcessBuilder(analyze.toString(), "verify", "--user", unit.toString())
              .redirectErrorStream(true);
      builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines().filter(l -> l.contains("tandem.service"))).isEmpty();
      assertThat(process.exitValue()).describedAs(said).isZero();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatSystemdStartsNotIsRefused() {
    for (String launcher : List.of("/opt/my \"tandem\"", "/opt/it's", "/opt/a\\b", "/opt/a\nb")) {
      assertThatThrownBy(() -> new SystemdUnit(folder).install(program(Path.of(launcher))))
          .isInstanceOf(CannotRun.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aUnitOfSomebodyElseStays() throws IOException {
    Path unit = folder.resolve("systemd/user/tandem.service");
    Files.createDirectories(unit.getParent());
    Files.writeString(unit, "[Service]\nExecStart=/opt/tandem/tandem serve\n");
    SystemdUnit systemd = new SystemdUnit(folder);
    assertThat(systemd.shown()).isEmpty();
    assertThat(systemd.remove()).isEmpty();
    assertThatThrownBy(() -> systemd.install(program(Path.of("/opt/tandem"))))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining(unit.toString());
    assertThat(unit).hasContent("[Service]\nExecStart=/opt/tandem/tandem serve\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aUnitThatSomebodyHasDisabledIsNotShown() throws IOException {
    SystemdUnit systemd = new SystemdUnit(folder);
    LogonStart.SetUp made = systemd.install(program(Path.of("/opt/tandem/tandem")));
    Files.delete(folder.resolve("systemd/user/default.target.wants/tandem.service"));
    assertThat(systemd.shown()).isEmpty();
    assertThat(systemd.install(program(Path.of("/opt/tandem/tandem")))).isEqualTo(made);
    assertThat(systemd.shown()).contains(made);
  }

  // ---- macOS

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void macHasAnAgent() throws Exception {
    Path launcher = Path.of("/Applications/A & B <x>/tandem");
    LaunchAgent agent = new LaunchAgent(folder);
    LogonStart.SetUp made = agent.install(program(launcher));
    Path plist = folder.resolve("Library/LaunchAgents/org.tandemsync.tandem.plist");
    assertThat(made)
        .isEqualTo(new LogonStart.SetUp(plist.toString(), "/Applications/A & B <x>/tandem serve"));
    assertThat(agent.shown()).contains(made);

    assertThat(plist)
        .content()
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC")
        .contains(
            """
              <key>ProgramArguments</key>
              <array>
                <string>/Applications/A &amp; B &lt;x&gt;/tandem</string>
                <string>serve</string>
              </array>
              <key>RunAtLoad</key>
              <true/>
            """);

    assertThat(agent.remove()).contains(made);
    assertThat(plist).doesNotExist();
    assertThat(agent.remove()).isEmpty();
  }
}
