package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.List;

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

  /** In a file that Windows has encrypted for its user (DPAPI). */
  record Protected(Path file) implements SecretSource {}

  /**
   * Asked for when it is needed: on the terminal, or read from standard input.
   *
   * @param of whose it is if somebody else's is taken, or empty: each is asked for once
   */
  record Prompt(String of) implements SecretSource {
    public Prompt() {
      this("");
    }
  }

  /** The first line that a program prints, a password manager's for instance. */
  record Command(List<String> words) implements SecretSource {
    public Command {
      words = List.copyOf(words);
      if (words.isEmpty() || words.getFirst().isBlank()) {
        throw new IllegalArgumentException("a command names a program");
      }
    }
  }

  /** The password of another account. */
  record OtherAccount(String name) implements SecretSource {}
}
