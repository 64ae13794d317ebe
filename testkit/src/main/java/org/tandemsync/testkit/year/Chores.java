package org.tandemsync.testkit.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Body;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Importance;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.WeekIndex;

/** What she has to do. */
final class Chores {
  private final Year year;

  Chores(Year year) {
    this.year = year;
  }

  List<Task> all() {
    List<Task> all = new ArrayList<>();
    for (List<String> row : Rows.of("tasks.tsv")) {
      all.add(once(row));
    }
    all.add(
        again("Read the water meter", "House", new RecurrencePattern.Monthly(1, 1), day("01-01")));
    all.add(
        again(
            "Back up the photos",
            "Private",
            new RecurrencePattern.MonthlyNth(1, Set.of(DayOfWeek.SUNDAY), WeekIndex.FIRST),
            firstSunday()));
    all.add(
        again(
            "Water the plants of Nadia",
            "Friends",
            new RecurrencePattern.Weekly(1, Set.of(DayOfWeek.SATURDAY)),
            firstSunday().plusDays(6)));
    return all;
  }

  private LocalDate day(String monthAndDay) {
    return LocalDate.parse(year + "-" + monthAndDay);
  }

  private LocalDate firstSunday() {
    LocalDate day = year.atDay(1);
    while (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private Task once(List<String> row) {
    LocalDate due = day(row.get(0));
    String status = row.get(2);
    Task.Builder task =
        Task.builder()
            .uid(People.uid("task " + row.get(5)))
            .subject(row.get(5))
            .dueDate(due)
            .startDate(due.minusDays(Long.parseLong(row.get(1))))
            .categories(Categories.of(row.get(3)))
            .importance(importance(row.get(4)))
            .body(Body.plain(row.get(6)));
    switch (status) {
      case "done" ->
          task.status(TaskStatus.COMPLETE).percentComplete(100).dateCompleted(due.minusDays(1));
      case "started" -> task.status(TaskStatus.IN_PROGRESS).percentComplete(40);
      case "waiting" -> task.status(TaskStatus.WAITING).percentComplete(75);
      case "deferred" -> task.status(TaskStatus.DEFERRED);
      case "open" -> task.status(TaskStatus.NOT_STARTED);
      default -> throw new IllegalStateException("tasks.tsv has a status " + status);
    }
    return task.build();
  }

  private static Importance importance(String word) {
    return switch (word) {
      case "high" -> Importance.HIGH;
      case "low" -> Importance.LOW;
      default -> Importance.NORMAL;
    };
  }

  private static Task again(
      String subject, String category, RecurrencePattern pattern, LocalDate first) {
    return Task.builder()
        .uid(People.uid("task " + subject))
        .subject(subject)
        .startDate(first)
        .dueDate(first)
        .categories(Categories.of(category))
        .recurrence(Recurrence.of(pattern, first, RecurrenceEnd.NEVER))
        .build();
  }
}
