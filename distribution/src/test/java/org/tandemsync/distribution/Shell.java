package org.tandemsync.distribution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Tandem;
import org.tandemsync.cli.terminal.Output;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.Surroundings;

/** A user at a command line: a folder, environment variables, and the very code of the program. */
final class Shell {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final AtomicInteger seconds = new AtomicInteger();
  private Duration jumped = Duration.ZERO;
  private ZoneId zone = ZoneId.of("Europe/Vienna");

  /** One for all commands: ids that a command draws are never those of an earlier one. */
  private final SplittableRandom random = new SplittableRandom(7);

  private Composition composition = new Wiring("Linux");
  private int width;
  private Terminal.@Nullable Keyboard keyboard;
  private String input = "";

  Shell(Path directory) {
    this.directory = directory;
  }

  /** What a command answered. */
  record Answer(int status, String out, String err) {

    /** The lines of JSON. */
    List<Map<String, Object>> json() {
      return out.lines().map(JsonText::object).toList();
    }

    String all() {
      return out + err;
    }
  }

  /** Another Tandem than the one that is packaged. */
  Shell composedBy(Composition other) {
    composition = other;
    return this;
  }

  Shell set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Time passes before the next command. */
  Shell later(Duration pause) {
    seconds.addAndGet((int) pause.toSeconds());
    return this;
  }

  /** What comes on standard input of the next commands. */
  Shell type(String text) {
    input = text;
    return this;
  }

  /** From now on there is a terminal of this width, with somebody who types this password. */
  Shell terminal(int columns, String password) {
    width = columns;
    keyboard = question -> password.toCharArray();
    return this;
  }

  /** From now on the clock is so much ahead, or back. */
  Shell jump(Duration by) {
    jumped = jumped.plus(by);
    return this;
  }

  /** From now on the computer is there. */
  Shell travel(String to) {
    zone = ZoneId.of(to);
    return this;
  }

  Path directory() {
    return directory;
  }

  Path home() {
    return directory.resolve("home");
  }

  /** A sample of the resources, put into the folder. */
  Shell sample(String resource, String name) {
    try (InputStream in = Shell.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + resource);
      }
      Files.copy(in, directory.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Shell file(String name, String text) {
    try {
      Files.writeString(directory.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code tandem} with these arguments. */
  Answer tandem(String... arguments) {
    return tandemIn(List.of("--home", home().toString()), arguments);
  }

  /** The same with another place to remember things in. */
  Answer tandemIn(List<String> home, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new Output(out, StandardCharsets.UTF_8),
            new Output(err, StandardCharsets.UTF_8),
            width,
            width > 0,
            keyboard);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(home);
    int status = Tandem.run(invocation(terminal), all.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Invocation invocation(Terminal terminal) {
    InstantSource clock =
        () ->
            Instant.parse("2026-03-01T10:00:00Z")
                .plusSeconds(seconds.incrementAndGet())
                .plus(jumped);
    return new Invocation(
        terminal,
        environment,
        directory,
        directory,
        "Linux",
        new Surroundings(clock, zone, random, Locale.ENGLISH, environment),
        composition);
  }
}
