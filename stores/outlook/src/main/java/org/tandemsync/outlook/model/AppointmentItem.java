package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * An appointment, a series, or an occurrence of one. Nothing here sends anything: {@code Send} is
 * left out on purpose.
 */
public final class AppointmentItem extends OutlookItem {
  public AppointmentItem(Dispatch dispatch) {
    super(dispatch);
  }

  public boolean allDayEvent() {
    return flag(get("AllDayEvent"));
  }

  public void setAllDayEvent(boolean value) {
    put("AllDayEvent", Variant.of(value));
  }

  public OlBusyStatus busyStatus() {
    return constant(get("BusyStatus"), OlBusyStatus.values());
  }

  public void setBusyStatus(OlBusyStatus value) {
    put("BusyStatus", Variant.of(value.value()));
  }

  public void clearRecurrencePattern() {
    call("ClearRecurrencePattern");
  }

  public int duration() {
    return integer(get("Duration"));
  }

  public void setDuration(int value) {
    put("Duration", Variant.of(value));
  }

  public LocalDateTime end() {
    return date(get("End"));
  }

  public void setEnd(LocalDateTime value) {
    put("End", Variant.of(value));
  }

  public LocalDateTime endInEndTimeZone() {
    return date(get("EndInEndTimeZone"));
  }

  public void setEndInEndTimeZone(LocalDateTime value) {
    put("EndInEndTimeZone", Variant.of(value));
  }

  public Optional<TimeZone> endTimeZone() {
    return found(get("EndTimeZone")).map(TimeZone::new);
  }

  public void setEndTimeZone(TimeZone value) {
    put("EndTimeZone", Variant.of(value.dispatch()));
  }

  public LocalDateTime endUTC() {
    return date(get("EndUTC"));
  }

  public void setEndUTC(LocalDateTime value) {
    put("EndUTC", Variant.of(value));
  }

  public boolean forceUpdateToAllAttendees() {
    return flag(get("ForceUpdateToAllAttendees"));
  }

  public void setForceUpdateToAllAttendees(boolean value) {
    put("ForceUpdateToAllAttendees", Variant.of(value));
  }

  public Optional<AddressEntry> getOrganizer() {
    return found(call("GetOrganizer")).map(AddressEntry::new);
  }

  public RecurrencePattern getRecurrencePattern() {
    return new RecurrencePattern(object(call("GetRecurrencePattern")));
  }

  public String globalAppointmentID() {
    return text(get("GlobalAppointmentID"));
  }

  public int internetCodepage() {
    return integer(get("InternetCodepage"));
  }

  public void setInternetCodepage(int value) {
    put("InternetCodepage", Variant.of(value));
  }

  public boolean isRecurring() {
    return flag(get("IsRecurring"));
  }

  public String location() {
    return text(get("Location"));
  }

  public void setLocation(String value) {
    put("Location", Variant.of(value));
  }

  public OlMeetingStatus meetingStatus() {
    return constant(get("MeetingStatus"), OlMeetingStatus.values());
  }

  public void setMeetingStatus(OlMeetingStatus value) {
    put("MeetingStatus", Variant.of(value.value()));
  }

  public String optionalAttendees() {
    return text(get("OptionalAttendees"));
  }

  public void setOptionalAttendees(String value) {
    put("OptionalAttendees", Variant.of(value));
  }

  public String organizer() {
    return text(get("Organizer"));
  }

  public Recipients recipients() {
    return new Recipients(object(get("Recipients")));
  }

  public OlRecurrenceState recurrenceState() {
    return constant(get("RecurrenceState"), OlRecurrenceState.values());
  }

  public int reminderMinutesBeforeStart() {
    return integer(get("ReminderMinutesBeforeStart"));
  }

  public void setReminderMinutesBeforeStart(int value) {
    put("ReminderMinutesBeforeStart", Variant.of(value));
  }

  public LocalDateTime replyTime() {
    return date(get("ReplyTime"));
  }

  public void setReplyTime(LocalDateTime value) {
    put("ReplyTime", Variant.of(value));
  }

  public String requiredAttendees() {
    return text(get("RequiredAttendees"));
  }

  public void setRequiredAttendees(String value) {
    put("RequiredAttendees", Variant.of(value));
  }

  public String resources() {
    return text(get("Resources"));
  }

  public void setResources(String value) {
    put("Resources", Variant.of(value));
  }

  public boolean responseRequested() {
    return flag(get("ResponseRequested"));
  }

  public void setResponseRequested(boolean value) {
    put("ResponseRequested", Variant.of(value));
  }

  public OlResponseStatus responseStatus() {
    return constant(get("ResponseStatus"), OlResponseStatus.values());
  }

  public LocalDateTime start() {
    return date(get("Start"));
  }

  public void setStart(LocalDateTime value) {
    put("Start", Variant.of(value));
  }

  public LocalDateTime startInStartTimeZone() {
    return date(get("StartInStartTimeZone"));
  }

  public void setStartInStartTimeZone(LocalDateTime value) {
    put("StartInStartTimeZone", Variant.of(value));
  }

  public Optional<TimeZone> startTimeZone() {
    return found(get("StartTimeZone")).map(TimeZone::new);
  }

  public void setStartTimeZone(TimeZone value) {
    put("StartTimeZone", Variant.of(value.dispatch()));
  }

  public LocalDateTime startUTC() {
    return date(get("StartUTC"));
  }

  public void setStartUTC(LocalDateTime value) {
    put("StartUTC", Variant.of(value));
  }
}
