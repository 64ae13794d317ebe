package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Occurrences;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstStore;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;

/**
 * What Outlook could not show of a series, and can after an edit of it, comes to Outlook: its next
 * edit is no wish to have that deleted.
 */
final class DatesShownLaterTest {
  private static final Stamp OUTLOOK = new Stamp(new LinkId("outlook-itself"), 1);
  private static final String EXTRA = "RDATE;TZID=Europe/Vienna:20310305T140000";
  private static final String YEARLY =
      """
      RRULE:FREQ=YEARLY
      END:VEVENT
      BEGIN:VEVENT
      UID:course
      DTSTAMP:20260301T110000Z
      RECURRENCE-ID;TZID=Europe/Vienna;RANGE=THISANDFUTURE:20690303T090000
      DTSTART;TZID=Europe/Vienna:20690303T110000
      DTEND;TZID=Europe/Vienna:20690303T120000
      SUMMARY:Course
      """;

  @TempDir Path folder;
  private CalendarInStep world;
  private Path disk;
  private int minute;

  @BeforeEach
  void start() throws IOException {
    world = new CalendarInStep(folder);
    disk = Files.createDirectory(folder.resolve("disk"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String course(String lines) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//tea//party//EN
    BEGIN:VEVENT
    UID:course
    DTSTAMP:20260301T110000Z
    DTSTART;TZID=Europe/Vienna:20310303T090000
    DTEND;TZID=Europe/Vienna:20310303T100000
    SUMMARY:Course
    %sEND:VEVENT
    END:VCALENDAR
    """
        .formatted(lines)
        .replace("\n", "\r\n");
  }

  private void onServer(String lines) {
    world.calendar.put("course.ics", course(lines));
  }

  private String onServer() {
    return world.calendar.get("course.ics").orElseThrow();
  }

  /** The profile's other side is a directory from now on. */
  private void inFolder(String lines) throws IOException {
    world.shell.file(
        "tandem.toml",
        """
        [[profiles]]
        name = "Disk"
        outlook = { pst = "outlook.pst", folder = "Calendar" }
        server = { folder = "disk" }
        family = "events"
        """);
    assertThat(world.shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
    Files.writeString(disk.resolve("course.ics"), course(lines));
  }

  private String inFolder() throws IOException {
    return Files.readString(disk.resolve("course.ics"));
  }

  private String sync() {
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    return answer.out();
  }

  private <T> T outlook(Function<PstStore, T> work) {
    Instant now = Instant.parse("2027-03-01T12:00:00Z").plusSeconds(60L * ++minute);
    try (PstFile opened = PstFile.open(folder.resolve("outlook.pst"));
        PstStore store =
            new PstStore(
                opened,
                opened.folder("Calendar"),
                Family.EVENTS,
                () -> now,
                ZoneId.of("Europe/Vienna"))) {
      return work.apply(store);
    }
  }

  private static Replica<Item> course(PstStore store) {
    return store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()).stream()
        .map(found -> ((Found.Present<Item>) found).replica())
        .filter(replica -> replica.item().title().equals("Course"))
        .findFirst()
        .orElseThrow();
  }

  private Appointment inOutlook() {
    return outlook(store -> (Appointment) course(store).item());
  }

  private List<LocalDate> datesInOutlook() {
    return Occurrences.of(Objects.requireNonNull(inOutlook().recurrence())).dates().toList();
  }

  private void edit(String field, UnaryOperator<Appointment> change) {
    Written done =
        outlook(
            store -> {
              Replica<Item> now = course(store);
              Appointment wanted = change.apply((Appointment) now.item());
              return store
                  .write(
                      List.of(
                          new Effect.Update<>(
                              now.id(),
                              Objects.requireNonNull(now.revision()),
                              wanted,
                              Set.of(field),
                              OUTLOOK,
                              "Course")))
                  .getFirst();
            });
    assertThat(done).isInstanceOf(Written.Done.class);
  }

  private void move() {
    LocalDateTime two = LocalDateTime.of(2031, 3, 3, 14, 0);
    edit("timing", item -> item.toBuilder().timing(item.timing().movedTo(two)).build());
  }

  private void deleteThird() {
    edit(
        "recurrence",
        item -> {
          Set<LocalDate> deleted =
              new TreeSet<>(Objects.requireNonNull(item.recurrence()).deleted());
          deleted.add(LocalDate.of(2031, 3, 17));
          return item.toBuilder().recurrence(item.recurrence().withDeleted(deleted)).build();
        });
  }

  private void rename(LocalDate date, String subject) {
    edit(
        "exceptions",
        item -> {
          List<ExceptionalOccurrence> all = new ArrayList<>();
          for (ExceptionalOccurrence each : item.exceptions()) {
            Appointment occurrence = each.occurrence();
            all.add(
                each.originalStart().toLocalDate().equals(date)
                    ? new ExceptionalOccurrence(
                        each.originalStart(), occurrence.toBuilder().subject(subject).build())
                    : each);
          }
          return item.toBuilder().exceptions(all).build();
        });
  }

  @Test
  void aDateBesideTheRuleIsShownOnceTheSeriesIsAtItsTime() {
    onServer("RRULE:FREQ=WEEKLY;COUNT=4\n" + EXTRA + "\n");
    sync();
    assertThat(datesInOutlook()).hasSize(4);
    move();
    assertThat(sync()).contains("1 updated on the server");
    assertThat(onServer()).contains(EXTRA);
    assertThat(sync()).contains("1 updated in Outlook");
    assertThat(datesInOutlook()).hasSize(5).contains(LocalDate.of(2031, 3, 5));
    assertThat(sync()).contains("nothing to do");
    deleteThird();
    sync();
    assertThat(onServer())
        .contains(EXTRA, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Vienna:20310317T140000");
    assertThat(datesInOutlook()).hasSize(4).contains(LocalDate.of(2031, 3, 5));
    assertThat(sync()).contains("nothing to do");
  }

  @Test
  void soItIsInAFolder() throws IOException {
    inFolder("RRULE:FREQ=WEEKLY;COUNT=4\n" + EXTRA + "\n");
    sync();
    move();
    sync();
    assertThat(sync()).contains("1 updated in Outlook");
    assertThat(datesInOutlook()).hasSize(5).contains(LocalDate.of(2031, 3, 5));
    deleteThird();
    sync();
    assertThat(inFolder()).contains(EXTRA, "EXDATE;TZID=Europe/Vienna:20310317T140000");
  }

  /** Who edits it once more before that is told: both sides have changed the same. */
  @Test
  void anEditBeforeItIsShownIsAConflictAndNotSilent() {
    onServer("RRULE:FREQ=WEEKLY;COUNT=4\n" + EXTRA + "\n");
    sync();
    move();
    sync();
    deleteThird();
    assertThat(world.shell.tandem("sync").out()).contains("1 in conflict");
  }

  /** The change for all that follow begins a year later and is shown for a year more. */
  @Test
  void occurrencesThatAnOverrideShowsForLongerComeToOutlook() {
    onServer(YEARLY);
    sync();
    int shown = inOutlook().exceptions().size();
    LocalDate last = inOutlook().exceptions().getLast().originalStart().toLocalDate();
    rename(LocalDate.of(2069, 3, 3), "Special");
    assertThat(sync()).contains("1 updated on the server");
    sync();
    assertThat(onServer()).contains("RANGE=THISANDFUTURE:20700303T090000");
    assertThat(inOutlook().exceptions()).hasSize(shown + 1);
    assertThat(inOutlook().exceptions().getLast().originalStart().toLocalDate())
        .isEqualTo(last.plusYears(1));
    rename(LocalDate.of(2073, 3, 3), "Special too");
    sync();
    assertThat(onServer().split("BEGIN:VEVENT")).hasSize(1 + 4);
    assertThat(onServer()).contains("RANGE=THISANDFUTURE:20700303T090000");
    assertThat(sync()).contains("nothing to do");
  }
}
