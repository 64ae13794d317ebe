package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A distribution list. Members are added as recipients that resolve. */
public final class DistListItem extends OutlookItem {
  public DistListItem(Dispatch dispatch) {
    super(dispatch);
  }

  public void addMember(Recipient recipient) {
    call("AddMember", Variant.of(recipient.dispatch()));
  }

  public void addMembers(Recipients recipients) {
    call("AddMembers", Variant.of(recipients.dispatch()));
  }

  public int checkSum() {
    return integer(get("CheckSum"));
  }

  public void clearTaskFlag() {
    call("ClearTaskFlag");
  }

  public String dlName() {
    return text(get("DLName"));
  }

  public void setDLName(String value) {
    put("DLName", Variant.of(value));
  }

  public Recipient getMember(int index) {
    return new Recipient(object(call("GetMember", Variant.of(index))));
  }

  public boolean isMarkedAsTask() {
    return flag(get("IsMarkedAsTask"));
  }

  public int memberCount() {
    return integer(get("MemberCount"));
  }

  public LocalDateTime reminderTime() {
    return date(get("ReminderTime"));
  }

  public void setReminderTime(LocalDateTime value) {
    put("ReminderTime", Variant.of(value));
  }

  public void removeMember(Recipient recipient) {
    call("RemoveMember", Variant.of(recipient.dispatch()));
  }

  public void removeMembers(Recipients recipients) {
    call("RemoveMembers", Variant.of(recipients.dispatch()));
  }
}
