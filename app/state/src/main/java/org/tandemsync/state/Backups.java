package org.tandemsync.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandemsync.services.CannotRun;

/**
 * Copies of the database in a folder beside it, made before something that cannot be taken back.
 *
 * @param folder made when it is needed
 */
record Backups(Path folder, InstantSource clock) {
  private static final int KEPT = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile("tandem-(\\d{8}-\\d{6})(?:-(\\d{1,9}))?\\.db");

  static Backups of(Path home, InstantSource clock) {
    return new Backups(home.resolve("backup"), clock);
  }

  /**
   * Copies what is committed, also while others read and write. A copy has its name only when it is
   * complete.
   */
  Path make(Connection connection) {
    try {
      Database.makeFolder(folder);
      Path copy = free("tandem-", ".db");
      Path unfinished = folder.resolve("unfinished-" + copy.getFileName());
      Database.makeFile(unfinished);
      try (PreparedStatement s = connection.prepareStatement("vacuum into ?")) {
        s.setString(1, unfinished.toString());
        s.execute();
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      prune(copy);
      return copy;
    } catch (IOException | SQLException e) {
      throw new CannotRun(
          "what Tandem remembers could not be copied to "
              + folder
              + " before it is changed ("
              + e.getMessage()
              + "); nothing was changed. Next step: make that folder writable, or make room on its"
              + " disk",
          e);
    }
  }

  /** A name that nothing has yet, with the time. */
  Path free(String before, String after) {
    String time = TIME.format(clock.instant());
    Path free = folder.resolve(before + time + after);
    for (int n = 2; Files.exists(free); n++) {
      free = folder.resolve(before + time + "-" + n + after);
    }
    return free;
  }

  /**
   * The copies, the latest first. One from a time that is still to come was made by a clock that
   * was wrong: nothing says how old it is, and it counts as the oldest.
   */
  List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(
              Comparator.comparing((Path file) -> !isToCome(file))
                  .thenComparing(Backups::time)
                  .thenComparing(Backups::number)
                  .reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private boolean isToCome(Path file) {
    return time(file).compareTo(TIME.format(clock.instant())) > 0;
  }

  private static String time(Path file) {
    return name(file).group(1);
  }

  private static int number(Path file) {
    String number = name(file).group(2);
    return number == null ? 1 : Integer.parseInt(number);
  }

  private static Matcher name(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(file + " is no copy");
    }
    return name;
  }

  /**
   * @param made just now: whatever the clock says, what follows relies on it
   */
  private void prune(Path made) throws IOException {
    for (Path old : all().stream().filter(file -> !file.equals(made)).skip(KEPT - 1).toList()) {
      Files.deleteIfExists(old);
    }
  }
}
