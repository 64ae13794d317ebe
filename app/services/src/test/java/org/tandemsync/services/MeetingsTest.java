package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attendee;
import org.tandemsync.items.AttendeeType;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Item;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Meeting;
import org.tandemsync.items.MeetingStatus;
import org.tandemsync.items.Person;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.ResponseStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Engine;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Neighbours;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.testkit.MemoryLedger;
import org.tandemsync.testkit.MemoryStore;

/** Meetings in step: what an attendee may change, and that nobody is sent mail for nothing. */
class MeetingsTest {
  private static final ItemsKind KIND =
      new ItemsKind(Projection.EVERYTHING, zone -> Optional.of(ZoneId.of("UTC")));
  private static final Person BOSS = new Person("Boss", "boss@x.example");
  private static final Person ME = new Person("Me", "me@x.example");

  private static Appointment meeting(int number, MeetingStatus status) {
    LocalDateTime start = LocalDateTime.of(2026, 3, 2, 9, 0).plusDays(number);
    boolean mine = status == MeetingStatus.MEETING;
    return Appointment.builder()
        .uid("meeting-" + number)
        .subject("Meeting " + number)
        .timing(Timing.timed(start, start.plusHours(1), Zone.UTC))
        .meeting(
            new Meeting(
                status,
                mine ? ME : BOSS,
                null,
                1,
                mine ? ResponseStatus.ORGANIZED : ResponseStatus.NOT_RESPONDED,
                null,
                true))
        .attendees(
            List.of(
                new Attendee(
                    mine ? BOSS : ME, AttendeeType.REQUIRED, ResponseStatus.NOT_RESPONDED)))
        .build();
  }

  private static Item answered(Item item, ResponseStatus response) {
    Appointment a = (Appointment) item;
    Meeting m = a.meeting();
    return a.toBuilder()
        .meeting(
            new Meeting(
                m.status(),
                m.organizer(),
                m.sender(),
                m.sequence(),
                response,
                m.replyTime(),
                m.invited()))
        .build();
  }

  /** Two sides, and what the engine does to them. */
  private static final class World {
    final MemoryStore<Item> left = new MemoryStore<>("left", KIND);
    final MemoryStore<Item> right = new MemoryStore<>("right", KIND);
    final Map<Side, Set<String>> made = new HashMap<>();
    final Map<Side, Set<String>> deleted = new HashMap<>();
    final List<Lost> lost = new ArrayList<>();
    MemoryLedger<Item> ledger = new MemoryLedger<>();
    private int runs;

    World() {
      left.watchedBy((id, before, after) -> saw(Side.LEFT, before, after));
      right.watchedBy((id, before, after) -> saw(Side.RIGHT, before, after));
    }

    private void saw(Side side, @Nullable Item before, @Nullable Item after) {
      if (before == null && after != null) {
        made.computeIfAbsent(side, s -> new HashSet<>()).add(after.uid());
      } else if (after == null && before != null) {
        deleted.computeIfAbsent(side, s -> new HashSet<>()).add(before.uid());
      }
    }

    MemoryStore<Item> store(Side side) {
      return side == Side.LEFT ? left : right;
    }

    RunReport sync() {
      made.clear();
      deleted.clear();
      lost.clear();
      RunListener listener =
          new RunListener() {
            @Override
            public void lost(Action action, Side side, List<Lost> losses) {
              lost.addAll(losses);
            }
          };
      Policy policy =
          new Policy(
              Policy.Direction.TWO_WAY,
              Policy.Extra.KEEP,
              Policy.Conflicts.MERGE,
              Policy.Guard.OFF);
      return new Engine<>(
              KIND,
              left,
              right,
              ledger,
              policy,
              new SeededIdentities("seed", new java.util.Random(7 + runs++)),
              listener,
              Neighbours.none())
          .sync();
    }

    Item only(Side side) {
      assertThat(store(side).items()).hasSize(1);
      return store(side).items().values().iterator().next();
    }

    void change(Side side, java.util.function.UnaryOperator<Item> edit) {
      store(side).change(store(side).items().keySet().iterator().next(), edit);
    }
  }

  @Test
  void whatAnAttendeeMayNotChangeIsNotSent() {
    World world = new World();
    world.right.put(meeting(1, MeetingStatus.RECEIVED));
    world.sync();
    world.change(
        Side.LEFT,
        i ->
            ((Appointment) answered(i, ResponseStatus.ACCEPTED))
                .toBuilder()
                    .subject("My own title")
                    .reminder(Reminder.before(5))
                    .busyStatus(BusyStatus.OUT_OF_OFFICE)
                    .build());
    world.sync();
    Appointment sent = (Appointment) world.only(Side.RIGHT);
    assertThat(sent.subject()).isEqualTo("Meeting 1");
    assertThat(sent.reminder()).isEqualTo(Reminder.before(5));
    assertThat(sent.busyStatus()).isEqualTo(BusyStatus.OUT_OF_OFFICE);
    assertThat(sent.meeting().ownResponse()).isEqualTo(ResponseStatus.ACCEPTED);
    assertThat(world.lost)
        .extracting(Lost::number, Lost::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LossKind.ORGANIZERS_PART.number(), "subject"));
    assertThat(((Appointment) world.only(Side.LEFT)).subject()).isEqualTo("My own title");

    int written = world.left.written() + world.right.written();
    world.sync();
    assertThat(world.left.written() + world.right.written()).isEqualTo(written);
    assertThat(world.lost).isEmpty();

    world.change(
        Side.RIGHT,
        i -> ((Appointment) i).toBuilder().subject("New title").location("Hall").build());
    world.sync();
    Appointment updated = (Appointment) world.only(Side.LEFT);
    assertThat(updated.subject()).isEqualTo("New title");
    assertThat(updated.location()).isEqualTo("Hall");
    assertThat(updated.reminder()).isEqualTo(Reminder.before(5));
  }

  @Test
  void anOrganizersChangesAndTheAnswersOfOthersMeet() {
    World world = new World();
    world.left.put(meeting(1, MeetingStatus.MEETING));
    world.sync();
    Attendee accepted = new Attendee(BOSS, AttendeeType.REQUIRED, ResponseStatus.ACCEPTED);
    world.change(
        Side.RIGHT, i -> ((Appointment) i).toBuilder().attendees(List.of(accepted)).build());
    world.change(Side.LEFT, i -> ((Appointment) i).toBuilder().location("Hall").build());
    world.sync();
    for (Side side : Side.values()) {
      Appointment now = (Appointment) world.only(side);
      assertThat(now.attendees()).containsExactly(accepted);
      assertThat(now.location()).isEqualTo("Hall");
    }
  }

  /** What people and programs do between two runs. */
  enum Doing {
    NEW,
    EDIT,
    RESCHEDULE,
    ANSWER,
    REMOVE,
    /** To another name on the server, or another entry in Outlook. */
    MOVE,
    /** Outlook makes a new item of an invitation that is accepted. */
    REPLACE,
    LOSE_LEDGER,
    SYNC
  }

  record Step(Doing what, Side side, int which) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Doing> doings =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.of(Doing.SYNC)),
            net.jqwik.api.Tuple.of(10, Arbitraries.of(Doing.class)));
    return Combinators.combine(
            doings, Arbitraries.of(Side.class), Arbitraries.integers().between(0, 4))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  private static void play(World world, Step step, int made) {
    MemoryStore<Item> store = world.store(step.side());
    if (step.what() == Doing.NEW) {
      store.put(
          meeting(made, step.which() % 2 == 0 ? MeetingStatus.MEETING : MeetingStatus.RECEIVED));
      return;
    }
    List<ItemId> ids = List.copyOf(store.items().keySet());
    if (ids.isEmpty()) {
      return;
    }
    ItemId id = ids.get(step.which() % ids.size());
    switch (step.what()) {
      case EDIT ->
          store.change(
              id, i -> ((Appointment) i).toBuilder().location("Room " + step.which()).build());
      case RESCHEDULE ->
          store.change(
              id,
              i -> {
                Timing t = ((Appointment) i).timing();
                Timing later = t.movedTo(t.start().plusMinutes(10L * (1 + step.which())));
                return ((Appointment) i).toBuilder().timing(later).build();
              });
      case ANSWER -> store.change(id, i -> answered(i, ResponseStatus.ACCEPTED));
      case REMOVE -> store.remove(id);
      case MOVE -> store.move(id);
      case REPLACE -> {
        Item now = store.items().get(id);
        store.remove(id);
        store.put(answered(java.util.Objects.requireNonNull(now), ResponseStatus.TENTATIVE));
      }
      default -> {}
    }
  }

  /**
   * A meeting that is deleted and made again is a cancellation and an invitation to everybody in
   * it.
   */
  @Property(tries = 300, seed = "1")
  void noRunDeletesAMeetingAndMakesItAgain(@ForAll("steps") List<Step> steps) {
    World world = new World();
    int made = 0;
    for (Step step : steps) {
      switch (step.what()) {
        case LOSE_LEDGER -> world.ledger = new MemoryLedger<>();
        case SYNC -> assertNothingIsMadeAgain(world);
        default -> play(world, step, made++);
      }
    }
    assertNothingIsMadeAgain(world);
  }

  private static void assertNothingIsMadeAgain(World world) {
    assertThat(world.sync().stopped()).isNull();
    for (Side side : Side.values()) {
      Set<String> both = new HashSet<>(world.made.getOrDefault(side, Set.of()));
      both.retainAll(world.deleted.getOrDefault(side, Set.of()));
      assertThat(both).isEmpty();
    }
  }
}
