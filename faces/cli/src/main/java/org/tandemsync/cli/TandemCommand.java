package org.tandemsync.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tandem} itself: the options that all commands have. */
@Command(
    name = "tandem",
    mixinStandardHelpOptions = true,
    versionProvider = TandemCommand.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps Outlook in step with any CalDAV/CardDAV server.",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:done, and something needs attention: a failed item, a conflict, something held",
      "2:could not run"
    })
final class TandemCommand implements Runnable {
  private final Invocation invocation;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Where Tandem keeps its state (else TANDEM_HOME, else the system's own place).")
  private @Nullable Path home;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object a line, for programs.")
  private boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show every item, the log, and where an error comes from.")
  private boolean verbose;

  TandemCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  Invocation invocation() {
    return invocation;
  }

  boolean verbose() {
    return verbose;
  }

  Path home() {
    return HomeFolder.of(home, invocation);
  }

  Session session() {
    return new Session(invocation, home(), json, verbose);
  }

  @Override
  public void run() {
    spec.commandLine().usage(invocation.terminal().out());
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = TandemCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "tandem " + (version == null ? "(not packaged)" : version),
        "Java " + Runtime.version() + ". Free software, AGPL-3.0-or-later."
      };
    }
  }
}
