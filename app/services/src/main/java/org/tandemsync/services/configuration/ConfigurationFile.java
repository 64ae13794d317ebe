package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** The TOML file of accounts and profiles. */
public final class ConfigurationFile {
  private final Path file;
  private final FilePaths paths;
  private final List<InvalidConfiguration.Fault> faults = new ArrayList<>();

  private ConfigurationFile(Path file, Path home) {
    Path directory = file.toAbsolutePath().getParent();
    this.file = file;
    this.paths = new FilePaths(directory == null ? file.toAbsolutePath() : directory, home);
  }

  /**
   * Reads a configuration. Relative paths are relative to the file, {@code ~} is {@code home}.
   *
   * @param file its name, for messages
   * @throws InvalidConfiguration with every fault that was found
   */
  public static Configuration parse(Path file, String text, Path home) {
    return new ConfigurationFile(file, home).configuration(Toml.parse(text));
  }

  /** The file that gives this configuration again. There are no secrets in it. */
  public static String write(Configuration configuration) {
    return ConfigurationText.of(configuration);
  }

  /** A text as such a file has it. */
  public static String quoted(String text) {
    return AccountText.quoted(text);
  }

  private Configuration configuration(TomlParseResult toml) {
    for (TomlParseError error : toml.errors()) {
      fault(error.position(), message(error));
    }
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
    TomlMembers top =
        new TomlMembers(file, toml, TomlPosition.positionAt(1, 1), "the configuration", faults);
    top.allow("accounts", "profiles");
    Map<String, TomlMembers> tables =
        top.members("accounts", "accounts").map(all -> all.each("account")).orElse(Map.of());
    List<Account> accounts = new ArrayList<>();
    AccountTable accountTable = new AccountTable(paths);
    tables.forEach((name, m) -> accountTable.read(name, m).ifPresent(accounts::add));
    AccountTable.checkReferences(accounts, tables.keySet(), tables);
    ProfileTable table =
        new ProfileTable(paths, new Configuration(accounts, List.of()), tables.keySet());
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (TomlMembers m : top.list("profiles", "the profile")) {
      table
          .read(m)
          .ifPresent(
              p -> {
                if (profiles.putIfAbsent(p.name(), p) != null) {
                  m.fault("name", "another profile has the name '" + p.name() + "' already");
                }
              });
    }
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
    return new Configuration(accounts, List.copyOf(profiles.values()));
  }

  private static String message(TomlParseError error) {
    String message = String.valueOf(error.getMessage());
    return message.contains("escape")
        ? message + " (a backslash is doubled in \"...\" and stands as it is in '...')"
        : message;
  }

  private void fault(TomlPosition position, String message) {
    faults.add(new InvalidConfiguration.Fault(file, position.line(), position.column(), message));
  }
}
