package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** What all items have. Nothing is kept before {@code Save}. Dates are local to the session. */
public abstract sealed class OutlookItem extends OutlookObject
    permits AppointmentItem, TaskItem, ContactItem, DistListItem {
  OutlookItem(Dispatch dispatch) {
    super(dispatch);
  }

  public Attachments attachments() {
    return new Attachments(object(get("Attachments")));
  }

  public String billingInformation() {
    return text(get("BillingInformation"));
  }

  public void setBillingInformation(String value) {
    put("BillingInformation", Variant.of(value));
  }

  public String body() {
    return text(get("Body"));
  }

  public void setBody(String value) {
    put("Body", Variant.of(value));
  }

  public String categories() {
    return text(get("Categories"));
  }

  public void setCategories(String value) {
    put("Categories", Variant.of(value));
  }

  public void close(OlInspectorClose saveMode) {
    call("Close", Variant.of(saveMode.value()));
  }

  public String companies() {
    return text(get("Companies"));
  }

  public void setCompanies(String value) {
    put("Companies", Variant.of(value));
  }

  public Dispatch copy() {
    return object(call("Copy"));
  }

  public LocalDateTime creationTime() {
    return date(get("CreationTime"));
  }

  public void delete() {
    call("Delete");
  }

  public String entryID() {
    return text(get("EntryID"));
  }

  public OlImportance importance() {
    return constant(get("Importance"), OlImportance.values());
  }

  public void setImportance(OlImportance value) {
    put("Importance", Variant.of(value.value()));
  }

  public LocalDateTime lastModificationTime() {
    return date(get("LastModificationTime"));
  }

  public String messageClass() {
    return text(get("MessageClass"));
  }

  public void setMessageClass(String value) {
    put("MessageClass", Variant.of(value));
  }

  public String mileage() {
    return text(get("Mileage"));
  }

  public void setMileage(String value) {
    put("Mileage", Variant.of(value));
  }

  public Dispatch move(Folder destFldr) {
    return object(call("Move", Variant.of(destFldr.dispatch())));
  }

  public boolean noAging() {
    return flag(get("NoAging"));
  }

  public void setNoAging(boolean value) {
    put("NoAging", Variant.of(value));
  }

  public Dispatch parent() {
    return object(get("Parent"));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public Bytes rtfBody() {
    return bytes(get("RTFBody"));
  }

  public void setRTFBody(Bytes value) {
    put("RTFBody", Variant.of(value));
  }

  public boolean reminderOverrideDefault() {
    return flag(get("ReminderOverrideDefault"));
  }

  public void setReminderOverrideDefault(boolean value) {
    put("ReminderOverrideDefault", Variant.of(value));
  }

  public boolean reminderPlaySound() {
    return flag(get("ReminderPlaySound"));
  }

  public void setReminderPlaySound(boolean value) {
    put("ReminderPlaySound", Variant.of(value));
  }

  public boolean reminderSet() {
    return flag(get("ReminderSet"));
  }

  public void setReminderSet(boolean value) {
    put("ReminderSet", Variant.of(value));
  }

  public String reminderSoundFile() {
    return text(get("ReminderSoundFile"));
  }

  public void setReminderSoundFile(String value) {
    put("ReminderSoundFile", Variant.of(value));
  }

  public void save() {
    call("Save");
  }

  public boolean saved() {
    return flag(get("Saved"));
  }

  public OlSensitivity sensitivity() {
    return constant(get("Sensitivity"), OlSensitivity.values());
  }

  public void setSensitivity(OlSensitivity value) {
    put("Sensitivity", Variant.of(value.value()));
  }

  public int size() {
    return integer(get("Size"));
  }

  public String subject() {
    return text(get("Subject"));
  }

  public void setSubject(String value) {
    put("Subject", Variant.of(value));
  }

  public boolean unRead() {
    return flag(get("UnRead"));
  }

  public void setUnRead(boolean value) {
    put("UnRead", Variant.of(value));
  }

  public UserProperties userProperties() {
    return new UserProperties(object(get("UserProperties")));
  }
}
