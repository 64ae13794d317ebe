package org.tandemsync.outlook.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.OleDate;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Attachments;
import org.tandemsync.outlook.model.Categories;
import org.tandemsync.outlook.model.Category;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.ContactText;
import org.tandemsync.outlook.model.DistListItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.OlBusyStatus;
import org.tandemsync.outlook.model.OlCategoryColor;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlImportance;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.OlMeetingRecipientType;
import org.tandemsync.outlook.model.OlTaskStatus;
import org.tandemsync.outlook.model.OlUserPropertyType;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.model.Recipient;
import org.tandemsync.outlook.model.Recipients;
import org.tandemsync.outlook.model.TaskItem;
import org.tandemsync.outlook.model.TimeZone;
import org.tandemsync.outlook.model.TimeZones;
import org.tandemsync.outlook.model.UserProperties;
import org.tandemsync.outlook.model.UserProperty;

/** Outlook's manners, as its stand-in has them: each from Microsoft's reference. */
final class StandInTest {
  private static final String START_WHOLE =
      "http://schemas.microsoft.com/mapi/id/{00062002-0000-0000-C000-000000000046}/820D0040";
  private static final String HTML = "http://schemas.microsoft.com/mapi/proptag/0x10130102";
  private static final String SUBJECT = "http://schemas.microsoft.com/mapi/proptag/0x0037001F";
  private static final String OURS =
      "http://schemas.microsoft.com/mapi/string/{00020329-0000-0000-C000-000000000046}/tandem-uid";

  private static final LocalDateTime MARCH = LocalDateTime.of(2026, 3, 10, 9, 0);

  private Desk desk = new Desk();

  @AfterEach
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  private static void refused(HResult result, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AutomationException.class, e -> assertThat(e.result()).isEqualTo(result));
  }

  // ---- items

  @Test
  void nothingIsKeptBeforeSave() {
    try (AppointmentItem item = desk.appointment()) {
      item.setSubject("Review");
      assertThat(item.entryID()).isEmpty();
      assertThat(item.saved()).isFalse();
      assertThat(desk.count(desk.calendar)).isZero();
      item.save();
      assertThat(item.saved()).isTrue();
      assertThat(item.entryID()).isNotEmpty();
      assertThat(item.globalAppointmentID()).startsWith("040000008200E00074C5B7101A82E008");
    }
    assertThat(desk.count(desk.calendar)).isEqualTo(1);
  }

  @Test
  void whatSomebodyElseSavedIsNotOverwritten() {
    String id = desk.appointment("Review", MARCH);
    try (AppointmentItem mine = desk.open(id);
        AppointmentItem theirs = desk.open(id)) {
      theirs.setSubject("Theirs");
      desk.later();
      theirs.save();
      mine.setSubject("Mine");
      refused(HResult.MAPI_E_OBJECT_CHANGED, mine::save);
    }
    try (AppointmentItem item = desk.open(id)) {
      assertThat(item.subject()).isEqualTo("Theirs");
      assertThat(item.lastModificationTime()).isEqualTo(LocalDateTime.of(2026, 3, 2, 9, 1));
    }
  }

  @Test
  void deletedItemsGoToTheDeletedItemsUnderAnotherId() {
    String id = desk.appointment("Review", MARCH);
    try (AppointmentItem item = desk.open(id);
        Folder bin = desk.session.getDefaultFolder(OlDefaultFolders.olFolderDeletedItems);
        Items deleted = bin.items()) {
      item.delete();
      refused(HResult.MAPI_E_OBJECT_DELETED, item::subject);
      assertThat(deleted.count()).isEqualTo(1);
      refused(HResult.MAPI_E_NOT_FOUND, () -> desk.open(id).close());
      try (AppointmentItem there = new AppointmentItem(deleted.item(1))) {
        assertThat(there.subject()).isEqualTo("Review");
        assertThat(there.entryID()).isNotEqualTo(id);
        there.delete();
      }
      assertThat(deleted.count()).isZero();
    }
  }

  @Test
  void anItemThatMovesHasAnotherIdAndTheOldReferenceIsDead() {
    String id = desk.appointment("Review", MARCH);
    try (AppointmentItem item = desk.open(id);
        Folder bin = desk.session.getDefaultFolder(OlDefaultFolders.olFolderDeletedItems);
        AppointmentItem moved = new AppointmentItem(item.move(bin))) {
      assertThat(moved.entryID()).isNotEqualTo(id);
      refused(HResult.MAPI_E_OBJECT_DELETED, item::save);
    }
  }

  // ---- times

  @Test
  void timesAreLocalToTheSession() {
    String id = desk.appointment("Summer", LocalDateTime.of(2026, 7, 1, 9, 0));
    try (AppointmentItem item = desk.open(id);
        PropertyAccessor mapi = item.propertyAccessor()) {
      assertThat(item.start()).isEqualTo(LocalDateTime.of(2026, 7, 1, 9, 0));
      assertThat(item.startUTC()).isEqualTo(LocalDateTime.of(2026, 7, 1, 7, 0));
      assertThat(mapi.getProperty(START_WHOLE))
          .isEqualTo(Variant.of(LocalDateTime.of(2026, 7, 1, 7, 0)));
    }
  }

  @Test
  void startMovesTheEndAndAnEndBeforeTheStartIsRefused() {
    try (AppointmentItem item = desk.open(desk.appointment("Review", MARCH))) {
      item.setStart(MARCH.plusHours(3));
      assertThat(item.end()).isEqualTo(MARCH.plusHours(4));
      refused(HResult.E_INVALIDARG, () -> item.setEnd(MARCH));
      assertThat(item.end()).isEqualTo(MARCH.plusHours(4));
      item.setAllDayEvent(true);
      assertThat(item.start()).isEqualTo(LocalDateTime.of(2026, 3, 10, 0, 0));
      assertThat(item.end()).isEqualTo(LocalDateTime.of(2026, 3, 11, 0, 0));
    }
  }

  @Test
  void anotherZoneKeepsTheWallClock() {
    try (AppointmentItem item = desk.open(desk.appointment("Review", MARCH));
        TimeZones zones = desk.application.timeZones();
        TimeZone tokyo = zones.item("Tokyo Standard Time")) {
      item.setStartTimeZone(tokyo);
      assertThat(item.startInStartTimeZone()).isEqualTo(MARCH);
      assertThat(item.startUTC()).isEqualTo(LocalDateTime.of(2026, 3, 10, 0, 0));
      assertThat(item.start()).isEqualTo(LocalDateTime.of(2026, 3, 10, 1, 0));
      try (TimeZone zone = item.startTimeZone().orElseThrow()) {
        assertThat(zone.id()).isEqualTo("Tokyo Standard Time");
      }
    }
  }

  @Test
  void noDateIsTheYear4501() {
    try (TaskItem task = new TaskItem(desk.application.createItem(OlItemType.olTaskItem))) {
      assertThat(task.dueDate()).isEqualTo(OleDate.NONE);
      task.setDueDate(LocalDateTime.of(2026, 3, 29, 14, 30));
      assertThat(task.dueDate()).isEqualTo(LocalDateTime.of(2026, 3, 29, 0, 0));
      task.setDueDate(OleDate.NONE);
      assertThat(task.dueDate()).isEqualTo(OleDate.NONE);
    }
  }

  @Test
  void aTaskIsCompleteInAllItsProperties() {
    try (TaskItem task = new TaskItem(desk.application.createItem(OlItemType.olTaskItem))) {
      task.setPercentComplete(40);
      assertThat(task.status()).isEqualTo(OlTaskStatus.olTaskInProgress);
      task.setStatus(OlTaskStatus.olTaskComplete);
      assertThat(task.complete()).isTrue();
      assertThat(task.percentComplete()).isEqualTo(100);
      assertThat(task.dateCompleted()).isEqualTo(LocalDateTime.of(2026, 3, 2, 0, 0));
      task.setPercentComplete(0);
      assertThat(task.dateCompleted()).isEqualTo(OleDate.NONE);
    }
  }

  // ---- the locale

  @Test
  void categoriesAreJoinedByTheListSeparatorOfWindows() {
    try (AppointmentItem item = desk.appointment()) {
      item.setCategories("Travel; Work, home");
      assertThat(item.categories()).isEqualTo("Travel; Work, home");
    }
    desk.close();
    desk = new Desk(WindowsLocale.AMERICAN);
    try (AppointmentItem item = desk.appointment()) {
      item.setCategories("Travel; Work, home");
      assertThat(item.categories()).isEqualTo("Travel; Work, home");
      item.setCategories("Travel,Work");
      assertThat(item.categories()).isEqualTo("Travel, Work");
    }
  }

  @Test
  void theSameFilterMeansAnotherDayInAnotherCountry() {
    assertThat(found("[Start] >= '04/05/2026 00:00'")).isEqualTo(0);
    desk.close();
    desk = new Desk(WindowsLocale.AMERICAN);
    assertThat(found("[Start] >= '04/05/2026 00:00'")).isEqualTo(1);
  }

  /** How many of an appointment on 10 April the filter lets through. */
  private int found(String filter) {
    desk.appointment("Review", LocalDateTime.of(2026, 4, 10, 9, 0));
    try (Items items = desk.calendar.items();
        Items passed = items.restrict(filter)) {
      return passed.count();
    }
  }

  @Test
  void filters() {
    assertThat(found("[Subject] = 'review' AND [BusyStatus] = 2")).isEqualTo(1);
    assertThat(found("NOT ([Subject] <> 'Review') AND [AllDayEvent] = false")).isEqualTo(2);
    assertThat(found("@SQL=\"" + SUBJECT + "\" like '%view%'")).isEqualTo(3);
    assertThat(found("@SQL=\"" + OURS + "\" IS NULL")).isEqualTo(4);
    // of MAPI in UTC, of the object model local: 09:00 in Berlin is 07:00
    assertThat(found("@SQL=\"" + START_WHOLE + "\" < '10.04.2026 07:30'")).isEqualTo(5);
    assertThat(found("[Start] < '10.04.2026 07:30'")).isZero();
    refused(HResult.E_INVALIDARG, () -> found("[Start] > '2026-04-10T00:00:00Z'"));
    refused(HResult.E_INVALIDARG, () -> found("[Betreff] = 'Review'"));
    refused(HResult.E_INVALIDARG, () -> found("Subject = 'Review'"));
  }

  // ---- MAPI properties

  @Test
  void errorsOfSeveralPropertiesAreInTheirPlaces() {
    try (AppointmentItem item = desk.open(desk.appointment("Review", MARCH));
        PropertyAccessor mapi = item.propertyAccessor()) {
      assertThat(mapi.getProperties(List.of(SUBJECT, OURS, HTML)))
          .containsExactly(
              Variant.of("Review"),
              new Variant.Failure(HResult.MAPI_E_NOT_FOUND),
              new Variant.Failure(HResult.E_ACCESSDENIED));
      refused(HResult.MAPI_E_NOT_FOUND, () -> mapi.getProperty(OURS));
      assertThat(mapi.setProperties(List.of(OURS), List.of(Variant.of("uid-1")))).isEmpty();
      assertThat(mapi.setProperties(List.of(OURS, HTML), List.of(Variant.of("u"), Variant.of("h"))))
          .containsExactly(Variant.NOTHING, new Variant.Failure(HResult.E_ACCESSDENIED));
      assertThat(item.saved()).isFalse();
    }
  }

  @Test
  void largeValuesDoNotComeFromFarAway() {
    desk.outlook.largestValue(4088);
    try (AppointmentItem item = desk.open(desk.appointment("x".repeat(3000), MARCH));
        PropertyAccessor mapi = item.propertyAccessor()) {
      assertThat(mapi.getProperties(List.of(SUBJECT)))
          .containsExactly(new Variant.Failure(HResult.E_OUTOFMEMORY));
      assertThat(item.subject()).hasSize(3000);
    }
  }

  // ---- people

  @Test
  void attendees() {
    try (AppointmentItem item = desk.appointment();
        Recipients recipients = item.recipients();
        Recipient bob = recipients.add("bob@example.org");
        Recipient room = recipients.add("Room 1")) {
      bob.setType(OlMeetingRecipientType.olOptional.value());
      assertThat(recipients.resolveAll()).isFalse();
      assertThat(bob.resolved()).isTrue();
      assertThat(bob.address()).isEqualTo("bob@example.org");
      assertThat(room.resolved()).isFalse();
      assertThat(item.optionalAttendees()).isEqualTo("bob@example.org");
      assertThat(item.requiredAttendees()).isEqualTo("Room 1");
      refused(HResult.DISP_E_BADINDEX, () -> recipients.item(3).close());
    }
  }

  @Test
  void onlyRecipientsThatResolveAreMembers() {
    try (DistListItem list =
            new DistListItem(desk.application.createItem(OlItemType.olDistributionListItem));
        Recipient bob = desk.session.createRecipient("bob@example.org")) {
      list.setDLName("Friends");
      refused(HResult.E_INVALIDARG, () -> list.addMember(bob));
      assertThat(bob.resolve()).isTrue();
      list.addMember(bob);
      assertThat(list.memberCount()).isEqualTo(1);
      try (Recipient member = list.getMember(1)) {
        assertThat(member.address()).isEqualTo("bob@example.org");
      }
    }
  }

  @Test
  void contactsHaveTheirTexts() {
    try (ContactItem contact =
        new ContactItem(desk.application.createItem(OlItemType.olContactItem))) {
      for (ContactText text : ContactText.values()) {
        contact.setText(text, text == ContactText.Children ? "Eve; Max" : text.name());
      }
      contact.save();
      assertThat(contact.text(ContactText.Children)).isEqualTo("Eve; Max");
      assertThat(contact.text(ContactText.IMAddress)).isEqualTo("IMAddress");
    }
  }

  // ---- the rest of an item

  @Test
  void categoriesOfTheMasterListHaveOneNameEach() {
    try (Categories categories = desk.session.categories();
        Category travel = categories.add("Travel", OlCategoryColor.olCategoryColorRed)) {
      assertThat(travel.color()).isEqualTo(OlCategoryColor.olCategoryColorRed);
      refused(HResult.E_INVALIDARG, () -> categories.add("travel").close());
      categories.remove("Travel");
      assertThat(categories.count()).isZero();
    }
  }

  @Test
  void userProperties() {
    try (AppointmentItem item = desk.appointment();
        UserProperties properties = item.userProperties();
        UserProperty project = properties.add("Project", OlUserPropertyType.olText)) {
      project.setValue(Variant.of("Moon"));
      assertThat(properties.find("Nothing")).isEmpty();
      try (UserProperty found = properties.find("project").orElseThrow()) {
        assertThat(found.value()).isEqualTo(Variant.of("Moon"));
      }
    }
  }

  @Test
  void attachmentsComeFromFiles() throws java.io.IOException {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("agenda", ".txt");
    java.nio.file.Files.writeString(file, "1. coffee");
    try (AppointmentItem item = desk.appointment();
        Attachments attachments = item.attachments()) {
      attachments.add(file.toString()).close();
      refused(HResult.E_INVALIDARG, () -> attachments.add(file + ".gone").close());
      try (org.tandemsync.outlook.model.Attachment attachment = attachments.item(1);
          PropertyAccessor mapi = attachment.propertyAccessor()) {
        assertThat(attachment.size()).isEqualTo(9);
        assertThat(mapi.getProperty("http://schemas.microsoft.com/mapi/proptag/0x37010102"))
            .isEqualTo(
                Variant.of(
                    org.tandemsync.items.Bytes.of(
                        "1. coffee".getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
      }
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  @Test
  void whatAnItemBeginsWith() {
    try (AppointmentItem item = desk.appointment()) {
      assertThat(item.busyStatus()).isEqualTo(OlBusyStatus.olBusy);
      assertThat(item.importance()).isEqualTo(OlImportance.olImportanceNormal);
      assertThat(item.messageClass()).isEqualTo("IPM.Appointment");
      assertThat(item.isRecurring()).isFalse();
    }
  }

  // ---- the border

  @Test
  void aBusyOutlookRejectsCalls() {
    desk.outlook.rejectNext(2);
    refused(HResult.RPC_E_CALL_REJECTED, desk.calendar::name);
    refused(HResult.RPC_E_CALL_REJECTED, desk.calendar::name);
    assertThat(desk.calendar.name()).isEqualTo("Calendar");
  }

  @Test
  void anOutlookThatEndedDoesNotAnswer() {
    desk.application.quit();
    refused(HResult.RPC_S_SERVER_UNAVAILABLE, desk.calendar::name);
    assertThat(HResult.RPC_S_SERVER_UNAVAILABLE.gone()).isTrue();
  }

  @Test
  void onlyWhatTheTypeLibraryHasIsTaken() {
    try (AppointmentItem item = desk.appointment()) {
      refused(HResult.DISP_E_UNKNOWNNAME, () -> item.dispatch().get("Betreff"));
      refused(
          HResult.DISP_E_MEMBERNOTFOUND, () -> item.dispatch().put("EntryID", Variant.of("00")));
      refused(HResult.DISP_E_TYPEMISMATCH, () -> item.dispatch().put("Subject", Variant.of(1)));
      refused(HResult.DISP_E_BADPARAMCOUNT, () -> item.dispatch().call("Move"));
    }
  }

  @Test
  void callsAreCounted() {
    int before = desk.outlook.calls();
    assertThat(desk.calendar.name()).isEqualTo("Calendar");
    desk.calendar.items().close();
    assertThat(desk.outlook.calls() - before).isEqualTo(2);
  }

  @Test
  void aReleasedReferenceIsNotUsed() {
    AppointmentItem item = desk.appointment();
    item.close();
    item.close();
    assertThatThrownBy(item::subject).isInstanceOf(IllegalStateException.class);
  }
}
