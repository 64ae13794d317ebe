package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Options that change how items look to the server, or which take part, on a real data file. */
final class OptionsInStepTest {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");
  private static final LocalDateTime NINE = LocalDateTime.of(2031, 3, 10, 9, 0);

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection calendar;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    calendar = server.calendar("alice", "calendar");
    shell = new Shell(folder).set("PW", "l00king-glass").sample("demo/outlook.pst", "outlook.pst");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void options(String lines) {
    new OneProfile(shell, server, "Calendar", calendar).apply(lines);
  }

  private String sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  /** When a profile runs has nothing to do with how its items read. */
  @Test
  void optionsOfServingLookAtNoItemAgain() {
    options("");
    sync();
    options("serve = { sync-on-start = false, quiet-seconds = 30 }");
    assertInStep();
  }

  private void assertInStep() {
    server.log().clear();
    assertThat(sync()).contains("nothing to do");
    assertThat(server.log().writes()).isZero();
    assertThat(server.log().reads()).isZero();
  }

  private <T> T outlook(Function<PstStore, T> work) {
    try (PstFile file = PstFile.open(folder.resolve("outlook.pst"));
        PstStore store =
            new PstStore(
                file,
                file.folder("Calendar"),
                Family.EVENTS,
                InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")),
                ZoneOffset.UTC)) {
      return work.apply(store);
    }
  }

  private static List<Replica<Item>> all(PstStore store) {
    return store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()).stream()
        .map(f -> ((Found.Present<Item>) f).replica())
        .toList();
  }

  private static Replica<Item> titled(PstStore store, String title) {
    return all(store).stream()
        .filter(r -> r.item().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Appointment inOutlook(String title) {
    return (Appointment) outlook(store -> titled(store, title).item());
  }

  private List<String> titles() {
    return outlook(store -> all(store).stream().map(r -> r.item().title()).sorted().toList());
  }

  private void make(Appointment item) {
    List<Written> written =
        outlook(
            store ->
                store.write(List.of(new Effect.Create<>(item.uid(), item, OUTLOOK, item.title()))));
    assertThat(written).hasOnlyElementsOfType(Written.Done.class);
  }

  private void edit(String title, UnaryOperator<Appointment> change) {
    List<Written> written =
        outlook(
            store -> {
              Replica<Item> now = titled(store, title);
              return store.write(
                  List.of(
                      new Effect.Update<>(
                          now.id(),
                          Objects.requireNonNull(now.revision()),
                          change.apply((Appointment) now.item()),
                          Set.copyOf(Fields.of(now.item().type()).names()),
                          OUTLOOK,
                          title)));
            });
    assertThat(written).hasOnlyElementsOfType(Written.Done.class);
  }

  private static Appointment.Builder appointment(String uid, String subject) {
    return Appointment.builder()
        .uid(uid)
        .subject(subject)
        .timing(Timing.timed(NINE, NINE.plusHours(1), BERLIN));
  }

  private String onServer() {
    return String.join("\n", calendar.bodies().values());
  }

  private String onServer(String uid) {
    return calendar.bodies().values().stream()
        .filter(body -> body.contains(uid))
        .findFirst()
        .orElseThrow();
  }

  private void editOnServer(String text, UnaryOperator<String> change) {
    String member =
        calendar.bodies().entrySet().stream()
            .filter(e -> e.getValue().contains(text))
            .map(java.util.Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    calendar.put(member, change.apply(calendar.get(member).orElseThrow()));
  }

  @Test
  void aMaskHidesWhatIsPrivateAndIsTakenOffAgain() {
    make(
        appointment("dentist", "Dentist")
            .location("Clinic")
            .sensitivity(Sensitivity.PRIVATE)
            .build());
    options("");
    sync();
    assertThat(onServer()).contains("SUMMARY:Dentist", "LOCATION:Clinic", "Test appointment");

    options("privacy = { hide = [\"private\"], title = \"{sensitivity} ({busy-status})\" }");
    assertThat(shell.tandem("plan").out()).contains("options changed");
    assertThat(sync()).contains("1 updated on the server").doesNotContain("updated in Outlook");
    assertThat(onServer())
        .contains("SUMMARY:Private (Busy)", "Test appointment")
        .doesNotContain("Dentist", "Clinic");
    assertThat(inOutlook("Dentist").location()).isEqualTo("Clinic");
    assertInStep();

    // somebody moves it and writes into it on a phone
    editOnServer(
        "UID:dentist",
        t ->
            t.replace("SUMMARY:Private (Busy)", "SUMMARY:Why?")
                .replace("20310310T090000", "20310310T083000"));
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isEqualTo(1);
    assertThat(onServer()).contains("SUMMARY:Private (Busy)").doesNotContain("Why?");
    assertThat(inOutlook("Dentist").timing().start()).isEqualTo(NINE.minusMinutes(30));
    assertThat(shell.tandem("report", "--json").out()).contains("Calendar");
    assertInStep();

    options("");
    sync();
    assertThat(onServer()).contains("SUMMARY:Dentist", "LOCATION:Clinic");
    assertThat(inOutlook("Dentist").location()).isEqualTo("Clinic");
    assertInStep();
  }

  @Test
  void onlyItemsOfACategoryTakePart() {
    make(appointment("work", "Meeting").categories(Categories.of("Work", "A")).build());
    make(appointment("home", "Cooking").build());
    options("categories = { only = [\"Work\"], leaving = \"delete\" }");
    assertThat(sync()).contains("1 created on the server");
    assertThat(onServer()).contains("CATEGORIES:A").doesNotContain("Cooking", "Work");
    assertInStep();

    calendar.put(
        "tea.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//tea//party//EN
        BEGIN:VEVENT
        UID:tea-party
        DTSTAMP:20260301T110000Z
        DTSTART:20310302T160000Z
        DTEND:20310302T170000Z
        SUMMARY:Tea
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"));
    sync();
    assertThat(inOutlook("Tea").categories().names()).containsExactly("Work");
    assertThat(onServer()).doesNotContain("CATEGORIES:Work");
    assertInStep();

    edit("Meeting", a -> a.toBuilder().categories(Categories.of("A")).build());
    edit("Cooking", a -> a.toBuilder().categories(Categories.of("work")).build());
    assertThat(sync()).contains("1 created on the server", "1 deleted on the server");
    assertThat(onServer()).contains("Cooking", "Tea").doesNotContain("Meeting");
    assertThat(titles()).contains("Meeting", "Cooking", "Tea");
    assertInStep();

    options("");
    assertThat(sync()).doesNotContain("in Outlook;").contains("created on the server");
    assertThat(onServer()).contains("Meeting", "Test appointment");
    assertInStep();
  }

  @Test
  void pastRemindersStayAsTheyAre() {
    LocalDateTime past = LocalDateTime.of(2020, 3, 10, 9, 0);
    make(
        appointment("old", "Old")
            .timing(Timing.timed(past, past.plusHours(1), BERLIN))
            .reminder(Reminder.before(15))
            .build());
    make(appointment("new", "New").reminder(Reminder.before(20)).build());
    options("reminders = { which = \"upcoming\" }");
    sync();
    assertThat(onServer("UID:new")).contains("TRIGGER:-PT20M");
    assertThat(onServer("UID:old")).doesNotContain("VALARM");
    assertInStep();
    editOnServer(
        "UID:old",
        t ->
            t.replace(
                "END:VEVENT",
                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n"
                    + "END:VEVENT"));
    sync();
    edit("Old", a -> a.toBuilder().subject("Older").build());
    sync();
    assertThat(onServer("UID:old")).contains("SUMMARY:Older", "TRIGGER:-PT5M");
    assertThat(inOutlook("Older").reminder()).isEqualTo(Reminder.before(15));
    assertInStep();
  }

  private static String event(String uid, String start, String more) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//tea//party//EN
    BEGIN:VEVENT
    UID:%s
    DTSTAMP:20200101T110000Z
    DTSTART:%s
    DURATION:PT1H
    SUMMARY:%s
    %sEND:VEVENT
    END:VCALENDAR
    """
        .formatted(uid, start, uid, more)
        .replace("\n", "\r\n");
  }

  private static Appointment.Builder on(String title, String start) {
    LocalDateTime begins = LocalDateTime.parse(start);
    return appointment(title, title).timing(Timing.timed(begins, begins.plusHours(1), BERLIN));
  }

  /** The clock shows 1 March 2026. */
  @Test
  void onlyWhatIsNearTakesPartAndNothingIsDeletedBecauseTimePasses() {
    make(on("near", "2026-03-05T09:00").build());
    make(on("far", "2026-06-01T09:00").build());
    make(on("long ago", "2025-01-01T09:00").build());
    calendar.put("old.ics", event("over", "20200106T090000Z", "RRULE:FREQ=DAILY;COUNT=9\n"));
    calendar.put("series.ics", event("weekly", "20200106T090000Z", "RRULE:FREQ=WEEKLY\n"));
    calendar.put("next.ics", event("next year", "20270301T090000Z", ""));
    options("range = { days-back = 60, days-ahead = 30 }");
    assertThat(sync()).contains("2 created on the server", "1 created in Outlook");
    assertThat(onServer("near")).isNotEmpty();
    assertThat(titles()).contains("weekly", "far", "long ago").doesNotContain("over", "next year");
    assertInStep();

    shell.later(Duration.ofDays(70));
    assertThat(sync()).contains("1 created on the server").doesNotContain("deleted");
    assertThat(onServer()).contains("UID:far", "UID:near").doesNotContain("long ago");
    assertInStep();
    edit("near", a -> a.toBuilder().location("Wonderland").build());
    sync();
    assertThat(onServer("UID:near")).contains("LOCATION:Wonderland");

    options("range = { days-back = 0, days-ahead = 0 }");
    assertThat(sync()).contains("nothing to do");
    assertThat(onServer()).contains("UID:far", "UID:near", "UID:weekly", "UID:over");
    options("");
    assertThat(sync()).doesNotContain("deleted");
    assertThat(titles()).contains("over", "next year", "weekly");
    assertThat(onServer()).contains("UID:long ago");
    assertInStep();
    server.log().clear();
    sync();
    assertThat(server.log().all()).as("one request says that nothing has changed").hasSize(1);
  }

  /** What AutoArchive or a server clears away of it is nothing that somebody deleted. */
  @Test
  void whatIsOutsideTheRangeOnBothSidesIsLeftAloneThere() {
    make(on("both", "2024-01-10T09:00").location("Outlook").build());
    make(on("late", "2024-02-10T09:00").build());
    make(on("moved", "2026-03-10T09:00").build());
    calendar.put("both.ics", event("both", "20240110T080000Z", "LOCATION:Server\n"));
    calendar.put("moved.ics", event("moved", "20240310T080000Z", ""));
    options("range = { days-back = 60 }");
    Shell.Answer first = shell.tandem("sync");
    assertThat(first.out()).contains("1 linked, 1 in conflict; 2 items in step");
    assertThat(inOutlook("both").location()).isEqualTo("Outlook");
    assertThat(onServer("UID:both")).contains("LOCATION:Server");
    assertThat(onServer("UID:moved")).doesNotContain("20240310");
    assertInStep();

    calendar.put("late.ics", event("late", "20240210T080000Z", ""));
    make(on("later", "2024-03-10T09:00").build());
    calendar.put("later.ics", event("later", "20240310T080000Z", ""));
    assertThat(sync()).contains("nothing to do");

    List.of("both.ics", "late.ics", "later.ics").forEach(calendar::delete);
    assertThat(sync()).contains("nothing to do");
    assertThat(titles()).contains("both", "late", "later", "moved");
    assertInStep();
  }
}
