package org.tandemsync.items;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an Outlook calendar: a single appointment, a meeting, or a series with its changed
 * occurrences.
 *
 * @param uid UID of the resource; for appointments the one of the Global Object ID; may be empty
 * @param subject the title
 * @param location where
 * @param timing start, end, whether all-day, and the zones
 * @param busyStatus how the time shows in free/busy
 * @param sensitivity normal, personal, private or confidential
 * @param importance low, normal or high
 * @param categories the categories
 * @param color CSS name of the colour of the first coloured category, or empty
 * @param reminder when Outlook reminds
 * @param body the text
 * @param recurrence the rule if this is a series
 * @param exceptions changed occurrences, by original start
 * @param meeting organizer, status, sequence and own response
 * @param attendees recipients other than the organizer
 * @param attachments files and links
 * @param url a web page about it
 * @param onlineMeetingUrl where to join an online meeting
 * @param business billing, mileage, companies, linked contacts
 * @param userProperties Outlook's user properties of type text, by name
 * @param created when the item was made, UTC; derived, never merged
 * @param modified when it was last changed by the clock of its own side, UTC; derived, never merged
 */
public record Appointment(
    String uid,
    String subject,
    String location,
    Timing timing,
    BusyStatus busyStatus,
    Sensitivity sensitivity,
    Importance importance,
    Categories categories,
    String color,
    Reminder reminder,
    Body body,
    @Nullable Recurrence recurrence,
    List<ExceptionalOccurrence> exceptions,
    Meeting meeting,
    List<Attendee> attendees,
    List<Attachment> attachments,
    String url,
    String onlineMeetingUrl,
    Business business,
    Map<String, String> userProperties,
    @Nullable Instant created,
    @Nullable Instant modified)
    implements Item {

  public Appointment {
    subject = Text.lines(subject);
    location = Text.lines(location);
    exceptions = sorted(exceptions);
    attendees = List.copyOf(attendees);
    attachments = List.copyOf(attachments);
    userProperties = Collections.unmodifiableMap(new TreeMap<>(userProperties));
    if (recurrence == null && !exceptions.isEmpty()) {
      throw new IllegalArgumentException("only a series has changed occurrences");
    }
  }

  private static final Timing MIDNIGHT =
      Timing.timed(
          LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.of(1970, 1, 1, 0, 0), Zone.UTC);

  private static List<ExceptionalOccurrence> sorted(List<ExceptionalOccurrence> exceptions) {
    List<ExceptionalOccurrence> sorted =
        exceptions.stream()
            .sorted(Comparator.comparing(ExceptionalOccurrence::originalStart))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).originalStart().equals(sorted.get(i - 1).originalStart())) {
        throw new IllegalArgumentException(
            "two changed occurrences replace the one of " + sorted.get(i).originalStart());
      }
    }
    return sorted;
  }

  /** A new, empty one. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this one. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.uid = uid;
    b.subject = subject;
    b.location = location;
    b.timing = timing;
    b.busyStatus = busyStatus;
    b.sensitivity = sensitivity;
    b.importance = importance;
    b.categories = categories;
    b.color = color;
    b.reminder = reminder;
    b.body = body;
    b.recurrence = recurrence;
    b.exceptions = exceptions;
    b.meeting = meeting;
    b.attendees = attendees;
    b.attachments = attachments;
    b.url = url;
    b.onlineMeetingUrl = onlineMeetingUrl;
    b.business = business;
    b.userProperties = userProperties;
    b.created = created;
    b.modified = modified;
    return b;
  }

  @Override
  public String title() {
    return subject;
  }

  @Override
  public ItemType type() {
    return ItemType.APPOINTMENT;
  }

  @Override
  public Appointment withUid(String value) {
    return toBuilder().uid(value).build();
  }

  /**
   * Builds Appointment values one field at a time; what is not set is empty or Outlook's default.
   */
  public static final class Builder {
    private String uid = "";
    private String subject = "";
    private String location = "";
    private Timing timing = MIDNIGHT;
    private BusyStatus busyStatus = BusyStatus.BUSY;
    private Sensitivity sensitivity = Sensitivity.NORMAL;
    private Importance importance = Importance.NORMAL;
    private Categories categories = Categories.NONE;
    private String color = "";
    private Reminder reminder = Reminder.NONE;
    private Body body = Body.EMPTY;
    private @Nullable Recurrence recurrence = null;
    private List<ExceptionalOccurrence> exceptions = List.of();
    private Meeting meeting = Meeting.NONE;
    private List<Attendee> attendees = List.of();
    private List<Attachment> attachments = List.of();
    private String url = "";
    private String onlineMeetingUrl = "";
    private Business business = Business.NONE;
    private Map<String, String> userProperties = Map.of();
    private @Nullable Instant created = null;
    private @Nullable Instant modified = null;

    private Builder() {}

    public Builder uid(String value) {
      uid = value;
      return this;
    }

    public Builder subject(String value) {
      subject = value;
      return this;
    }

    public Builder location(String value) {
      location = value;
      return this;
    }

    public Builder timing(Timing value) {
      timing = value;
      return this;
    }

    public Builder busyStatus(BusyStatus value) {
      busyStatus = value;
      return this;
    }

    public Builder sensitivity(Sensitivity value) {
      sensitivity = value;
      return this;
    }

    public Builder importance(Importance value) {
      importance = value;
      return this;
    }

    public Builder categories(Categories value) {
      categories = value;
      return this;
    }

    public Builder color(String value) {
      color = value;
      return this;
    }

    public Builder reminder(Reminder value) {
      reminder = value;
      return this;
    }

    public Builder body(Body value) {
      body = value;
      return this;
    }

    public Builder recurrence(@Nullable Recurrence value) {
      recurrence = value;
      return this;
    }

    public Builder exceptions(List<ExceptionalOccurrence> value) {
      exceptions = value;
      return this;
    }

    public Builder meeting(Meeting value) {
      meeting = value;
      return this;
    }

    public Builder attendees(List<Attendee> value) {
      attendees = value;
      return this;
    }

    public Builder attachments(List<Attachment> value) {
      attachments = value;
      return this;
    }

    public Builder url(String value) {
      url = value;
      return this;
    }

    public Builder onlineMeetingUrl(String value) {
      onlineMeetingUrl = value;
      return this;
    }

    public Builder business(Business value) {
      business = value;
      return this;
    }

    public Builder userProperties(Map<String, String> value) {
      userProperties = value;
      return this;
    }

    public Builder created(@Nullable Instant value) {
      created = value;
      return this;
    }

    public Builder modified(@Nullable Instant value) {
      modified = value;
      return this;
    }

    public Appointment build() {
      return new Appointment(
          uid,
          subject,
          location,
          timing,
          busyStatus,
          sensitivity,
          importance,
          categories,
          color,
          reminder,
          body,
          recurrence,
          exceptions,
          meeting,
          attendees,
          attachments,
          url,
          onlineMeetingUrl,
          business,
          userProperties,
          created,
          modified);
    }
  }
}
