package org.tandemsync.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many columns the terminal has. */
final class TerminalSize {
  private static final int USUAL = 80;
  private static final int LEAST = 40;

  private TerminalSize() {}

  /** What COLUMNS says, else what the terminal driver says, else 80; at least 40. */
  static int columns(Map<String, String> environment) {
    int columns = number(environment.getOrDefault("COLUMNS", ""));
    if (columns == 0 && new File("/dev/tty").exists()) {
      columns = askDriver();
    }
    return columns == 0 ? USUAL : Math.max(columns, LEAST);
  }

  private static int askDriver() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readNBytes(64), StandardCharsets.US_ASCII).strip();
      stty.waitFor(1, TimeUnit.SECONDS);
      int space = answer.indexOf(' ');
      return space < 0 ? 0 : number(answer.substring(space + 1));
    } catch (IOException noDriver) {
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text.strip()), 0, 1000);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
