package org.tandemsync.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes. What it prints for programs goes to {@code out}, what it says
 * beside to {@code err}.
 *
 * @param in standard input
 * @param width columns of the terminal, or 0 if {@code out} is none: then nothing is cut
 * @param color whether colours are shown
 * @param keyboard asks somebody at the terminal, or null if there is nobody
 */
public record Terminal(
    InputStream in, Output out, Output err, int width, boolean color, @Nullable Keyboard keyboard) {

  /** Somebody who can be asked. */
  @FunctionalInterface
  public interface Keyboard {
    /** Asks without showing what is typed; null if there is no answer. */
    char @Nullable [] password(String question);

    /** Asks while what is typed is shown, where that is possible; null if there is no answer. */
    default @Nullable String line(String question) {
      char[] typed = password(question);
      return typed == null ? null : new String(typed);
    }
  }

  /** The terminal or pipe that this process was started with. */
  @SuppressWarnings("SystemConsoleNull") // again in JDK 25, without a terminal
  public static Terminal ofProcess(Map<String, String> environment) {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    Keyboard keyboard = console == null || !interactive ? null : new Typed(console);
    return new Terminal(
        System.in,
        new Output(
            new FileOutputStream(FileDescriptor.out), charset(System.out.charset(), interactive)),
        new Output(
            new FileOutputStream(FileDescriptor.err), charset(System.err.charset(), interactive)),
        interactive ? TerminalSize.columns(environment) : 0,
        interactive && Color.wanted(environment, System.getProperty("os.name", "")),
        keyboard);
  }

  /** The keyboard of a terminal. */
  private record Typed(Console console) implements Keyboard {
    @Override
    public char @Nullable [] password(String question) {
      return console.readPassword("%s", question);
    }

    @Override
    public @Nullable String line(String question) {
      return console.readLine("%s", question);
    }
  }

  /** Whether somebody looks at it. */
  public boolean interactive() {
    return width > 0;
  }

  // A terminal decides on its encoding; what goes into a file or to a program is UTF-8. A terminal
  // that claims to know only ASCII (the locale "C") shows UTF-8 all the same.
  private static Charset charset(Charset claimed, boolean interactive) {
    return interactive && !claimed.equals(StandardCharsets.US_ASCII)
        ? claimed
        : StandardCharsets.UTF_8;
  }
}
