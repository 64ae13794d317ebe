package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code compat/two-way.py} does with a data file and a real server, with Outlook on the
 * desktop in its place; {@code compat/run} starts the server. The stand-in keeps its items in a
 * data file, so that the same foreign programs and the strict checker look at them.
 */
@EnabledIfEnvironmentVariable(named = "TANDEM_COMPAT_FOLDER", matches = ".+")
final class DesktopCompatIT {
  @TempDir private Path folder;

  @Test
  void outlookAndAServerAreInStepBothWays() throws Exception {
    Path program = folder.resolve("tandem");
    Files.writeString(
        program,
        "#!/bin/sh\nexec "
            + quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            + " -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp "
            + quoted(absolute(System.getProperty("java.class.path")))
            + " "
            + DesktopOnFile.class.getName()
            + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Process process =
        new ProcessBuilder(
                List.of(
                    "python3",
                    Path.of("../compat/two-way.py").toAbsolutePath().toString(),
                    program.toString(),
                    sample().toString(),
                    of("TANDEM_COMPAT_FOLDER"),
                    folder.resolve("work").toString(),
                    of("TANDEM_COMPAT_RESULTS"),
                    "desktop"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
    String output = Files.readString(folder.resolve("output.txt"));
    System.out.println(output);
    assertThat(process.exitValue()).as(output).isZero();
  }

  private static String of(String variable) {
    return Objects.requireNonNull(System.getenv(variable), variable);
  }

  private static Path sample() {
    return Path.of("../stores/pst/src/test/resources/samples/java-libpst/dist-list.pst")
        .toAbsolutePath();
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
