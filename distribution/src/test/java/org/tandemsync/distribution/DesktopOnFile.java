package org.tandemsync.distribution;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Tandem;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.standin.StandInMachine;
import org.tandemsync.pst.standin.OutlookOnFile;
import org.tandemsync.services.Surroundings;

/**
 * Tandem as a program on a machine with a stand-in Outlook, which has its items in {@code
 * outlook.pst} of the current folder: so it can be ended and started again, and other programs can
 * look into the file.
 */
public final class DesktopOnFile {
  private DesktopOnFile() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path directory = Path.of("").toAbsolutePath();
    Invocation invocation =
        new Invocation(
            Terminal.ofProcess(environment),
            environment,
            directory,
            Path.of(System.getProperty("user.home", "")).toAbsolutePath(),
            "Windows of a stand-in",
            new Surroundings(
                InstantSource.system(), ZoneId.of("Europe/Berlin"), RandomGenerator.getDefault()),
            new Wiring(
                surroundings ->
                    OutlookDesktop.of(
                        started(directory.resolve("outlook.pst"), surroundings.clock()),
                        surroundings.clock())));
    System.exit(Tandem.run(invocation, arguments));
  }

  /** Outlook has the file open for as long as a session is. */
  private static Automation.Opener started(Path path, InstantSource clock) {
    return whenClosed -> {
      OutlookOnFile outlook = new OutlookOnFile(path, clock);
      Automation session = new StandInMachine(outlook.outlook()).open(whenClosed);
      return new Automation() {
        @Override
        public Dispatch application() {
          return session.application();
        }

        @Override
        public Events events() {
          return session.events();
        }

        @Override
        public void close() {
          session.close();
          outlook.close();
        }
      };
    };
  }
}
