package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder on a small disk of its own, which can be filled. Only root may have one. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final boolean mounted;

  /**
   * @param wanted false: the folder stays where it is, and is never full
   */
  SmallDisk(Path folder, boolean wanted) throws IOException {
    this.folder = folder;
    this.mounted =
        wanted && run("mount", "-t", "tmpfs", "-o", "size=16m", "tandem", folder.toString());
  }

  /** Does something while only so many bytes are free. */
  void whileFull(int free, Runnable work) throws IOException {
    if (!mounted) {
      work.run();
      return;
    }
    Path filler = folder.resolve("filler");
    try (FileChannel channel =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 16);
      long left = Files.getFileStore(folder).getUsableSpace() - free;
      while (left > 0) {
        zeros.clear().limit((int) Math.min(left, zeros.capacity()));
        left -= channel.write(zeros);
      }
    } catch (IOException fullBefore) {
      // less was free than the disk said
    }
    try {
      work.run();
    } finally {
      Files.delete(filler);
    }
  }

  static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      run("umount", "-l", folder.toString());
    }
  }
}
