package org.tandemsync.cli;

import java.io.IOException;
import java.io.InputStream;
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
      "Take a tour: real Outlook data files and a small server on this machine, in a fresh folder.",
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
      try (DemoServer server = session.invocation().composition().startDemoServer()) {
        return new Tour(folder, server, session).take();
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
    private final DemoServer server;
    private final Session session;
    private final List<String> unexpected = new ArrayList<>();
    private int step;

    Tour(Path folder, DemoServer server, Session session) {
      this.folder = folder;
      this.server = server;
      this.session = session;
    }

    ExitStatus take() throws IOException {
      prepare();
      title("Outlook's side is a real data file, made by Outlook:");
      command(ExitStatus.DONE, "items", "pst:outlook.pst");
      title("The other side is a CalDAV/CardDAV server:");
      command(
          ExitStatus.DONE,
          "discover",
          server.url().toString(),
          "--user",
          server.user(),
          "--password-env",
          PASSWORD);
      title("A configuration says what belongs together:");
      show(configuration());
      command(ExitStatus.DONE, "apply", "-f", "tandem.toml");
      title("What would a sync do? A plan writes nothing:");
      command(ExitStatus.DONE, "plan");
      title("Do it:");
      command(ExitStatus.DONE, "sync");
      title("Again: nothing has changed, so no item is read and nothing is written:");
      command(ExitStatus.DONE, "sync");
      anotherClient();
      title("A one-time copy needs no profile, here from an old data file into a folder:");
      command(ExitStatus.DONE, "copy", "pst:archive.pst", "folder:backup");
      title("And what happened so far:");
      command(ExitStatus.DONE, "status");
      return end();
    }

    private void prepare() throws IOException {
      sample("outlook.pst");
      sample("archive.pst");
      Files.writeString(folder.resolve("tandem.toml"), configuration());
      Files.createDirectory(folder.resolve("backup"));
      if (!session.json()) {
        session.say(Color.TITLE, "Tandem keeps Outlook in step with any CalDAV/CardDAV server.");
        session.say("This demo happens in " + folder + " and on a server at " + server.url() + ".");
      }
    }

    private void anotherClient() {
      title("Somebody changes the calendar and adds a contact with another program:");
      say("  " + server.anotherClient());
      title("The plan shows it, field by field:");
      command(ExitStatus.DONE, "plan");
      title("Now it is written into the data file:");
      command(ExitStatus.DONE, "sync");
    }

    private void sample(String name) throws IOException {
      try (InputStream in = DemoCommand.class.getResourceAsStream("demo/" + name)) {
        if (in == null) {
          throw new IOException("the sample " + name + " is missing in this build");
        }
        Files.copy(in, folder.resolve(name));
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
      name = "Contacts"
      outlook = { pst = "outlook.pst", folder = "Contacts" }
      server = { account = "demo", collection = "%s" }
      """
          .formatted(
              server.url(), server.user(), PASSWORD, server.calendar(), server.addressBook());
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

    private void show(String file) {
      file.lines().forEach(line -> say("  " + line));
    }

    // The command as a user types it in that folder, carried out by the same code.
    private void command(ExitStatus expected, String... arguments) {
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
      if (status != expected.code()) {
        unexpected.add("'" + typed + "' ended with status " + status);
      }
    }

    private Invocation inFolder() {
      Invocation outer = session.invocation();
      Map<String, String> environment = new HashMap<>(outer.environment());
      environment.put(PASSWORD, server.password());
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
        say("  tandem items folder:" + folder.resolve("backup"));
      } else {
        say("The folder of the demo is gone again; 'tandem demo --keep' leaves it to look at.");
      }
      say("Next: your own data file and server, see README.md and docs/guide.md.");
      return ExitStatus.DONE;
    }
  }
}
