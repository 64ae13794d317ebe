package org.tandemsync.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.Heartbeat;
import org.tandemsync.services.Leases;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.Runs;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.schedule.MonotonicTime;
import org.tandemsync.services.schedule.Service;
import org.tandemsync.sync.RunListener;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem serve}. */
@Command(
    name = "serve",
    description = "Go on syncing: each active profile at its interval, and when its file changes.",
    footer = {
      "",
      "A profile says how often: every = \"15m\". Ctrl+C or SIGTERM ends it; what is in hand is",
      "finished before. What 'tandem apply' changes is taken up while it runs.",
      "",
      "Examples:",
      "  tandem serve",
      "  tandem serve --verbose         also runs that found nothing to do",
      "  tandem serve --json | logger   one JSON object for each run that did something",
      "  tandem serve --at-logon        from now on whenever you log on"
    })
final class ServeCommand extends TandemSubcommand {
  /** The lease that one process for each home folder has; no profile is called so. */
  private static final String LEASE = "\n serve";

  private static final int BEAT_SECONDS = 60;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  @ArgGroup private @Nullable AtLogon atLogon;

  /** To be said instead of serving. */
  static final class AtLogon {
    @Option(
        names = "--at-logon",
        description = "Do not serve now, but have this system start it whenever you log on.")
    private boolean install;

    @Option(names = "--no-at-logon", description = "Have it started no more when you log on.")
    private boolean remove;
  }

  @Override
  ExitStatus run(Session session) {
    AtLogon asked = atLogon;
    if (asked != null) {
      ServeAtLogon logon = new ServeAtLogon(session);
      return asked.install ? logon.install() : logon.remove();
    }
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    return switch (session.application().leases().take(LEASE)) {
      case Leases.Taken taken ->
          throw new CannotRun(
              "Tandem serves already: "
                  + taken.owner()
                  + " since "
                  + taken.since()
                  + ". Next step: leave that one, or end it first.");
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease, BEAT_SECONDS)) {
          yield serve(session);
        }
      }
    };
  }

  private static ExitStatus serve(Session session) {
    Surroundings surroundings = session.invocation().surroundings();
    Runs runs = session.application().runs();
    Decisions decisions = session.application().decisions();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            Service.AT_ONCE, Thread.ofPlatform().name("run ", 1).factory())) {
      Service service =
          new Service(
              new Service.Work() {
                @Override
                public RunResult sync(Profile profile, BooleanSupplier ended) {
                  return runs.sync(profile, RunListener.SILENT, ended);
                }

                @Override
                public int decided(Profile profile) {
                  return decisions.decided(profile.name());
                }
              },
              session.application().profiles(),
              session.application().watches(),
              workers,
              MonotonicTime.ofSystem(),
              surroundings.clock(),
              surroundings.random(),
              new ServiceLines(session));
      session.invocation().endRequests().tell(service::stop);
      service.serve();
      return ExitStatus.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.COULD_NOT_RUN;
    }
  }
}
