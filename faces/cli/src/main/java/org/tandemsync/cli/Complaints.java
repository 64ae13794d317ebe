package org.tandemsync.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Output;
import org.tandemsync.cli.terminal.Shown;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.InvalidConfiguration;
import org.tandemsync.sync.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into one message in plain words with the next step. A stack trace is only
 * shown with {@code --verbose}; the log has it in any case.
 */
final class Complaints
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  private final TandemCommand root;

  Complaints(TandemCommand root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
    Output err = root.invocation().terminal().err();
    root.invocation().terminal().out().flush();
    switch (problem) {
      case CannotRun expected -> complain(String.valueOf(expected.getMessage()));
      case StoreException expected -> complain(String.valueOf(expected.getMessage()));
      case InvalidConfiguration invalid -> {
        complain("nothing was applied, the configuration has faults:");
        invalid.faults().forEach(fault -> err.println("  " + Shown.line(fault.toString())));
      }
      default -> surprise(problem);
    }
    if (root.verbose()) {
      problem.printStackTrace(err);
    }
    err.flush();
    return ExitStatus.COULD_NOT_RUN.code();
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    Output err = root.invocation().terminal().err();
    CommandLine command = problem.getCommandLine();
    complain(String.valueOf(problem.getMessage()));
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Next step: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitStatus.COULD_NOT_RUN.code();
  }

  private void complain(String message) {
    Terminal terminal = root.invocation().terminal();
    String[] lines = message.split("\n", -1);
    terminal.err().println(Color.BAD.on(terminal, "tandem: ") + Shown.line(lines[0]));
    for (int i = 1; i < lines.length; i++) {
      terminal.err().println("  " + Shown.line(lines[i]));
    }
  }

  private void surprise(Exception problem) {
    LOG.error("unexpected", problem);
    complain(
        "something went wrong that Tandem did not expect: "
            + problem
            + "\nNothing is lost: what was finished is kept, the rest is done in the next run."
            + "\nNext step: try again with --verbose, and report it with "
            + root.home().resolve("log").resolve("tandem.log"));
  }
}
