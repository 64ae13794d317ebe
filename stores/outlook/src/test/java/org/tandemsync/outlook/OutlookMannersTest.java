package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Member;
import org.tandemsync.items.Person;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.folder.MapiName;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.Items;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/**
 * What the contract of stores does not say: Outlook's folders, calls, and what becomes of things.
 */
class OutlookMannersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final MapiName UNKNOWN = MapiName.tag(0x6A01, MapiName.TEXT);

  private final StandIn outlook =
      new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
  private final Application application = outlook.application();

  @AfterEach
  void everythingIsReleased() {
    application.close();
    assertThat(outlook.references()).isZero();
    assertThat(outlook.callsByMember().keySet()).noneMatch(m -> m.endsWith(".Send"));
  }

  private OutlookStore open(String folder, Family family) {
    return new OutlookFolders(application, () -> NOW)
        .open(FolderAddress.parse(folder), family, true);
  }

  private static Stamp stamp(String link) {
    return new Stamp(new LinkId(link), 1);
  }

  private static Written create(OutlookStore store, Item item) {
    return store
        .write(List.of(new Effect.Create<>(item.uid(), item, stamp(item.uid()), item.title())))
        .getFirst();
  }

  private static ItemId created(OutlookStore store, Item item) {
    Written written = create(store, item);
    assertThat(written).isInstanceOf(Written.Done.class);
    assertThat(((Written.Done) written).losses()).isEmpty();
    return ((Written.Done) written).id();
  }

  private static Replica<Item> read(OutlookStore store, ItemId id) {
    Found<Item> found = store.read(List.of(id)).getFirst();
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<Item>) found).replica();
  }

  private static void change(OutlookStore store, ItemId id, UnaryOperator<Item> change) {
    Replica<Item> there = read(store, id);
    Item wanted = change.apply(there.item());
    Set<String> all = Set.copyOf(Fields.of(wanted.type()).names());
    Written written =
        store
            .write(
                List.of(
                    new Effect.Update<>(
                        id,
                        Objects.requireNonNull(there.revision()),
                        wanted,
                        all,
                        stamp("change"),
                        "T")))
            .getFirst();
    assertThat(written).isInstanceOf(Written.Done.class);
    assertThat(((Written.Done) written).losses()).isEmpty();
  }

  private static Appointment appointment(String uid) {
    return Appointment.builder()
        .uid(uid)
        .subject("Review " + uid)
        .timing(Timing.timed(NINE, NINE.plusHours(1), BERLIN))
        .build();
  }

  // ---- calls

  @Test
  void tenThousandAppointmentsAreListedWithoutOpeningOne() {
    try (OutlookStore store = open("calendar", Family.EVENTS);
        NameSpace session = application.getNamespace("MAPI");
        Folder calendar = session.getDefaultFolder(OlDefaultFolders.olFolderCalendar)) {
      for (int i = 0; i < 10_000; i++) {
        try (Items items = calendar.items();
            AppointmentItem item = new AppointmentItem(items.add())) {
          item.setSubject("Appointment " + i);
          item.save();
        }
      }
      int before = outlook.calls();
      assertThat(store.list(null).rows()).hasSize(10_000);
      int calls = outlook.calls() - before;
      System.out.println("OutlookStore: 10,000 appointments listed with " + calls + " calls");
      assertThat(calls).isLessThan(100);
    }
  }

  @Test
  void aThousandContactsAreReadWithFewerThanFiveCallsEach() {
    try (OutlookStore store = open("contacts", Family.CONTACTS)) {
      for (int i = 0; i < 1_000; i++) {
        Contact contact =
            Contact.builder()
                .uid("uid-" + i)
                .fullName("Contact " + i)
                .jobTitle("Engineer")
                .notes(org.tandemsync.items.Body.plain("A note"))
                .build();
        created(store, contact);
      }
      List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
      int before = outlook.calls();
      List<Found<Item>> found = store.read(ids);
      int calls = outlook.calls() - before;
      System.out.println("OutlookStore: 1,000 contacts read with " + calls + " calls");
      assertThat(found).allMatch(Found.Present.class::isInstance);
      assertThat(calls).isLessThan(5 * 1_000);
    }
  }

  // ---- folders

  @ParameterizedTest
  @CsvSource({
    "calendar",
    "Calendar",
    "Mailbox/Calendar",
    "\\\\Mailbox\\Calendar",
    "calendar of bob@example.org"
  })
  void aFolderIsFoundByWhatItIsCalled(String name) {
    outlook.share("bob@example.org");
    try (OutlookStore store = open(name, Family.EVENTS)) {
      created(store, appointment("a"));
      assertThat(store.list(null).rows()).hasSize(1);
      assertThat(store.traits().name())
          .isEqualTo(
              name.contains("bob") ? "\\\\bob@example.org\\Calendar" : "\\\\Mailbox\\Calendar");
    }
  }

  @ParameterizedTest
  @CsvSource({"Mailbox/Nowhere", "calendar of carol@example.org", "Archive/Calendar"})
  void aFolderThatIsNotThereIsSaidSo(String name) {
    assertThatThrownBy(() -> open(name, Family.EVENTS))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Outlook has no");
  }

  @Test
  void itemsOfOtherFormsTakePartOnlyIfTheProfileSaysSo() {
    try (OutlookStore all = open("calendar", Family.EVENTS)) {
      ItemId id = created(all, appointment("room"));
      try (NameSpace session = application.getNamespace("MAPI");
          AppointmentItem item = new AppointmentItem(session.getItemFromID(id.value()))) {
        item.setMessageClass("IPM.Appointment.Room");
        item.save();
      }
      assertThat(all.list(null).rows()).hasSize(1);
      try (OutlookStore plain =
          new OutlookFolders(application, () -> NOW)
              .open(FolderAddress.parse("calendar"), Family.EVENTS, false)) {
        assertThat(plain.list(null).rows()).isEmpty();
        // an item that is in step stays so
        assertThat(plain.read(List.of(id)).getFirst()).isInstanceOf(Found.Present.class);
      }
    }
  }

  // ---- what becomes of things

  @Test
  void whatIsDeletedIsInTheDeletedItems() {
    try (OutlookStore store = open("calendar", Family.EVENTS)) {
      ItemId id = created(store, appointment("a"));
      Replica<Item> there = read(store, id);
      store.write(
          List.of(new Effect.Delete<>(id, Objects.requireNonNull(there.revision()), "Review")));
    }
    try (NameSpace session = application.getNamespace("MAPI");
        Folder bin = session.getDefaultFolder(OlDefaultFolders.olFolderDeletedItems);
        Items items = bin.items()) {
      assertThat(items.count()).isEqualTo(1);
    }
  }

  @Test
  void whatNobodyHereKnowsSurvives() {
    try (OutlookStore store = open("calendar", Family.EVENTS);
        NameSpace session = application.getNamespace("MAPI")) {
      ItemId id = created(store, appointment("a"));
      try (AppointmentItem item = new AppointmentItem(session.getItemFromID(id.value()));
          PropertyAccessor mapi = item.propertyAccessor()) {
        mapi.setProperty(UNKNOWN.schema(), Variant.of("somebody's"));
        item.save();
      }
      change(store, id, i -> ((Appointment) i).toBuilder().location("Elsewhere").build());
      try (AppointmentItem item = new AppointmentItem(session.getItemFromID(id.value()));
          PropertyAccessor mapi = item.propertyAccessor()) {
        assertThat(mapi.getProperty(UNKNOWN.schema())).isEqualTo(Variant.of("somebody's"));
      }
    }
  }

  @Test
  void membersAreContactsListsAndStrangers() {
    try (OutlookStore store = open("contacts", Family.CONTACTS)) {
      DistributionList court =
          DistributionList.builder()
              .uid("court")
              .name("Court")
              .members(
                  List.of(
                      new Member("The Queen", "", "queen"),
                      new Member("Knave", "knave@example.org", "")))
              .build();
      Contact queen = Contact.builder().uid("queen").fullName("The Queen").build();
      List<Written> written =
          store.write(
              List.of(
                  new Effect.Create<>("court", court, stamp("court"), "Court"),
                  new Effect.Create<>("queen", queen, stamp("queen"), "The Queen")));
      assertThat(written).allMatch(Written.Done.class::isInstance);
      ItemId id = ((Written.Done) written.getFirst()).id();
      assertThat(((DistributionList) read(store, id).item()).members())
          .containsExactlyElementsOf(court.members());
    }
  }

  @Test
  void attendeesGetNothingAndAreThere() {
    try (OutlookStore store = open("calendar", Family.EVENTS)) {
      Appointment meeting =
          appointment("tea").toBuilder()
              .meeting(
                  new Meeting(
                      MeetingStatus.MEETING,
                      new Person("Hatter", "hatter@example.org"),
                      null,
                      0,
                      ResponseStatus.ORGANIZED,
                      null,
                      false))
              .attendees(
                  List.of(
                      new Attendee(
                          new Person("March Hare", "hare@example.org"),
                          AttendeeType.OPTIONAL,
                          ResponseStatus.ACCEPTED),
                      new Attendee(
                          new Person("", "dormouse@example.org"),
                          AttendeeType.REQUIRED,
                          ResponseStatus.NOT_RESPONDED)))
              .build();
      ItemId id = created(store, meeting);
      change(
          store,
          id,
          i -> {
            Appointment a = (Appointment) i;
            return a.toBuilder().attendees(a.attendees().subList(1, 2)).build();
          });
      assertThat(((Appointment) read(store, id).item()).attendees())
          .isEqualTo(meeting.attendees().subList(1, 2));
    }
  }

  // ---- series

  @Test
  void occurrencesAreDeletedChangedAndBroughtBack() {
    try (OutlookStore store = open("calendar", Family.EVENTS)) {
      Appointment series =
          appointment("daily").toBuilder()
              .recurrence(
                  Recurrence.of(
                      new RecurrencePattern.Daily(1),
                      NINE.toLocalDate(),
                      new RecurrenceEnd.AfterCount(10)))
              .build();
      ItemId id = created(store, series);
      LocalDate third = NINE.toLocalDate().plusDays(2);
      change(store, id, i -> withDeleted((Appointment) i, Set.of(third)));
      LocalDateTime fifth = NINE.plusDays(4);
      Appointment moved =
          series.toBuilder()
              .recurrence(null)
              .subject("Later")
              .timing(Timing.timed(fifth.plusHours(3), fifth.plusHours(4), BERLIN))
              .build();
      change(
          store,
          id,
          i ->
              ((Appointment) i)
                  .toBuilder()
                      .exceptions(List.of(new ExceptionalOccurrence(fifth, moved)))
                      .build());
      Appointment now = (Appointment) read(store, id).item();
      assertThat(now.exceptions()).hasSize(1);
      assertThat(now.exceptions().getFirst().occurrence().subject()).isEqualTo("Later");
      assertThat(Objects.requireNonNull(now.recurrence()).deleted()).containsExactly(third);
      change(store, id, i -> withDeleted((Appointment) i, Set.of()));
      Appointment whole = (Appointment) read(store, id).item();
      assertThat(Objects.requireNonNull(whole.recurrence()).deleted()).isEmpty();
      assertThat(whole.exceptions()).hasSize(1);
    }
  }

  private static Appointment withDeleted(Appointment series, Set<LocalDate> days) {
    return series.toBuilder()
        .recurrence(Objects.requireNonNull(series.recurrence()).withDeleted(days))
        .build();
  }

  // ---- Outlook ends

  @Test
  void anAnswerThatIsLostIsUnknownAndNothingIsTriedAfterIt() {
    OutlookStore store = open("calendar", Family.EVENTS);
    outlook.endIn("AppointmentItem.Save");
    List<Written> written =
        store.write(
            List.of(
                new Effect.Create<>("a", appointment("a"), stamp("a"), "A"),
                new Effect.Create<>("b", appointment("b"), stamp("b"), "B")));
    assertThat(written.get(0)).isInstanceOf(Written.Unknown.class);
    assertThat(written.get(1)).isInstanceOf(Written.NotDone.class);
    assertThatThrownBy(() -> store.list(null))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Outlook has ended");
    store.close();
  }

  @Test
  void whatEndsBeforeItIsSavedIsNotDone() {
    OutlookStore store = open("calendar", Family.EVENTS);
    outlook.endIn("AppointmentItem.Subject");
    assertThat(create(store, appointment("a"))).isInstanceOf(Written.NotDone.class);
    store.close();
  }
}
