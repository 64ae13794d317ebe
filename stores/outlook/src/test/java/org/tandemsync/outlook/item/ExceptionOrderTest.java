package org.tandemsync.outlook.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Exceptions;
import org.tandemsync.outlook.standin.Desk;

final class ExceptionOrderTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final int COUNT = 8;
  private static final int DAYS_BETWEEN = 4;

  private final Desk desk = new Desk();

  @AfterEach
  @AfterProperty
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  private record Move(LocalDateTime original, LocalDateTime start) {}

  private String series() {
    try (AppointmentItem item = desk.appointment()) {
      RecurrenceWriter.write(
          item,
          Recurrence.of(
              new RecurrencePattern.Daily(DAYS_BETWEEN),
              FIRST,
              new RecurrenceEnd.AfterCount(COUNT)),
          NINE,
          Duration.ofHours(1));
      item.save();
      return item.entryID();
    }
  }

  private void save(String id, Move move) {
    try (AppointmentItem item = desk.open(id);
        org.tandemsync.outlook.model.RecurrencePattern pattern = item.getRecurrencePattern();
        AppointmentItem occurrence = pattern.getOccurrence(move.original())) {
      occurrence.setStart(move.start());
      occurrence.save();
    }
  }

  private static LocalDateTime original(int number) {
    return FIRST.plusDays((long) DAYS_BETWEEN * number).atTime(NINE);
  }

  /** Any places, as long as the occurrences keep their order and each has a day of its own. */
  @Property(tries = 100, seed = "7313")
  void whatIsAllowedInTheEndIsAllowedOnTheWay(@ForAll Random random) {
    List<Integer> days = new ArrayList<>();
    for (int day = -10; day < COUNT * DAYS_BETWEEN + 10; day++) {
      days.add(day);
    }
    Collections.shuffle(days, random);
    List<Integer> places = days.subList(0, COUNT).stream().sorted().toList();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      LocalDateTime start = FIRST.plusDays(places.get(i)).atTime(14, 0);
      moves.add(new Move(original(i), start));
    }
    Collections.shuffle(moves, random);
    String id = series();
    for (Move move : ExceptionOrder.of(moves, Move::original, Move::start)) {
      save(id, move);
    }
    try (AppointmentItem item = desk.open(id);
        org.tandemsync.outlook.model.RecurrencePattern pattern = item.getRecurrencePattern();
        Exceptions exceptions = pattern.exceptions()) {
      assertThat(exceptions.count()).isEqualTo(COUNT);
    }
  }

  @Test
  void inAnotherOrderItIsNot() {
    String id = series();
    Move first = new Move(original(0), original(1).plusDays(1));
    Move second = new Move(original(1), original(2).minusDays(1));
    assertThatThrownBy(() -> save(id, first)).isInstanceOf(AutomationException.class);
    for (Move move : ExceptionOrder.of(List.of(first, second), Move::original, Move::start)) {
      save(id, move);
    }
  }
}
