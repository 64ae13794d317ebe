package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A calendar of a data file and the folder "srv" in step as profile "Work". Outlook's user is
 * played by another Tandem, whose server is the folder "pen".
 */
final class FolderInStep {
  final Shell shell;
  private final Shell pen;
  private final Path folder;
  private final List<String> penHome;

  /** With further lines of the profile. */
  FolderInStep(Path folder, String lines) throws IOException {
    this.folder = folder;
    this.shell = new Shell(folder);
    this.pen = new Shell(folder);
    this.penHome = List.of("--home", folder.resolve("pen-home").toString());
    for (String one : List.of("seed", "srv", "pen")) {
      Files.createDirectory(folder.resolve(one));
    }
    Files.writeString(folder.resolve("seed/seed.ics"), event("seed", "Seed"));
    good(shell.tandem("copy", "folder:seed", "pst:o.pst"));
    profile("Work", lines);
    pen.file(
        "pen.toml",
        """
        [[profiles]]
        name = "Pen"
        outlook = { pst = "o.pst", folder = "Calendar" }
        server = { folder = "pen" }
        guard = { deletions = 100, percent = 100 }
        conflicts = "server-wins"
        """);
    good(pen.tandemIn(penHome, "apply", "-f", "pen.toml"));
    sync();
  }

  /** Makes this the only profile of the two. */
  void profile(String name, String lines) {
    shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "%s"
        outlook = { pst = "o.pst", folder = "Calendar" }
        server = { folder = "srv" }
        %s
        """
            .formatted(name, lines));
    good(shell.tandem("apply", "-f", "tandem.toml"));
  }

  private static Shell.Answer good(Shell.Answer answer) {
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer;
  }

  static String event(String uid, String subject) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//tea//party//EN
    BEGIN:VEVENT
    UID:%s
    DTSTAMP:20260301T110000Z
    DTSTART:20310302T160000Z
    DTEND:20310302T170000Z
    SUMMARY:%s
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(uid, subject)
        .replace("\n", "\r\n");
  }

  /** A command, later than the one before. */
  Shell.Answer run(String... words) {
    shell.later(Duration.ofSeconds(100));
    pen.later(Duration.ofSeconds(100));
    return shell.tandem(words);
  }

  String sync() {
    return good(run("sync", "--verbose")).out();
  }

  String lastRun() {
    return String.valueOf(
        Objects.requireNonNull(shell.tandem("report", "--json").json().getFirst().get("run")));
  }

  void put(String file, String uid, String subject) throws IOException {
    Files.writeString(file(file), event(uid, subject));
  }

  Path file(String name) {
    return folder.resolve("srv").resolve(name);
  }

  /** The files that the server has, without the seed's. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("srv"))) {
      return all.filter(file -> !text(file).contains("SUMMARY:Seed"))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** The subjects of what Outlook has, without the seed's. */
  List<String> inOutlook() {
    return shell
        .tandem("items", "pst:o.pst#Calendar", "--native")
        .out()
        .lines()
        .filter(line -> line.startsWith("SUMMARY:"))
        .map(line -> line.substring("SUMMARY:".length()))
        .filter(subject -> !subject.equals("Seed"))
        .sorted()
        .toList();
  }

  /** In Outlook. */
  void delete(String subject) throws IOException {
    Files.delete(penFile(subject));
    penSync();
  }

  /** In Outlook. */
  void rename(String subject, String to) throws IOException {
    Path file = penFile(subject);
    Files.writeString(file, text(file).replace("SUMMARY:" + subject, "SUMMARY:" + to));
    penSync();
  }

  /** In Outlook. */
  void make(String uid, String subject) throws IOException {
    penSync();
    Files.writeString(folder.resolve("pen").resolve(uid + ".ics"), event(uid, subject));
    penSync();
  }

  private Path penFile(String subject) throws IOException {
    penSync();
    try (Stream<Path> all = Files.list(folder.resolve("pen"))) {
      return all.filter(file -> text(file).contains("SUMMARY:" + subject + "\r"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void penSync() {
    shell.later(Duration.ofSeconds(100));
    pen.later(Duration.ofSeconds(100));
    good(pen.tandemIn(penHome, "sync"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
