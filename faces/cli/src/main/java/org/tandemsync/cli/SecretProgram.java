package org.tandemsync.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;

/**
 * Runs a program that prints a password: a password manager, or one that gets tokens. No shell
 * reads its arguments. What it prints is not shown, not even if it fails; what it says on standard
 * error goes to the terminal, for it may ask something there.
 */
record SecretProgram(Invocation invocation) {
  private static final int LONGEST = 64 * 1024;

  /** Long enough for somebody to type a passphrase. */
  private static final long MOST_SECONDS = 120;

  Secret run(List<String> words, String purpose) {
    String program = "The program " + words.getFirst() + ", which gives the password of " + purpose;
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(invocation.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(invocation.environment());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    byte[] printed = new byte[0];
    try {
      Process process = builder.start();
      Thread.ofVirtual().start(() -> endAfterAWhile(process));
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        printed = out.readNBytes(LONGEST);
      }
      int status = process.waitFor();
      String line = new String(printed, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      if (status != 0 || line.isEmpty()) {
        throw new CannotRun(
            program
                + (status == 0 ? ", printed nothing" : ", ended with status " + status)
                + ". Next step: try it at a terminal.");
      }
      return new Secret(line);
    } catch (IOException e) {
      throw new CannotRun(program + ", cannot be run. Next step: check its name.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun(program + ", was interrupted.", e);
    } finally {
      Arrays.fill(printed, (byte) 0);
    }
  }

  private static void endAfterAWhile(Process process) {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
