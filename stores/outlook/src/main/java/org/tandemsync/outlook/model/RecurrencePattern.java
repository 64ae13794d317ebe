package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * How an appointment or a task repeats. {@code RecurrenceType} comes first: setting it sets all
 * else anew, and what its type does not have cannot be set. {@code NoEndDate}, {@code Occurrences}
 * and {@code PatternEndDate} exclude each other, the last one set counts. Start, end and duration
 * of a series are set here, not at the appointment.
 *
 * <p>Microsoft asks to release item, pattern and exceptions as soon as they are saved: as long as
 * somebody holds one, new references show an old state.
 */
public final class RecurrencePattern extends OutlookObject {
  public RecurrencePattern(Dispatch dispatch) {
    super(dispatch);
  }

  public int dayOfMonth() {
    return integer(get("DayOfMonth"));
  }

  public void setDayOfMonth(int value) {
    put("DayOfMonth", Variant.of(value));
  }

  public int dayOfWeekMask() {
    return integer(get("DayOfWeekMask"));
  }

  public void setDayOfWeekMask(int value) {
    put("DayOfWeekMask", Variant.of(value));
  }

  public int duration() {
    return integer(get("Duration"));
  }

  public void setDuration(int value) {
    put("Duration", Variant.of(value));
  }

  public LocalDateTime endTime() {
    return date(get("EndTime"));
  }

  public void setEndTime(LocalDateTime value) {
    put("EndTime", Variant.of(value));
  }

  public Exceptions exceptions() {
    return new Exceptions(object(get("Exceptions")));
  }

  public AppointmentItem getOccurrence(LocalDateTime startDate) {
    return new AppointmentItem(object(call("GetOccurrence", Variant.of(startDate))));
  }

  public int instance() {
    return integer(get("Instance"));
  }

  public void setInstance(int value) {
    put("Instance", Variant.of(value));
  }

  public int interval() {
    return integer(get("Interval"));
  }

  public void setInterval(int value) {
    put("Interval", Variant.of(value));
  }

  public int monthOfYear() {
    return integer(get("MonthOfYear"));
  }

  public void setMonthOfYear(int value) {
    put("MonthOfYear", Variant.of(value));
  }

  public boolean noEndDate() {
    return flag(get("NoEndDate"));
  }

  public void setNoEndDate(boolean value) {
    put("NoEndDate", Variant.of(value));
  }

  public int occurrences() {
    return integer(get("Occurrences"));
  }

  public void setOccurrences(int value) {
    put("Occurrences", Variant.of(value));
  }

  public LocalDateTime patternEndDate() {
    return date(get("PatternEndDate"));
  }

  public void setPatternEndDate(LocalDateTime value) {
    put("PatternEndDate", Variant.of(value));
  }

  public LocalDateTime patternStartDate() {
    return date(get("PatternStartDate"));
  }

  public void setPatternStartDate(LocalDateTime value) {
    put("PatternStartDate", Variant.of(value));
  }

  public OlRecurrenceType recurrenceType() {
    return constant(get("RecurrenceType"), OlRecurrenceType.values());
  }

  public void setRecurrenceType(OlRecurrenceType value) {
    put("RecurrenceType", Variant.of(value.value()));
  }

  public boolean regenerate() {
    return flag(get("Regenerate"));
  }

  public void setRegenerate(boolean value) {
    put("Regenerate", Variant.of(value));
  }

  public LocalDateTime startTime() {
    return date(get("StartTime"));
  }

  public void setStartTime(LocalDateTime value) {
    put("StartTime", Variant.of(value));
  }
}
