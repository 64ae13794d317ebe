package org.tandemsync.convert.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.convert.text.Component;
import org.tandemsync.items.DelegationState;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Task;

/** Tasks as VCALENDARs with a VTODO. */
public final class TaskLens implements ResourceLens {

  /** The properties, in the order in which a new task is written. */
  private static final ComponentLens<Task, Task.Builder> LENS =
      new ComponentLens<>(
          List.of(
              new TaskStart(),
              new TaskDue(),
              new RecurrenceRule<>(Task::recurrence, Task.Builder::recurrence),
              new TextProperty<>("SUMMARY", "subject", false, Task::subject, Task.Builder::subject),
              new Description<>(Task::body, Task.Builder::body),
              new Progress(),
              new Classification<>(Task::sensitivity, Task.Builder::sensitivity),
              new Priority<>(Task::importance, Task.Builder::importance),
              new CategoryList<>(Task::categories, Task.Builder::categories),
              new TextProperty<>("URL", "url", true, Task::url, Task.Builder::url),
              new ParentTask(),
              new TextProperty<>(
                  "X-TANDEM-OWNER", "owner", false, Task::owner, Task.Builder::owner),
              new TextProperty<>(
                  "X-TANDEM-DELEGATOR",
                  "delegator",
                  false,
                  Task::delegator,
                  Task.Builder::delegator),
              delegation(),
              new TextProperty<>("X-TANDEM-ROLE", "role", false, Task::role, Task.Builder::role),
              new MarkedValue<>(
                  "X-TANDEM-TEAM-TASK",
                  "team-task",
                  false,
                  v -> v ? "TRUE" : "FALSE",
                  text -> text.equalsIgnoreCase("TRUE"),
                  Task::teamTask,
                  Task.Builder::teamTask),
              MarkedValue.minutes(
                  "X-TANDEM-TOTAL-WORK", "total-work", Task::totalWork, Task.Builder::totalWork),
              MarkedValue.minutes(
                  "X-TANDEM-ACTUAL-WORK",
                  "actual-work",
                  Task::actualWork,
                  Task.Builder::actualWork),
              new AttachmentLines<>(Task::attachments, Task.Builder::attachments),
              new BusinessLines<>(Task::business, Task.Builder::business),
              new UserPropertyLines<>(Task::userProperties, Task.Builder::userProperties),
              new TaskReminder()),
          Fields.TASK,
          Task::toBuilder,
          Task.Builder::build);

  private static CalendarProperty<Task, Task.Builder> delegation() {
    return new MarkedValue<>(
        "X-TANDEM-DELEGATION-STATE",
        "delegation-state",
        DelegationState.NOT_DELEGATED,
        state -> state.name().replace('_', '-'),
        TaskLens::delegationState,
        Task::delegationState,
        Task.Builder::delegationState);
  }

  private static @Nullable DelegationState delegationState(String text) {
    for (DelegationState state : DelegationState.values()) {
      if (state.name().replace('_', '-').equalsIgnoreCase(text)) {
        return state;
      }
    }
    return null;
  }

  private final LensSettings settings;

  public TaskLens(LensSettings settings) {
    this.settings = settings;
  }

  @Override
  public Reading get(String text) {
    return switch (CalendarText.open(text, "VTODO")) {
      case CalendarText.Opened.Not(Reading reading) -> reading;
      case CalendarText.Opened.Ready(CalendarText calendar) -> {
        Context context = Context.of(settings, calendar.calendar());
        int further = calendar.others() + calendar.overrides().size();
        if (further > 0) {
          context.lose(
              LossKind.FURTHER_TASK,
              "recurrence",
              further
                  + " more VTODOs of this resource are not shown: Outlook's tasks have no"
                  + " changed occurrences");
        }
        if (CalendarText.uid(calendar.master()).isEmpty()) {
          context.lose(LossKind.NO_UID, "uid", "the task has no UID");
        }
        Task task = read(calendar.master(), context);
        Unshown.tell(calendar.master(), context);
        yield new Reading.Understood(task, calendar.stamp(), context.losses());
      }
    };
  }

  private static Task read(Component master, Context context) {
    context.series(SeriesReader.read(master, RecurrenceRule.startLine(master), List.of(), context));
    Task.Builder builder =
        Task.builder()
            .uid(CalendarText.uid(master))
            .created(Revision.created(master))
            .modified(Revision.modified(List.of(master)));
    return LENS.read(master, builder, context);
  }

  @Override
  public String create(Item item, String stamp) {
    Task task = (Task) item;
    NewCalendar made = NewCalendar.of("VTODO", task.uid(), stamp);
    LENS.write(task, made.master(), Context.of(settings, made.calendar()));
    Revision.begin(made.master(), task.created(), settings.clock().instant());
    return made.text();
  }

  @Override
  public boolean isOneOfSeveral(String resource, String uid) {
    return SeveralItems.hold(resource, uid);
  }

  @Override
  public String marked(String resource, String stamp) {
    if (!(CalendarText.open(resource, "VTODO")
        instanceof CalendarText.Opened.Ready(CalendarText calendar))) {
      return resource;
    }
    calendar.mark(stamp);
    return calendar.document().text();
  }

  @Override
  public String update(String previous, Item item, Set<String> fields, String stamp) {
    if (fields.isEmpty()) {
      return previous;
    }
    if (!(CalendarText.open(previous, "VTODO")
        instanceof CalendarText.Opened.Ready(CalendarText calendar))) {
      throw new IllegalArgumentException("the resource holds no task");
    }
    Component master = calendar.master();
    Context context = Context.of(settings, calendar.calendar());
    Task before = read(master, context);
    Set<String> named = new HashSet<>(fields);
    named.retainAll(LENS.mapped());
    Task wanted = Fields.TASK.overlay(before, (Task) item, named);
    if (LENS.differing(LENS.mapped(), before, wanted).isEmpty()) {
      return previous;
    }
    ComponentLens<Task, Task.Builder> lens =
        LENS.without(idle(master, before, wanted, context), Fields.TASK);
    TaskReminder.fix(master, before, wanted, context);
    lens.edit(before, wanted, master, context);
    // a second pass, as in EventEdit: what was written may change how other lines are read
    context = Context.of(settings, calendar.calendar());
    lens.edit(read(master, context), wanted, master, context);
    if (calendar.document().text().equals(previous)) {
      return previous;
    }
    Revision.refresh(master, settings.clock().instant());
    Set<String> significant = Set.of("start-date", "due-date", "recurrence");
    if (!LENS.differing(significant, before, wanted).isEmpty()) {
      Revision.advance(master);
    }
    calendar.mark(stamp);
    return calendar.document().text();
  }

  /**
   * What Outlook neither had nor shall have, and what new dates bring to life nevertheless: it is
   * not Outlook's, and whoever wrote it wants it.
   */
  private static Set<String> idle(Component master, Task before, Task wanted, Context context) {
    Set<String> idle = new HashSet<>();
    boolean due = TaskDates.dueInstant(master, context).isPresent();
    boolean start = TaskDates.startInstant(master, context).isPresent();
    if (before.dueDate() == null && wanted.dueDate() == null && due) {
      idle.add("due-date"); // before the start
    }
    if (before.reminder() == null && wanted.reminder() == null && !due && !start) {
      idle.add("reminder"); // alarms that have nothing to count from
    }
    return idle;
  }

  /** The fields that this lens reads and writes; the others stay as they are on the server. */
  static Set<String> mapped() {
    return LENS.mapped();
  }

  @Override
  public String mediaType(String resource) {
    return "text/calendar; charset=utf-8";
  }

  @Override
  public String extension(Item item) {
    return ".ics";
  }
}
