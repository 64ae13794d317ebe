package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The profiles that a command is about. */
final class ProfileSelection {

  @Parameters(
      paramLabel = "PROFILE",
      arity = "0..*",
      description = "Names of profiles (all active ones by default).")
  private List<String> names = List.of();

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  /** The named profiles, or all active ones. */
  List<Profile> of(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    Configuration configuration = session.application().profiles().configuration();
    if (configuration.profiles().isEmpty()) {
      throw new CannotRun(
          "No profile is configured. Next step: write a configuration and apply it with"
              + " 'tandem apply -f FILE' (docs/guide.md shows one), or try 'tandem demo'.");
    }
    List<Profile> selected = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      selected.add(configuration.profile(name).orElseThrow(() -> unknown(name, configuration)));
    }
    if (!names.isEmpty()) {
      return selected;
    }
    List<Profile> active = configuration.profiles().stream().filter(Profile::active).toList();
    if (active.isEmpty()) {
      throw new CannotRun(
          "No profile is active. Next step: name the one you mean, or set active = true in the"
              + " configuration.");
    }
    return active;
  }

  /**
   * That name, or null if none was given. One that is not configured any more is as good as long as
   * something of it is remembered: a misspelt one must not look as if nothing had been done.
   */
  static @Nullable String remembered(@Nullable String name, Session session) {
    if (name == null) {
      return null;
    }
    Application all = session.application();
    Configuration configuration = all.profiles().configuration();
    if (configuration.profile(name).isEmpty()
        && all.reports().runs(name, 1).isEmpty()
        && all.history().search(name, null, 1).isEmpty()
        && all.ledgers().all(name).isEmpty()) {
      throw unknown(name, configuration);
    }
    return name;
  }

  static CannotRun unknown(String name, Configuration configuration) {
    String known =
        configuration.profiles().stream().map(Profile::name).collect(Collectors.joining(", "));
    return new CannotRun(
        "There is no profile '"
            + name
            + "'. "
            + (known.isEmpty() ? "None is configured." : "There are: " + known + "."));
  }
}
