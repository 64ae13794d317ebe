package org.tandemsync.services.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Makes paths absolute.
 *
 * @param base what relative paths are relative to
 * @param home what {@code ~} stands for
 */
record FilePaths(Path base, Path home) {

  /**
   * The path that a text names.
   *
   * @throws IllegalArgumentException if it is none
   */
  Path resolve(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a path is not empty");
    }
    try {
      if (text.equals("~")) {
        return home.toAbsolutePath().normalize();
      }
      if (text.startsWith("~/") || text.startsWith("~\\")) {
        return home.resolve(text.substring(2)).toAbsolutePath().normalize();
      }
      return base.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no path: " + e.getReason(), e);
    }
  }
}
