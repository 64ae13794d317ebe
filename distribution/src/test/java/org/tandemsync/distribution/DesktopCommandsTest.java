package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.StandInMachine;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * Outlook on the desktop at the command line, as endpoint and in profiles, through the stand-in.
 */
final class DesktopCommandsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  private static final String DISPLAY_NAME = "http://schemas.microsoft.com/mapi/proptag/0x3001001F";

  @TempDir private Path folder;
  private final StandIn standIn =
      new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, CLOCK);
  private final StandInMachine machine = new StandInMachine(standIn);
  private Shell shell;

  @BeforeEach
  void directory() throws Exception {
    Files.createDirectory(folder.resolve("there"));
    shell = new Shell(folder).composedBy(wiring());
  }

  private Wiring wiring() {
    return new Wiring(surroundings -> OutlookDesktop.of(machine, surroundings.clock()));
  }

  @AfterEach
  void nothingIsHeld() {
    assertThat(machine.sessions()).isZero();
    assertThat(standIn.references()).isZero();
  }

  private void profile(String outlook) {
    shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "Desk"
        outlook = %s
        server = { folder = "there" }
        """
            .formatted(outlook));
    Shell.Answer applied = shell.tandem("apply", "-f", "tandem.toml");
    assertThat(applied.status()).as(applied.all()).isZero();
  }

  private void contact(String name, String messageClass) {
    try (Application outlook = standIn.application();
        ContactItem contact = new ContactItem(outlook.createItem(OlItemType.olContactItem))) {
      contact.setMessageClass(messageClass);
      try (PropertyAccessor properties = contact.propertyAccessor()) {
        properties.setProperty(DISPLAY_NAME, Variant.of(name));
      }
      contact.save();
    }
  }

  private int count(OlDefaultFolders which) {
    try (Application outlook = standIn.application();
        NameSpace session = outlook.getNamespace("MAPI");
        Folder of = session.getDefaultFolder(which);
        Items items = of.items()) {
      return items.count();
    }
  }

  private void subfolder(OlDefaultFolders within, String name) {
    try (Application outlook = standIn.application();
        NameSpace session = outlook.getNamespace("MAPI");
        Folder parent = session.getDefaultFolder(within);
        Folders folders = parent.folders()) {
      folders.add(name).close();
    }
  }

  @Test
  void whoeverIsTheFirstToUseItIsToldSoOnce() {
    profile("{ pst = \"outlook.pst\", folder = \"Calendar\" }");
    shell.file(
        "desk.toml", read("tandem.toml").replaceFirst("\\{ pst.*", "{ desktop = \"tasks\" }"));
    assertThat(shell.tandem("apply", "-f", "desk.toml").err())
        .contains("is a preview", "tandem plan");
    shell.file("later.toml", read("desk.toml") + "every = \"1h\"\n");
    assertThat(shell.tandem("apply", "-f", "later.toml").err()).isEmpty();
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aProfileIsKeptAsItWasWritten() {
    profile("{ desktop = \"calendar\", start = \"hidden\", custom-forms = false }");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
    assertThat(shell.tandem("profiles").out()).contains("calendar in Outlook");
    assertThat(shell.tandem("profiles", "--json").json().getFirst().get("outlook"))
        .isEqualTo(Map.of("desktop", "calendar", "start", "hidden", "custom-forms", false));
    assertThat(shell.tandem("export").out())
        .contains("{ desktop = \"calendar\", start = \"hidden\", custom-forms = false }");
  }

  @Test
  void allFoldersWithItemsAreThereAndEachIsFoundByItsPath() {
    subfolder(OlDefaultFolders.olFolderCalendar, "Team");
    subfolder(OlDefaultFolders.olFolderDeletedItems, "Rubbish");
    contact("Alice", "IPM.Contact");
    Shell.Answer all = shell.tandem("items", "desktop:");
    assertThat(all.status()).as(all.all()).isZero();
    assertThat(all.out()).contains("Mailbox/Contacts", "Alice");
    for (String endpoint : List.of("contacts", "Mailbox/Contacts", "\\\\Mailbox\\Contacts")) {
      assertThat(shell.tandem("items", "desktop:" + endpoint, "--json").json())
          .singleElement()
          .satisfies(line -> assertThat(line).containsEntry("folder", "Mailbox/Contacts"));
    }
    assertThat(shell.tandem("items", "desktop:Mailbox/Calendar/Team").err())
        .contains("no appointments, tasks or contacts in desktop:Mailbox/Calendar/Team");
    assertThat(shell.tandem("items", "desktop:Mailbox/Nowhere").err())
        .contains("Outlook has no folder Mailbox/Nowhere", "'tandem items desktop:'");
    assertThat(shell.tandem("items", "desktop:Mailbox/Deleted Items").err())
        .contains("holds no appointments, tasks or contacts");
  }

  @Test
  void theDoctorReadsEverythingAndWritesNothing() {
    contact("Alice", "IPM.Contact");
    contact("Bob", "IPM.Contact");
    Shell.Answer well = shell.tandem("doctor", "desktop:");
    assertThat(well.status()).as(well.all()).isZero();
    assertThat(well.out())
        .contains("Mailbox/Contacts: 2 items", "desktop:: 2 items of Outlook read; nothing was")
        .contains("is a preview");
    assertThat(standIn.callsByMember().keySet().stream().filter(m -> m.endsWith(".Save")))
        .containsExactly("ContactItem.Save");
    standIn.largestValue(1);
    Shell.Answer ill = shell.tandem("doctor", "desktop:contacts", "--json");
    assertThat(ill.status()).isEqualTo(1);
    assertThat(ill.json()).hasSize(4);
    assertThat(ill.json().getFirst()).containsKeys("folder", "title", "reason");
    assertThat(ill.json().getLast())
        .containsEntry("status", "attention")
        .containsEntry("unreadable", 2L);
    standIn.largestValue(Integer.MAX_VALUE);
    machine.running(false);
    assertThat(shell.tandem("doctor", "desktop:contacts").err()).contains("is not running");
  }

  @Test
  void copiesBothWays() throws IOException {
    contact("Alice", "IPM.Contact");
    shell.sample("demo/outlook.pst", "outlook.pst");
    Shell.Answer out = shell.tandem("copy", "desktop:", "folder:there");
    assertThat(out.status()).as(out.all()).isZero();
    assertThat(out.out()).contains("1 copied");
    Shell.Answer in = shell.tandem("copy", "pst:outlook.pst", "desktop:");
    assertThat(in.status()).as(in.all()).isZero();
    assertThat(in.out()).contains("3 copied");
    assertThat(shell.tandem("copy", "pst:outlook.pst", "desktop:").out())
        .contains("0 copied, 3 already there");
    Files.createDirectories(folder.resolve("more").resolve("Team"));
    Files.createDirectories(folder.resolve("more").resolve("Friends"));
    for (String name : List.of("Team", "Friends")) {
      Files.writeString(
          folder.resolve("more").resolve(name).resolve("card.vcf"),
          "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + name + "\r\nFN:One\r\nN:One;;;;\r\nEND:VCARD\r\n");
    }
    Shell.Answer folders = shell.tandem("copy", "folder:more", "desktop:");
    assertThat(folders.status()).as(folders.all()).isZero();
    assertThat(shell.tandem("items", "desktop:Mailbox/Team").out()).contains("One");
    assertThat(shell.tandem("copy", "folder:more", "desktop:").out()).contains("2 already there");
    assertThat(shell.tandem("items", "desktop:calendar").out()).contains("Test appointment");
  }

  private void card(String summary) throws IOException {
    Files.writeString(
        folder.resolve("there").resolve("hatter.vcf"),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:hatter\r\nFN:"
            + summary
            + "\r\nN:Hatter;The;;;\r\nTITLE:Milliner\r\nEND:VCARD\r\n");
  }

  @Test
  void whatARunDidInOutlookIsPlannedToldAndTakenBack() throws IOException {
    profile("{ desktop = \"contacts\" }");
    card("The Hatter");
    assertThat(shell.tandem("plan").out()).contains("create  outlook  The Hatter");
    assertThat(count(OlDefaultFolders.olFolderContacts)).isZero();
    assertThat(shell.tandem("sync").out()).contains("1 created in Outlook");
    card("The Mad Hatter");
    assertThat(shell.tandem("sync").out()).contains("1 updated in Outlook");
    assertThat(shell.tandem("items", "desktop:contacts").out()).contains("The Mad Hatter");
    assertThat(shell.tandem("explain", "Desk", "The Mad Hatter").out()).contains("The Mad Hatter");
    assertThat(undo()).contains("1");
    assertThat(shell.tandem("items", "desktop:contacts", "--json").out())
        .contains("\"The Hatter\"")
        .doesNotContain("The Mad Hatter");
    assertThat(shell.tandem("sync").status()).isZero();

    Files.delete(folder.resolve("there").resolve("hatter.vcf"));
    contact("Somebody else", "IPM.Contact"); // else the server's side would be empty, and held
    assertThat(shell.tandem("sync").out()).contains("1 deleted in Outlook");
    assertThat(count(OlDefaultFolders.olFolderDeletedItems)).isEqualTo(1);
    assertThat(undo()).contains("1");
    assertThat(shell.tandem("items", "desktop:contacts", "--json").out())
        .contains("\"The Hatter\"", "Milliner");
  }

  private String undo() {
    Object run = shell.tandem("report", "--json").json().getFirst().get("run");
    Shell.Answer undone = shell.tandem("undo", String.valueOf(run), "--yes");
    assertThat(undone.status()).as(undone.all()).isZero();
    return undone.out();
  }

  @Test
  void whereOutlookDoesNotRunItSaysSoAndNothingIsStarted() {
    machine.running(false);
    profile("{ desktop = \"contacts\" }");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).isEqualTo(2);
    assertThat(sync.all())
        .contains("Desk: Outlook is not running", "Next step: start Outlook", "start = \"hidden\"");
    assertThat(machine.isRunning()).isFalse();
    assertThat(shell.tandem("items", "desktop:contacts").err()).contains("Outlook is not running");
    machine.running(true);
    assertThat(shell.tandem("sync").status()).isZero();
  }

  @Test
  void oneThatIsStartedHiddenIsStartedOnceForARunAndEndsWithIt() {
    contact("Alice", "IPM.Contact");
    machine.running(false);
    profile("{ desktop = \"contacts\", start = \"hidden\" }");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.out()).isEqualTo("Desk: 1 created on the server; 1 item in step\n");
    assertThat(machine.opened()).isEqualTo(1);
    assertThat(machine.isRunning()).isFalse();
  }

  @Test
  void itemsOfCustomFormsStayWhereTheyAreWhenTheyTakePartNoMore() {
    contact("Alice", "IPM.Contact");
    contact("Bob", "IPM.Contact.Customer");
    profile("{ desktop = \"contacts\" }");
    assertThat(shell.tandem("sync").out()).contains("2 created on the server");
    profile("{ desktop = \"contacts\", custom-forms = false }");
    Shell.Answer sync = shell.tandem("sync");
    assertThat(sync.status()).as(sync.all()).isZero();
    assertThat(sync.out()).doesNotContain("deleted");
    assertThat(count(OlDefaultFolders.olFolderContacts)).isEqualTo(2);
    assertThat(folder.resolve("there").toFile().list()).hasSize(2);
    profile("{ desktop = \"contacts\" }");
    Shell.Answer again = shell.tandem("sync");
    assertThat(again.out()).doesNotContain("created").doesNotContain("deleted");
    assertThat(count(OlDefaultFolders.olFolderContacts)).isEqualTo(2);
  }

  @Test
  void itsCategoryAndACollectionGetEachOthersColour() {
    try (EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "pw")) {
      String collection = server.calendar("alice", "calendar").path();
      shell.set("PW", "pw");
      shell.file(
          "tandem.toml",
          """
          [accounts.home]
          url = "%s"
          user = "alice"
          password = { env = "PW" }

          [[profiles]]
          name = "Desk"
          outlook = { desktop = "calendar" }
          server = { account = "home", collection = "%s" }
          """
              .formatted(server.url(), collection));
      assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
      shell.tandem("collections", "recolor", "calendar", "#E81123", "--account", "home");
      Shell.Answer taken = shell.tandem("colors", "Desk", "--from", "server", "--category", "Tea");
      assertThat(taken.out()).as(taken.all()).contains("The category 'Tea' is dark-red now.");
      assertThat(shell.tandem("colors", "Desk", "--category", "tea").out())
          .contains("tea       dark-red");
    }
  }
}
