package org.tandemsync.folder;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory in which nothing can be made or removed for a while. */
final class Locked implements AutoCloseable {
  private final Path directory;
  private final boolean immutable;

  Locked(Path directory) {
    this.directory = directory;
    rights("r-xr-xr-x");
    immutable = Files.isWritable(directory) && attribute("+i"); // rights do not bind root
    if (Files.isWritable(directory)) {
      close();
      assumeTrue(false, "this system lets us write everywhere");
    }
  }

  private void rights(String rights) {
    try {
      assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(rights));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean attribute(String change) {
    try {
      return new ProcessBuilder("chattr", change, directory.toString()).start().waitFor() == 0;
    } catch (IOException unknownHere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (immutable) {
      attribute("-i");
    }
    rights("rwxr-xr-x");
  }
}
