package org.tandemsync.outlook.message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.Tags;
import org.tandemsync.outlook.automation.OleDate;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.ContactItem;
import org.tandemsync.outlook.model.ContactText;
import org.tandemsync.outlook.model.DistListItem;
import org.tandemsync.outlook.model.OlBusyStatus;
import org.tandemsync.outlook.model.OlConstant;
import org.tandemsync.outlook.model.OlImportance;
import org.tandemsync.outlook.model.OlMeetingStatus;
import org.tandemsync.outlook.model.OlSensitivity;
import org.tandemsync.outlook.model.OlTaskStatus;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.TaskItem;

/**
 * Changes of properties that the object model has, in the order in which one does not undo another.
 */
final class ObjectModelProperties {
  private static final PropertyName BILLING = common(0x8535);
  private static final PropertyName MILEAGE = common(0x8534);
  private static final PropertyName REMINDER_SET = common(0x8503);
  private static final PropertyName REMINDER_MINUTES = common(0x8501);
  private static final PropertyName REMINDER_TIME = common(0x8502);
  private static final PropertyName LOCATION = appointment(0x8208);
  private static final PropertyName BUSY = appointment(0x8205);
  private static final PropertyName STATE = appointment(0x8217);
  private static final PropertyName STATUS = task(0x8101);
  private static final PropertyName PERCENT = task(0x8102);
  private static final PropertyName TEAM = task(0x8103);
  private static final PropertyName START = task(0x8104);
  private static final PropertyName DUE = task(0x8105);
  private static final PropertyName COMPLETED = task(0x810F);
  private static final PropertyName ACTUAL = task(0x8110);
  private static final PropertyName TOTAL = task(0x8111);
  private static final PropertyName OWNER = task(0x811F);
  private static final PropertyName ROLE = task(0x8127);
  private static final PropertyName LIST_NAME = PropertyName.of(PropertySets.ADDRESS, 0x8053);

  private final PropertyEdits edits;
  private final ZoneId session;
  private final Set<PropertyKey> done = new HashSet<>();

  private ObjectModelProperties(PropertyEdits edits, ZoneId session) {
    this.edits = edits;
    this.session = session;
  }

  private static PropertyName common(int lid) {
    return PropertyName.of(PropertySets.COMMON, lid);
  }

  private static PropertyName appointment(int lid) {
    return PropertyName.of(PropertySets.APPOINTMENT, lid);
  }

  private static PropertyName task(int lid) {
    return PropertyName.of(PropertySets.TASK, lid);
  }

  /**
   * Sets what the object model has.
   *
   * @param session the zone in which it shows times
   * @return the properties that are done with that
   */
  static Set<PropertyKey> apply(OutlookItem item, PropertyEdits edits, ZoneId session) {
    ObjectModelProperties properties = new ObjectModelProperties(edits, session);
    properties.ofEach(item);
    switch (item) {
      case AppointmentItem a -> properties.of(a);
      case TaskItem t -> properties.of(t);
      case ContactItem c -> properties.of(c);
      case DistListItem l -> properties.text(LIST_NAME, l::setDLName);
    }
    return properties.done;
  }

  private interface Setter<T> {
    void set(T value);
  }

  /** Whether it changes; then it is done. */
  private boolean takes(PropertyKey key) {
    return edits.changes().containsKey(key) && done.add(key);
  }

  /** What is to be there, as a bag of one. */
  private PropertyBag wanted(PropertyKey key) {
    return edits
        .changed(key)
        .map(v -> MapiVariants.bag(java.util.Map.of(key, v)))
        .orElseGet(() -> MapiVariants.bag(java.util.Map.of()));
  }

  private void text(PropertyKey key, Setter<String> setter) {
    if (takes(key)) {
      setter.set(wanted(key).text(key));
    }
  }

  private void integer(PropertyKey key, Setter<Integer> setter) {
    if (takes(key)) {
      setter.set(wanted(key).integer(key, 0));
    }
  }

  private void flag(PropertyKey key, Setter<Boolean> setter) {
    if (takes(key)) {
      setter.set(wanted(key).flag(key));
    }
  }

  private <E extends OlConstant> void constant(PropertyKey key, E[] all, Setter<E> setter) {
    if (takes(key)) {
      int number = wanted(key).integer(key, 0);
      for (E constant : all) {
        if (constant.value() == number) {
          setter.set(constant);
        }
      }
    }
  }

  /** A day, which tasks keep as a midnight of UTC. */
  private void day(PropertyKey key, Setter<LocalDateTime> setter) {
    if (takes(key)) {
      Instant midnight = wanted(key).time(key);
      setter.set(
          midnight == null ? OleDate.NONE : LocalDateTime.ofInstant(midnight, ZoneOffset.UTC));
    }
  }

  /** Outlook's own mark of a prefix stands before the subject in data files only. */
  private static String subject(@Nullable String kept) {
    String text = kept == null ? "" : kept;
    return text.length() >= 2 && text.charAt(0) == 1 ? text.substring(2) : text;
  }

  private void ofEach(OutlookItem item) {
    text(Tags.SUBJECT, s -> item.setSubject(subject(s)));
    constant(Tags.IMPORTANCE, OlImportance.values(), item::setImportance);
    constant(Tags.SENSITIVITY, OlSensitivity.values(), item::setSensitivity);
    text(BILLING, item::setBillingInformation);
    text(MILEAGE, item::setMileage);
  }

  private void of(AppointmentItem item) {
    text(LOCATION, item::setLocation);
    constant(BUSY, OlBusyStatus.values(), item::setBusyStatus);
    constant(STATE, OlMeetingStatus.values(), item::setMeetingStatus);
    // minutes first: a reminder that is not set keeps them
    integer(REMINDER_MINUTES, item::setReminderMinutesBeforeStart);
    flag(REMINDER_SET, item::setReminderSet);
    done.addAll(List.of(REMINDER_TIME));
  }

  /** The percentage sets the status, which sets the date of completion. */
  private void of(TaskItem item) {
    if (takes(PERCENT)) {
      item.setPercentComplete((int) Math.round(wanted(PERCENT).real(PERCENT, 0) * 100));
    }
    constant(STATUS, OlTaskStatus.values(), item::setStatus);
    day(COMPLETED, item::setDateCompleted);
    day(START, item::setStartDate);
    day(DUE, item::setDueDate);
    flag(TEAM, item::setTeamTask);
    integer(TOTAL, item::setTotalWork);
    integer(ACTUAL, item::setActualWork);
    text(OWNER, item::setOwner);
    text(ROLE, item::setRole);
    if (takes(REMINDER_TIME)) {
      Instant reminder = wanted(REMINDER_TIME).time(REMINDER_TIME);
      item.setReminderTime(
          reminder == null ? OleDate.NONE : LocalDateTime.ofInstant(reminder, session));
    }
    flag(REMINDER_SET, item::setReminderSet);
    done.add(REMINDER_MINUTES);
  }

  /** What a contact is filed under comes last: Outlook makes it of the names. */
  private void of(ContactItem item) {
    for (PropertyKey key : List.copyOf(edits.changes().keySet())) {
      ContactText text = ContactTexts.ALL.get(key);
      if (text != null && text != ContactText.FileAs) {
        text(key, value -> item.setText(text, value));
      }
    }
    text(PropertyName.of(PropertySets.ADDRESS, 0x8005), v -> item.setText(ContactText.FileAs, v));
  }
}
