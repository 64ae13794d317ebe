package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The calendar of to.pst with two folders of files: "Work" with from, and "Phone" with phone, in
 * which a test plays Outlook's user.
 */
final class WorkAndPhone {
  private static final String PROFILES =
      """
      [[profiles]]
      name = "Work"
      outlook = { pst = "to.pst", folder = "Calendar" }
      server = { folder = "from" }

      [[profiles]]
      name = "Phone"
      outlook = { pst = "to.pst", folder = "Calendar" }
      server = { folder = "phone" }
      """;

  private final Path folder;
  private final Shell shell;

  private WorkAndPhone(Path folder) {
    this.folder = folder;
    this.shell = new Shell(folder);
  }

  static void apply(Shell shell) {
    Shell.Answer applied = shell.file("tandem.toml", PROFILES).tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }

  /** Both profiles in step, with the event of this resource. */
  static WorkAndPhone inStep(Path folder, String resource) throws IOException {
    WorkAndPhone both = new WorkAndPhone(folder);
    Files.createDirectories(folder.resolve("from"));
    Files.createDirectories(folder.resolve("phone"));
    both.shell.file("from/a.ics", resource);
    both.run("copy", "folder:from", "pst:to.pst");
    apply(both.shell);
    both.run("sync", "Work");
    both.run("sync", "Phone");
    return both;
  }

  /** What a command says, later than the one before. */
  String run(String... words) {
    shell.later(Duration.ofSeconds(100));
    Shell.Answer answer = shell.tandem(words);
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.all();
  }

  /** The resource of the event in one of the folders. */
  String text(String directory) throws IOException {
    return Files.readString(file(directory));
  }

  void edit(String directory, String from, String to) throws IOException {
    assertThat(text(directory)).contains(from);
    Files.writeString(file(directory), text(directory).replace(from, to));
  }

  private Path file(String directory) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(directory))) {
      return files.filter(f -> f.toString().endsWith(".ics")).findFirst().orElseThrow();
    }
  }
}
