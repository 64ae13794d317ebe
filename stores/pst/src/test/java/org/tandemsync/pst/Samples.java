package org.tandemsync.pst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandemsync.items.Family;
import org.tandemsync.pst.format.Database;

/** The sample files, and what {@code expected.tsv} says of each. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final Path FOLDER = Path.of("src/test/resources/samples");

  private Samples() {}

  public static Path path(String name) {
    return FOLDER.resolve(name);
  }

  public static Database database(String name) {
    try {
      return new Database(FileChannel.open(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The items of a folder; a fixed clock, and a user in UTC. */
  public static PstStore store(PstFile file, PstFolder folder, Family family) {
    return new PstStore(file, folder, family, InstantSource.fixed(NOW), ZoneOffset.UTC);
  }

  /** One line of the table, by column. */
  public record Expected(String file, Map<String, String> values) {
    public String value(String column) {
      String value = values.get(column);
      if (value == null) {
        throw new IllegalArgumentException("expected.tsv has no column " + column);
      }
      return value;
    }

    public long number(String column) {
      return Long.parseLong(value(column));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  public static Stream<Expected> expected() {
    try {
      List<String> lines = Files.readAllLines(path("expected.tsv"));
      String[] names = lines.getFirst().split("\t", -1);
      return lines.stream()
          .skip(1)
          .map(
              line -> {
                String[] cells = line.split("\t", -1);
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                  values.put(names[i], cells[i]);
                }
                return new Expected(cells[0], values);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
