package org.tandemsync.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A terminal or a pipe whose output can be read. */
final class Screen {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;

  Screen(int width, boolean color) {
    terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new Output(out, StandardCharsets.UTF_8),
            new Output(err, StandardCharsets.UTF_8),
            width,
            color,
            null);
  }

  Terminal terminal() {
    return terminal;
  }

  String out() {
    terminal.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    terminal.err().flush();
    return err.toString(StandardCharsets.UTF_8);
  }
}
