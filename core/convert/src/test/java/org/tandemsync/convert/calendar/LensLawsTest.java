package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.SETTINGS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;

/** The laws of lenses over items as Outlook could have them. */
class LensLawsTest {
  private static final ResourceLens EVENTS = Lenses.of(Family.EVENTS, SETTINGS);
  private static final ResourceLens TASKS = Lenses.of(Family.TASKS, SETTINGS);

  private static final PropertyPairs PAIRS =
      new PropertyPairs(Map.of("Room", "X-ROOM", "my field", "X-MY-FIELD"));

  private static Item get(ResourceLens lens, String text) {
    ResourceLens.Reading reading = lens.get(text);
    assertThat(reading).as(text).isInstanceOf(ResourceLens.Reading.Understood.class);
    return ((ResourceLens.Reading.Understood) reading).item();
  }

  private static List<String> differing(Item a, Item b, Set<String> mapped) {
    List<String> names = new ArrayList<>(Projection.EVERYTHING.differing(a, b));
    names.retainAll(mapped);
    return names;
  }

  /** The differences, but for a formatted text that stays with the same words. */
  private static List<String> differingBut(Item wanted, Item back, Set<String> mapped) {
    return differing(unformatted(wanted, wanted), unformatted(back, wanted), mapped);
  }

  private static Item unformatted(Item item, Item like) {
    return switch (item) {
      case Appointment a -> unformatted(a, (Appointment) like);
      case Task t -> t.toBuilder().body(body(t.body(), ((Task) like).body())).build();
      default -> item;
    };
  }

  private static Appointment unformatted(Appointment item, Appointment like) {
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (int i = 0; i < item.exceptions().size(); i++) {
      ExceptionalOccurrence e = item.exceptions().get(i);
      Appointment of =
          i < like.exceptions().size() ? like.exceptions().get(i).occurrence() : e.occurrence();
      exceptions.add(new ExceptionalOccurrence(e.originalStart(), unformatted(e.occurrence(), of)));
    }
    return item.toBuilder().body(body(item.body(), like.body())).exceptions(exceptions).build();
  }

  private static Body body(Body body, Body like) {
    return like.html().isEmpty() ? Body.plain(body.plain()) : body;
  }

  private static Set<String> mapped(ItemType type) {
    return type == ItemType.TASK ? TaskLens.mapped() : EventLens.mapped();
  }

  private static void createLaw(ResourceLens lens, Item item) {
    String text = lens.create(item, "L1/1");
    Item back = get(lens, text);
    assertThat(differing(item, back, mapped(item.type())))
        .as("%s%nread as %s%nfrom %s", item, back, text)
        .isEmpty();
    assertThat(back.uid()).isEqualTo(item.uid());
    assertThat(((ResourceLens.Reading.Understood) lens.get(text)).losses()).as(text).isEmpty();
    assertThat(((ResourceLens.Reading.Understood) lens.get(text)).stamp()).isEqualTo("L1/1");
    assertThat(lens.update(text, back, mapped(item.type()), "L1/2")).isSameAs(text);
  }

  private static void updateLaw(ResourceLens lens, Item old, Item item) {
    String previous = lens.create(old, "L1/1");
    Set<String> mapped = mapped(item.type());
    String text = lens.update(previous, item, mapped, "L1/2");
    Item back = get(lens, text);
    assertThat(differingBut(item, back, mapped))
        .as("%s%nread as %s%nfrom%n%s%nwhich was%n%s", item, back, text, previous)
        .isEmpty();
    assertThat(lens.update(text, item, mapped, "L1/3")).isSameAs(text);
  }

  /** One field alone: it is as wanted, and the others are as they were. */
  private static void fieldLaw(ResourceLens lens, Item old, Item item, Set<String> fields) {
    String previous = lens.create(old, "L1/1");
    Set<String> mapped = new HashSet<>(mapped(item.type()));
    String text = lens.update(previous, item, fields, "L1/2");
    Item back = get(lens, text);
    Set<String> rest = new HashSet<>(mapped);
    rest.removeAll(fields);
    assertThat(differing(get(lens, previous), back, rest))
        .as("%s of %s%nread as %s%nfrom%n%s%nwhich was%n%s", fields, item, back, text, previous)
        .isEmpty();
    assertThat(differingBut(item, back, fields))
        .as("%s of %s%nread as %s%nfrom%n%s%nwhich was%n%s", fields, item, back, text, previous)
        .isEmpty();
  }

  @Property
  void whatIsCreatedIsReadBack(@ForAll("appointments") Item item) {
    createLaw(EVENTS, item);
  }

  @Property
  void whatIsUpdatedIsReadBack(
      @ForAll("appointments") Item old, @ForAll("appointments") Item item) {
    updateLaw(EVENTS, old, withSequenceOf(old, item));
  }

  private static Item withSequenceOf(Item old, Item item) {
    // SEQUENCE never goes backwards
    var before = ((org.tandemsync.items.Appointment) old).meeting().sequence();
    return raised((org.tandemsync.items.Appointment) item, before + 20);
  }

  private static org.tandemsync.items.Appointment raised(
      org.tandemsync.items.Appointment a, int sequence) {
    var m = a.meeting();
    if (m.status() == org.tandemsync.items.MeetingStatus.NON_MEETING) {
      return a;
    }
    var meeting =
        new org.tandemsync.items.Meeting(
            m.status(),
            m.organizer(),
            m.sender(),
            m.sequence() + sequence,
            m.ownResponse(),
            m.replyTime(),
            m.invited());
    var raised = a.toBuilder().meeting(meeting);
    if (a.recurrence() != null) {
      raised.exceptions(
          a.exceptions().stream()
              .map(
                  e ->
                      new org.tandemsync.items.ExceptionalOccurrence(
                          e.originalStart(), e.occurrence().toBuilder().meeting(meeting).build()))
              .toList());
    }
    return raised.build();
  }

  @Property
  void oneFieldChangesAlone(
      @ForAll("singles") Item old,
      @ForAll("singles") Item item,
      @ForAll("eventField") String field) {
    if (field.equals("meeting") || field.equals("attendees")) {
      return; // these are told from each other: see EventMeetingTest
    }
    fieldLaw(EVENTS, old, item, Set.of(field));
  }

  @Property
  void tasksThatAreCreatedAreReadBack(@ForAll("tasks") Item item) {
    createLaw(TASKS, item);
  }

  @Property
  void tasksThatAreUpdatedAreReadBack(@ForAll("tasks") Item old, @ForAll("tasks") Item item) {
    updateLaw(TASKS, old, item);
  }

  /** Options change how an item is written, and never how it is read. */
  @Property(tries = 60)
  void spellingIsNotRead(
      @ForAll("appointments") Item old,
      @ForAll("appointments") Item item,
      @ForAll("spellings") CalendarSpelling spelling) {
    spellingIsNotRead(EVENTS, Lenses.of(Family.EVENTS, SETTINGS.with(spelling)), item);
    updateLaw(
        Lenses.of(Family.EVENTS, SETTINGS.with(spelling).with(PAIRS)),
        old,
        withSequenceOf(old, item));
  }

  @Property(tries = 60)
  void spellingOfTasksIsNotRead(
      @ForAll("tasks") Item old,
      @ForAll("tasks") Item item,
      @ForAll("spellings") CalendarSpelling spelling) {
    spellingIsNotRead(TASKS, Lenses.of(Family.TASKS, SETTINGS.with(spelling)), item);
    updateLaw(Lenses.of(Family.TASKS, SETTINGS.with(spelling).with(PAIRS)), old, item);
  }

  private static void spellingIsNotRead(ResourceLens usual, ResourceLens spelled, Item item) {
    createLaw(spelled, item);
    String text = spelled.create(item, "L1/1");
    assertThat(differing(item, get(usual, text), mapped(item.type()))).as(text).isEmpty();
    assertThat(usual.update(text, item, mapped(item.type()), "L1/2")).isSameAs(text);
  }

  @Provide
  Arbitrary<CalendarSpelling> spellings() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<CalendarSpelling.Meetings> meetings =
        Combinators.combine(
                Arbitraries.of(Invitations.values()),
                flag,
                Arbitraries.of("", "team@dav.example", "me@corp.example"))
            .as(CalendarSpelling.Meetings::new);
    Arbitrary<CalendarSpelling.Tasks> tasks =
        Combinators.combine(flag, flag, flag).as(CalendarSpelling.Tasks::new);
    return Combinators.combine(meetings, tasks, flag)
        .as((m, t, c) -> CalendarSpelling.USUAL.with(m).with(t).withClassOfPublic(c));
  }

  @Provide
  Arbitrary<Item> appointments() {
    return CalendarArbitraries.appointments().map(a -> a);
  }

  @Provide
  Arbitrary<Item> singles() {
    return CalendarArbitraries.single().map(a -> a);
  }

  @Provide
  Arbitrary<Item> tasks() {
    return CalendarArbitraries.tasks().map(a -> a);
  }

  @Provide
  Arbitrary<String> eventField() {
    Set<String> names = new HashSet<>(EventLens.mapped());
    names.remove("exceptions");
    names.remove("recurrence");
    return Arbitraries.of(names.stream().sorted().toList());
  }
}
