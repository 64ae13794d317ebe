package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.cli.Application;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.events.OutlookEvents;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.StandInMachine;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.services.RunResult;
import org.tandemsync.services.Secret;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.schedule.Service;
import org.tandemsync.services.schedule.Trigger;
import org.tandemsync.sync.RunListener;

/** {@code tandem serve} with Outlook on the desktop: the whole loop, with a clock of the test's. */
final class DesktopServeTest {
  private static final String DISPLAY_NAME = "http://schemas.microsoft.com/mapi/proptag/0x3001001F";

  @TempDir private Path folder;

  private Duration time = Duration.ZERO;
  private Instant instant = Instant.parse("2026-03-01T10:00:00Z");
  private final StandIn standIn =
      new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> instant);
  private final StandInMachine machine = new StandInMachine(standIn);
  private final Wiring wiring =
      new Wiring(around -> new OutlookDesktop(this::opened, around.clock(), new AtOnce()));
  private final Deque<Runnable> workers = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private Runnable atTheEndOfRuns = () -> {};
  private @Nullable Application application;
  private @Nullable Service service;

  /** What this Outlook does not tell of. */
  private final Set<EventSet> silent = new HashSet<>();

  private Automation opened(Automation.WhenClosed whenClosed)
      throws Automation.UnavailableException {
    Automation plain = machine.open(whenClosed);
    return new Automation() {
      @Override
      public Dispatch application() {
        return plain.application();
      }

      @Override
      public Events events() {
        return (source, events, listener) -> {
          if (silent.contains(events)) {
            throw new AutomationException(
                HResult.MAPI_E_NO_SUPPORT, "FindConnectionPoint", "It tells no such events.");
          }
          return plain.events().listen(source, events, listener);
        };
      }

      @Override
      public void close() {
        plain.close();
      }
    };
  }

  @Test
  void whereItTellsNeitherOfItsEndNorOfSendReceiveFoldersAreListenedToAllTheSame()
      throws Exception {
    silent.add(OutlookEvents.APPLICATION);
    silent.add(OutlookEvents.SYNC_OBJECT);
    serve(profile("Desk", "", ""));
    pass(Duration.ofSeconds(20));
    contact("Alice");
    assertThat(happens(Duration.ofSeconds(20))).containsExactly("Desk change");
    machine.running(false);
    assertThat(happens(Duration.ofSeconds(20))).containsExactly("Desk waits");
  }

  @Test
  void whatAPersonChangesWhileARunGoesOnIsNotTakenForItsOwn() throws Exception {
    serve(profile("Desk", "", ""));
    card("Desk", "one");
    atTheEndOfRuns =
        () -> {
          atTheEndOfRuns = () -> {};
          contact("Alice");
        };
    assertThat(happens(Duration.ofSeconds(40))).containsExactly("Desk start", "Desk change");
    assertThat(onServer("Desk")).isEqualTo(2);
  }

  @Test
  void aFolderThatTellsNothingIsSyncedAtItsInterval() throws Exception {
    silent.add(OutlookEvents.ITEMS);
    serve(profile("Desk", "", ""));
    pass(Duration.ofSeconds(20));
    contact("Alice");
    assertThat(happens(Duration.ofSeconds(60))).isEmpty();
    silent.clear();
    pass(Duration.ofMinutes(1));
    contact("Bob");
    assertThat(happens(Duration.ofSeconds(20))).containsExactly("Desk change");
    assertThat(onServer("Desk")).isEqualTo(2);
  }

  @AfterEach
  void nothingIsHeld() throws Exception {
    if (service != null) {
      service.stop();
      service.serve();
    }
    if (application != null) {
      application.close();
    }
    assertThat(machine.sessions()).isZero();
    assertThat(standIn.references()).isZero();
    assertThat(standIn.events().listeners()).isZero();
  }

  /** Begins to serve profiles, each with a directory of its name. */
  private void serve(String... profiles) throws IOException {
    Shell shell = new Shell(folder).composedBy(wiring);
    shell.file("tandem.toml", String.join("\n", profiles));
    Shell.Answer applied = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
    Surroundings around =
        new Surroundings(
            () -> instant,
            ZoneId.of("Europe/Vienna"),
            new SplittableRandom(5),
            Locale.ENGLISH,
            Map.of());
    Application open = wiring.open(shell.home(), (source, of) -> new Secret(""), around, false);
    application = open;
    service =
        new Service(
            (profile, ended) -> {
              RunResult result = open.runs().sync(profile, RunListener.SILENT, ended);
              atTheEndOfRuns.run();
              return result;
            },
            open.profiles(),
            open.watches(),
            workers::add,
            () -> time,
            () -> instant,
            new SplittableRandom(1),
            new Service.Listener() {
              @Override
              public void begins(Profile profile, Trigger trigger) {
                heard.add(profile.name() + " " + trigger.label());
              }

              @Override
              public void ended(RunResult result, @Nullable Duration next) {
                if (result instanceof RunResult.CouldNotRun not) {
                  heard.add(not.message());
                }
              }

              @Override
              public void waits(Profile profile, boolean waits) {
                heard.add(profile.name() + (waits ? " waits" : " goes on"));
              }
            });
  }

  private String profile(String name, String outlook, String more) throws IOException {
    Files.createDirectories(folder.resolve(name));
    return """
    [[profiles]]
    name = "%s"
    family = "contacts"
    outlook = { desktop = "contacts"%s }
    server = { folder = "%s" }
    every = "4h"
    %s
    """
        .formatted(name, outlook, name, more);
  }

  private void pass(Duration much) {
    Service serving = Objects.requireNonNull(service);
    int step = much.toMinutes() > 5 ? 60 : 1;
    for (Duration end = time.plus(much); time.compareTo(end) < 0; ) {
      time = time.plusSeconds(step);
      instant = instant.plusSeconds(step);
      serving.step();
      while (!workers.isEmpty()) {
        workers.remove().run();
      }
    }
    serving.step();
  }

  private List<String> happens(Duration within) {
    heard.clear();
    pass(within);
    return List.copyOf(heard);
  }

  private String contact(String name) {
    try (var outlook = standIn.application();
        ContactItem contact = new ContactItem(outlook.createItem(OlItemType.olContactItem))) {
      try (PropertyAccessor properties = contact.propertyAccessor()) {
        properties.setProperty(DISPLAY_NAME, Variant.of(name));
      }
      contact.save();
      return contact.entryID();
    }
  }

  private int inOutlook() {
    try (var outlook = standIn.application();
        NameSpace session = outlook.getNamespace("MAPI");
        Folder of = session.getDefaultFolder(OlDefaultFolders.olFolderContacts);
        Items items = of.items()) {
      return items.count();
    }
  }

  private int onServer(String name) throws IOException {
    try (var files = Files.list(folder.resolve(name))) {
      return (int) files.count();
    }
  }

  private void card(String name, String uid) throws IOException {
    Files.writeString(folder.resolve(name).resolve(uid + ".vcf"), Cards.card(uid, uid));
  }

  @Test
  void whatAPersonChangesIsSyncedAfterTenSecondsOfQuietAndOwnWritesDoNotEcho() throws Exception {
    serve(profile("Desk", "", ""));
    card("Desk", "from-the-server");
    assertThat(happens(Duration.ofSeconds(20))).containsExactly("Desk start");
    assertThat(inOutlook()).isEqualTo(1);
    assertThat(happens(Duration.ofHours(1))).describedAs("an echo").isEmpty();

    contact("Alice");
    pass(Duration.ofSeconds(6));
    contact("Bob");
    assertThat(happens(Duration.ofSeconds(9))).isEmpty();
    assertThat(happens(Duration.ofSeconds(3))).containsExactly("Desk change");
    assertThat(onServer("Desk")).isEqualTo(3);
    assertThat(happens(Duration.ofHours(1))).describedAs("an echo").isEmpty();

    card("Desk", "later");
    assertThat(happens(Duration.ofHours(3))).containsExactly("Desk interval");
    assertThat(inOutlook()).isEqualTo(4);
    assertThat(happens(Duration.ofHours(3))).describedAs("an echo").isEmpty();
  }

  @Test
  void aProfileWaitsWhileOutlookIsClosedAndGoesOnWhenItIsBack() throws Exception {
    serve(profile("Desk", "", ""));
    pass(Duration.ofSeconds(20));
    contact("Alice");
    pass(Duration.ofSeconds(5));
    machine.running(false);
    card("Desk", "meanwhile");
    assertThat(happens(Duration.ofHours(9))).containsExactly("Desk waits");
    assertThat(standIn.references()).isZero();
    assertThat(machine.sessions()).isZero();
    machine.running(true);
    assertThat(happens(Duration.ofSeconds(30))).containsExactly("Desk goes on", "Desk interval");
    assertThat(inOutlook()).isEqualTo(2);
    assertThat(onServer("Desk")).isEqualTo(2);
    contact("Bob");
    assertThat(happens(Duration.ofSeconds(30))).containsExactly("Desk change");
  }

  @Test
  void anOutlookThatIsStartedRunsItAtOnceUnlessTheProfileSaysOtherwise() throws Exception {
    machine.running(false);
    serve(profile("Desk", "", ""), profile("Later", "", "serve = { sync-on-start = false }"));
    assertThat(happens(Duration.ofMinutes(10))).containsExactly("Desk waits", "Later waits");
    machine.running(true);
    assertThat(happens(Duration.ofMinutes(1)))
        .containsExactly("Desk goes on", "Later goes on", "Desk start");
    machine.running(false);
    pass(Duration.ofMinutes(1));
    machine.running(true);
    assertThat(happens(Duration.ofMinutes(1)))
        .containsExactly("Desk goes on", "Later goes on", "Desk outlook");
  }

  @Test
  void anOutlookThatBreaksDownIsNoticedToo() throws Exception {
    serve(profile("Desk", "", ""));
    pass(Duration.ofSeconds(20));
    machine.crash();
    assertThat(happens(Duration.ofHours(9))).containsExactly("Desk waits");
    machine.running(true);
    assertThat(happens(Duration.ofSeconds(30))).startsWith("Desk goes on").hasSize(2);
  }

  @Test
  void sendReceiveWakesWhoWantsIt() throws Exception {
    serve(
        profile("Desk", "", "serve = { sync-after-send-receive = true }"),
        profile("Other", "", ""));
    pass(Duration.ofMinutes(1));
    standIn.events().sendAndReceive();
    assertThat(happens(Duration.ofMinutes(1))).containsExactly("Desk send-receive");
  }

  @Test
  void theQuietIsTheProfiles() throws Exception {
    serve(profile("Desk", "", "serve = { quiet-seconds = 60 }"));
    pass(Duration.ofSeconds(20));
    contact("Alice");
    assertThat(happens(Duration.ofSeconds(58))).isEmpty();
    assertThat(happens(Duration.ofSeconds(4))).containsExactly("Desk change");
  }

  @Test
  void whatOneProfileWritesWakesTheOtherOfTheFolder() throws Exception {
    serve(profile("Desk", "", ""), profile("Other", "", "serve = { sync-on-start = false }"));
    card("Desk", "one");
    assertThat(happens(Duration.ofMinutes(1))).containsExactly("Desk start", "Other change");
    assertThat(onServer("Other")).isEqualTo(1);
    assertThat(happens(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void oneThatIsStartedHiddenForARunIsNotListenedTo() throws Exception {
    machine.running(false);
    serve(profile("Desk", ", start = \"hidden\"", ""));
    card("Desk", "one");
    assertThat(happens(Duration.ofMinutes(1))).containsExactly("Desk start");
    assertThat(machine.isRunning()).isFalse();
    assertThat(happens(Duration.ofHours(3))).isEmpty();
    assertThat(machine.isRunning()).isFalse();
    machine.running(true); // a person opens it
    pass(Duration.ofMinutes(1));
    contact("Alice");
    assertThat(happens(Duration.ofMinutes(1))).containsExactly("Desk change");
    assertThat(machine.isRunning()).isTrue();
    assertThat(onServer("Desk")).isEqualTo(2);
  }

  @Test
  void whatAPersonDeletesIsDeletedOnTheServer() throws Exception {
    serve(profile("Desk", "", ""));
    pass(Duration.ofSeconds(20));
    String first = contact("Alice");
    contact("Bob");
    pass(Duration.ofSeconds(30));
    assertThat(onServer("Desk")).isEqualTo(2);
    try (var outlook = standIn.application();
        NameSpace session = outlook.getNamespace("MAPI");
        ContactItem contact = new ContactItem(session.getItemFromID(first))) {
      contact.delete();
    }
    assertThat(happens(Duration.ofSeconds(30))).containsExactly("Desk change");
    assertThat(onServer("Desk")).isEqualTo(1);
    Files.delete(Files.list(folder.resolve("Desk")).findFirst().orElseThrow());
    assertThat(happens(Duration.ofHours(5))).containsExactly("Desk interval");
    assertThat(inOutlook()).describedAs("its own deletion").isZero();
    assertThat(happens(Duration.ofHours(1))).isEmpty();
  }
}
