package org.tandemsync.services.configuration;

import java.nio.file.Path;

/** The TOML file of accounts and profiles. */
public final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * Reads a configuration. Relative paths are relative to the file, {@code ~} is {@code home}.
   *
   * @param file its name, for messages
   * @throws InvalidConfiguration with every fault that was found
   */
  public static Configuration parse(Path file, String text, Path home) {
    throw new UnsupportedOperationException();
  }

  /** The file that gives this configuration again. There are no secrets in it. */
  public static String write(Configuration configuration) {
    throw new UnsupportedOperationException();
  }
}
