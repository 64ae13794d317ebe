package org.tandemsync.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Outlook task. Its start and due are dates, never times; null means none.
 *
 * @param uid UID of the resource; for appointments the one of the Global Object ID; may be empty
 * @param subject the title
 * @param body the text
 * @param startDate first day, or null
 * @param dueDate last day, or null
 * @param status how far it is
 * @param percentComplete 0 to 100
 * @param dateCompleted the day it was completed; null unless the status is complete
 * @param importance low, normal or high
 * @param sensitivity normal, personal, private or confidential
 * @param categories the categories
 * @param reminder when Outlook reminds, or null
 * @param recurrence the rule if this is a series
 * @param owner whose task it is
 * @param delegator who assigned it
 * @param delegationState what became of the assignment
 * @param role free text
 * @param teamTask whether it is a team task
 * @param totalWork estimated minutes
 * @param actualWork minutes spent
 * @param parentUid UID of the task that this is a part of (RELATED-TO), or empty
 * @param attachments files and links
 * @param url a web page about it
 * @param business billing, mileage, companies, linked contacts
 * @param userProperties Outlook's user properties of type text, by name
 * @param created when the item was made, UTC; derived, never merged
 * @param modified when it was last changed by the clock of its own side, UTC; derived, never merged
 */
public record Task(
    String uid,
    String subject,
    Body body,
    @Nullable LocalDate startDate,
    @Nullable LocalDate dueDate,
    TaskStatus status,
    int percentComplete,
    @Nullable LocalDate dateCompleted,
    Importance importance,
    Sensitivity sensitivity,
    Categories categories,
    @Nullable Instant reminder,
    @Nullable Recurrence recurrence,
    String owner,
    String delegator,
    DelegationState delegationState,
    String role,
    boolean teamTask,
    int totalWork,
    int actualWork,
    String parentUid,
    List<Attachment> attachments,
    String url,
    Business business,
    Map<String, String> userProperties,
    @Nullable Instant created,
    @Nullable Instant modified)
    implements Item {

  public Task {
    subject = Text.lines(subject);
    attachments = List.copyOf(attachments);
    userProperties = Collections.unmodifiableMap(new TreeMap<>(userProperties));
    if (percentComplete < 0 || percentComplete > 100) {
      throw new IllegalArgumentException("percent complete is 0 to 100, not " + percentComplete);
    }
    boolean complete = status == TaskStatus.COMPLETE;
    if (complete != (percentComplete == 100)) {
      throw new IllegalArgumentException(
          "a task is complete at 100 %, and only then: "
              + status
              + " at "
              + percentComplete
              + " %");
    }
    if (!complete && dateCompleted != null) {
      throw new IllegalArgumentException("only a complete task has a date of completion");
    }
    if (totalWork < 0 || actualWork < 0) {
      throw new IllegalArgumentException("work is counted in minutes from 0");
    }
  }

  /** Whether it is to be done before it begins, which no program shows. */
  boolean isDueTooEarly() {
    return startDate != null && dueDate != null && dueDate.isBefore(startDate);
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
    b.body = body;
    b.startDate = startDate;
    b.dueDate = dueDate;
    b.status = status;
    b.percentComplete = percentComplete;
    b.dateCompleted = dateCompleted;
    b.importance = importance;
    b.sensitivity = sensitivity;
    b.categories = categories;
    b.reminder = reminder;
    b.recurrence = recurrence;
    b.owner = owner;
    b.delegator = delegator;
    b.delegationState = delegationState;
    b.role = role;
    b.teamTask = teamTask;
    b.totalWork = totalWork;
    b.actualWork = actualWork;
    b.parentUid = parentUid;
    b.attachments = attachments;
    b.url = url;
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
    return ItemType.TASK;
  }

  @Override
  public Task withUid(String value) {
    return toBuilder().uid(value).build();
  }

  /** Builds Task values one field at a time; what is not set is empty or Outlook's default. */
  public static final class Builder {
    private String uid = "";
    private String subject = "";
    private Body body = Body.EMPTY;
    private @Nullable LocalDate startDate = null;
    private @Nullable LocalDate dueDate = null;
    private TaskStatus status = TaskStatus.NOT_STARTED;
    private int percentComplete = 0;
    private @Nullable LocalDate dateCompleted = null;
    private Importance importance = Importance.NORMAL;
    private Sensitivity sensitivity = Sensitivity.NORMAL;
    private Categories categories = Categories.NONE;
    private @Nullable Instant reminder = null;
    private @Nullable Recurrence recurrence = null;
    private String owner = "";
    private String delegator = "";
    private DelegationState delegationState = DelegationState.NOT_DELEGATED;
    private String role = "";
    private boolean teamTask = false;
    private int totalWork = 0;
    private int actualWork = 0;
    private String parentUid = "";
    private List<Attachment> attachments = List.of();
    private String url = "";
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

    public Builder body(Body value) {
      body = value;
      return this;
    }

    public Builder startDate(@Nullable LocalDate value) {
      startDate = value;
      return this;
    }

    public Builder dueDate(@Nullable LocalDate value) {
      dueDate = value;
      return this;
    }

    public Builder status(TaskStatus value) {
      status = value;
      return this;
    }

    public Builder percentComplete(int value) {
      percentComplete = value;
      return this;
    }

    public Builder dateCompleted(@Nullable LocalDate value) {
      dateCompleted = value;
      return this;
    }

    public Builder importance(Importance value) {
      importance = value;
      return this;
    }

    public Builder sensitivity(Sensitivity value) {
      sensitivity = value;
      return this;
    }

    public Builder categories(Categories value) {
      categories = value;
      return this;
    }

    public Builder reminder(@Nullable Instant value) {
      reminder = value;
      return this;
    }

    public Builder recurrence(@Nullable Recurrence value) {
      recurrence = value;
      return this;
    }

    public Builder owner(String value) {
      owner = value;
      return this;
    }

    public Builder delegator(String value) {
      delegator = value;
      return this;
    }

    public Builder delegationState(DelegationState value) {
      delegationState = value;
      return this;
    }

    public Builder role(String value) {
      role = value;
      return this;
    }

    public Builder teamTask(boolean value) {
      teamTask = value;
      return this;
    }

    public Builder totalWork(int value) {
      totalWork = value;
      return this;
    }

    public Builder actualWork(int value) {
      actualWork = value;
      return this;
    }

    public Builder parentUid(String value) {
      parentUid = value;
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

    public Task build() {
      return new Task(
          uid,
          subject,
          body,
          startDate,
          dueDate,
          status,
          percentComplete,
          dateCompleted,
          importance,
          sensitivity,
          categories,
          reminder,
          recurrence,
          owner,
          delegator,
          delegationState,
          role,
          teamTask,
          totalWork,
          actualWork,
          parentUid,
          attachments,
          url,
          business,
          userProperties,
          created,
          modified);
    }
  }
}
