package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, started as a user starts it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class LauncherIT {
  private static final Path APPLICATION = Path.of("target", "tandem").toAbsolutePath();

  @TempDir Path folder;
  private Path link;

  private record Answer(int status, String out, String err) {}

  @BeforeEach
  void linked() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("a folder with spaces"));
    Path first = Files.createSymbolicLink(bin.resolve("first"), APPLICATION.resolve("tandem"));
    link = Files.createSymbolicLink(bin.resolve("tandem"), first.getFileName());
  }

  private Answer run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(link.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TANDEM_HOME", folder.resolve("home").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Answer(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void runsFromAnywhereThroughLinks() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) { // the first run makes the archive of classes, the second uses it
      Answer answer = run(Map.of(), "--version");
      assertThat(answer.err()).isEmpty();
      assertThat(answer.out())
          .startsWith("tandem ")
          .doesNotContain("not packaged")
          .contains("Java ");
      assertThat(answer.status()).isZero();
    }
  }

  @Test
  void startsWithWhatTheBuildRecorded() throws IOException, InterruptedException {
    Answer answer = run(Map.of("TANDEM_JAVA_OPTIONS", "-Xlog:class+load=info:stdout"), "--version");
    assertThat(answer.status()).isZero();
    assertThat(answer.out())
        .contains("org.tandemsync.distribution.Main source: shared objects file")
        .contains("picocli.CommandLine source: shared objects file");
  }

  @Test
  void startsAllTheSameWhereWhatWasRecordedIsOfNoUse() throws IOException, InterruptedException {
    Path moved = folder.resolve("moved");
    copy(APPLICATION, moved);
    Files.writeString(moved.resolve("tandem.aot"), "damaged");
    link = moved.resolve("tandem");
    Answer answer = run(Map.of(), "status");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).startsWith("No profile is configured.");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void findsAJavaThatIsNotOnThePath() throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", "/usr/bin:/bin");
    assertThat(run(environment, "--version").out()).contains("Java 25");
  }

  @Test
  void findsAJavaWhoseReleaseHasNoLastLineEnd() throws IOException, InterruptedException {
    Path home = folder.resolve("java");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho found\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"");
    assertThat(run(Map.of("JAVA_HOME", home.toString()), "--version").out()).isEqualTo("found\n");
  }

  @Test
  void whatTheUserSaysOfJavaCounts() throws IOException, InterruptedException {
    String shown = "-XX:+UnlockDiagnosticVMOptions -XX:+PrintFlagsFinal -version";
    assertThat(run(Map.of("TANDEM_JAVA_OPTIONS", shown), "status").out())
        .containsPattern("ArchiveRelocationMode += 0 ");
    String relocated = "-XX:ArchiveRelocationMode=1 " + shown;
    assertThat(run(Map.of("TANDEM_JAVA_OPTIONS", relocated), "status").out())
        .containsPattern("ArchiveRelocationMode += 1 ");
    Answer misspelt = run(Map.of("TANDEM_JAVA_OPTIONS", "-XX:+Misspelt"), "status");
    assertThat(misspelt.status()).isNotZero();
    assertThat(misspelt.out() + misspelt.err()).contains("Misspelt");
  }

  @Test
  void passesOptionsAndTheExitStatusOn() throws IOException, InterruptedException {
    Answer misspelt = run(Map.of(), "synk");
    assertThat(misspelt.status()).isEqualTo(2);
    assertThat(misspelt.err()).contains("tandem sync");
    Answer version = run(Map.of("TANDEM_JAVA_OPTIONS", "-Xmx64m -version"), "status");
    assertThat(version.status()).isZero();
    assertThat(version.err()).contains("version \"25");
  }

  @Test
  void opensItsStateWithNothingOnTheConsole() throws IOException, InterruptedException {
    Answer answer = run(Map.of(), "status");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).startsWith("No profile is configured.");
    assertThat(folder.resolve("home").resolve("tandem.db")).exists();
  }
}
