package org.tandemsync.testkit.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Clash;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Merge;
import org.tandemsync.items.Merge.Winner;
import org.tandemsync.items.Photo;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;

/** The laws of the three-way merge, over all types of item and every field. */
class MergeLawsTest {
  private static final Projection ALL = Projection.EVERYTHING;

  @Provide
  Arbitrary<List<Item>> one() {
    return GeneratedItems.sameType(1);
  }

  @Provide
  Arbitrary<List<Item>> two() {
    return GeneratedItems.sameType(2);
  }

  @Provide
  Arbitrary<List<Item>> three() {
    return GeneratedItems.sameType(3);
  }

  @Property(tries = 200)
  void nothingChangedNothingMoves(@ForAll("two") List<Item> items) {
    Item left = items.get(0);
    Item right = items.get(1);
    Merge merge = Merge.of(ALL, left, left, right, right, Winner.LEFT);
    assertThat(merge.toLeft()).isEmpty();
    assertThat(merge.toRight()).isEmpty();
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.left()).isEqualTo(left);
    assertThat(merge.right()).isEqualTo(right);
  }

  @Property(tries = 300)
  void aChangeOfOneSideIsTakenOver(@ForAll("two") List<Item> items) {
    Item base = items.get(0);
    Item edited = items.get(1);
    Merge toRight = Merge.of(ALL, base, edited, base, base, Winner.NOBODY);
    assertThat(toRight.clashes()).isEmpty();
    assertThat(ALL.differing(toRight.right(), edited)).isEmpty();
    assertThat(ALL.differing(toRight.left(), edited)).isEmpty();
    assertThat(toRight.toLeft()).isEmpty();
    assertThat(toRight.toRight()).containsExactlyInAnyOrderElementsOf(ALL.differing(base, edited));

    Merge toLeft = Merge.of(ALL, base, base, base, edited, Winner.NOBODY);
    assertThat(toLeft.clashes()).isEmpty();
    assertThat(ALL.differing(toLeft.left(), edited)).isEmpty();
    assertThat(toLeft.toRight()).isEmpty();
  }

  @Property(tries = 300)
  void theSameChangeOnBothSidesAgrees(@ForAll("two") List<Item> items) {
    Item base = items.get(0);
    Item edited = items.get(1);
    Merge merge = Merge.of(ALL, base, edited, base, edited, Winner.NOBODY);
    assertThat(merge.toLeft()).isEmpty();
    assertThat(merge.toRight()).isEmpty();
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.agreed()).containsExactlyInAnyOrderElementsOf(ALL.differing(base, edited));
  }

  @Property(tries = 300)
  void withAWinnerBothSidesEndEqual(@ForAll("three") List<Item> items) {
    Item base = items.get(0);
    Merge merge = Merge.of(ALL, base, items.get(1), base, items.get(2), Winner.RIGHT);
    assertThat(ALL.differing(merge.left(), merge.right())).isEmpty();
    assertThat(merge.agreed())
        .containsAll(ALL.differing(base, items.get(1)))
        .containsAll(ALL.differing(base, items.get(2)));
  }

  @Property(tries = 300)
  void withoutAWinnerNothingIsOverwrittenThatClashes(@ForAll("three") List<Item> items) {
    Item base = items.get(0);
    Item left = items.get(1);
    Item right = items.get(2);
    Merge merge = Merge.of(ALL, base, left, base, right, Winner.NOBODY);
    for (var clash : merge.clashes()) {
      assertThat(merge.agreed()).doesNotContain(clash.field());
    }
    assertThat(merge.left()).isEqualTo(Projection.overlay(left, merge.left(), merge.toLeft()));
    assertThat(merge.right()).isEqualTo(Projection.overlay(right, merge.right(), merge.toRight()));
  }

  @Property(tries = 300)
  void mirrored(@ForAll("three") List<Item> items) {
    Item base = items.get(0);
    Merge there = Merge.of(ALL, base, items.get(1), base, items.get(2), Winner.LEFT);
    Merge back = Merge.of(ALL, base, items.get(2), base, items.get(1), Winner.RIGHT);
    assertThat(back.toLeft()).isEqualTo(there.toRight());
    assertThat(back.toRight()).isEqualTo(there.toLeft());
    assertThat(ALL.differing(back.left(), there.right())).isEmpty();
    assertThat(ALL.differing(back.right(), there.left())).isEmpty();
  }

  @Property(tries = 300)
  void aFirstMeetingLosesNothing(@ForAll("two") List<Item> items) {
    Item left = items.get(0);
    Item right = items.get(1);
    Merge merge = Merge.of(ALL, null, left, null, right, Winner.LEFT);
    // Left wins all clashes, so what left has is kept in full.
    Item blank = Fields.of(left.type()).blank();
    Set<String> valued = Set.copyOf(ALL.differing(blank, left));
    for (String field : valued) {
      if (merge.toLeft().contains(field)) {
        // Only lists may grow.
        assertThat(field)
            .isIn(
                "categories",
                "attendees",
                "exceptions",
                "members",
                "phones",
                "emails",
                "addresses",
                "user-properties",
                "attachments");
      }
    }
    assertThat(ALL.differing(merge.left(), merge.right())).isEmpty();
  }

  @Property(tries = 200)
  void whatIsExcludedIsNeverTouched(@ForAll("three") List<Item> items) {
    Item base = items.get(0);
    List<String> names = Fields.of(base.type()).names();
    List<String> out = names.subList(0, names.size() / 2);
    Projection half = Projection.EVERYTHING.without(base.type(), out);
    Merge merge = Merge.of(half, base, items.get(1), base, items.get(2), Winner.LEFT);
    assertThat(merge.toLeft()).doesNotContainAnyElementsOf(out);
    assertThat(merge.toRight()).doesNotContainAnyElementsOf(out);
    assertThat(merge.agreed()).doesNotContainAnyElementsOf(out);
  }

  private static Task task(@Nullable Integer start, @Nullable Integer due) {
    return Task.builder()
        .subject("Tea")
        .startDate(start == null ? null : LocalDate.of(2026, 3, start))
        .dueDate(due == null ? null : LocalDate.of(2026, 3, due))
        .build();
  }

  /** Days of March: the base, Outlook's, the server's, and what both have in the end. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10,12, 11,12, 10,20, 11,20",
        "10, -, 11, -, 10,20, 11,20",
        "10,12,  -,12, 10,20,  -,20",
        "10,12, 11,12, 10, -, 11, -",
        " -,12,  9,12,  -,20,  9,20",
        "10,12, 11,13, 11,12, 11,13"
      })
  void theDatesOfATaskThatDoesNotRepeatAreFieldsLikeOthers(
      Integer baseStart,
      Integer baseDue,
      Integer leftStart,
      Integer leftDue,
      Integer rightStart,
      Integer rightDue,
      Integer start,
      Integer due) {
    Task base = task(baseStart, baseDue);
    Merge merge =
        Merge.of(
            ALL, base, task(leftStart, leftDue), base, task(rightStart, rightDue), Winner.NOBODY);
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.left()).isEqualTo(task(start, due));
    assertThat(merge.right()).isEqualTo(task(start, due));
  }

  @Test
  void datesThatWouldPutTheEndBeforeTheStartAreOneClash() {
    Task base = task(10, 12);
    Merge merge = Merge.of(ALL, base, task(12, 12), base, task(10, 11), Winner.LEFT);
    assertThat(merge.clashes()).extracting(Clash::field).containsExactly("start-date", "due-date");
    assertThat(merge.right()).isEqualTo(task(12, 12));
    Merge open = Merge.of(ALL, base, task(12, 13), base, task(10, 11), Winner.NOBODY);
    assertThat(open.left()).isEqualTo(task(12, 13));
    assertThat(open.right()).isEqualTo(task(10, 11));
  }

  @Test
  void theDatesOfASeriesAreOne() {
    Task base = task(10, 12);
    LocalDate tenth = LocalDate.of(2026, 3, 10);
    Recurrence daily = Recurrence.of(new RecurrencePattern.Daily(1), tenth, RecurrenceEnd.NEVER);
    Task series = task(10, 20).toBuilder().recurrence(daily).build();
    for (Task was : List.of(base, base.toBuilder().recurrence(daily).build())) {
      Merge merge = Merge.of(ALL, was, task(11, 12), was, series, Winner.LEFT);
      assertThat(merge.clashes())
          .extracting(Clash::field)
          .contains("start-date", "due-date", "recurrence");
      assertThat(merge.right()).isEqualTo(task(11, 12));
    }
  }

  /** Outlook keeps no type, and what phones call a picture is often wrong. */
  @Test
  void aPictureIsItsBytes() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
    Contact phone = Contact.builder().photo(new Photo(bytes, "image/jpg")).build();
    Contact outlook = Contact.builder().photo(new Photo(bytes, "image/png")).build();
    Contact other =
        Contact.builder().photo(new Photo(Bytes.of(new byte[] {4}), "image/png")).build();
    assertThat(ALL.differing(phone, outlook)).isEmpty();
    assertThat(ALL.differing(phone, other)).containsExactly("photo");
    assertThat(ALL.differing(phone, Contact.builder().build())).containsExactly("photo");
  }

  /** Else every formatted text would be a conflict when two sides first meet. */
  @Test
  void formattingIsNoClashWhileTheWordsAreTheSame() {
    Item plain = Task.builder().body(Body.plain("same words")).build();
    Item formatted = Task.builder().body(new Body("same words", "<b>same words</b>")).build();
    Item other = Task.builder().body(Body.plain("other words")).build();
    Merge first = Merge.of(ALL, null, plain, null, formatted, Winner.LEFT);
    assertThat(first.clashes()).isEmpty();
    assertThat(first.left()).isEqualTo(formatted);
    assertThat(first.toRight()).isEmpty();
    Merge mirrored = Merge.of(ALL, null, formatted, null, plain, Winner.NOBODY);
    assertThat(mirrored.right()).isEqualTo(formatted);
    assertThat(Merge.of(ALL, null, other, null, formatted, Winner.LEFT).clashes()).hasSize(1);
  }
}
