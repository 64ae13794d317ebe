package org.tandemsync.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;

/**
 * Runs a program that prints a password: a password manager, or one that gets tokens. No shell
 * reads its arguments. What it prints is not shown, not even if it fails; what it says on standard
 * error goes to the terminal, for it may ask something there.
 *
 * @param directory where it runs
 * @param patience how long it may take, with all programs that it runs
 */
record SecretProgram(Path directory, Map<String, String> environment, Duration patience) {

  /** Long enough for somebody to type a passphrase. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  SecretProgram(Invocation invocation) {
    this(invocation.directory(), invocation.environment(), PATIENCE);
  }

  Secret run(List<String> words, String purpose) {
    String program = "The program " + words.getFirst() + ", which gives the password of " + purpose;
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = started(builder, program);
    try {
      PrintedLine printed = PrintedLine.of(process.getInputStream());
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process);
        throw new CannotRun(
            program
                + ", was ended: it took longer than "
                + patience.toSeconds()
                + " seconds. Next step: try it at a terminal.");
      }
      String line = printed.text();
      int status = process.exitValue();
      if (status != 0 || line.isEmpty()) {
        throw new CannotRun(
            program
                + (status == 0 ? ", printed nothing" : ", ended with status " + status)
                + ". Next step: try it at a terminal.");
      }
      return new Secret(line);
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new CannotRun(program + ", was interrupted.", e);
    }
  }

  /** Nothing comes from us: it asks at the terminal, if it has to. */
  private static Process started(ProcessBuilder builder, String program) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CannotRun(program + ", cannot be run. Next step: check its name.", e);
    }
  }

  /** With the programs that it has begun, and waits for: {@code pass} waits for gpg. */
  private static void end(Process process) {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }
}
