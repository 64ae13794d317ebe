package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A contact. */
public final class ContactItem extends OutlookItem {
  public ContactItem(Dispatch dispatch) {
    super(dispatch);
  }

  public void addPicture(String path) {
    call("AddPicture", Variant.of(path));
  }

  public LocalDateTime anniversary() {
    return date(get("Anniversary"));
  }

  public void setAnniversary(LocalDateTime value) {
    put("Anniversary", Variant.of(value));
  }

  public LocalDateTime birthday() {
    return date(get("Birthday"));
  }

  public void setBirthday(LocalDateTime value) {
    put("Birthday", Variant.of(value));
  }

  public void clearTaskFlag() {
    call("ClearTaskFlag");
  }

  public OlGender gender() {
    return constant(get("Gender"), OlGender.values());
  }

  public void setGender(OlGender value) {
    put("Gender", Variant.of(value.value()));
  }

  public boolean hasPicture() {
    return flag(get("HasPicture"));
  }

  public boolean isMarkedAsTask() {
    return flag(get("IsMarkedAsTask"));
  }

  public boolean journal() {
    return flag(get("Journal"));
  }

  public void setJournal(boolean value) {
    put("Journal", Variant.of(value));
  }

  public LocalDateTime reminderTime() {
    return date(get("ReminderTime"));
  }

  public void setReminderTime(LocalDateTime value) {
    put("ReminderTime", Variant.of(value));
  }

  public void removePicture() {
    call("RemovePicture");
  }

  public OlMailingAddress selectedMailingAddress() {
    return constant(get("SelectedMailingAddress"), OlMailingAddress.values());
  }

  public void setSelectedMailingAddress(OlMailingAddress value) {
    put("SelectedMailingAddress", Variant.of(value.value()));
  }

  public LocalDateTime taskCompletedDate() {
    return date(get("TaskCompletedDate"));
  }

  public void setTaskCompletedDate(LocalDateTime value) {
    put("TaskCompletedDate", Variant.of(value));
  }

  public LocalDateTime taskDueDate() {
    return date(get("TaskDueDate"));
  }

  public void setTaskDueDate(LocalDateTime value) {
    put("TaskDueDate", Variant.of(value));
  }

  public LocalDateTime taskStartDate() {
    return date(get("TaskStartDate"));
  }

  public void setTaskStartDate(LocalDateTime value) {
    put("TaskStartDate", Variant.of(value));
  }

  public LocalDateTime toDoTaskOrdinal() {
    return date(get("ToDoTaskOrdinal"));
  }

  public void setToDoTaskOrdinal(LocalDateTime value) {
    put("ToDoTaskOrdinal", Variant.of(value));
  }

  /** One of its texts; "" if it has none. */
  public String text(ContactText property) {
    return text(get(property.name()));
  }

  public void setText(ContactText property, String value) {
    put(property.name(), Variant.of(value));
  }
}
