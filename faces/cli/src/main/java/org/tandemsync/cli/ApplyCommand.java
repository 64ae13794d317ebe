package org.tandemsync.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Profiles;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.ConfigurationFile;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem apply}. */
@Command(
    name = "apply",
    description = {
      "Make the stored accounts and profiles equal to a configuration file.",
      "Applying the same file again changes nothing. A file with a fault changes nothing either."
    },
    footer = {
      "",
      "Examples:",
      "  tandem apply -f tandem.toml",
      "  tandem apply -f - < tandem.toml",
      "",
      "A configuration:",
      "  [accounts.office]",
      "  url = \"https://dav.example.org/\"",
      "  user = \"alice@example.org\"",
      "  password = { env = \"OFFICE_PASSWORD\" }",
      "",
      "  [[profiles]]",
      "  name = \"Work\"",
      "  outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
      "  server = { account = \"office\", collection = \"/dav/alice/work/\" }"
    })
final class ApplyCommand extends TandemSubcommand {
  private static final int LARGEST = 10_000_000;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      required = true,
      description = "The configuration, in TOML; '-' for standard input.")
  @SuppressWarnings("NullAway.Init")
  private String file;

  @Override
  ExitStatus run(Session session) {
    boolean standardInput = file.equals("-");
    Path path = session.invocation().directory().resolve(standardInput ? "standard-input" : file);
    String text = standardInput ? standardInput(session) : read(path);
    Configuration wanted = ConfigurationFile.parse(path, text, session.invocation().userHome());
    Profiles profiles = session.application().profiles();
    Configuration before = profiles.configuration();
    profiles.replace(wanted);
    int changes =
        tell(
                "account",
                before.accounts(),
                wanted.accounts(),
                Account::name,
                Configuration::account,
                before,
                wanted,
                session)
            + tell(
                "profile",
                before.profiles(),
                wanted.profiles(),
                Profile::name,
                Configuration::profile,
                before,
                wanted,
                session);
    if (!session.json()) {
      session.say(
          (changes == 0 ? "Nothing changed: " : "Applied: ")
              + counted(wanted.accounts().size(), "account")
              + ", "
              + counted(wanted.profiles().size(), "profile")
              + ".");
    }
    if (wanted.profiles().stream().anyMatch(p -> isNewDesktop(p, before))) {
      session.remark(
          "Outlook on the desktop is a preview: the makers of Tandem have no Windows, and nobody"
              + " has told them yet how it goes there. Next step: keep a copy of your mailbox or"
              + " data file, look at 'tandem plan' before the first sync, and tell them what you"
              + " see (docs/outlook.md).");
    }
    return ExitStatus.DONE;
  }

  private static boolean isNewDesktop(Profile profile, Configuration before) {
    return profile.outlook() instanceof OutlookEndpoint.Desktop
        && before
            .profile(profile.name())
            .filter(old -> old.outlook() instanceof OutlookEndpoint.Desktop)
            .isEmpty();
  }

  static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static <T> int tell(
      String what,
      List<T> before,
      List<T> after,
      Function<T, String> name,
      BiFunction<Configuration, String, Optional<T>> find,
      Configuration old,
      Configuration wanted,
      Session session) {
    int changes = 0;
    for (T one : after) {
      Optional<T> was = find.apply(old, name.apply(one));
      if (!Objects.equals(was, Optional.of(one))) {
        changes++;
        tell(was.isEmpty() ? "added" : "changed", what, name.apply(one), session);
      }
    }
    for (T one : before) {
      if (find.apply(wanted, name.apply(one)).isEmpty()) {
        changes++;
        tell("removed", what, name.apply(one), session);
      }
    }
    return changes;
  }

  private static void tell(String change, String what, String name, Session session) {
    if (session.json()) {
      session.print(new JsonLine().text("change", change).text("what", what).text("name", name));
    } else {
      session.say(change + " " + what + " " + name);
    }
  }

  private static String read(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new CannotRun(path + " is a folder. Next step: name the configuration file in it.");
      }
      if (Files.size(path) > LARGEST) {
        throw new CannotRun(path + " is too large for a configuration.");
      }
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new CannotRun("There is no file " + path + ". Next step: check its name.", e);
    } catch (AccessDeniedException e) {
      throw new CannotRun(path + " may not be read. Next step: check its permissions.", e);
    } catch (CharacterCodingException e) {
      throw new CannotRun(path + " is not UTF-8. Next step: save it as UTF-8.", e);
    } catch (IOException e) {
      throw new CannotRun(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String standardInput(Session session) {
    try {
      byte[] bytes = session.terminal().in().readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new CannotRun("Standard input is too large for a configuration.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CannotRun("Standard input cannot be read: " + e.getMessage(), e);
    }
  }
}
