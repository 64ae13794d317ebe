package org.tandemsync.services.configuration;

import java.nio.file.Path;

/** Where a password is kept. Never the password itself. */
public sealed interface SecretSource {

  /** In an environment variable. */
  record Environment(String variable) implements SecretSource {
    public Environment {
      if (variable.isBlank()) {
        throw new IllegalArgumentException("an environment variable has a name");
      }
    }
  }

  /** The first line of a file. */
  record SecretFile(Path file) implements SecretSource {}

  /** Asked for when it is needed: on the terminal, or read from standard input. */
  record Prompt() implements SecretSource {}
}
