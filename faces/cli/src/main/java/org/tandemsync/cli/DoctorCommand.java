package org.tandemsync.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Doctor;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem doctor}. */
@Command(
    name = "doctor",
    description = {
      "Check an Outlook data file to the last bit, or what Tandem itself remembers.",
      "Of Outlook on the desktop all items are read, and those that cannot be are told. Without"
          + " --rebuild it writes nothing.",
      "--rebuild PROFILE forgets what was in step and syncs at once, writing to both sides: where"
          + " they differ 'conflicts' of the profile decides, what was deleted since the last sync"
          + " comes back. --rebuild alone replaces a damaged file of Tandem's own."
    },
    footer = {
      "",
      "Examples:",
      "  tandem doctor pst:outlook.pst",
      "  tandem doctor pst:outlook.pst --verbose    show every finding, also harmless ones",
      "  tandem doctor pst:outlook.pst --json",
      "  tandem doctor desktop:calendar             a folder of the Outlook that runs",
      "  tandem doctor                              what Tandem remembers",
      "  tandem doctor --rebuild Work               match the items of a profile anew, and sync",
      "  tandem doctor --rebuild                    if Tandem's own file is damaged"
    })
final class DoctorCommand extends TandemSubcommand {
  private static final int SHOWN_OF_A_KIND = 5;

  @Parameters(
      paramLabel = "pst:FILE|desktop:FOLDER|PROFILE",
      arity = "0..1",
      description = "The data file, or a folder of Outlook; with --rebuild a profile.")
  private @Nullable String subject;

  @Option(
      names = "--rebuild",
      description =
          "Match the items of the profile anew and sync; without one: replace a damaged file.")
  private boolean rebuild;

  @Option(names = "--yes", description = "With --rebuild: do not ask.")
  private boolean yes;

  @Override
  ExitStatus run(Session session) {
    String name = subject;
    if (rebuild) {
      OwnFile own = new OwnFile(session, yes);
      return name == null ? own.renew() : own.rebuild(name);
    }
    return name == null ? new OwnFile(session, yes).examine() : examine(name, session);
  }

  private static ExitStatus examine(String endpoint, Session session) {
    Endpoint place = place(endpoint, session);
    if (place instanceof Endpoint.Desktop desktop) {
      return new DesktopCheck(session).examine(desktop);
    }
    if (!(place instanceof Endpoint.Pst file)) {
      throw new CannotRun(
          "'"
              + endpoint
              + "' is no Outlook data file. Next step: tandem doctor pst:FILE; for a server,"
              + " 'tandem discover' says whether it answers.");
    }
    Doctor.Diagnosis diagnosis = session.application().doctor().examine(file);
    if (session.json()) {
      diagnosis.findings().forEach(finding -> session.print(json(finding)));
      session.print(summary(file, diagnosis));
    } else {
      show(file, diagnosis, session);
    }
    return diagnosis.exitStatus();
  }

  private static Endpoint place(String endpoint, Session session) {
    try {
      return session.endpoints(Configuration.EMPTY).parse(endpoint);
    } catch (IllegalArgumentException notOne) {
      throw new CannotRun(String.valueOf(notOne.getMessage()), notOne);
    }
  }

  private static JsonLine json(Doctor.Finding finding) {
    return new JsonLine()
        .text("subject", finding.subject())
        .flag("harmless", finding.harmless())
        .text("where", finding.where())
        .text("what", finding.what());
  }

  private static JsonLine summary(Endpoint.Pst file, Doctor.Diagnosis diagnosis) {
    JsonLine line =
        new JsonLine()
            .text("file", file.file().toString())
            .text("status", diagnosis.exitStatus().label())
            .number("findings", diagnosis.harmful().size())
            .number("harmless", diagnosis.harmless().size());
    Doctor.@Nullable Extent extent = diagnosis.extent();
    return extent == null
        ? line
        : line.number("folders", extent.folders()).number("items", extent.items());
  }

  private static void show(Endpoint.Pst file, Doctor.Diagnosis diagnosis, Session session) {
    show(diagnosis.harmful(), Color.BAD, session);
    if (session.verbose() && !diagnosis.harmless().isEmpty()) {
      session.say("Harmless, Outlook itself leaves it so:");
      show(diagnosis.harmless(), Color.QUIET, session);
    }
    boolean sound = diagnosis.harmful().isEmpty();
    Doctor.@Nullable Extent extent = diagnosis.extent();
    session.say(
        sound ? Color.GOOD : Color.BAD,
        file.file().getFileName()
            + ": "
            + (extent == null
                ? "too damaged to count its folders, "
                : ApplyCommand.counted(extent.folders(), "folder")
                    + ", "
                    + ApplyCommand.counted(extent.items(), "item")
                    + ", ")
            + (sound ? "no findings" : ApplyCommand.counted(diagnosis.harmful().size(), "finding"))
            + remark(diagnosis, session));
    if (!sound) {
      session.say("Tandem reads this file as far as it can, and does not write to it. Next steps:");
      session.say("  1. Close Outlook, and make a copy of the file.");
      session.say("  2. Let Outlook's Inbox Repair Tool repair it: scanpst.exe, in the folder");
      session.say("     of OUTLOOK.EXE (C:\\Program Files\\Microsoft Office\\root\\Office16).");
      session.say("  3. Run 'tandem doctor' again.");
    }
  }

  private static String remark(Doctor.Diagnosis diagnosis, Session session) {
    int harmless = diagnosis.harmless().size();
    if (harmless == 0) {
      return "";
    }
    return " (" + harmless + " harmless" + (session.verbose() ? ")" : ": --verbose shows them)");
  }

  private static void show(List<Doctor.Finding> findings, Color color, Session session) {
    Map<String, List<Doctor.Finding>> bySubject =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Doctor.Finding::subject, LinkedHashMap::new, Collectors.toList()));
    bySubject.forEach(
        (subject, all) -> {
          session.say(color, subject);
          int shown = session.verbose() ? all.size() : Math.min(all.size(), SHOWN_OF_A_KIND);
          all.stream()
              .limit(shown)
              .forEach(finding -> session.say("  " + finding.where() + " " + finding.what()));
          if (shown < all.size()) {
            session.say("  and " + (all.size() - shown) + " more (--verbose shows all)");
          }
        });
  }
}
