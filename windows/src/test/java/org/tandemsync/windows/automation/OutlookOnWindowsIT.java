package org.tandemsync.windows.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Automation.WhenClosed;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.events.OutlookEvents;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Column;
import org.tandemsync.outlook.model.Columns;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Folders;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlRecurrenceType;
import org.tandemsync.outlook.model.OlStoreType;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.model.RecurrencePattern;
import org.tandemsync.outlook.model.Store;
import org.tandemsync.outlook.model.Stores;
import org.tandemsync.outlook.model.Table;
import org.tandemsync.outlook.model.TimeZone;
import org.tandemsync.outlook.model.TimeZones;
import org.tandemsync.windows.RegistryTexts;

/**
 * With the Outlook of whoever runs it ({@code mvn verify -Pwindows-outlook}): in a data file of its
 * own, which goes away at the end. Nothing else of the profile is touched. docs/outlook.md lists
 * what it looks at.
 */
@EnabledOnOs(OS.WINDOWS)
@EnabledIfSystemProperty(named = "tandem.windows-outlook", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
final class OutlookOnWindowsIT {
  private static final String TEXT = "http://schemas.microsoft.com/mapi/string/";
  private static final String OWN = "{00020329-0000-0000-C000-000000000046}/";
  private static final String SUBJECT = "http://schemas.microsoft.com/mapi/proptag/0x0037001F";
  private static final String NOT_THERE = "http://schemas.microsoft.com/mapi/proptag/0x3A1A001F";

  private Path file;
  private OutlookSession session;
  private Application application;
  private NameSpace nameSpace;
  private Folder root;
  private Folder calendar;

  @BeforeAll
  void ownDataFile() throws Exception {
    file = Files.createTempDirectory("tandem-outlook").resolve("tandem-check.pst");
    session = OutlookSession.open(WhenClosed.START_HIDDEN);
    application = new Application(session.application());
    nameSpace = application.getNamespace("MAPI");
    nameSpace.addStoreEx(file.toString(), OlStoreType.olStoreUnicode);
    root = rootOf(file);
    try (Folders folders = root.folders()) {
      calendar = folders.add("Tandem check", OlDefaultFolders.olFolderCalendar);
    }
    System.out.println("Outlook " + application.version());
  }

  private Folder rootOf(Path path) {
    try (Stores stores = nameSpace.stores()) {
      for (int i = 1; i <= stores.count(); i++) {
        try (Store store = stores.item(i)) {
          if (store.filePath().equalsIgnoreCase(path.toString())) {
            return store.getRootFolder();
          }
        }
      }
    }
    throw new AssertionError("Outlook has no store " + path);
  }

  @AfterAll
  void cleanUp() throws IOException {
    if (session == null) {
      return;
    }
    try {
      if (calendar != null) {
        calendar.close();
      }
      if (root != null) {
        nameSpace.removeStore(root);
        root.close();
      }
    } finally {
      nameSpace.close();
      application.close();
      session.close();
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException held) {
      System.out.println("Outlook still holds " + file + "; delete it by hand: " + held);
    }
  }

  private AppointmentItem appointment(String subject) {
    try (Items items = calendar.items()) {
      AppointmentItem made = new AppointmentItem(items.add());
      made.setSubject(subject);
      made.setStart(LocalDateTime.of(2031, 3, 30, 2, 30)); // an hour that many zones skip
      made.setDuration(45);
      return made;
    }
  }

  /** What `tandem outlook free-busy-url` finds the version by. */
  @Test
  void theRegistryKnowsTheInstalledOutlook() throws Exception {
    String current = new RegistryTexts().ofClasses("Outlook.Application\\CurVer", "").orElse("");
    System.out.println("registered: " + current);
    assertThat(current).matches("Outlook\\.Application\\.[0-9]+");
    assertThat(new RegistryTexts().ofUser("Software\\Tandem check", "nothing")).isEmpty();
  }

  @Test
  void valuesComeBackAsTheyWereSet() {
    try (AppointmentItem made = appointment("Grüße, 日本")) {
      made.setBody("one\r\ntwo");
      made.setAllDayEvent(false);
      made.save();
      try (AppointmentItem again = new AppointmentItem(nameSpace.getItemFromID(made.entryID()))) {
        assertThat(again.subject()).isEqualTo("Grüße, 日本");
        assertThat(again.body()).isEqualTo("one\r\ntwo");
        assertThat(again.duration()).isEqualTo(45);
        System.out.println("02:30 in a night that loses it: " + again.start());
        System.out.println("as UTC: " + again.startUTC());
      }
    }
  }

  /** Whether the id of a deleted item still leads to it is told, not judged. */
  @Test
  void aFailureSaysWhy() {
    try (AppointmentItem made = appointment("gone")) {
      made.save();
      String id = made.entryID();
      made.delete();
      try (Dispatch again = nameSpace.getItemFromID(id)) {
        System.out.println("the id of a deleted item still leads to " + again.get("EntryID"));
      } catch (AutomationException e) {
        System.out.println("a deleted item: " + e.getMessage());
      }
    }
    assertThatThrownBy(() -> nameSpace.getItemFromID("no id at all").close())
        .isInstanceOf(AutomationException.class)
        .satisfies(e -> System.out.println("no id: " + e.getMessage()));
  }

  @Test
  void propertiesGoAndComeTogether() {
    try (AppointmentItem made = appointment("properties")) {
      made.save();
      try (PropertyAccessor properties = made.propertyAccessor()) {
        Bytes bytes = Bytes.of(new byte[] {0, 1, 2, -1});
        List<Variant> failed =
            properties.setProperties(
                List.of(TEXT + OWN + "TandemText", TEXT + OWN + "TandemBytes/0x00000102"),
                List.of(Variant.of("text"), Variant.of(bytes)));
        assertThat(failed).noneMatch(Variant.Failure.class::isInstance);
        made.save();
        List<Variant> read =
            properties.getProperties(List.of(SUBJECT, TEXT + OWN + "TandemText", NOT_THERE));
        assertThat(read.get(0)).isEqualTo(Variant.of("properties"));
        assertThat(read.get(1)).isEqualTo(Variant.of("text"));
        assertThat(read.get(2)).isInstanceOf(Variant.Failure.class);
      }
    }
  }

  /** Microsoft's pages call the first dimension columns, much code takes it for rows. */
  @Test
  void theFirstDimensionOfATableIsItsRows() {
    for (int i = 0; i < 3; i++) {
      try (AppointmentItem made = appointment("row " + i)) {
        made.save();
      }
    }
    try (Table table = calendar.getTable();
        Columns columns = table.columns()) {
      columns.removeAll();
      try (Column _ = columns.add("EntryID");
          Column _ = columns.add("Subject")) {
        int rows = table.getRowCount();
        List<List<Variant>> array = table.getArray(rows);
        System.out.println(
            "GetArray of "
                + rows
                + " rows and 2 columns: "
                + array.size()
                + " x "
                + array.getFirst().size());
        assertThat(array).hasSize(rows);
        assertThat(array).allSatisfy(row -> assertThat(row).hasSize(2));
      }
    }
  }

  @Test
  void aZoneIsPut() {
    try (AppointmentItem made = appointment("zone");
        TimeZones zones = application.timeZones();
        TimeZone zone = zones.item("Tokyo Standard Time")) {
      made.setStartTimeZone(zone);
      made.setEndTimeZone(zone);
      made.save();
      try (TimeZone kept = made.startTimeZone().orElseThrow()) {
        assertThat(kept.id()).isEqualTo("Tokyo Standard Time");
      }
    }
  }

  @Test
  void aSeriesHasItsOccurrences() {
    try (AppointmentItem made = appointment("series")) {
      made.setStart(LocalDateTime.of(2031, 3, 3, 9, 0));
      try (RecurrencePattern pattern = made.getRecurrencePattern()) {
        pattern.setRecurrenceType(OlRecurrenceType.olRecursDaily);
        pattern.setOccurrences(5);
      }
      made.save();
      assertThat(made.isRecurring()).isTrue();
      try (RecurrencePattern pattern = made.getRecurrencePattern();
          AppointmentItem third = pattern.getOccurrence(LocalDateTime.of(2031, 3, 5, 9, 0))) {
        assertThat(third.start()).isEqualTo(LocalDateTime.of(2031, 3, 5, 9, 0));
      }
    }
  }

  @Test
  void eventsArrive() throws InterruptedException {
    CountDownLatch added = new CountDownLatch(1);
    try (Items items = calendar.items();
        Events.Connection _ =
            session.listen(
                items.dispatch(),
                OutlookEvents.ITEMS,
                (event, arguments) -> {
                  for (Variant argument : arguments) {
                    if (argument instanceof Variant.Reference(Dispatch item)) {
                      item.close();
                    }
                  }
                  if (event.equals(OutlookEvents.ITEM_ADD)) {
                    added.countDown();
                  }
                })) {
      try (AppointmentItem made = appointment("event")) {
        made.save();
      }
      assertThat(added.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aThousandCallsAreCounted() {
    try (AppointmentItem made = appointment("speed")) {
      made.save();
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        made.subject();
      }
      System.out.println("1,000 calls: " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
  }
}
