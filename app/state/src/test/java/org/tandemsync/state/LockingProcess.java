package org.tandemsync.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process that locks the file which says who has the database open. */
final class LockingProcess {
  private static final String SOURCE =
      """
      void main(String[] words) throws Exception {
        var channel = java.nio.channels.FileChannel.open(Path.of(words[0]),
            java.nio.file.StandardOpenOption.READ, java.nio.file.StandardOpenOption.WRITE);
        var lock = channel.tryLock(Long.MAX_VALUE - 1, 1, Boolean.parseBoolean(words[1]));
        IO.println(lock == null ? "refused" : "locked");
        System.in.read();
      }
      """;

  private LockingProcess() {}

  /**
   * Starts it. It prints "locked" or "refused", and lives until somebody ends it.
   *
   * @param home the folder of the database
   * @param shared as one that has it open, or alone as a rebuild
   */
  static Process start(Path home, boolean shared) throws IOException {
    Path source = Files.writeString(home.resolve("Locking.java"), SOURCE);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            source.toString(),
            home.resolve(InUse.FILE).toString(),
            Boolean.toString(shared))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
