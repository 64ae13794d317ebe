package org.tandemsync.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder where Tandem keeps what it remembers. */
final class HomeFolder {
  private HomeFolder() {}

  /** The option, else TANDEM_HOME, else where programs keep their data on this system. */
  static Path of(@Nullable Path option, Invocation invocation) {
    Map<String, String> environment = invocation.environment();
    String named = environment.getOrDefault("TANDEM_HOME", "");
    if (option != null) {
      return absolute(option.toString(), invocation);
    }
    return named.isEmpty() ? ofSystem(invocation) : absolute(named, invocation);
  }

  /** Where it is unless somebody says otherwise. */
  static Path ofSystem(Invocation invocation) {
    return usual(invocation.environment(), invocation.userHome(), invocation.system());
  }

  private static Path absolute(String path, Invocation invocation) {
    boolean home = path.equals("~") || path.startsWith("~/");
    return home
        ? invocation.userHome().resolve(path.substring(Math.min(2, path.length())))
        : invocation.directory().resolve(path).normalize();
  }

  private static Path usual(Map<String, String> environment, Path userHome, String system) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? userHome.resolve("AppData/Local") : Path.of(local))
          .resolve("Tandem");
    }
    if (os.startsWith("mac")) {
      return userHome.resolve("Library/Application Support/Tandem");
    }
    // The XDG base directory specification: a relative path is to be ignored.
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.startsWith("/") ? Path.of(data) : userHome.resolve(".local/share"))
        .resolve("tandem");
  }
}
