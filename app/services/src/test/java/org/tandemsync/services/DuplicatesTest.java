package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Person;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.services.DuplicateGroup.Fate;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Engine;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.testkit.Dials;
import org.tandemsync.testkit.MemoryLedger;
import org.tandemsync.testkit.MemoryStore;

/** Case 218: equal items of one side, and what a clean-up makes of them. */
class DuplicatesTest {
  private static final ItemsKind KIND =
      new ItemsKind(
          // what a profile excludes counts too: deleting removes all of an item
          Projection.EVERYTHING.without(ItemType.APPOINTMENT, Set.of("body")),
          zone -> Optional.of(ZoneId.of("UTC")));
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Timing HOUR = Timing.timed(NINE, NINE.plusHours(1), Zone.UTC);

  private final MemoryStore<Item> left = new MemoryStore<>("left", KIND);
  private final MemoryStore<Item> right = new MemoryStore<>("right", KIND);
  private final MemoryLedger<Item> ledger = new MemoryLedger<>();
  private final Duplicates.Opened opened = opened(Policy.Direction.TWO_WAY);

  private Duplicates.Opened opened(Policy.Direction direction) {
    return new Duplicates.Opened(KIND, direction, ledger, left, right);
  }

  private static Appointment meal() {
    return Appointment.builder().uid("meal").subject("Meal").timing(HOUR).build();
  }

  private static Appointment series(String changed, int day) {
    Appointment occurrence =
        meal().toBuilder().uid("own" + day).subject(changed).modified(Instant.EPOCH).build();
    return meal().toBuilder()
        .recurrence(
            Recurrence.of(
                new RecurrencePattern.Daily(1),
                LocalDate.of(2026, 3, 2),
                new RecurrenceEnd.AfterCount(5)))
        .exceptions(List.of(new ExceptionalOccurrence(NINE.plusDays(day), occurrence)))
        .build();
  }

  static List<Arguments> pairs() {
    Task task = Task.builder().uid("t").subject("Iron").build();
    Contact contact = Contact.builder().uid("c").fullName("Ann Alto").company("Choir").build();
    DistributionList list = DistributionList.builder().uid("l").name("Choir").build();
    return List.of(
        Arguments.of("events", meal(), meal(), true),
        Arguments.of("another UID", meal(), meal().withUid("other"), true),
        Arguments.of(
            "another time of change",
            meal(),
            meal().toBuilder().modified(Instant.EPOCH).created(Instant.EPOCH).build(),
            true),
        Arguments.of("tasks", task, task.withUid("t2"), true),
        Arguments.of("contacts", contact, contact.withUid("c2"), true),
        Arguments.of("lists", list, list.withUid("l2"), true),
        Arguments.of("series", series("Feast", 1), series("Feast", 1).withUid("s2"), true),
        Arguments.of("other occurrence", series("Feast", 1), series("Feast", 2), false),
        Arguments.of("other in an occurrence", series("Feast", 1), series("Fast", 1), false),
        Arguments.of(
            "start, end and subject only",
            meal(),
            meal().toBuilder().location("Kitchen").build(),
            false),
        Arguments.of(
            "an excluded field",
            meal(),
            meal().toBuilder().body(Body.plain("bring salt")).build(),
            false),
        Arguments.of("upper case", meal(), meal().toBuilder().subject("MEAL").build(), false),
        Arguments.of("contact", contact, contact.toBuilder().nickname("A").build(), false),
        Arguments.of(
            "a contact and a list",
            Contact.builder().build(),
            DistributionList.builder().build(),
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void case218_onlyItemsEqualInEveryFieldAreDuplicates(
      String what, Item one, Item other, boolean equal) {
    for (MemoryStore<Item> store : List.of(left, right)) {
      ItemId first = store.put(one);
      ItemId second = store.put(other);
      List<DuplicateGroup> groups =
          opened.search().groups().stream().filter(g -> opened.store(g.side()) == store).toList();
      assertThat(groups).hasSize(equal ? 1 : 0);
      if (equal) {
        assertThat(groups.getFirst().twins())
            .extracting(DuplicateGroup.Twin::id)
            .containsExactlyInAnyOrder(first, second);
        assertThat(groups.getFirst().twins())
            .extracting(DuplicateGroup.Twin::fate)
            .containsExactly(Fate.KEPT, Fate.EXTRA);
      }
    }
  }

  private void sync() {
    new Engine<>(
            KIND,
            left,
            right,
            ledger,
            Policy.TWO_WAY,
            new SeededIdentities("seed", new Random(7)),
            new RunListener() {},
            Neighbours.none())
        .sync();
  }

  private Map<ItemId, Fate> fates(Side side) {
    return opened.search().groups().stream()
        .filter(g -> g.side() == side)
        .flatMap(g -> g.twins().stream())
        .collect(
            java.util.stream.Collectors.toMap(DuplicateGroup.Twin::id, DuplicateGroup.Twin::fate));
  }

  private List<Duplicates.Outcome> clean(Duplicates.Result listed) {
    List<Duplicates.Outcome> outcomes = new ArrayList<>();
    Duplicates.delete(
        opened,
        listed,
        () -> new LinkId("none"),
        (store, deeds) -> {
          assertThat(deeds).allSatisfy(deed -> assertThat(deed.before()).isNotNull());
          return store.write(deeds.stream().map(Deed::effect).toList());
        },
        outcomes::add);
    return outcomes;
  }

  private static Appointment changed(int hour) {
    return meal().toBuilder().modified(Instant.EPOCH.plusSeconds(3600L * hour)).build();
  }

  @Test
  void withoutLinksTheOneChangedFirstStays() {
    ItemId late = left.put(changed(3));
    ItemId early = left.put(changed(1));
    ItemId later = left.put(changed(2).withUid("another"));
    assertThat(fates(Side.LEFT))
        .isEqualTo(Map.of(early, Fate.KEPT, late, Fate.EXTRA, later, Fate.EXTRA));
    assertThat(left.written()).as("listing writes nothing").isZero();
    assertThat(clean(opened.search())).hasSize(2).allMatch(Duplicates.Outcome::done);
    assertThat(left.items()).containsOnlyKeys(early);
    assertThat(opened.search().groups()).isEmpty();
  }

  @Test
  void theOneInStepStaysAlsoIfItWasChangedLater() {
    ItemId linked = left.put(changed(3));
    sync();
    ItemId copy = left.put(changed(1).withUid("another"));
    assertThat(fates(Side.LEFT)).isEqualTo(Map.of(linked, Fate.KEPT, copy, Fate.EXTRA));
    clean(opened.search());
    sync();
    assertThat(left.items()).containsOnlyKeys(linked);
    assertThat(right.items()).hasSize(1);
  }

  @Test
  void twoInStepAreToldAndLeftAlone() {
    left.put(meal());
    left.put(meal().withUid("another"));
    sync();
    assertThat(right.items()).hasSize(2);
    for (Side side : Side.values()) {
      assertThat(fates(side).values()).containsExactlyInAnyOrder(Fate.KEPT, Fate.LEFT);
    }
    assertThat(clean(opened.search())).isEmpty();
    assertThat(left.items()).hasSize(2);
  }

  private ItemId partner(ItemId item) {
    return ledger.heads().stream()
        .filter(head -> head.left().id().equals(item))
        .map(head -> head.right().id())
        .findFirst()
        .orElseThrow();
  }

  private String reason(Side side, ItemId id) {
    return opened.search().groups().stream()
        .filter(group -> group.side() == side)
        .flatMap(group -> group.twins().stream())
        .filter(twin -> twin.id().equals(id))
        .map(DuplicateGroup.Twin::reason)
        .findFirst()
        .orElseThrow();
  }

  /** Found by following the advice of both lists: nothing was left of the two on either side. */
  @Test
  void bothSidesKeepTheSamePairWhateverTheirTimesSay() {
    ItemId early = left.put(changed(1));
    ItemId late = left.put(changed(2).withUid("another"));
    sync();
    right.change(partner(early), i -> ((Appointment) i).toBuilder().modified(NOON).build());
    sync();
    assertThat(fates(Side.LEFT).get(early)).isEqualTo(fates(Side.RIGHT).get(partner(early)));
    assertThat(fates(Side.LEFT).get(late)).isEqualTo(fates(Side.RIGHT).get(partner(late)));
    ItemId doomed = fates(Side.LEFT).get(late) == Fate.LEFT ? late : early;
    assertThat(reason(Side.LEFT, doomed))
        .isEqualTo(
            "it is in step with '"
                + partner(doomed)
                + "' on the server; delete it on one side only: the next sync deletes the other");
    ItemId alsoDoomed = partner(doomed);
    assertThat(fates(Side.RIGHT)).containsEntry(alsoDoomed, Fate.LEFT);
    left.remove(doomed);
    right.remove(alsoDoomed);
    sync();
    assertThat(left.items()).hasSize(1);
    assertThat(right.items()).hasSize(1);
  }

  @Test
  void ofAOneWayProfileTheSourceIsToDeleteFrom() {
    left.put(meal());
    left.put(meal().withUid("another"));
    sync();
    Set<String> reasons = new HashSet<>();
    for (DuplicateGroup group : opened(Policy.Direction.LEFT_TO_RIGHT).search().groups()) {
      reasons.add(group.side() + group.twins().getLast().reason().replaceAll(".*;", ""));
    }
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "LEFT delete it in Outlook: the next sync deletes the other",
            "RIGHT delete that one: the next sync deletes this one");
  }

  /** What it is in step with holds something of its own, which would be gone. */
  @Test
  void nobodyIsAdvisedToDeleteWhatHasNoEqualOnTheOtherSide() {
    ItemId one = left.put(meal());
    ItemId other = left.put(meal().withUid("another"));
    sync();
    right.change(
        partner(other), i -> ((Appointment) i).toBuilder().body(Body.plain("bring salt")).build());
    sync();
    assertThat(fates(Side.RIGHT)).isEmpty();
    ItemId told = fates(Side.LEFT).get(other) == Fate.LEFT ? other : one;
    assertThat(reason(Side.LEFT, told))
        .contains("'" + partner(told) + "' on the server", "not the same as")
        .doesNotContain("delete");
  }

  @Test
  void nobodyIsAdvisedToDeleteWhileOneIsAboutToGo() {
    ItemId one = left.put(meal());
    ItemId other = left.put(meal().withUid("another"));
    sync();
    right.remove(partner(one));
    ItemId told = fates(Side.LEFT).get(other) == Fate.LEFT ? other : one;
    assertThat(reason(Side.LEFT, told)).contains("sync first");
  }

  @Test
  void nothingGoesWhileTheLinkedOneIsAboutToGo() {
    ItemId linked = left.put(meal());
    sync();
    right.remove(right.items().keySet().iterator().next());
    ItemId copy = left.put(meal().withUid("another"));
    assertThat(fates(Side.LEFT)).isEqualTo(Map.of(linked, Fate.KEPT, copy, Fate.LEFT));
  }

  @Test
  void whatCannotBeComparedOrWouldWriteToPeopleIsLeftAlone() {
    left.put(meal());
    left.put(meal());
    left.cannotShow(item -> List.of(new Lost(28, "attachments", "plan.pdf")));
    assertThat(fates(Side.LEFT).values()).containsExactlyInAnyOrder(Fate.KEPT, Fate.LEFT);
    assertThat(opened.search().groups().getFirst().twins().get(1).reason()).contains("plan.pdf");

    Appointment meeting =
        meal().toBuilder()
            .attendees(
                List.of(
                    new Attendee(
                        new Person("Ann", "ann@x.example"),
                        AttendeeType.REQUIRED,
                        ResponseStatus.NOT_RESPONDED)))
            .build();
    right.put(meeting);
    right.put(meeting);
    assertThat(fates(Side.RIGHT).values()).containsExactlyInAnyOrder(Fate.KEPT, Fate.LEFT);
  }

  @Test
  void aSideThatCannotBeWrittenIsOnlyListed() {
    left.put(meal());
    left.put(meal());
    left.dials().readOnly("Outlook has it open");
    assertThat(opened.search().groups().getFirst().twins().get(1).reason())
        .contains("Outlook has it open");
  }

  @Test
  void whatIsUnreadableIsToldAndNoDuplicate() {
    left.put(meal());
    left.dials().unreadable(left.put(meal()));
    assertThat(opened.search().groups()).isEmpty();
    assertThat(opened.search().remarks()).hasSize(1);
  }

  @Test
  void neverMoreThanListedAndNeverWhatChangedSince() {
    left.put(changed(1));
    ItemId second = left.put(changed(2));
    Duplicates.Result listed = opened.search();
    ItemId unlisted = left.put(changed(3));
    UnaryOperator<Item> edit = i -> ((Appointment) i).toBuilder().location("Hall").build();
    left.change(second, edit);
    assertThat(clean(listed)).hasSize(1).noneMatch(Duplicates.Outcome::done);
    assertThat(left.items()).hasSize(3).containsKeys(second, unlisted);
  }

  @Test
  void ifTheOneThatWasToStayIsGoneNothingIsLost() {
    ItemId stays = left.put(changed(1));
    ItemId extra = left.put(changed(2));
    Duplicates.Result listed = opened.search();
    left.remove(stays);
    assertThat(clean(listed)).hasSize(1).noneMatch(Duplicates.Outcome::done);
    assertThat(left.items()).containsOnlyKeys(extra);
  }

  @Test
  void everyFailureIsToldAndALostAnswerIsSettledByLooking() {
    for (Dials.Fault fault : Dials.Fault.values()) {
      new ArrayList<>(left.items().keySet()).forEach(left::remove);
      left.put(changed(1));
      left.put(changed(2));
      Duplicates.Result listed = opened.search();
      left.dials().failing(effect -> fault);
      boolean gone = fault == Dials.Fault.NONE || fault == Dials.Fault.LOST_AFTER;
      assertThat(clean(listed)).as("%s", fault).hasSize(1).allMatch(o -> o.done() == gone);
      assertThat(left.items()).as("%s", fault).hasSize(gone ? 1 : 2);
      left.dials().reset();
    }
  }
}
