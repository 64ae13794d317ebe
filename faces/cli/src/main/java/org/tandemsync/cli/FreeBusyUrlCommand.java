package org.tandemsync.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.desktop.FreeBusyUrl;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tandem outlook free-busy-url}. */
@Command(
    name = "free-busy-url",
    description = "Where Outlook's planner looks for the times of people outside of Exchange.",
    footer = {
      "",
      "This is Outlook's own option (Options, Calendar, Free/Busy Options). Outlook puts the parts"
          + " of",
      "a mail address before and after the @ in the place of %%NAME%% and %%SERVER%%.",
      "",
      "Examples:",
      "  tandem outlook free-busy-url                                       (shows it)",
      "  tandem outlook free-busy-url https://sogo.example.org/SOGo/so/%%NAME%%/freebusy.ifb",
      "  tandem outlook free-busy-url --remove"
    })
final class FreeBusyUrlCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private OutlookCommand outlook;

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "The address, with %%NAME%% and %%SERVER%% where Outlook fills them in.")
  private @Nullable String url;

  @Option(names = "--remove", description = "Take the address away.")
  private boolean remove;

  @Override
  public Integer call() {
    try (Session session = outlook.tandem().session()) {
      return run(session).code();
    }
  }

  private ExitStatus run(Session session) {
    Invocation invocation = session.invocation();
    FreeBusyUrl option = new FreeBusyUrl(invocation.composition().registry(invocation.system()));
    String wanted = url;
    if (wanted != null && remove) {
      throw new CannotRun("Either an address or --remove. Nothing was changed.");
    }
    if (wanted != null) {
      option.set(wanted);
    } else if (remove) {
      option.remove();
    }
    show(option.setting(), wanted != null || remove, session);
    return ExitStatus.DONE;
  }

  private static void show(FreeBusyUrl.Setting setting, boolean changed, Session session) {
    if (session.json()) {
      JsonLine line =
          new JsonLine()
              .number("outlook", setting.outlook())
              .text("url", setting.url().orElse(""))
              .text("policy", setting.policy().orElse(""))
              .flag("changed", changed);
      session.print(line);
      return;
    }
    session.say(
        setting
            .url()
            .map(u -> "Outlook looks for the times of others at " + u)
            .orElse("Outlook has no address to look for the times of others at."));
    setting
        .policy()
        .ifPresent(
            u -> session.remark("Your organization has set " + u + ", which goes before that."));
    if (changed) {
      session.say("An Outlook that runs takes it up when it is started again.");
    }
  }
}
