package org.tandemsync.cli;

import java.io.IOException;
import java.util.regex.Pattern;
import org.tandemsync.cli.terminal.Output;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line, from arguments to exit status. */
public final class Tandem {
  private static final int WIDEST_HELP = 100;

  // http://user:password@host: every user of the machine can read arguments.
  private static final Pattern PASSWORD_IN_ADDRESS =
      Pattern.compile("(?is).*\\bhttps?://[^/?#@\\s]*:[^/?#\\s]*@.*");

  private Tandem() {}

  /** Carries out one command; never throws. */
  public static int run(Invocation invocation, String... arguments) {
    Terminal terminal = invocation.terminal();
    for (String argument : arguments) {
      if (PASSWORD_IN_ADDRESS.matcher(argument).matches()) {
        terminal.err().println(passwordInAddress());
        terminal.err().flush();
        return ExitStatus.COULD_NOT_RUN.code();
      }
    }
    TandemCommand root = new TandemCommand(invocation);
    int status = commandLine(root, arguments).execute(arguments);
    return finish(terminal, status);
  }

  /**
   * The commands that arguments can mean, with all their options; without arguments all of them,
   * for help and completion.
   */
  static CommandLine commandLine(TandemCommand root, String... arguments) {
    Terminal terminal = root.invocation().terminal();
    Help.Ansi ansi = terminal.color() ? Help.Ansi.ON : Help.Ansi.OFF;
    int width = terminal.interactive() ? Math.min(terminal.width(), WIDEST_HELP) : WIDEST_HELP;
    Complaints complaints = new Complaints(root);
    CommandLine tandem = new CommandLine(root);
    Commands.addTo(tandem, arguments);
    return tandem
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(Math.max(width, 55))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(complaints)
        .setParameterExceptionHandler(complaints);
  }

  // What could not be written was not done, except when the reader had seen enough.
  private static int finish(Terminal terminal, int status) {
    Output out = terminal.out();
    IOException failure = out.failure();
    if (failure != null && !out.readerGone()) {
      terminal.err().println("tandem: the output could not be written: " + failure.getMessage());
      terminal.err().flush();
      return ExitStatus.COULD_NOT_RUN.code();
    }
    terminal.err().flush();
    return status;
  }

  private static String passwordInAddress() {
    return "tandem: there is a password in an address, where every user of this machine can read"
        + " it. Nothing was done.\n"
        + "Next step: leave it out of the address and give it with --user NAME and one of"
        + " --password-env, --password-file or --password-stdin, or be asked for it.";
  }
}
