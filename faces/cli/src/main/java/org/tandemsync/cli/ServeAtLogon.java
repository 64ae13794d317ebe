package org.tandemsync.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.services.desktop.LogonStart;
import org.tandemsync.services.json.JsonLine;

/** {@code tandem serve --at-logon} and {@code --no-at-logon}. */
record ServeAtLogon(Session session) {
  private static final Logger LOG = LoggerFactory.getLogger(ServeAtLogon.class);

  private LogonStart logon() {
    return session.invocation().composition().logonStart(session.invocation());
  }

  /** What is set up, for commands that are about something else: they do not fail for this. */
  Optional<LogonStart.SetUp> shown() {
    try {
      return logon().shown();
    } catch (CannotRun e) {
      LOG.debug("no start at logon: {}", e.getMessage());
      return Optional.empty();
    }
  }

  ExitStatus install() {
    LogonStart logon = logon();
    Invocation invocation = session.invocation();
    Path launcher =
        invocation
            .composition()
            .launcher(invocation.system())
            .orElseThrow(
                () ->
                    new CannotRun(
                        "This Tandem was started without its launcher, so nothing is known that"
                            + " could start it again. Next step: run the packaged 'tandem'."));
    List<String> arguments = new ArrayList<>(List.of("serve"));
    if (!session.home().equals(HomeFolder.ofSystem(invocation))) {
      arguments.addAll(List.of("--home", session.home().toString()));
    }
    LogonStart.SetUp made = logon.install(new LogonStart.Program(launcher, arguments));
    if (session.json()) {
      session.print(json(true, made));
    } else {
      session.say(
          "From now on this starts whenever you log on: "
              + made.what()
              + " ("
              + made.where()
              + ")");
      session.say("To start it now as well: " + logon.startNow());
    }
    return warn() ? ExitStatus.ATTENTION : ExitStatus.DONE;
  }

  ExitStatus remove() {
    Optional<LogonStart.SetUp> there = logon().remove();
    if (session.json()) {
      session.print(
          there.map(t -> json(false, t)).orElseGet(() -> new JsonLine().flag("at-logon", false)));
    } else {
      session.say(
          there
              .map(
                  t -> "It is not started any more when you log on (" + t.where() + " is removed).")
              .orElse("It was not started when you log on; nothing was changed."));
    }
    return ExitStatus.DONE;
  }

  private static JsonLine json(boolean atLogon, LogonStart.SetUp setUp) {
    return new JsonLine()
        .flag("at-logon", atLogon)
        .text("where", setUp.where())
        .text("command", setUp.what());
  }

  /** What would not work with nobody at a terminal; whether there is anything. */
  private boolean warn() {
    Configuration configuration = session.application().profiles().configuration();
    List<Profile> served =
        configuration.profiles().stream().filter(p -> p.active() && p.every() != null).toList();
    if (served.isEmpty()) {
      session.remark(
          "No active profile says how often it runs, so there is nothing to do then. Next step:"
              + " every = \"15m\" in a profile.");
    }
    List<String> asking =
        served.stream()
            .filter(p -> asksForPassword(p, configuration))
            .map(
                p ->
                    p.server() instanceof ServerEndpoint.Collection(String account, var _)
                        ? account
                        : "")
            .distinct()
            .toList();
    for (String account : asking) {
      session.remark(
          "The password of account '"
              + account
              + "' is asked for, and at logon nobody is at a terminal. Next step: keep it in an"
              + " encrypted file (tandem protect, on Windows), a file, a variable or a password"
              + " manager.");
    }
    return served.isEmpty() || !asking.isEmpty();
  }

  private static boolean asksForPassword(Profile profile, Configuration configuration) {
    try {
      return configuration.right(profile) instanceof Endpoint.Dav(var _, var access)
          && access.password() instanceof SecretSource.Prompt;
    } catch (IllegalArgumentException e) {
      return false; // the run says what is wrong
    }
  }
}
