package org.tandemsync.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Shown;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoints;
import org.tandemsync.services.json.JsonLine;

/** One command at work: the options that all commands have, and the services behind them. */
final class Session implements AutoCloseable {
  private final Invocation invocation;
  private final Path home;
  private final boolean json;
  private final boolean verbose;
  private boolean passwordsFromStandardInput;
  private @Nullable Application application;

  Session(Invocation invocation, Path home, boolean json, boolean verbose) {
    this.invocation = invocation;
    this.home = home;
    this.json = json;
    this.verbose = verbose;
  }

  Invocation invocation() {
    return invocation;
  }

  Terminal terminal() {
    return invocation.terminal();
  }

  Path home() {
    return home;
  }

  /** Whether the output is for programs: one JSON object a line, nothing else. */
  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  /** Passwords that would be asked for come from standard input. To be said before they are. */
  void passwordsFromStandardInput(boolean fromStandardInput) {
    passwordsFromStandardInput = fromStandardInput;
  }

  Application application() {
    Application open = application;
    if (open == null) {
      open =
          invocation
              .composition()
              .open(
                  home,
                  new AskedSecrets(invocation, passwordsFromStandardInput),
                  invocation.surroundings(),
                  verbose);
      application = open;
    }
    return open;
  }

  Endpoints endpoints(Configuration configuration) {
    return new Endpoints(invocation.directory(), invocation.userHome(), configuration);
  }

  /**
   * A line for people; harmless whatever texts of others are in it. Where programs read the result
   * it is none of theirs.
   */
  void say(String line) {
    if (json()) {
      remark(line);
    } else {
      terminal().out().println(Shown.line(line));
    }
  }

  void say(Color color, String line) {
    if (json()) {
      remark(line);
    } else {
      terminal().out().println(color.on(terminal(), Shown.line(line)));
    }
  }

  /** A line for people beside the result: on standard error. */
  void remark(String line) {
    terminal().out().flush();
    terminal().err().println(Shown.line(line));
    terminal().err().flush();
  }

  void print(JsonLine line) {
    terminal().out().println(line);
  }

  @Override
  public void close() {
    if (application != null) {
      application.close();
    }
    terminal().out().flush();
    terminal().err().flush();
  }
}
