package org.tandemsync.outlook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.TaskItem;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;

final class FolderChangesTest {
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final StandIn outlook =
      new StandIn(ZoneId.of("Europe/Vienna"), WindowsLocale.GERMAN, () -> now);
  private final Application application = outlook.application();
  private final NameSpace session = application.session();
  private final OwnWrites own = new OwnWrites(() -> now);
  private int wakeups;
  private final FolderChanges changes =
      new FolderChanges(
          outlook.events(),
          session.getDefaultFolder(OlDefaultFolders.olFolderContacts),
          own,
          () -> wakeups++);

  @AfterEach
  void nothingIsHeld() {
    changes.close();
    session.close();
    application.close();
    assertThat(outlook.references()).isZero();
    assertThat(outlook.events().listeners()).isZero();
  }

  private ContactItem contact() {
    try (Folder folder = session.getDefaultFolder(OlDefaultFolders.olFolderContacts);
        Items items = folder.items()) {
      return new ContactItem(items.add());
    }
  }

  private String added() {
    try (ContactItem contact = contact()) {
      contact.save();
      return contact.entryID();
    }
  }

  private void change(String entryId) {
    try (ContactItem contact = new ContactItem(session.getItemFromID(entryId))) {
      contact.save();
    }
  }

  private void delete(String entryId) {
    try (ContactItem contact = new ContactItem(session.getItemFromID(entryId))) {
      contact.delete();
    }
  }

  @Test
  void whatSomebodyElseDoesIsTold() {
    String id = added();
    assertThat(wakeups).isEqualTo(1);
    change(id);
    assertThat(wakeups).isEqualTo(2);
    delete(id);
    assertThat(wakeups).describedAs("it leaves, and is gone").isEqualTo(4);
  }

  @Test
  void otherFoldersAreNotTold() {
    try (Folder tasks = session.getDefaultFolder(OlDefaultFolders.olFolderTasks);
        Items items = tasks.items();
        TaskItem task = new TaskItem(items.add())) {
      task.save();
    }
    assertThat(wakeups).isZero();
  }

  /** Of a new item the id is known after the event that tells of it. */
  @Test
  void ownWritesDoNotEcho() {
    String there = added();
    String goes = added();
    wakeups = 0;
    own.begin();
    own.wrote(added());
    own.wrote(there);
    change(there);
    own.deletes(goes);
    delete(goes);
    changes.runEnded();
    assertThat(wakeups).isZero();
    // told again a moment later, as servers and add-ins cause it
    change(there);
    assertThat(wakeups).isZero();
    now = now.plus(Duration.ofSeconds(11));
    change(there);
    assertThat(wakeups).isEqualTo(1);
  }

  @Test
  void whatSomebodyElseDoesDuringARunIsToldAtItsEnd() {
    String there = added();
    String other = added();
    wakeups = 0;
    own.begin();
    own.wrote(there);
    change(there);
    change(other);
    assertThat(wakeups).describedAs("not yet decided").isZero();
    changes.runEnded();
    assertThat(wakeups).isEqualTo(1);

    own.begin();
    delete(there);
    changes.runEnded();
    assertThat(wakeups).isEqualTo(2);
  }

  @Test
  void aClockThatWasSetBackHidesNothing() {
    String there = added();
    own.begin();
    own.wrote(there);
    changes.runEnded();
    wakeups = 0;
    now = now.minus(Duration.ofDays(1));
    change(there);
    assertThat(wakeups).isEqualTo(1);
  }

  @Test
  void sendReceiveIsTold() {
    int[] ended = new int[1];
    try (AfterSendReceive after =
        new AfterSendReceive(outlook.events(), session, () -> ended[0]++)) {
      outlook.events().sendAndReceive();
      assertThat(ended[0]).isEqualTo(1);
    }
    outlook.events().sendAndReceive();
    assertThat(ended[0]).isEqualTo(1);
  }

  @Test
  void whatTellsNoSuchEventsIsRefusedAndNothingStaysOpen() {
    int held = outlook.references();
    assertThatThrownBy(
            () ->
                outlook
                    .events()
                    .listen(application.dispatch(), OutlookEvents.ITEMS, (event, a) -> {}))
        .isInstanceOf(AutomationException.class);
    assertThat(outlook.references()).isEqualTo(held);
  }

  /** Names as the type library has them. */
  @Test
  void theTypeLibraryHasTheseEvents() throws IOException {
    String library;
    try (InputStream in =
        Objects.requireNonNull(
            FolderChangesTest.class.getResourceAsStream("/activex-outlook/index.d.ts"))) {
      library = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTold(library, "Items", OutlookEvents.ITEMS);
    assertTold(library, "Folder", OutlookEvents.FOLDER);
    assertTold(library, "Application", OutlookEvents.APPLICATION);
    assertTold(library, "SyncObject", OutlookEvents.SYNC_OBJECT);
  }

  private static void assertTold(String library, String object, EventSet events) {
    for (String event : events.names().values()) {
      assertThat(library)
          .containsPattern(
              "on\\(\\s*obj: Outlook\\." + object + ",\\s*event:[^,]*\"" + event + "\"");
    }
  }
}
