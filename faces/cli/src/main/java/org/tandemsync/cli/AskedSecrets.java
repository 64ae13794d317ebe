package org.tandemsync.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemsync.cli.terminal.Shown;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secret;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.configuration.SecretSource;

/**
 * Passwords from the environment, from files, from standard input or from whoever sits at the
 * terminal. Each is asked for once.
 */
final class AskedSecrets implements Secrets {
  private static final int LONGEST = 64 * 1024;

  private final Invocation invocation;
  private final boolean fromStandardInput;
  private final Map<String, Secret> asked = new HashMap<>();

  /**
   * @param fromStandardInput whether what would be asked for is read from standard input, a line
   *     for each password
   */
  AskedSecrets(Invocation invocation, boolean fromStandardInput) {
    this.invocation = invocation;
    this.fromStandardInput = fromStandardInput;
  }

  @Override
  public synchronized Secret read(SecretSource source, String purpose) {
    return switch (source) {
      case SecretSource.Environment(String variable) -> environment(variable, purpose);
      case SecretSource.SecretFile(Path file) -> file(file, purpose);
      case SecretSource.Protected(Path file) ->
          new ProtectedFile(invocation.composition().protection(invocation.system()), file)
              .read(purpose);
      case SecretSource.Prompt(String of) ->
          asked.computeIfAbsent(of.isEmpty() ? purpose : of, this::ask);
      case SecretSource.Command(List<String> words) ->
          new SecretProgram(invocation).run(words, purpose);
      case SecretSource.OtherAccount(String name) ->
          throw new IllegalStateException("not looked up: the password of account " + name);
    };
  }

  private Secret environment(String variable, String purpose) {
    String value = invocation.environment().getOrDefault(variable, "");
    if (value.isEmpty()) {
      throw new CannotRun(
          "The environment variable "
              + variable
              + " should hold the password of "
              + purpose
              + " and is not set. Next step: set it and try again.");
    }
    return new Secret(value);
  }

  private Secret file(Path file, String purpose) {
    String of = " with the password of " + purpose;
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LONGEST) {
        throw new CannotRun("The file " + file + of + " is too large for a password.");
      }
      String line = Files.readString(file).lines().findFirst().orElse("");
      if (line.isEmpty()) {
        throw new CannotRun(
            "The first line of the file "
                + file
                + of
                + " is empty. Next step: put the password there.");
      }
      return new Secret(line);
    } catch (NoSuchFileException e) {
      throw new CannotRun("There is no file " + file + of + ". Next step: make it.", e);
    } catch (AccessDeniedException e) {
      throw new CannotRun(
          "The file " + file + of + " may not be read. Next step: check its permissions.", e);
    } catch (MalformedInputException e) {
      throw new CannotRun("The file " + file + of + " is not UTF-8. Next step: save it so.", e);
    } catch (IOException e) {
      throw new CannotRun("The file " + file + of + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Secret ask(String purpose) {
    if (fromStandardInput) {
      return standardInput(purpose);
    }
    Terminal.Keyboard keyboard = invocation.terminal().keyboard();
    if (keyboard == null) {
      throw new CannotRun(
          "A password is needed for "
              + purpose
              + ", and there is nobody to ask. Next step: give it with --password-stdin, or name an"
              + " environment variable or a file for it.");
    }
    invocation.terminal().err().flush();
    char[] typed = keyboard.password("Password of " + Shown.line(purpose) + ": ");
    if (typed == null || typed.length == 0) {
      throw new CannotRun("No password was given for " + purpose + ".");
    }
    Secret secret = new Secret(new String(typed));
    Arrays.fill(typed, ' ');
    return secret;
  }

  // Byte by byte: what follows the line is left for the next password.
  private Secret standardInput(String purpose) {
    byte[] line = new byte[LONGEST];
    int length = 0;
    try {
      int b = invocation.terminal().in().read();
      while (b >= 0 && b != '\n' && length < LONGEST) {
        line[length++] = (byte) b;
        b = invocation.terminal().in().read();
      }
    } catch (IOException e) {
      throw new CannotRun("Standard input cannot be read: " + e.getMessage(), e);
    }
    String password = new String(line, 0, length, StandardCharsets.UTF_8);
    Arrays.fill(line, (byte) 0);
    if (password.endsWith("\r")) {
      password = password.substring(0, password.length() - 1);
    }
    if (password.isEmpty()) {
      throw new CannotRun(
          "Standard input holds no password for "
              + purpose
              + ". Next step: send it, for instance: pass show office | tandem ..."
              + " --password-stdin");
    }
    return new Secret(password);
  }
}
