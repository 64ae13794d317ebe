package org.tandemsync.distribution;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Occurrences;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;

/** What happens to the sample year on both sides between two syncs. */
final class SampleChanges {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);

  private SampleChanges() {}

  /** What is done to an item. */
  enum Kind {
    ADD,
    CHANGE,
    DELETE
  }

  /**
   * One change.
   *
   * @param title how the title of the item begins
   * @param fields the names of the fields that it changes
   * @param edit the item afterwards; of an added one, from any item that is there
   * @param told what a person would say that was done, of the item before
   */
  record Change(
      Family family,
      Kind kind,
      String title,
      Set<String> fields,
      UnaryOperator<Item> edit,
      Function<Item, String> told) {

    /** The first item, by time, of the title. */
    Item pick(List<Item> items) {
      return items.stream()
          .filter(i -> i.title().startsWith(title))
          .min(Comparator.comparing(Change::when))
          .orElseThrow(() -> new IllegalStateException("the sample has no " + title));
    }

    private static LocalDateTime when(Item item) {
      return item instanceof Appointment a ? a.timing().start() : LocalDateTime.MIN;
    }

    Item after(Item before) {
      return edit.apply(before);
    }

    String sentence(Item before) {
      return told.apply(before);
    }
  }

  private static Change appointment(
      Kind kind,
      String title,
      Set<String> fields,
      UnaryOperator<Appointment> edit,
      Function<Appointment, String> told) {
    return new Change(
        Family.EVENTS,
        kind,
        title,
        fields,
        item -> edit.apply((Appointment) item),
        item -> told.apply((Appointment) item));
  }

  static List<Change> inOutlook() {
    return List.of(
        appointment(
            Kind.CHANGE,
            "Dentist",
            Set.of("timing"),
            a -> a.toBuilder().timing(later(a.timing(), 90)).build(),
            a ->
                "moves the dentist from "
                    + WHEN.format(a.timing().start())
                    + " to "
                    + later(a.timing(), 90).start().toLocalTime()),
        new Change(
            Family.CONTACTS,
            Kind.CHANGE,
            "Walter Jensen",
            Set.of("phones"),
            c -> withMobile((Contact) c, "+1 312 555 0170"),
            c -> "notes the new mobile number of Walter Jensen"),
        new Change(
            Family.TASKS,
            Kind.CHANGE,
            "Order firewood",
            Set.of("progress"),
            t -> completed((Task) t),
            t -> "ticks off the task 'Order firewood'"),
        appointment(
            Kind.ADD,
            "Dentist",
            Set.of(),
            a -> sauna(a.timing()),
            a -> "adds an appointment, 'Sauna with Katharina'"),
        appointment(
            Kind.DELETE,
            "Flea market",
            Set.of(),
            a -> a,
            a -> "deletes 'Flea market at the Rosenberg' of " + DAY.format(a.timing().start())));
  }

  static List<Change> onThePhone() {
    return List.of(
        appointment(
            Kind.CHANGE,
            "Dentist",
            Set.of("location"),
            a -> a.toBuilder().location(a.location() + ", 2nd floor").build(),
            a -> "adds to the place of the same dentist: '2nd floor'"),
        new Change(
            Family.CONTACTS,
            Kind.CHANGE,
            "Walter Jensen",
            Set.of("job-title"),
            c -> ((Contact) c).toBuilder().jobTitle("Chairman").build(),
            c -> "makes Walter Jensen, Owner, a Chairman"),
        appointment(
            Kind.CHANGE,
            "Choir rehearsal",
            Set.of("exceptions"),
            SampleChanges::withOneMoved,
            a -> "moves one of the choir rehearsals, of " + DAY.format(toMove(a)) + ", by an hour"),
        new Change(
            Family.CONTACTS,
            Kind.ADD,
            "Walter Jensen",
            Set.of(),
            c -> aino(),
            c -> "adds a contact, 'Aino Virtanen'"),
        appointment(
            Kind.DELETE,
            "Cinema",
            Set.of(),
            a -> a,
            a -> "deletes '" + a.subject() + "' of " + DAY.format(a.timing().start())));
  }

  /** The appointment that is changed on both sides, as it is in one of them. */
  static String shownOnBothSides(List<Item> items) {
    Item item = inOutlook().getFirst().pick(items);
    Appointment a = (Appointment) item;
    return WHEN.format(a.timing().start())
        + " - "
        + a.timing().end().toLocalTime()
        + ", "
        + a.location();
  }

  private static Timing later(Timing timing, int minutes) {
    return new Timing(
        timing.start().plusMinutes(minutes),
        timing.end().plusMinutes(minutes),
        timing.allDay(),
        timing.startZone(),
        timing.endZone());
  }

  private static Contact withMobile(Contact contact, String number) {
    Map<PhoneSlot, String> phones = new EnumMap<>(PhoneSlot.class);
    phones.putAll(contact.phones());
    phones.put(PhoneSlot.MOBILE, number);
    return contact.toBuilder().phones(phones).build();
  }

  private static Task completed(Task task) {
    return task.toBuilder()
        .status(TaskStatus.COMPLETE)
        .percentComplete(100)
        .dateCompleted(task.dueDate())
        .build();
  }

  private static Appointment sauna(Timing like) {
    LocalDateTime start = LocalDate.of(like.start().getYear(), 12, 4).atTime(18, 0);
    return Appointment.builder()
        .uid("6f1c2f0e-sauna-with-katharina")
        .subject("Sauna with Katharina")
        .location("Auster, Graz")
        .timing(Timing.timed(start, start.plusHours(3), like.startZone()))
        .categories(Categories.of("Friends"))
        .build();
  }

  private static Contact aino() {
    return Contact.builder()
        .uid("0d8f6c44-aino-virtanen")
        .name(new PersonName("", "Aino", "", "Virtanen", ""))
        .fullName("Aino Virtanen")
        .fileAs("Virtanen, Aino")
        .company("Koskivoima Oy")
        .emails(
            Map.of(
                EmailSlot.EMAIL1, new EmailAddress("aino.virtanen@koski.example", "Aino Virtanen")))
        .phones(Map.of(PhoneSlot.MOBILE, "+358 40 010 0019"))
        .build();
  }

  /** An occurrence that nothing has changed yet, and neither of its neighbours. */
  private static LocalDate toMove(Appointment series) {
    List<LocalDate> changed =
        series.exceptions().stream().map(e -> e.originalStart().toLocalDate()).toList();
    List<LocalDate> regular =
        Occurrences.of(java.util.Objects.requireNonNull(series.recurrence()))
            .dates()
            .filter(day -> !changed.contains(day))
            .toList();
    return regular.get(regular.size() / 2);
  }

  private static Appointment withOneMoved(Appointment series) {
    LocalDate day = toMove(series);
    LocalDateTime original = day.atTime(series.timing().start().toLocalTime());
    int minutes =
        (int)
            java.time.Duration.between(series.timing().start(), series.timing().end()).toMinutes();
    Appointment occurrence =
        series.toBuilder()
            .recurrence(null)
            .exceptions(List.of())
            .timing(
                Timing.timed(
                    original.plusHours(1),
                    original.plusHours(1).plusMinutes(minutes),
                    series.timing().startZone()))
            .build();
    List<ExceptionalOccurrence> exceptions = new ArrayList<>(series.exceptions());
    exceptions.add(new ExceptionalOccurrence(original, occurrence));
    return series.toBuilder().exceptions(exceptions).build();
  }
}
