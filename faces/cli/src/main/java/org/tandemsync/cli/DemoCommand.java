package org.tandemsync.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem demo}: a guided tour that carries out the very commands it shows. */
@Command(
    name = "demo",
    description = {
      "Take a tour: a year in an Outlook data file and a small server, both in a fresh folder.",
      "Shows each command, carries it out, and touches nothing outside that folder."
    },
    footer = {
      "",
      "Examples:",
      "  tandem demo",
      "  tandem demo --keep             leave the folder to look at"
    })
final class DemoCommand extends TandemSubcommand {
  private static final String PASSWORD = "DEMO_PASSWORD";

  @Option(names = "--keep", description = "Leave the folder of the demo when it ends.")
  private boolean keep;

  @Override
  ExitStatus run(Session session) {
    try {
      Path folder = Files.createTempDirectory("tandem-demo-");
      try {
        return take(folder, session);
      } finally {
        if (!keep) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw new CannotRun(
          "The demo needs a temporary folder and cannot write there: "
              + e.getMessage()
              + ". Next step: check the free space and TMPDIR.",
          e);
    }
  }

  private ExitStatus take(Path folder, Session session) throws IOException {
    Invocation invocation = session.invocation();
    try (DemoWorld world = invocation.composition().startDemo(folder, invocation.surroundings())) {
      return new Tour(folder, world, session).take();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The steps of the demo. */
  private final class Tour {
    private final Path folder;
    private final DemoWorld world;
    private final Session session;
    private final List<String> unexpected = new ArrayList<>();
    private int step;

    Tour(Path folder, DemoWorld world, Session session) {
      this.folder = folder;
      this.world = world;
      this.session = session;
    }

    ExitStatus take() throws IOException {
      introduce();
      title("Is the data file sound? A strict check of everything in it:");
      command("doctor", "pst:outlook.pst");
      title("A configuration says what belongs together:");
      Files.writeString(folder.resolve("tandem.toml"), configuration());
      configuration().lines().forEach(line -> say("  " + line));
      command("apply", "-f", "tandem.toml");
      title("The first sync brings everything to the server:");
      command("sync");
      title("Then life goes on, on both sides:");
      world.changeInOutlook().forEach(change -> say("  In Outlook, Clara " + change + "."));
      world.changeOnThePhone().forEach(change -> say("  On her phone, she " + change + "."));
      title("What would a sync do now? A plan writes nothing:");
      command("plan");
      title("Do it:");
      command("sync");
      merged();
      title("Again: nothing has changed, so nothing is read and nothing is written:");
      command("sync");
      title("And all of the server as a new Outlook data file, once and without a profile:");
      command(
          "copy",
          "dav:" + world.url(),
          "pst:new.pst",
          "--user",
          world.user(),
          "--password-env",
          PASSWORD);
      command("doctor", "pst:new.pst");
      return end();
    }

    private void introduce() {
      if (!session.json()) {
        session.say(Color.TITLE, "Tandem keeps Outlook in step with any CalDAV/CardDAV server.");
        session.say(
            "Here is a year of Clara Berger, who does not exist: an Outlook data file with "
                + world.sample()
                + ", just written by Tandem without Outlook; and an empty server at "
                + world.url()
                + ". All of it is in "
                + folder
                + ".");
      }
    }

    private void merged() {
      title("The dentist was changed on both sides. Both changes are on both sides now:");
      DemoWorld.Both both = world.merged();
      say("  Outlook   " + both.outlook());
      say("  server    " + both.server());
      if (!both.outlook().equals(both.server())) {
        unexpected.add("the two sides differ");
      }
    }

    private String configuration() {
      return """
      [accounts.demo]
      url = "%s"
      user = "%s"
      password = { env = "%s" }

      [[profiles]]
      name = "Calendar"
      outlook = { pst = "outlook.pst", folder = "Calendar" }
      server = { account = "demo", collection = "%s" }

      [[profiles]]
      name = "Tasks"
      outlook = { pst = "outlook.pst", folder = "Tasks" }
      server = { account = "demo", collection = "%s" }

      [[profiles]]
      name = "Contacts"
      outlook = { pst = "outlook.pst", folder = "Contacts" }
      server = { account = "demo", collection = "%s" }
      """
          .formatted(
              world.url(),
              world.user(),
              PASSWORD,
              world.calendar(),
              world.taskList(),
              world.addressBook());
    }

    private void title(String text) {
      step++;
      say("");
      if (!session.json()) {
        session.say(Color.TITLE, step + ". " + text);
      }
    }

    private void say(String text) {
      if (!session.json()) {
        session.say(text);
      }
    }

    // The command as a user types it in that folder, carried out by the same code.
    private void command(String... arguments) {
      String typed = "tandem " + String.join(" ", arguments);
      if (!session.json()) {
        session.say(Color.QUIET, "$ " + typed);
      }
      List<String> all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--home", folder.resolve("home").toString()));
      if (session.json()) {
        all.add("--json");
      }
      if (session.verbose()) {
        all.add("--verbose");
      }
      int status = Tandem.run(inFolder(), all.toArray(String[]::new));
      if (status != ExitStatus.DONE.code()) {
        unexpected.add("'" + typed + "' ended with status " + status);
      }
    }

    private Invocation inFolder() {
      Invocation outer = session.invocation();
      Map<String, String> environment = new HashMap<>(outer.environment());
      environment.put(PASSWORD, world.password());
      return new Invocation(
          outer.terminal(),
          environment,
          folder,
          outer.userHome(),
          outer.system(),
          outer.surroundings(),
          outer.composition());
    }

    private ExitStatus end() {
      if (session.json()) {
        JsonLine line =
            new JsonLine()
                .text("status", unexpected.isEmpty() ? "done" : "could-not-run")
                .texts("unexpected", unexpected);
        session.print(keep ? line.text("folder", folder.toString()) : line);
      }
      say("");
      if (!unexpected.isEmpty()) {
        unexpected.forEach(session::remark);
        session.remark("That should not be. Next step: tandem demo --keep --verbose");
        return ExitStatus.COULD_NOT_RUN;
      }
      if (keep) {
        say("The folder is kept. To look at it:");
        say("  tandem status --home " + folder.resolve("home"));
        say("  tandem report 1 --home " + folder.resolve("home"));
        say("  tandem items pst:" + folder.resolve("new.pst"));
        say(
            "  and with Outlook on Windows: docs/windows.md says how, on "
                + folder.resolve("outlook.pst"));
      } else {
        say("The folder of the demo is gone again; 'tandem demo --keep' leaves it to look at.");
      }
      say("Next: your own data file and server, see README.md and docs/guide.md.");
      return ExitStatus.DONE;
    }
  }
}
