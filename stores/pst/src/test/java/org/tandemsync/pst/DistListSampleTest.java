package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Item;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Listing;

/** dist-list.pst, made by Outlook: a series with exceptions, a contact, a distribution list. */
class DistListSampleTest {
  private static final Zone PACIFIC = new Zone("Pacific Standard Time");
  private static final String CONTACT_UID = "67634dc8-6677-32f6-9078-a8c5b253a90c";

  private final PstFile file = PstFile.open(Samples.path("java-libpst/dist-list.pst"));

  @AfterEach
  void close() {
    file.close();
  }

  private List<Item> items(String folderPath) {
    PstFolder folder = file.folder(folderPath);
    try (PstStore store = Samples.store(file, folder, folder.family().orElseThrow())) {
      return store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()).stream()
          .map(f -> ((Found.Present<Item>) f).replica().item())
          .toList();
    }
  }

  @Test
  void foldersHavePathClassAndRole() {
    assertThat(file.displayName()).isEqualTo("Personal Folders");
    assertThat(file.offlineCopy()).isFalse();
    assertThat(file.itemFolders())
        .extracting(PstFolder::path, PstFolder::containerClass, PstFolder::role)
        .containsExactly(
            tuple("Calendar", "IPF.Appointment", FolderRole.CALENDAR),
            tuple("Contacts", "IPF.Contact", FolderRole.CONTACTS),
            tuple("Tasks", "IPF.Task", FolderRole.TASKS));
    assertThat(file.folders())
        .extracting(PstFolder::role)
        .contains(
            FolderRole.INBOX,
            FolderRole.DELETED_ITEMS,
            FolderRole.DRAFTS,
            FolderRole.NOTES,
            FolderRole.JOURNAL);
  }

  @Test
  void theSeriesIsEveryTuesdayAtEightWithoutTheNinthOfAugust() {
    Appointment series = (Appointment) items("calendar").getFirst();
    assertThat(series.uid())
        .isEqualTo(
            "040000008200E00074C5B7101A82E00800000000D08AA8F019ECD101"
                + "00000000000000001000000033E8E3DAB52AEB4E9597CB068B12F50E");
    assertThat(series.subject()).isEqualTo("Test appointment");
    assertThat(series.location()).isEmpty();
    assertThat(series.timing())
        .isEqualTo(Timing.timed(time("2016-08-02T08:00"), time("2016-08-02T08:30"), PACIFIC));
    assertThat(series.busyStatus()).isEqualTo(BusyStatus.BUSY);
    assertThat(series.reminder()).isEqualTo(Reminder.before(15));
    assertThat(series.body()).isEqualTo(Body.plain("This is a complete test"));
    assertThat(series.meeting()).isEqualTo(Meeting.NONE);
    assertThat(series.attendees()).isEmpty();
    assertThat(series.attachments()).isEmpty();
    assertThat(series.created()).isEqualTo(Instant.parse("2016-08-02T00:26:39.639Z"));
    assertThat(series.modified()).isEqualTo(Instant.parse("2016-08-02T02:50:58.883Z"));
    assertThat(series.recurrence())
        .isEqualTo(
            new Recurrence(
                new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.TUESDAY)),
                LocalDate.of(2016, 8, 2),
                RecurrenceEnd.NEVER,
                DayOfWeek.SUNDAY,
                new TreeSet<>(Set.of(LocalDate.of(2016, 8, 9))),
                0));
  }

  @Test
  void twoOccurrencesWereMovedAndHaveTheirOwnText() {
    Appointment series = (Appointment) items("Calendar").getFirst();
    assertThat(series.exceptions()).hasSize(2);
    ExceptionalOccurrence nine = series.exceptions().getFirst();
    ExceptionalOccurrence ten = series.exceptions().getLast();
    assertThat(nine.originalStart()).isEqualTo(time("2016-08-23T08:00"));
    assertThat(ten.originalStart()).isEqualTo(time("2016-08-30T08:00"));
    Appointment plain = series.toBuilder().recurrence(null).exceptions(List.of()).build();
    assertThat(nine.occurrence())
        .isEqualTo(
            plain.toBuilder()
                .timing(Timing.timed(time("2016-08-23T09:00"), time("2016-08-23T09:30"), PACIFIC))
                .body(Body.plain("This is the appointment at 9"))
                .created(Instant.parse("2016-08-02T00:41:55.960Z"))
                .modified(Instant.parse("2016-08-02T02:50:44.372Z"))
                .build());
    assertThat(ten.occurrence())
        .isEqualTo(
            plain.toBuilder()
                .timing(Timing.timed(time("2016-08-30T10:00"), time("2016-08-30T10:30"), PACIFIC))
                .body(Body.plain("This is the one at 10"))
                .created(Instant.parse("2016-08-02T01:20:38.753Z"))
                .modified(Instant.parse("2016-08-02T02:50:58.883Z"))
                .build());
  }

  @Test
  void theListNamesItsContactByTheUidOfTheContact() {
    List<Item> items = items("Contacts");
    DistributionList list = (DistributionList) items.getFirst();
    Contact contact = (Contact) items.getLast();
    assertThat(contact.uid()).isEqualTo(CONTACT_UID);
    assertThat(contact.name()).isEqualTo(new PersonName("", "contact", "name", "1", ""));
    assertThat(contact.fileAs()).isEqualTo("1, contact name");
    assertThat(contact.emails())
        .isEqualTo(
            Map.of(
                EmailSlot.EMAIL1, new EmailAddress("contact1@rjohnson.id.au", "contact name 1")));
    assertThat(list.name()).isEqualTo("test dist list");
    assertThat(list.members())
        .containsExactly(
            new Member("contact name 1", "contact1@rjohnson.id.au", CONTACT_UID),
            new Member("dist name 1", "dist1@rjohnson.id.au", ""),
            new Member("dist name 2", "dist2@rjohnson.id.au", ""));
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }
}
