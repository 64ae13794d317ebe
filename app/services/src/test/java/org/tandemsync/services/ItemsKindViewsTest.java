package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.CategoryColors;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Confidentiality;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.PrivacyMask;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Timing;
import org.tandemsync.items.UpcomingReminders;
import org.tandemsync.items.View;
import org.tandemsync.items.Views;
import org.tandemsync.items.Zone;
import org.tandemsync.sync.Crossing;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;

/** Items of one link that are put differently: what each option brings to which side. */
class ItemsKindViewsTest {
  private static final ZoneNames ZONES = zone -> Optional.of(ZoneId.of("Europe/Berlin"));
  private static final Zone BERLIN = new Zone("W. Europe Standard Time");
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);

  private static final PrivacyMask MASK =
      new PrivacyMask(
          Set.of(Sensitivity.PRIVATE), "{sensitivity} ({busy-status})", Set.of("body", "location"));

  private static ItemsKind kind(View... views) {
    return new ItemsKind(Projection.EVERYTHING, ZONES, new Views(List.of(views)), Selection.ALL);
  }

  private static Appointment dentist() {
    return Appointment.builder()
        .uid("u")
        .subject("Dentist")
        .location("Clinic")
        .body(Body.plain("root canal"))
        .sensitivity(Sensitivity.PRIVATE)
        .busyStatus(BusyStatus.OUT_OF_OFFICE)
        .timing(Timing.timed(NINE, NINE.plusHours(1), BERLIN))
        .build();
  }

  private static Merged<Item> merged(
      ItemsKind kind, Item leftBase, Item left, Item rightBase, Item right, String... reworded) {
    return Objects.requireNonNull(
        new Crossing<>(kind, leftBase, left, rightBase, right, Set.of(reworded)).merged(Side.LEFT));
  }

  private static Appointment right(Merged<Item> merged) {
    return (Appointment) merged.right();
  }

  private static Appointment left(Merged<Item> merged) {
    return (Appointment) merged.left();
  }

  // ---- the mask ----

  @Test
  void whatIsHiddenIsNeverSentAndTheTimesAre() {
    ItemsKind kind = kind(MASK);
    Appointment shown = (Appointment) kind.wording().shown(dentist());
    assertThat(shown.subject()).isEqualTo("Private (Out of office)");
    assertThat(shown.location() + shown.body().plain()).isEmpty();
    assertThat(shown.timing()).isEqualTo(dentist().timing());
    Appointment other =
        dentist().toBuilder().subject("Crown").timing(later(dentist().timing())).build();
    Merged<Item> merged = merged(kind, dentist(), other, shown, shown);
    assertThat(merged.toRight()).containsExactly("timing");
    assertThat(merged.toLeft()).isEmpty();
    assertThat(merged.agreed()).containsExactlyInAnyOrder("subject", "timing");
  }

  private static Timing later(Timing timing) {
    return Timing.timed(timing.start().plusDays(1), timing.end().plusDays(1), BERLIN);
  }

  @Test
  void whatIsWrittenOnTheServerIsHiddenAgainAndRecorded() {
    ItemsKind kind = kind(MASK);
    Appointment shown = (Appointment) kind.wording().shown(dentist());
    Appointment edited =
        shown.toBuilder().subject("What is it?").timing(later(shown.timing())).build();
    Merged<Item> merged = merged(kind, dentist(), dentist(), shown, edited);
    assertThat(merged.toLeft()).containsExactly("timing");
    assertThat(left(merged).subject()).isEqualTo("Dentist");
    assertThat(merged.toRight()).containsExactly("subject");
    assertThat(right(merged).subject()).isEqualTo("Private (Out of office)");
    assertThat(merged.overwritten())
        .containsExactly(
            new Merged.FieldClash("subject", "Private (Out of office)", "What is it?"));
  }

  @Test
  void switchingTheMaskOnHidesAndSwitchingItOffShowsAndNeitherComesToOutlook() {
    Appointment open = dentist();
    Merged<Item> on = merged(kind(MASK), open, open, open, open);
    assertThat(on.toRight()).containsExactlyInAnyOrder("subject", "location", "body");
    assertThat(on.reworded()).isEqualTo(on.toRight());
    assertThat(on.toLeft()).isEmpty();
    Item hidden = on.right();
    Merged<Item> off = merged(kind(), open, open, hidden, hidden, "subject", "location", "body");
    assertThat(off.toRight()).containsExactlyInAnyOrder("subject", "location", "body");
    assertThat(off.toLeft()).isEmpty();
    assertThat(right(off).subject()).isEqualTo("Dentist");
    Appointment normal = open.toBuilder().sensitivity(Sensitivity.NORMAL).build();
    assertThat(merged(kind(MASK), normal, normal, normal, normal).toRight()).isEmpty();
  }

  @Test
  void aConflictThatIsLeftToAPersonIsNoOptionThatChanged() {
    Appointment other = dentist().toBuilder().location("Home").build();
    Merged<Item> merged = merged(kind(), dentist(), dentist(), other, other);
    assertThat(merged.toRight()).isEmpty();
    assertThat(merged.toLeft()).isEmpty();
  }

  @Test
  void aSensitivityThatChangesShowsAndHides() {
    ItemsKind kind = kind(MASK);
    Item shown = kind.wording().shown(dentist());
    Appointment normal = dentist().toBuilder().sensitivity(Sensitivity.NORMAL).build();
    Merged<Item> merged = merged(kind, dentist(), normal, shown, shown);
    assertThat(merged.toRight())
        .containsExactlyInAnyOrder("sensitivity", "subject", "location", "body");
    assertThat(right(merged).subject()).isEqualTo("Dentist");
    Merged<Item> back = merged(kind, normal, dentist(), normal, normal);
    assertThat(right(back).subject()).isEqualTo("Private (Out of office)");
  }

  @Test
  void atAFirstMeetingTheMaskIsNoValue() {
    ItemsKind kind = kind(MASK);
    Item shown = kind.wording().shown(dentist());
    Merged<Item> merged =
        new Crossing<>(kind, null, dentist(), null, shown, Set.of()).merged(Side.RIGHT);
    assertThat(merged.toLeft()).isEmpty();
    assertThat(merged.toRight()).isEmpty();
    assertThat(merged.clashes()).isEmpty();
  }

  // ---- changed occurrences ----

  private static Appointment series(String subjectOfTheSecond) {
    Appointment master =
        dentist().toBuilder()
            .recurrence(
                Recurrence.of(
                    new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.MONDAY)),
                    LocalDate.of(2026, 3, 2),
                    RecurrenceEnd.NEVER))
            .build();
    return master.toBuilder().exceptions(List.of(occurrence(7, subjectOfTheSecond))).build();
  }

  private static ExceptionalOccurrence occurrence(int days, String subject) {
    LocalDateTime start = NINE.plusDays(days);
    return new ExceptionalOccurrence(
        start,
        dentist().toBuilder()
            .subject(subject)
            .timing(Timing.timed(start.plusHours(1), start.plusHours(2), BERLIN))
            .build());
  }

  @Test
  void changedOccurrencesAreHiddenTooAndMoveBothWays() {
    ItemsKind kind = kind(MASK);
    Appointment outlook = series("Surgeon");
    Appointment shown = (Appointment) kind.wording().shown(outlook);
    Appointment second = shown.exceptions().getFirst().occurrence();
    assertThat(second.subject()).isEqualTo("Private (Out of office)");
    assertThat(second.location()).isEmpty();
    // the server moves the second and makes a third
    Appointment moved = second.toBuilder().timing(later(second.timing())).build();
    LocalDateTime third = NINE.plusDays(14);
    Appointment server =
        shown.toBuilder()
            .exceptions(
                List.of(
                    new ExceptionalOccurrence(NINE.plusDays(7), moved),
                    new ExceptionalOccurrence(
                        third,
                        moved.toBuilder()
                            .timing(Timing.timed(third.plusHours(3), third.plusHours(4), BERLIN))
                            .build())))
            .build();
    Merged<Item> merged = merged(kind, outlook, outlook, shown, server);
    assertThat(merged.toRight()).isEmpty();
    assertThat(merged.toLeft()).containsExactly("exceptions");
    List<ExceptionalOccurrence> now = left(merged).exceptions();
    assertThat(now).extracting(e -> e.occurrence().subject()).containsExactly("Surgeon", "Dentist");
    assertThat(now.getFirst().occurrence().timing()).isEqualTo(moved.timing());
    assertThat(now).extracting(e -> e.occurrence().location()).containsOnly("Clinic");
    // and switched on later, it hides them
    Merged<Item> on = merged(kind, outlook, outlook, outlook, outlook);
    assertThat(right(on).exceptions().getFirst().occurrence().subject())
        .isEqualTo("Private (Out of office)");
  }

  @Test
  void whatIsLeftOutIsLeftOutOfChangedOccurrencesToo() {
    ItemsKind kind =
        new ItemsKind(Projection.EVERYTHING.without(ItemType.APPOINTMENT, Set.of("body")), ZONES);
    Appointment base = series("Surgeon");
    Appointment text = withBody(base, "secret");
    assertThat(kind.differing(base, text)).isEmpty();
    Appointment moved =
        text.toBuilder()
            .exceptions(List.of(new ExceptionalOccurrence(NINE.plusDays(7), moved(text))))
            .build();
    Merged<Item> merged = merged(kind, base, moved, base, withBody(base, "the server's"));
    assertThat(merged.toRight()).containsExactly("exceptions");
    Appointment sent = right(merged).exceptions().getFirst().occurrence();
    assertThat(sent.body().plain()).isEqualTo("the server's");
    assertThat(sent.timing()).isEqualTo(moved(text).timing());
    Appointment made = (Appointment) kind.visible(text);
    assertThat(made.exceptions().getFirst().occurrence().body()).isEqualTo(Body.EMPTY);
  }

  private static Appointment moved(Appointment series) {
    Appointment second = series.exceptions().getFirst().occurrence();
    return second.toBuilder().timing(later(second.timing())).build();
  }

  private static Appointment withBody(Appointment series, String text) {
    Appointment second = series.exceptions().getFirst().occurrence();
    return series.toBuilder()
        .exceptions(
            List.of(
                new ExceptionalOccurrence(
                    NINE.plusDays(7), second.toBuilder().body(Body.plain(text)).build())))
        .build();
  }

  // ---- other words ----

  @Test
  void theServersOwnWordStaysAsLongAsItMeansTheSame() {
    ItemsKind kind =
        kind(new Confidentiality(Map.of(), Map.of(Sensitivity.CONFIDENTIAL, Sensitivity.PRIVATE)));
    Appointment confidential = dentist().toBuilder().sensitivity(Sensitivity.CONFIDENTIAL).build();
    Appointment titled = dentist().toBuilder().subject("Doctor").build();
    Merged<Item> merged = merged(kind, dentist(), titled, confidential, confidential);
    assertThat(merged.toRight()).containsExactly("subject");
    Appointment open = dentist().toBuilder().sensitivity(Sensitivity.NORMAL).build();
    Merged<Item> changed = merged(kind, dentist(), open, confidential, confidential);
    assertThat(changed.toRight()).containsExactly("sensitivity");
    Merged<Item> same = merged(kind, open, open, open, confidential);
    assertThat(left(same).sensitivity()).isEqualTo(Sensitivity.PRIVATE);
    assertThat(same.toRight()).isEmpty();
    assertThat(same.agreed()).containsExactly("sensitivity");
  }

  // ---- categories ----

  @Test
  void theFiltersCategoryStaysInOutlook() {
    ItemsKind kind = kind(new CategoryFilter(List.of("Work"), false, false));
    Appointment outlook = dentist().toBuilder().categories(Categories.of("Work", "A")).build();
    Appointment server = dentist().toBuilder().categories(Categories.of("A")).build();
    Appointment more = server.toBuilder().categories(Categories.of("A", "B")).build();
    Merged<Item> merged = merged(kind, outlook, outlook, server, more);
    assertThat(left(merged).categories().names()).containsExactlyInAnyOrder("Work", "A", "B");
    assertThat(merged.toRight()).isEmpty();
    Appointment left = outlook.toBuilder().categories(Categories.of("A")).build();
    Merged<Item> taken = merged(kind, outlook, left, server, server);
    assertThat(taken.toRight()).isEmpty();
    assertThat(taken.toLeft()).isEmpty();
    assertThat(taken.agreed()).containsExactly("categories");
  }

  @Test
  void case209_leavingTheFilterIsADeletionOnlyIfSomebodyAsksForIt() {
    CategoryFilter filter = new CategoryFilter(List.of("Work"), false, false);
    Appointment in = dentist().toBuilder().categories(Categories.of("work")).build();
    Selection keep = new Selection(filter, false, null);
    Selection delete = new Selection(filter, true, null);
    assertThat(keep.leaves(in, dentist())).isEmpty();
    assertThat(delete.leaves(in, dentist())).isPresent();
    assertThat(delete.leaves(dentist(), dentist())).as("it was out before").isEmpty();
    assertThat(delete.leaves(in, in)).isEmpty();
    assertThat(new Selection(new CategoryFilter(List.of("Work"), true, false), true, null))
        .matches(s -> s.includes(Side.LEFT, dentist()));
    assertThat(new Selection(new CategoryFilter(List.of("Work"), false, true), true, null))
        .matches(s -> !s.includes(Side.LEFT, in) && s.includes(Side.LEFT, dentist()));
  }

  @Test
  void aColourFollowsTheCategoryAndTheCategoryTheColour() {
    ItemsKind kind =
        kind(
            new CategoryColors(
                new MasterCategoryList(
                    List.of(
                        new MasterCategoryList.Category("Urgent", CategoryColor.RED, 0),
                        new MasterCategoryList.Category("Calm", CategoryColor.BLUE, 0)))));
    Appointment plain = dentist();
    Appointment urgent = plain.toBuilder().categories(Categories.of("Urgent")).build();
    Merged<Item> out = merged(kind, plain, urgent, plain, plain);
    assertThat(right(out).color()).isEqualTo("red");
    assertThat(out.toRight()).containsExactlyInAnyOrder("categories", "color");
    Appointment blue = right(out).toBuilder().color("blue").build();
    Merged<Item> in = merged(kind, urgent, urgent, right(out), blue);
    assertThat(left(in).categories().names()).containsExactlyInAnyOrder("Calm", "Urgent");
    Merged<Item> gone = merged(kind, urgent, plain, right(out), right(out));
    assertThat(right(gone).color()).isEmpty();
  }

  // ---- reminders ----

  private static ItemsKind upcoming(String now) {
    return kind(new UpcomingReminders(Instant.parse(now), ZONES::zoneId, ZoneId.of("UTC")));
  }

  @Test
  void aPastReminderIsNeitherSentNorBroughtNorRemoved() {
    ItemsKind kind = upcoming("2026-04-01T00:00:00Z");
    Appointment with = dentist().toBuilder().reminder(Reminder.before(15)).build();
    assertThat(kind.differing(with, dentist())).isEmpty();
    assertThat(((Appointment) kind.visible(with)).reminder()).isEqualTo(Reminder.NONE);
    Appointment titled = with.toBuilder().subject("x").build();
    assertThat(merged(kind, dentist(), titled, dentist(), dentist()).toRight())
        .containsExactly("subject");
    assertThat(merged(kind, with, titled.toBuilder().reminder(Reminder.NONE).build(), with, with))
        .matches(m -> m.toRight().equals(Set.of("subject")));
  }

  @Test
  void aPastReminderOfAnAppointmentThatIsMovedToTheFutureIsSent() {
    ItemsKind kind = upcoming("2026-03-02T23:00:00Z");
    Appointment with = dentist().toBuilder().reminder(Reminder.before(15)).build();
    Appointment moved = with.toBuilder().timing(later(with.timing())).build();
    Merged<Item> merged = merged(kind, kind.visible(with), moved, dentist(), dentist());
    assertThat(merged.toRight()).containsExactlyInAnyOrder("timing", "reminder");
  }

  @Test
  void aSeriesIsPastWhenItsLastOccurrenceHasEnded() {
    Appointment endless = series("x").toBuilder().reminder(Reminder.before(15)).build();
    Recurrence recurrence = Objects.requireNonNull(endless.recurrence());
    Appointment twice =
        endless.toBuilder()
            .exceptions(List.of())
            .recurrence(recurrence.withEnd(new RecurrenceEnd.AfterCount(2)))
            .build();
    assertThat(upcoming("2030-01-01T00:00:00Z").aside(endless)).isEmpty();
    assertThat(upcoming("2026-03-09T08:30:00Z").aside(twice)).isEmpty();
    assertThat(upcoming("2026-03-09T09:00:00Z").aside(twice)).containsExactly("reminder");
  }
}
