package org.tandemsync.outlook.standin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.OlRecurrenceType;

/** The pattern of an open series. What a type does not have cannot be set. */
final class RecurrencePatternObject extends StandInObject {
  private static final Set<OlRecurrenceType> NTH =
      Set.of(OlRecurrenceType.olRecursMonthNth, OlRecurrenceType.olRecursYearNth);

  /** "RecurrencePattern object": the properties that are valid for some types only. */
  private static final Map<String, Set<OlRecurrenceType>> VALID =
      Map.of(
          "DayOfMonth",
          Set.of(OlRecurrenceType.olRecursMonthly, OlRecurrenceType.olRecursYearly),
          "DayOfWeekMask",
          Set.of(
              OlRecurrenceType.olRecursWeekly,
              OlRecurrenceType.olRecursMonthNth,
              OlRecurrenceType.olRecursYearNth),
          "Instance",
          NTH,
          "MonthOfYear",
          Set.of(OlRecurrenceType.olRecursYearly, OlRecurrenceType.olRecursYearNth));

  private final PatternOwner item;
  private final SeriesPattern pattern;

  RecurrencePatternObject(StandIn outlook, PatternOwner item, SeriesPattern pattern) {
    super(outlook);
    this.item = item;
    this.pattern = pattern;
  }

  @Override
  String type() {
    return "RecurrencePattern";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "RecurrenceType" -> Variant.of(pattern.type.value());
      case "Interval" -> Variant.of(pattern.interval);
      case "DayOfMonth" -> Variant.of(pattern.dayOfMonth);
      case "DayOfWeekMask" -> Variant.of(pattern.dayOfWeekMask);
      case "Instance" -> Variant.of(pattern.instance);
      case "MonthOfYear" -> Variant.of(pattern.monthOfYear);
      case "NoEndDate" -> Variant.of(pattern.noEndDate);
      case "Occurrences" -> Variant.of(pattern.count());
      case "PatternStartDate" -> Variant.of(pattern.start.atStartOfDay());
      case "PatternEndDate" -> Variant.of(pattern.last().atStartOfDay());
      case "StartTime" -> Variant.of(pattern.start.atTime(pattern.startTime));
      case "EndTime" -> Variant.of(pattern.start.atTime(pattern.startTime).plus(pattern.length()));
      case "Duration" -> Variant.of(pattern.duration);
      case "Regenerate" -> Variant.of(pattern.regenerate);
      case "Exceptions" -> reference(exceptions());
      default -> throw unsupported(name);
    };
  }

  private StandInObject exceptions() {
    StoredItem series = item.savedSeries("Exceptions");
    List<ExceptionObject> all =
        series.exceptions().keySet().stream()
            .map(start -> new ExceptionObject(outlook, series, start, item.startZone()))
            .toList();
    return new ListObject(outlook, "Exceptions", () -> all, _ -> "");
  }

  @Override
  void put(String name, Variant value) {
    if (!VALID.getOrDefault(name, Set.of(pattern.type)).contains(pattern.type)) {
      throw invalid(name, "The property is not valid for a pattern of this type.");
    }
    switch (name) {
      case "RecurrenceType" -> pattern.reset(recurrenceType(integer(value)));
      case "Interval" -> interval(value);
      case "DayOfMonth" -> pattern.dayOfMonth = within(name, value, 1, 31);
      case "DayOfWeekMask" -> pattern.dayOfWeekMask = within(name, value, 1, 127);
      case "Instance" -> pattern.instance = within(name, value, 1, 5);
      case "MonthOfYear" -> pattern.monthOfYear = within(name, value, 1, 12);
      case "NoEndDate" -> pattern.noEndDate = value.equals(Variant.of(true));
      case "Occurrences" -> {
        pattern.occurrences = within(name, value, 1, 999);
        pattern.byCount = true;
        pattern.noEndDate = false;
      }
      case "PatternStartDate" -> start(date(value).toLocalDate());
      case "PatternEndDate" -> end(date(value).toLocalDate());
      case "StartTime" -> pattern.startTime = minutes(value);
      case "EndTime" -> {
        int length = (int) ChronoUnit.MINUTES.between(pattern.startTime, minutes(value));
        pattern.duration = length < 0 ? length + 24 * 60 : length;
      }
      case "Duration" -> pattern.duration = within(name, value, 0, Integer.MAX_VALUE);
      case "Regenerate" -> pattern.regenerate = value.equals(Variant.of(true));
      default -> throw unsupported(name);
    }
    item.patternChanged();
  }

  /** In days up to 999, in weeks and months up to 99; of years in months. */
  private void interval(Variant value) {
    int most = pattern.type == OlRecurrenceType.olRecursDaily ? 999 : 99;
    int wanted = within("Interval", value, 1, pattern.yearly() ? 12 * most : most);
    if (pattern.yearly() && wanted % 12 != 0) {
      throw invalid("Interval", "A yearly pattern counts whole years.");
    }
    pattern.interval = wanted;
  }

  private OlRecurrenceType recurrenceType(int value) {
    for (OlRecurrenceType type : OlRecurrenceType.values()) {
      if (type.value() == value) {
        return type;
      }
    }
    throw invalid("RecurrenceType", "There is no such type.");
  }

  private void start(LocalDate wanted) {
    if (!pattern.noEndDate && !pattern.byCount && wanted.isAfter(pattern.end)) {
      throw invalid("PatternStartDate", "The series ends before it starts.");
    }
    pattern.start = wanted;
  }

  private void end(LocalDate wanted) {
    if (wanted.isBefore(pattern.start)) {
      throw invalid("PatternEndDate", "The series ends before it starts.");
    }
    pattern.end = wanted;
    pattern.noEndDate = false;
    pattern.byCount = false;
  }

  private static LocalTime minutes(Variant value) {
    return date(value).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private static LocalDateTime date(Variant value) {
    return ((Variant.Date) value).value();
  }

  private int within(String name, Variant value, int least, int most) {
    int number = integer(value);
    if (number < least || number > most) {
      throw invalid(name, "One or more parameter values are not valid.");
    }
    return number;
  }

  private RuntimeException invalid(String name, String why) {
    return failure(HResult.E_INVALIDARG, name, why);
  }

  /**
   * By the original start in the zone of the session. One that was deleted, moved away or never was
   * there is an error.
   */
  @Override
  Variant call(String name, List<Variant> arguments) {
    if (!name.equals("GetOccurrence")) {
      throw unsupported(name);
    }
    StoredItem series = item.savedSeries(name);
    LocalDateTime start =
        date(arguments.getFirst())
            .atZone(outlook.zone())
            .withZoneSameInstant(item.startZone())
            .toLocalDateTime();
    boolean deleted = series.exceptions().getOrDefault(start, Optional.of(series)).isEmpty();
    if (!pattern.has(start) || deleted) {
      throw failure(
          HResult.MAPI_E_NOT_FOUND,
          name,
          "You changed one of the recurrences of this item, and this instance no longer exists.");
    }
    return reference(AppointmentObject.occurrence(outlook, series, start));
  }

  @Override
  void released() {
    item.patternReleased();
  }
}
