package org.tandemsync.distribution;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Tandem;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.Surroundings;

/**
 * The program {@code tandem}. The only place that looks at the clock, zone, language and
 * environment.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    String system = System.getProperty("os.name", "");
    Map<String, String> environment = System.getenv();
    Invocation invocation =
        new Invocation(
            Terminal.ofProcess(environment),
            environment,
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home", "")).toAbsolutePath(),
            system,
            surroundings(environment),
            new Wiring(system),
            new ProcessSignals());
    System.exit(Tandem.run(invocation, arguments));
  }

  static Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(
        InstantSource.system(),
        ZoneId.systemDefault(),
        RandomGenerator.getDefault(),
        Locale.getDefault(Locale.Category.DISPLAY),
        environment);
  }
}
