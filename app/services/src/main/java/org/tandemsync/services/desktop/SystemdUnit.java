package org.tandemsync.services.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.services.CannotRun;

/**
 * Linux with systemd: a unit of the user's, and the link that enabling it makes (systemctl(1)).
 *
 * @param folder the user's configuration, as {@code ~/.config}
 */
public record SystemdUnit(Path folder) implements LogonStart {
  private static final String NAME = "tandem.service";

  private Path units() {
    return folder.resolve("systemd").resolve("user");
  }

  private MarkedFile unit() {
    return new MarkedFile(units().resolve(NAME));
  }

  private Path link() {
    return units().resolve("default.target.wants").resolve(NAME);
  }

  @Override
  public Optional<SetUp> shown() {
    return unit()
        .text()
        .filter(_ -> Files.exists(link(), LinkOption.NOFOLLOW_LINKS))
        .map(this::setUp);
  }

  private SetUp setUp(String text) {
    String command =
        text.lines()
            .filter(l -> l.startsWith("ExecStart="))
            .map(l -> l.substring(l.indexOf('=') + 1))
            .findFirst()
            .orElse("");
    return new SetUp(unit().file().toString(), command);
  }

  @Override
  public SetUp install(Program program) {
    String text = text(program);
    unit().write(text);
    try {
      Files.createDirectories(link().getParent());
      if (!Files.exists(link(), LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link(), Path.of("..", NAME));
      }
    } catch (IOException e) {
      throw new CannotRun("The link " + link() + " cannot be made: " + e, e);
    }
    return setUp(text);
  }

  /** The unit of the guide. */
  private static String text(Program program) {
    List<String> words = new ArrayList<>();
    words.add(executable(program.launcher().toString()));
    program.arguments().forEach(a -> words.add(quoted(a.replace("$", "$$"))));
    return """
    # %s. What you change here is gone when that is said again.
    [Unit]
    Description=Tandem keeps Outlook in step

    [Service]
    ExecStart=%s
    Restart=on-failure
    RestartSec=60
    # a file of lines NAME=value for passwords from the environment; chmod 600
    EnvironmentFile=-%%h/.config/tandem.env

    [Install]
    WantedBy=default.target
    """
        .formatted(MarkedFile.MARK, String.join(" ", words));
  }

  /** The program itself is no place for variables, and none for what systemd calls special. */
  private static String executable(String path) {
    if (path.matches(".*[\"'\\\\].*")) {
      throw new CannotRun(
          "systemd starts no program with quotes or \\ in its path: "
              + path
              + ". Next step: put Tandem into another folder.");
    }
    return quoted(path);
  }

  /** systemd.service(5): C-like escapes within quotes, specifiers doubled. */
  private static String quoted(String word) {
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new CannotRun("A path with control characters cannot be put into a unit: " + word);
    }
    String escaped = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    return word.matches("[A-Za-z0-9/._-]+") ? word : '"' + escaped + '"';
  }

  @Override
  public Optional<SetUp> remove() {
    Optional<SetUp> there = unit().text().map(this::setUp);
    if (there.isPresent()) {
      try {
        Files.deleteIfExists(link());
      } catch (IOException e) {
        throw new CannotRun("The link " + link() + " cannot be deleted: " + e, e);
      }
      unit().delete();
    }
    return there;
  }

  @Override
  public String startNow() {
    return "systemctl --user start tandem";
  }
}
