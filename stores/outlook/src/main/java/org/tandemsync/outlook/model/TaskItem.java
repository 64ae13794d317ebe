package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A task. Dates without time; {@code 4501-01-01} is none. */
public final class TaskItem extends OutlookItem {
  public TaskItem(Dispatch dispatch) {
    super(dispatch);
  }

  public int actualWork() {
    return integer(get("ActualWork"));
  }

  public void setActualWork(int value) {
    put("ActualWork", Variant.of(value));
  }

  public void clearRecurrencePattern() {
    call("ClearRecurrencePattern");
  }

  public boolean complete() {
    return flag(get("Complete"));
  }

  public void setComplete(boolean value) {
    put("Complete", Variant.of(value));
  }

  public String contactNames() {
    return text(get("ContactNames"));
  }

  public void setContactNames(String value) {
    put("ContactNames", Variant.of(value));
  }

  public LocalDateTime dateCompleted() {
    return date(get("DateCompleted"));
  }

  public void setDateCompleted(LocalDateTime value) {
    put("DateCompleted", Variant.of(value));
  }

  public OlTaskDelegationState delegationState() {
    return constant(get("DelegationState"), OlTaskDelegationState.values());
  }

  public String delegator() {
    return text(get("Delegator"));
  }

  public LocalDateTime dueDate() {
    return date(get("DueDate"));
  }

  public void setDueDate(LocalDateTime value) {
    put("DueDate", Variant.of(value));
  }

  public RecurrencePattern getRecurrencePattern() {
    return new RecurrencePattern(object(call("GetRecurrencePattern")));
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

  public void markComplete() {
    call("MarkComplete");
  }

  public int ordinal() {
    return integer(get("Ordinal"));
  }

  public void setOrdinal(int value) {
    put("Ordinal", Variant.of(value));
  }

  public String owner() {
    return text(get("Owner"));
  }

  public void setOwner(String value) {
    put("Owner", Variant.of(value));
  }

  public OlTaskOwnership ownership() {
    return constant(get("Ownership"), OlTaskOwnership.values());
  }

  public int percentComplete() {
    return integer(get("PercentComplete"));
  }

  public void setPercentComplete(int value) {
    put("PercentComplete", Variant.of(value));
  }

  public Recipients recipients() {
    return new Recipients(object(get("Recipients")));
  }

  public LocalDateTime reminderTime() {
    return date(get("ReminderTime"));
  }

  public void setReminderTime(LocalDateTime value) {
    put("ReminderTime", Variant.of(value));
  }

  public OlTaskResponse responseState() {
    return constant(get("ResponseState"), OlTaskResponse.values());
  }

  public String role() {
    return text(get("Role"));
  }

  public void setRole(String value) {
    put("Role", Variant.of(value));
  }

  public String schedulePlusPriority() {
    return text(get("SchedulePlusPriority"));
  }

  public void setSchedulePlusPriority(String value) {
    put("SchedulePlusPriority", Variant.of(value));
  }

  public boolean skipRecurrence() {
    return flag(call("SkipRecurrence"));
  }

  public LocalDateTime startDate() {
    return date(get("StartDate"));
  }

  public void setStartDate(LocalDateTime value) {
    put("StartDate", Variant.of(value));
  }

  public OlTaskStatus status() {
    return constant(get("Status"), OlTaskStatus.values());
  }

  public void setStatus(OlTaskStatus value) {
    put("Status", Variant.of(value.value()));
  }

  public boolean teamTask() {
    return flag(get("TeamTask"));
  }

  public void setTeamTask(boolean value) {
    put("TeamTask", Variant.of(value));
  }

  public LocalDateTime toDoTaskOrdinal() {
    return date(get("ToDoTaskOrdinal"));
  }

  public void setToDoTaskOrdinal(LocalDateTime value) {
    put("ToDoTaskOrdinal", Variant.of(value));
  }

  public int totalWork() {
    return integer(get("TotalWork"));
  }

  public void setTotalWork(int value) {
    put("TotalWork", Variant.of(value));
  }
}
