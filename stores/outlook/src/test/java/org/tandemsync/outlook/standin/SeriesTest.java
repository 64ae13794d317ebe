package org.tandemsync.outlook.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Exception;
import org.tandemsync.outlook.model.Exceptions;
import org.tandemsync.outlook.model.OlDaysOfWeek;
import org.tandemsync.outlook.model.OlRecurrenceState;
import org.tandemsync.outlook.model.OlRecurrenceType;
import org.tandemsync.outlook.model.RecurrencePattern;

/** Series and their exceptions, as Microsoft's reference tells them. */
final class SeriesTest {
  /** A Tuesday. */
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 10, 9, 0);

  private final Desk desk = new Desk();

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

  private String series(Consumer<RecurrencePattern> rule) {
    String id = desk.appointment("Stand-up", FIRST);
    try (AppointmentItem item = desk.open(id)) {
      try (RecurrencePattern pattern = item.getRecurrencePattern()) {
        rule.accept(pattern);
      }
      item.save();
    }
    return id;
  }

  private String weekly() {
    return series(
        pattern -> {
          pattern.setRecurrenceType(OlRecurrenceType.olRecursWeekly);
          pattern.setDayOfWeekMask(
              OlDaysOfWeek.olTuesday.value() + OlDaysOfWeek.olThursday.value());
          pattern.setOccurrences(6);
        });
  }

  @Test
  void askingForThePatternMakesASeries() {
    try (AppointmentItem item = desk.open(desk.appointment("Once", FIRST))) {
      assertThat(item.recurrenceState()).isEqualTo(OlRecurrenceState.olApptNotRecurring);
      try (RecurrencePattern pattern = item.getRecurrencePattern()) {
        assertThat(pattern.recurrenceType()).isEqualTo(OlRecurrenceType.olRecursWeekly);
        assertThat(pattern.dayOfWeekMask()).isEqualTo(OlDaysOfWeek.olTuesday.value());
        assertThat(pattern.noEndDate()).isTrue();
      }
      assertThat(item.isRecurring()).isTrue();
      item.clearRecurrencePattern();
      assertThat(item.isRecurring()).isFalse();
    }
  }

  @Test
  void theTypeComesFirst() {
    series(
        pattern -> {
          refused(HResult.E_INVALIDARG, () -> pattern.setDayOfMonth(15));
          refused(HResult.E_INVALIDARG, () -> pattern.setInstance(2));
          pattern.setRecurrenceType(OlRecurrenceType.olRecursMonthly);
          pattern.setDayOfMonth(15);
          refused(HResult.E_INVALIDARG, () -> pattern.setDayOfWeekMask(2));
          pattern.setInterval(3);
          pattern.setRecurrenceType(OlRecurrenceType.olRecursYearNth);
          // years are counted in months
          assertThat(pattern.interval()).isEqualTo(12);
          refused(HResult.E_INVALIDARG, () -> pattern.setInterval(2));
          pattern.setInterval(24);
          pattern.setMonthOfYear(4);
        });
  }

  @Test
  void theLastEndCounts() {
    series(
        pattern -> {
          pattern.setRecurrenceType(OlRecurrenceType.olRecursDaily);
          pattern.setOccurrences(10);
          assertThat(pattern.patternEndDate()).isEqualTo(LocalDateTime.of(2026, 3, 19, 0, 0));
          pattern.setPatternEndDate(LocalDateTime.of(2026, 3, 12, 0, 0));
          assertThat(pattern.occurrences()).isEqualTo(3);
          pattern.setNoEndDate(true);
          assertThat(pattern.noEndDate()).isTrue();
          refused(
              HResult.E_INVALIDARG,
              () -> pattern.setPatternEndDate(LocalDateTime.of(2026, 3, 9, 0, 0)));
        });
  }

  @Test
  void timesAreThePatternsWhileItIsHeld() {
    try (AppointmentItem item = desk.open(weekly())) {
      try (RecurrencePattern pattern = item.getRecurrencePattern()) {
        refused(HResult.E_FAIL, () -> item.setStart(FIRST.plusDays(1)));
        pattern.setStartTime(FIRST.with(LocalTime.of(11, 0)));
        pattern.setDuration(30);
      }
      assertThat(item.start()).isEqualTo(FIRST.withHour(11));
      assertThat(item.end()).isEqualTo(FIRST.withHour(11).withMinute(30));
    }
  }

  @Test
  void aChangedOccurrenceIsAnException() {
    String id = weekly();
    try (AppointmentItem item = desk.open(id);
        RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem second = pattern.getOccurrence(FIRST.plusDays(2))) {
      assertThat(second.recurrenceState()).isEqualTo(OlRecurrenceState.olApptOccurrence);
      assertThat(second.start()).isEqualTo(FIRST.plusDays(2));
      second.setSubject("Retrospective");
      second.setStart(FIRST.plusDays(3));
      second.save();
    }
    try (AppointmentItem item = desk.open(id);
        RecurrencePattern pattern = item.getRecurrencePattern();
        Exceptions exceptions = pattern.exceptions();
        Exception exception = exceptions.item(1);
        AppointmentItem changed = exception.appointmentItem()) {
      assertThat(exceptions.count()).isEqualTo(1);
      assertThat(exception.deleted()).isFalse();
      assertThat(exception.originalDate()).isEqualTo(FIRST.plusDays(2));
      assertThat(changed.subject()).isEqualTo("Retrospective");
      assertThat(changed.start()).isEqualTo(FIRST.plusDays(3));
      assertThat(item.subject()).isEqualTo("Stand-up");
      assertThat(item.start()).isEqualTo(FIRST);
    }
  }

  @Test
  void aDeletedOccurrenceHasNoItem() {
    String id = weekly();
    try (AppointmentItem item = desk.open(id);
        RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem second = pattern.getOccurrence(FIRST.plusDays(2))) {
      second.delete();
      refused(HResult.MAPI_E_NOT_FOUND, () -> pattern.getOccurrence(FIRST.plusDays(2)).close());
    }
    try (AppointmentItem item = desk.open(id);
        RecurrencePattern pattern = item.getRecurrencePattern();
        Exceptions exceptions = pattern.exceptions();
        Exception exception = exceptions.item(1)) {
      assertThat(exception.deleted()).isTrue();
      assertThat(exception.originalDate()).isEqualTo(FIRST.plusDays(2).with(LocalTime.MIDNIGHT));
      refused(HResult.E_FAIL, () -> exception.appointmentItem().close());
    }
    assertThat(desk.count(desk.calendar)).isEqualTo(1);
  }

  @Test
  void noOccurrencePassesAnother() {
    try (AppointmentItem item = desk.open(weekly());
        RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem second = pattern.getOccurrence(FIRST.plusDays(2))) {
      second.setStart(FIRST.plusDays(8));
      refused(HResult.E_FAIL, second::save);
      second.setStart(FIRST.plusDays(7).plusHours(5));
      refused(HResult.E_FAIL, second::save);
      second.setStart(FIRST.plusDays(6));
      second.save();
    }
  }

  @Test
  void aPatternThatIsNotValidIsRefusedWhenItIsSaved() {
    try (AppointmentItem item = desk.open(desk.appointment("Never", FIRST))) {
      try (RecurrencePattern pattern = item.getRecurrencePattern()) {
        pattern.setRecurrenceType(OlRecurrenceType.olRecursYearly);
        pattern.setDayOfMonth(31);
        pattern.setMonthOfYear(2);
      }
      refused(HResult.E_INVALIDARG, item::save);
    }
  }

  @Test
  void whatIsNoOccurrenceCannotBeHad() {
    try (AppointmentItem item = desk.open(weekly());
        RecurrencePattern pattern = item.getRecurrencePattern()) {
      refused(HResult.MAPI_E_NOT_FOUND, () -> pattern.getOccurrence(FIRST.plusDays(1)).close());
      refused(HResult.MAPI_E_NOT_FOUND, () -> pattern.getOccurrence(FIRST.plusHours(1)).close());
    }
  }

  /** "If there is still an active reference, your new reference will point to an old copy." */
  @Test
  void aSeriesThatWasOpenWhenAnOccurrenceChangedIsOutOfDate() {
    try (AppointmentItem item = desk.open(weekly());
        RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem second = pattern.getOccurrence(FIRST.plusDays(2))) {
      second.setSubject("Retrospective");
      second.save();
      item.setSubject("Daily");
      refused(HResult.MAPI_E_OBJECT_CHANGED, item::save);
    }
  }

  @Test
  void anotherPatternDropsTheExceptions() {
    String id = weekly();
    try (AppointmentItem item = desk.open(id);
        RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem second = pattern.getOccurrence(FIRST.plusDays(2))) {
      second.delete();
    }
    try (AppointmentItem item = desk.open(id)) {
      try (RecurrencePattern pattern = item.getRecurrencePattern()) {
        pattern.setRecurrenceType(OlRecurrenceType.olRecursDaily);
      }
      item.save();
      try (RecurrencePattern pattern = item.getRecurrencePattern();
          Exceptions exceptions = pattern.exceptions()) {
        assertThat(exceptions.count()).isZero();
      }
    }
  }

  @Test
  void anUnsavedSeriesHasNoOccurrences() {
    try (AppointmentItem item = desk.appointment();
        RecurrencePattern pattern = item.getRecurrencePattern()) {
      refused(HResult.MAPI_E_NOT_FOUND, () -> pattern.getOccurrence(FIRST).close());
    }
  }
}
