package org.tandemsync.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Tandem;
import org.tandemsync.cli.terminal.Output;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.items.Family;
import org.tandemsync.services.Surroundings;

/**
 * Carries out what users do most, once, in a folder that is removed again. The build runs it while
 * Java records which classes that takes and keeps them ready (JEP 483): {@code Rehearsal}.
 */
final class Rehearsal {
  /** One pixel. */
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String PASSWORD = "TANDEM_REHEARSAL_PASSWORD";

  /** Runs without changes, which are most of all runs, so that Java learns where they go. */
  private static final int QUIET_RUNS = 4;

  /** Cards as phones write them, with what the sample year has none of. */
  private static final int CARDS = 3;

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("tandem-rehearsal");
    try {
      rehearse(folder);
    } finally {
      remove(folder);
    }
    System.exit(0);
  }

  private static void rehearse(Path folder) throws IOException {
    // the terminal of the build is not written to, but looked at as a command does
    boolean interactive = Terminal.ofProcess(System.getenv()).interactive();
    new ProcessSignals().tell(() -> Runtime.getRuntime().halt(interactive ? 1 : 2));
    // no proxy of whoever builds it: everything is on this machine
    Surroundings surroundings = Main.surroundings(Map.of());
    try (SampleWorld world = new SampleWorld(folder, surroundings)) {
      Invocation invocation =
          new Invocation(
              new Terminal(InputStream.nullInputStream(), nowhere(), nowhere(), 0, false, null),
              Map.of(PASSWORD, world.password()),
              folder,
              folder,
              System.getProperty("os.name", ""),
              surroundings,
              new Wiring(""));
      Files.writeString(folder.resolve("tandem.toml"), configuration(world));
      run(invocation, "apply", "-f", "tandem.toml");
      run(invocation, "plan");
      run(invocation, "sync");
      world.changeInOutlook();
      world.changeOnThePhone();
      run(invocation, "sync");
      for (int i = 0; i < QUIET_RUNS; i++) {
        run(invocation, "sync", "Calendar");
        run(invocation, "sync", "Contacts");
      }
      for (int revision = 0; revision < 2; revision++) {
        for (int i = 0; i < CARDS; i++) {
          world.put(Family.CONTACTS, "phone-" + i + ".vcf", card(i, revision));
        }
        run(invocation, "sync", "Contacts");
      }
      run(invocation, "status");
      run(invocation, "history");
      run(invocation, "--help");
    }
  }

  private static String card(int number, int revision) {
    return String.format(
            Locale.ROOT,
            """
            BEGIN:VCARD
            VERSION:3.0
            UID:phone-%1$d
            FN:Dr. Ada %1$d Möller
            N:Möller;Ada %1$d;;Dr.;
            ORG:Example;Research
            TITLE:Engineer
            EMAIL;TYPE=INTERNET,HOME:ada%1$d@example.org
            EMAIL;TYPE=INTERNET,WORK:ada%1$d@example.com
            TEL;TYPE=CELL:+43 1 000%1$d
            TEL;TYPE=WORK,VOICE:+43 2 000%1$d
            TEL;TYPE=HOME,FAX:+43 3 000%1$d
            ADR;TYPE=WORK:;;Ring %1$d;Vienna;;1010;Austria
            item1.ADR;TYPE=HOME:;;Gasse %1$d;Graz;;8010;Austria
            item1.X-ABLABEL:Garden
            URL;TYPE=WORK:https://example.org/%1$d
            BDAY:1980-02-0%2$d
            NOTE:Round %3$d\\, with ünïcode
            CATEGORIES:Friends,Work
            X-PHONE:%1$d
            PHOTO;ENCODING=b;TYPE=PNG:%4$s
            END:VCARD
            """,
            number,
            number + 1,
            revision,
            PICTURE)
        .replace("\n", "\r\n");
  }

  private static Output nowhere() {
    return new Output(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
  }

  private static String configuration(DemoWorld world) {
    return String.format(
        Locale.ROOT,
        """
        [accounts.server]
        url = "%s"
        user = "%s"
        password = { env = "%s" }
        %s%s%s\
        """,
        world.url(),
        world.user(),
        PASSWORD,
        profile("Calendar", world.calendar()),
        profile("Tasks", world.taskList()),
        profile("Contacts", world.addressBook()));
  }

  private static String profile(String folder, String collection) {
    return String.format(
        Locale.ROOT,
        """

        [[profiles]]
        name = "%s"
        outlook = { pst = "outlook.pst", folder = "%s" }
        server = { account = "server", collection = "%s" }
        """,
        folder,
        folder,
        collection);
  }

  private static void run(Invocation invocation, String... arguments) {
    int status = Tandem.run(invocation, arguments);
    if (status > 1) {
      throw new IllegalStateException(
          "rehearsing '" + String.join(" ", arguments) + "' ended with " + status);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
