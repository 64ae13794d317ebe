package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Recurrence;
import org.tandemsync.items.RecurrenceEnd;
import org.tandemsync.items.RecurrencePattern;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.testkit.MemoryLedger;
import org.tandemsync.testkit.MemoryStore;

/** What somebody may declare to be one, what not, and what looks as if it were. */
class DeclarableItemsTest {
  private static final ItemsKind KIND =
      new ItemsKind(Projection.EVERYTHING, zone -> Optional.of(ZoneId.of("UTC")));
  private static final LocalDateTime FOUR = LocalDateTime.of(2026, 3, 2, 16, 0);

  private final MemoryStore<Item> left = new MemoryStore<>("left", KIND);
  private final MemoryStore<Item> right = new MemoryStore<>("right", KIND);
  private final MemoryLedger<Item> ledger = new MemoryLedger<>();
  private final DeclarableItems items = new DeclarableItems("Work", KIND, ledger, left, right);
  private ItemId here = new ItemId("none");
  private ItemId there = new ItemId("none");

  private static Appointment meal(String uid, String subject, LocalDateTime at) {
    return Appointment.builder()
        .uid(uid)
        .subject(subject)
        .timing(Timing.timed(at, at.plusHours(1), Zone.UTC))
        .build();
  }

  @BeforeEach
  void oneOnEachSide() {
    left.put(meal("x", "Else", FOUR));
    here = left.put(meal("a", "Tea", FOUR));
    there = right.put(meal("b", "Tee", FOUR));
  }

  private void refused(ItemId one, ItemId other, String why) {
    assertThatThrownBy(() -> items.pair(one.value(), other.value()))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining(why)
        .hasMessageContaining("Nothing was done. Next step: ");
  }

  private Commit.Builder<Item> commit() {
    return new Commit.Builder<>();
  }

  private void link(ItemId one, ItemId other) {
    Item base = meal("a", "Tea", FOUR);
    ledger.commit(
        commit()
            .save(
                new Link<>(
                    new LinkId(one + "~" + other),
                    new LinkSide<>(one, null, "", base),
                    new LinkSide<>(other, null, "", base),
                    1,
                    null))
            .build());
  }

  /** Whoever may write to a calendar names its resources, and somebody else pastes what is said. */
  @Test
  void whatIsSuggestedRunsNothingElse() {
    DeclarableItems odd = new DeclarableItems("Bob's $(id)", KIND, ledger, left, right);
    ItemId hostile = new ItemId("/dav/`id`.ics");
    link(new ItemId("x"), there);
    ledger.commit(commit().declare(new Declared(here, hostile)).build());
    assertThatThrownBy(() -> odd.pair(here.value(), right.put(meal("z", "Zea", FOUR)).value()))
        .hasMessageEndingWith(
            "Next step: take that back first: tandem duplicates 'Bob'\\''s $(id)' --unlink "
                + here
                + " '/dav/`id`.ics'");
  }

  @Test
  void theOrderDoesNotMatter() {
    Declared pair = new Declared(here, there);
    DeclarableItems.Pair found = items.pair(here.value(), there.value());
    assertThat(found.declared()).isEqualTo(pair);
    assertThat(found.leftTitle()).isEqualTo("Tea");
    assertThat(found.rightTitle()).isEqualTo("Tee");
    assertThat(items.pair(there.value(), here.value()).declared()).isEqualTo(pair);
  }

  @Test
  void unknownIds() {
    refused(new ItemId("nowhere"), there, "'nowhere' is no item of this profile");
    assertThatThrownBy(() -> items.pair("", there.value())).hasMessageContaining("'' is no item");
    left.remove(here);
    refused(here, there, "is no item of this profile");
  }

  @Test
  void kindsMustAgree() {
    Recurrence daily =
        Recurrence.of(
            new RecurrencePattern.Daily(1),
            LocalDate.of(2026, 3, 2),
            new RecurrenceEnd.AfterCount(5));
    ItemId series = right.put(meal("s", "Tea", FOUR).toBuilder().recurrence(daily).build());
    refused(here, series, "one is a series");
    refused(here, right.put(Task.builder().subject("Tea").build()), "of different kinds");
    Item contact = Contact.builder().fullName("Choir").build();
    Item list = DistributionList.builder().name("Choir").build();
    assertThat(KIND.mayBeOne(contact, list)).isFalse();
    assertThat(KIND.mayBeOne(list, list)).isTrue();
    Task once = Task.builder().subject("Iron").build();
    assertThat(KIND.mayBeOne(once, once.toBuilder().recurrence(daily).build())).isFalse();
  }

  @Test
  void whatIsInStep() {
    ItemId copyOfHere = right.put(meal("a", "Tea", FOUR));
    link(here, copyOfHere);
    refused(here, there, "--merge " + copyOfHere + " " + there);
    ItemId copyOfThere = left.put(meal("b", "Tee", FOUR));
    link(copyOfThere, there);
    refused(here, there, "--merge " + here + " " + copyOfThere);
    refused(here, copyOfHere, "in step with each other already");
    right.remove(copyOfHere);
    refused(here, there, "not there any more. Nothing was done. Next step: tandem sync Work");
  }

  @Test
  void whatIsOnlyOnTheServerInStep() {
    ItemId copyOfThere = left.put(meal("b", "Tee", FOUR));
    link(copyOfThere, there);
    refused(here, there, "--merge " + copyOfThere + " " + here);
  }

  @Test
  void whatIsDeclared() {
    ledger.commit(commit().declare(new Declared(here, there)).build());
    refused(here, there, "declared to be the same already");
    refused(here, right.put(meal("c", "Zea", FOUR)), "--unlink " + here + " " + there);
  }

  @Test
  void whatWasLeftOpen() {
    Item tea = meal("a", "Tea", FOUR);
    ledger.commit(
        commit()
            .open(
                new Intent<>(
                    new LinkId("l"),
                    null,
                    null,
                    null,
                    new Effect.Create<>("a", tea, new Stamp(new LinkId("l"), 1), "Tea"),
                    Set.of()))
            .build());
    refused(here, there, "did not come to its end");
  }

  /** What only waits may be linked instead; what somebody has decided may not. */
  @Test
  void whatIsHeldOrFailed() {
    Held held =
        new Held(
            Held.Doing.CREATE,
            Side.RIGHT,
            new Held.Sight(here, new Revision("1")),
            new Held.Sight(null, null),
            "Tea",
            "too many",
            "",
            Held.Verdict.WAITS);
    ledger.commit(commit().hold(held).build());
    assertThat(items.pair(here.value(), there.value()).declared().left()).isEqualTo(here);
    ledger.decide(Held.Verdict.APPROVED);
    refused(here, there, "somebody has decided");
    ledger.commit(commit().letGo(held.key()).build());

    ledger.commit(
        commit()
            .failed(
                new Commit.Failure(
                    new Held.Sight(null, null), new Held.Sight(there, null), "Tee", "broken", true))
            .build());
    assertThat(items.pair(here.value(), there.value()).declared().right()).isEqualTo(there);
    ledger.rest(Quarantined.Rest.RESTING);
    refused(here, there, "in quarantine (broken)");
  }

  @Test
  void whatCannotBeRead() {
    right.dials().unreadable(there);
    refused(here, there, "cannot be read");
  }

  @Test
  void anIncompleteListingDecidesNothing() {
    right.dials().partialListings(true);
    refused(here, there, "cannot all be listed");
  }

  // ---- what is deleted or merged meanwhile ----

  @Test
  void aDeclaredItemIsNotTheOneTooMany() {
    ItemId twin = left.put(meal("a2", "Tea", FOUR));
    ledger.commit(commit().declare(new Declared(twin, there)).build());
    assertThat(
            new Duplicates.Opened(KIND, Policy.Direction.TWO_WAY, ledger, left, right)
                .search()
                .groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.twins().getFirst().id()).isEqualTo(twin);
              assertThat(group.twins().getLast().fate()).isEqualTo(DuplicateGroup.Fate.LEFT);
            });
  }

  // ---- what seems to be the same ----

  private List<AlikeAcross> alike() {
    AlikeAcross.Search search = new AlikeAcross.Search(KIND, left, right);
    search.add(Side.LEFT, List.copyOf(left.items().keySet()));
    search.add(Side.RIGHT, List.copyOf(right.items().keySet()));
    return search.pairs();
  }

  @Test
  void eachIsShownOnceWithWhatItIsLikest() {
    assertThat(alike())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.pair()).isEqualTo(new Declared(here, there));
              assertThat(pair.differing()).containsExactly("subject");
            });
    ItemId nearer = right.put(meal("c", "tea!", FOUR.plusDays(1)));
    ItemId exact = right.put(meal("d", "Tea", FOUR));
    assertThat(alike()).extracting(AlikeAcross::pair).contains(new Declared(here, exact));
    assertThat(alike()).noneMatch(pair -> pair.pair().equals(new Declared(here, nearer)));
  }

  @Test
  void whatManyShareTellsNothing() {
    for (int i = 0; i < 40; i++) {
      left.put(meal("l" + i, "Lunch", FOUR.plusMinutes(i)));
      right.put(meal("r" + i, "Lunch", FOUR.plusMinutes(100 + i)));
    }
    assertThat(alike()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Tea, Tee, true",
    "Dentist, Dentits, true",
    "Team meeting, Meeting of the team, true",
    "Tea, Lunch, false",
    "Ann Alto, Alto Ann, true",
    "'', Tea, false",
    "Übung, übung, true"
  })
  void similarTitles(String one, String other, boolean similar) {
    assertThat(Likeness.similar(one, other)).isEqualTo(similar);
  }

  @Test
  void likeness() {
    Appointment tea = meal("a", "Tea", FOUR);
    assertThat(Likeness.between(tea, meal("b", "tea", FOUR.plusDays(7)))).isTrue();
    assertThat(Likeness.between(tea, meal("b", "tea", FOUR.plusDays(70)))).isFalse();
    assertThat(Likeness.between(tea, meal("b", "Board", FOUR))).isFalse();
    assertThat(Likeness.keys(tea)).anyMatch(Likeness.keys(meal("b", "Board", FOUR))::contains);
    Contact ann = Contact.builder().fullName("Ann Alto").build();
    Contact anna = Contact.builder().fullName("Alto, Ann").build();
    assertThat(Likeness.keys(ann)).isEqualTo(Likeness.keys(anna));
    assertThat(Likeness.between(ann, anna)).isTrue();
  }
}
