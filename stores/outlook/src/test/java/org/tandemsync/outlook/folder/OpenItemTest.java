package org.tandemsync.outlook.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.ContactText;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.standin.Desk;

final class OpenItemTest {
  private static final UUID ADDRESS = UUID.fromString("00062004-0000-0000-c000-000000000046");
  private static final MapiName SUBJECT = MapiName.tag(0x0037, MapiName.TEXT);
  private static final MapiName RTF = MapiName.tag(0x1009, MapiName.BINARY);
  private static final MapiName STAMP =
      MapiName.text(UUID.fromString("00020329-0000-0000-c000-000000000046"), "tandem-stamp");
  private static final LocalDateTime JULY = LocalDateTime.of(2026, 7, 1, 9, 0);

  private final Desk desk = new Desk();

  @AfterEach
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  @Test
  void whatIsThereWhatIsNotAndWhatIsRefused() {
    try (AppointmentItem item = desk.open(desk.appointment("Review", JULY))) {
      OpenItem open = OpenItem.read(item, List.of(SUBJECT, STAMP, RTF));
      assertThat(open.values()).containsOnlyKeys(SUBJECT);
      assertThat(open.values()).containsEntry(SUBJECT, Variant.of("Review"));
      assertThat(open.refused()).containsOnlyKeys(RTF).containsValue(HResult.E_ACCESSDENIED);
      assertThat(open.tooLarge()).isEmpty();
    }
  }

  @Test
  void aLongTextComesByTheObjectModel() {
    desk.outlook.largestValue(4088);
    try (AppointmentItem item = desk.open(desk.appointment("s".repeat(3_000), JULY))) {
      item.setBody("b".repeat(100_000));
      OpenItem open = OpenItem.read(item, List.of(SUBJECT, OpenItem.BODY));
      assertThat(open.values()).containsEntry(OpenItem.BODY, Variant.of("b".repeat(100_000)));
      assertThat(open.tooLarge()).containsExactly(SUBJECT);
    }
  }

  /** All properties of a contact, its text formatted too: no call for each property. */
  @Test
  void aThousandContactsAreReadWithFewCallsEach() {
    List<MapiName> all = new ArrayList<>(List.of(SUBJECT, OpenItem.BODY, STAMP));
    for (int id = 0x3A02; id < 0x3A65; id++) {
      all.add(MapiName.tag(id, MapiName.TEXT));
    }
    for (int lid = 0x8005; lid < 0x80E0; lid++) {
      all.add(MapiName.number(ADDRESS, lid, MapiName.TEXT));
    }
    for (int i = 0; i < 1_000; i++) {
      try (ContactItem contact =
          new ContactItem(desk.application.createItem(OlItemType.olContactItem))) {
        contact.setText(ContactText.LastName, "Contact " + i);
        contact.setBody("A note");
        contact.save();
      }
    }
    try (Folder folder = desk.session.getDefaultFolder(OlDefaultFolders.olFolderContacts)) {
      List<ListedItem> listed = FolderListing.of(folder, List.of()).items();
      int before = desk.outlook.calls();
      for (ListedItem row : listed) {
        try (ContactItem contact = new ContactItem(desk.session.getItemFromID(row.id().value()))) {
          OpenItem open = OpenItem.read(contact, all);
          assertThat(open.values())
              .containsEntry(OpenItem.BODY, Variant.of("A note"))
              .containsKey(MapiName.tag(0x3A11, MapiName.TEXT));
          assertThat(open.refused()).isEmpty();
          assertThat(contact.rtfBody().isEmpty()).isFalse();
        }
      }
      int calls = desk.outlook.calls() - before;
      System.out.println("1,000 contacts were read with " + calls + " calls");
      assertThat(listed).hasSize(1_000);
      assertThat(calls).isLessThan(5 * 1_000);
    }
  }
}
