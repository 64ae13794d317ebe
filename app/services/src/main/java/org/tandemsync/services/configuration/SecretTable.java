package org.tandemsync.services.configuration;

import java.util.List;
import java.util.Optional;

/** Reads where a password or token is kept. */
record SecretTable(FilePaths paths) {
  private static final List<String> PLACES =
      List.of("env", "file", "prompt", "command", "account", "dpapi");

  /** What the table says about a key; empty if nothing, or something that is wrong. */
  Optional<SecretSource> read(TomlMembers m, String key) {
    if (!m.has(key)) {
      return Optional.empty();
    }
    if (m.holdsText(key)) {
      m.fault(
          key,
          "a "
              + key
              + " does not belong in this file; say where it is kept: { env = \"NAME\" },"
              + " { file = \"PATH\" }, { command = [\"PROGRAM\", ...] },"
              + " { account = \"NAME\" } or { prompt = true }");
      return Optional.empty();
    }
    return m.members(key, key).flatMap(source -> source(source, key));
  }

  private Optional<SecretSource> source(TomlMembers m, String key) {
    m.allow(PLACES.toArray(String[]::new));
    List<String> given = PLACES.stream().filter(m::has).toList();
    if (given.size() != 1) {
      m.fault("'" + key + "' says one place; allowed: " + String.join(", ", PLACES));
      return Optional.empty();
    }
    return switch (given.getFirst()) {
      case "env" -> m.neededText("env").map(SecretSource.Environment::new);
      case "file" -> m.text("file", paths::resolve).map(SecretSource.SecretFile::new);
      case "dpapi" -> m.text("dpapi", paths::resolve).map(SecretSource.Protected::new);
      case "command" -> command(m);
      case "account" -> m.neededText("account").map(SecretSource.OtherAccount::new);
      default -> prompt(m);
    };
  }

  private static Optional<SecretSource> command(TomlMembers m) {
    List<String> words = m.textList("command");
    if (words.isEmpty() || words.getFirst().isBlank()) {
      m.fault("command", "'command' is a list: the program, then each of its arguments");
      return Optional.empty();
    }
    return Optional.of(new SecretSource.Command(words));
  }

  private static Optional<SecretSource> prompt(TomlMembers m) {
    if (!m.flag("prompt", true)) {
      m.fault("prompt", "'prompt' is true or left out");
      return Optional.empty();
    }
    return Optional.of(new SecretSource.Prompt());
  }
}
