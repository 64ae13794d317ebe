package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import java.util.Optional;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/** A recipient. Of an appointment, {@code Type} is an {@link OlMeetingRecipientType}. */
public final class Recipient extends OutlookObject {
  public Recipient(Dispatch dispatch) {
    super(dispatch);
  }

  public String address() {
    return text(get("Address"));
  }

  public Optional<AddressEntry> addressEntry() {
    return found(get("AddressEntry")).map(AddressEntry::new);
  }

  public void setAddressEntry(AddressEntry value) {
    put("AddressEntry", Variant.of(value.dispatch()));
  }

  public String autoResponse() {
    return text(get("AutoResponse"));
  }

  public void setAutoResponse(String value) {
    put("AutoResponse", Variant.of(value));
  }

  public void delete() {
    call("Delete");
  }

  public OlDisplayType displayType() {
    return constant(get("DisplayType"), OlDisplayType.values());
  }

  public String entryID() {
    return text(get("EntryID"));
  }

  public int index() {
    return integer(get("Index"));
  }

  public OlResponseStatus meetingResponseStatus() {
    return constant(get("MeetingResponseStatus"), OlResponseStatus.values());
  }

  public String name() {
    return text(get("Name"));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public boolean resolve() {
    return flag(call("Resolve"));
  }

  public boolean resolved() {
    return flag(get("Resolved"));
  }

  public boolean sendable() {
    return flag(get("Sendable"));
  }

  public void setSendable(boolean value) {
    put("Sendable", Variant.of(value));
  }

  public OlTrackingStatus trackingStatus() {
    return constant(get("TrackingStatus"), OlTrackingStatus.values());
  }

  public void setTrackingStatus(OlTrackingStatus value) {
    put("TrackingStatus", Variant.of(value.value()));
  }

  public LocalDateTime trackingStatusTime() {
    return date(get("TrackingStatusTime"));
  }

  public void setTrackingStatusTime(LocalDateTime value) {
    put("TrackingStatusTime", Variant.of(value));
  }

  public int type() {
    return integer(get("Type"));
  }

  public void setType(int value) {
    put("Type", Variant.of(value));
  }
}
