package org.tandemsync.services.desktop;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tandemsync.services.CannotRun;

/**
 * A file of the system's in which Tandem keeps something, known by a text in it. One without this
 * text is somebody else's and stays as it is.
 */
record MarkedFile(Path file) {
  static final String MARK = "Made by Tandem (tandem serve, option at-logon)";

  private static final int LARGEST = 64 * 1024;

  /** Its text; empty if there is no such file, or it is somebody else's. */
  Optional<String> text() {
    return anybodys().filter(t -> t.contains(MARK));
  }

  private Optional<String> anybodys() {
    try {
      return Optional.of(Files.size(file) > LARGEST ? "" : Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException e) {
      return Optional.of("");
    } catch (IOException e) {
      throw new CannotRun("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  void write(String text) {
    if (anybodys().isPresent() && text().isEmpty()) {
      throw new CannotRun(
          "There is a file "
              + file
              + " that Tandem has not made. It was left as it is. Next step: move it away if Tandem"
              + " shall make one.");
    }
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotRun("The file " + file + " cannot be written: " + e, e);
    }
  }

  /** Deletes it, if it is ours. */
  void delete() {
    try {
      if (text().isPresent()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new CannotRun("The file " + file + " cannot be deleted: " + e, e);
    }
  }
}
