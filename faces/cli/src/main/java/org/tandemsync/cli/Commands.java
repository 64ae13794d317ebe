package org.tandemsync.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands under {@code tandem}, in the order of its help. */
final class Commands {
  private static final Map<String, Supplier<TandemSubcommand>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("demo", DemoCommand::new);
    ALL.put("discover", DiscoverCommand::new);
    ALL.put("trust", TrustCommand::new);
    ALL.put("collections", CollectionsCommand::new);
    ALL.put("colors", ColorsCommand::new);
    ALL.put("free-busy", FreeBusyCommand::new);
    ALL.put("people", PeopleCommand::new);
    ALL.put("rooms", RoomsCommand::new);
    ALL.put("apply", ApplyCommand::new);
    ALL.put("export", ExportCommand::new);
    ALL.put("profiles", ProfilesCommand::new);
    ALL.put("accounts", AccountsCommand::new);
    ALL.put("protect", ProtectCommand::new);
    ALL.put("outlook", OutlookCommand::new);
    ALL.put("plan", PlanCommand::new);
    ALL.put("sync", SyncCommand::new);
    ALL.put("serve", ServeCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("report", ReportCommand::new);
    ALL.put("approve", ApproveCommand::new);
    ALL.put("conflicts", ConflictsCommand::new);
    ALL.put("quarantine", QuarantineCommand::new);
    ALL.put("explain", ExplainCommand::new);
    ALL.put("history", HistoryCommand::new);
    ALL.put("show", ShowCommand::new);
    ALL.put("undo", UndoCommand::new);
    ALL.put("items", ItemsCommand::new);
    ALL.put("copy", CopyCommand::new);
    ALL.put("duplicates", DuplicatesCommand::new);
    ALL.put("doctor", DoctorCommand::new);
    ALL.put("completion", CompletionCommand::new);
  }

  private Commands() {}

  /**
   * Adds the commands that these arguments can mean. Whoever names one at first gets that one:
   * picocli reads the options of each by reflection, which takes as long as a short command does.
   */
  static void addTo(CommandLine root, String... arguments) {
    Supplier<TandemSubcommand> named = arguments.length == 0 ? null : ALL.get(arguments[0]);
    if (named != null) {
      root.addSubcommand(named.get());
    } else {
      ALL.values().forEach(command -> root.addSubcommand(command.get()));
    }
  }
}
