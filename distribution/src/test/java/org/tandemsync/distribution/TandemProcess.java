package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tandem as a process of its own, with the class path of the tests.
 *
 * @param output what it printed
 */
record TandemProcess(Process process, Path output) {
  /** The exit status of a process that was killed: 128 and the number of SIGKILL. */
  static final int KILLED = 137;

  /**
   * Starts it.
   *
   * @param main the class to run
   * @param folder for its home folder and output
   */
  static TandemProcess start(Class<?> main, Path folder, String... arguments) throws IOException {
    Path output = folder.resolve("output.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--home",
                folder.resolve("home").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TEST_PASSWORD", "alicepw");
    builder.redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    return new TandemProcess(builder.start(), output);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  void awaitSuccess() throws InterruptedException, IOException {
    assertThat(await()).describedAs(printed()).isZero();
  }

  /** It ran, though something may wait for a person. */
  void awaitEnd() throws InterruptedException, IOException {
    assertThat(await()).describedAs(printed()).isIn(0, 1);
  }

  /** Its exit status. */
  int await() throws InterruptedException, IOException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      kill();
      throw new AssertionError("does not end: " + printed());
    }
    return process.exitValue();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }
}
