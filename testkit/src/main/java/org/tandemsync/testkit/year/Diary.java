package org.tandemsync.testkit.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which hours of the year are taken, and which days are no working days. */
final class Diary {
  private final Year year;
  private final Map<LocalDate, String> holidays = new LinkedHashMap<>();
  private final List<Absence> absences;
  private final TreeMap<LocalDateTime, LocalDateTime> taken = new TreeMap<>();

  /** Days away from home, the last one included. */
  record Absence(String title, LocalDate first, LocalDate last) {
    boolean covers(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  Diary(Year year) {
    this.year = year;
    LocalDate easter = easter(year.getValue());
    fixed("01-01", "New Year");
    fixed("01-06", "Epiphany");
    holidays.put(easter.plusDays(1), "Easter Monday");
    fixed("05-01", "May Day");
    holidays.put(easter.plusDays(39), "Ascension");
    holidays.put(easter.plusDays(50), "Whit Monday");
    holidays.put(easter.plusDays(60), "Corpus Christi");
    fixed("08-15", "Assumption");
    fixed("10-26", "National Day");
    fixed("11-01", "All Saints");
    fixed("12-08", "Immaculate Conception");
    fixed("12-25", "Christmas");
    fixed("12-26", "St. Stephen's Day");
    this.absences = new ArrayList<>();
    away("Skiing with Inge, Planneralm", monday(2, 15), 5);
    away("Easter in Trieste", easter.minusDays(2), 4);
    away("Norway with the children", monday(7, 18), 13);
    away("Grado", monday(8, 25).plusDays(3), 3);
    away("Christmas holidays", LocalDate.of(year.getValue(), 12, 24), 7);
  }

  private void fixed(String day, String name) {
    holidays.put(year.atMonthDay(MonthDay.parse("--" + day)), name);
  }

  private void away(String title, LocalDate first, int moreDays) {
    absences.add(new Absence(title, first, first.plusDays(moreDays)));
  }

  /** The Monday on or after a date. */
  LocalDate monday(int month, int day) {
    LocalDate date = LocalDate.of(year.getValue(), month, day);
    while (date.getDayOfWeek() != DayOfWeek.MONDAY) {
      date = date.plusDays(1);
    }
    return date;
  }

  /** The anonymous Gregorian computus. */
  private static LocalDate easter(int y) {
    int a = y % 19;
    int b = y / 100;
    int c = y % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int days = h + l - 7 * m + 114;
    return LocalDate.of(y, days / 31, days % 31 + 1);
  }

  Map<LocalDate, String> holidays() {
    return holidays;
  }

  List<Absence> absences() {
    return absences;
  }

  /** Whether she is at home, and it is no holiday. */
  boolean ordinary(LocalDate day) {
    return !holidays.containsKey(day) && absences.stream().noneMatch(a -> a.covers(day));
  }

  /** Takes the hours if they are free. */
  boolean take(LocalDateTime from, LocalDateTime to) {
    Map.Entry<LocalDateTime, LocalDateTime> before = taken.lowerEntry(to);
    if (before != null && before.getValue().isAfter(from)) {
      return false;
    }
    taken.put(from, to);
    return true;
  }

  /** A business trip: other things have to wait. */
  void away(LocalDate first, LocalDate last) {
    absences.add(new Absence("", first, last));
  }
}
