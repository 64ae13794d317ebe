package org.tandemsync.distribution;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;

/** The script {@code tandem} or {@code tandem.cmd} beside the folder {@code lib} of the jars. */
final class Launcher {
  private Launcher() {}

  /** Empty if the class comes from somewhere else: folders of classes, in a development tool. */
  static Optional<Path> of(Class<?> main, String system) {
    CodeSource source = main.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return beside(Path.of(source.getLocation().toURI()), system);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<Path> beside(Path jar, String system) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    Path lib = jar.toAbsolutePath().getParent();
    if (lib == null || lib.getParent() == null || !lib.endsWith("lib")) {
      return Optional.empty();
    }
    return Optional.of(lib.resolveSibling(windows ? "tandem.cmd" : "tandem"))
        .filter(Files::isRegularFile);
  }
}
