package org.tandemsync.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;

/** A file with one password, encrypted by the system for its user: a line of our own and Base64. */
record ProtectedFile(Protection protection, Path file) {
  private static final String FIRST_LINE = "tandem password, encrypted by Windows (1)";
  private static final int LARGEST = 256 * 1024;

  Secret read(String purpose) {
    byte[] plain = protection.reveal(encrypted(" with the password of " + purpose));
    try {
      return new Secret(new String(plain, StandardCharsets.UTF_8));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private byte[] encrypted(String of) {
    String next = " Next step: tandem protect " + file;
    try {
      if (Files.size(file) > LARGEST) {
        throw new CannotRun("The file " + file + of + " is none of 'tandem protect'." + next);
      }
      String[] lines = Files.readString(file).split("\\R", -1);
      if (lines.length < 2 || !lines[0].equals(FIRST_LINE)) {
        throw new CannotRun("The file " + file + of + " is none of 'tandem protect'." + next);
      }
      return Base64.getDecoder().decode(lines[1]);
    } catch (NoSuchFileException e) {
      throw new CannotRun("There is no file " + file + of + "." + next, e);
    } catch (MalformedInputException | IllegalArgumentException e) {
      throw new CannotRun("The file " + file + of + " is damaged." + next, e);
    } catch (IOException e) {
      throw new CannotRun("The file " + file + of + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Replaces an older one; a file of another kind is left alone. */
  void write(Secret secret) {
    byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && !Files.readString(file).startsWith(FIRST_LINE)) {
        throw notOurs(null);
      }
      String text =
          FIRST_LINE + "\n" + Base64.getEncoder().encodeToString(protection.protect(plain)) + "\n";
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (MalformedInputException e) {
      throw notOurs(e);
    } catch (IOException e) {
      throw new CannotRun("The file " + file + " cannot be written: " + e, e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private CannotRun notOurs(@Nullable IOException cause) {
    return new CannotRun(
        "The file "
            + file
            + " holds something else; it was left as it is. Next step: name another.",
        cause);
  }
}
