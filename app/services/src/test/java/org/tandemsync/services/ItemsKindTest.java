package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.Photo;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.services.configuration.ExcludableFields;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.testkit.items.GeneratedItems;

class ItemsKindTest {
  private static final ZoneNames ZONES =
      zone ->
          switch (zone.id()) {
            case "UTC" -> Optional.of(ZoneId.of("UTC"));
            case "W. Europe Standard Time" -> Optional.of(ZoneId.of("Europe/Berlin"));
            default -> Optional.empty();
          };
  private static final ItemsKind KIND = new ItemsKind(Projection.EVERYTHING, ZONES);

  @Provide
  Arbitrary<List<Item>> three() {
    return GeneratedItems.sameType(3);
  }

  @Provide
  Arbitrary<Item> items() {
    return GeneratedItems.items();
  }

  @Property(tries = 100)
  void mergeLaws(@ForAll("three") List<Item> items) {
    Item base = items.get(0);
    Item x = items.get(1);
    for (Side winner : Side.values()) {
      Merged<Item> left = KIND.merge(base, x, base, base, winner);
      assertThat(KIND.differing(left.right(), x)).isEmpty();
      assertThat(left.toLeft()).isEmpty();
      assertThat(left.toRight()).isEqualTo(KIND.differing(base, x));
      assertThat(left.clashes()).isEmpty();
      Merged<Item> right = KIND.merge(base, base, base, x, winner);
      assertThat(KIND.differing(right.left(), x)).isEmpty();
      assertThat(right.toRight()).isEmpty();
      Merged<Item> both = KIND.merge(base, x, base, x, winner);
      assertThat(both.toLeft()).isEmpty();
      assertThat(both.toRight()).isEmpty();
    }
  }

  @Test
  void whatOutlookKeepsIsNotHeardFromTheServer() {
    ItemsKind keeping =
        new ItemsKind(
            Projection.EVERYTHING.keeping(ItemType.CONTACT, Set.of("photo", "file-as")), ZONES);
    Contact none = Contact.builder().fullName("Ann").build();
    Contact large = none.toBuilder().photo(photo(1, 2, 3)).fileAs("Ann").build();
    Contact small = none.toBuilder().photo(photo(1)).nickname("An").build();
    assertThat(keeping.stillHeld(Side.RIGHT, large, replica(small, null)))
        .isEqualTo(large.toBuilder().nickname("An").build());
    assertThat(keeping.stillHeld(Side.RIGHT, large, replica(none, null))).isEqualTo(large);
    assertThat(keeping.stillHeld(Side.RIGHT, none, replica(small, null))).isEqualTo(small);
    assertThat(keeping.stillHeld(Side.LEFT, large, replica(none, null))).isEqualTo(none);
    Stamp mark = new Stamp(new LinkId("l"), 1);
    assertThat(KIND.stillHeld(Side.RIGHT, large, replica(none, mark))).isEqualTo(none);
    assertThat(keeping.projection().fingerprint()).isNotEqualTo(KIND.projection().fingerprint());
  }

  private static Photo photo(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return new Photo(Bytes.of(content), "image/jpeg");
  }

  @Test
  void whatAServerDropsWithOurMarkIsNotRemoved() {
    Appointment base =
        Appointment.builder()
            .subject("Ball")
            .location("Hall")
            .onlineMeetingUrl("red")
            .url("u")
            .build();
    Appointment less = base.toBuilder().subject("Dance").location("").onlineMeetingUrl("").build();
    Stamp mark = new Stamp(new LinkId("l"), 1);
    assertThat(KIND.stillHeld(Side.RIGHT, base, replica(less, null)))
        .isEqualTo(less.toBuilder().onlineMeetingUrl("red").build());
    assertThat(KIND.stillHeld(Side.RIGHT, base, replica(less, mark))).isEqualTo(less);
    assertThat(KIND.stillHeld(Side.LEFT, base, replica(less, null))).isEqualTo(less);
    Appointment blue = base.toBuilder().onlineMeetingUrl("blue").build();
    assertThat(KIND.stillHeld(Side.RIGHT, base, replica(blue, null))).isEqualTo(blue);
  }

  /** A rich text is not flattened because only its words came back. */
  @Property(tries = 200)
  void formattingIsNotRemovedWhileTheWordsStay(@ForAll("three") List<Item> items) {
    Item rich = withText(items.get(0), new Body("some words", "<b>some</b> words"));
    for (Side side : Side.values()) {
      for (@Nullable Stamp stamp : Arrays.asList(null, new Stamp(new LinkId("l"), 1))) {
        Item plain = withText(rich, Body.plain("some words\n"));
        assertThat(KIND.differing(rich, plain)).isNotEmpty();
        assertThat(KIND.stillHeld(side, rich, replica(plain, stamp))).isEqualTo(rich);
        Item edited = withText(rich, Body.plain("other words"));
        assertThat(KIND.stillHeld(side, rich, replica(edited, stamp))).isEqualTo(edited);
        Item italic = withText(rich, new Body("some words", "<i>some</i> words"));
        assertThat(KIND.stillHeld(side, rich, replica(italic, stamp))).isEqualTo(italic);
        assertThat(KIND.stillHeld(side, plain, replica(rich, stamp))).isEqualTo(rich);
      }
    }
  }

  /** The same text for the item and its changed occurrences. */
  private static Item withText(Item item, Body text) {
    return switch (item) {
      case Appointment a ->
          a.toBuilder()
              .body(text)
              .exceptions(
                  a.exceptions().stream()
                      .map(
                          e ->
                              new ExceptionalOccurrence(
                                  e.originalStart(), e.occurrence().toBuilder().body(text).build()))
                      .toList())
              .build();
      case Task t -> t.toBuilder().body(text).build();
      case Contact c -> c.toBuilder().notes(text).build();
      case DistributionList l -> l.toBuilder().notes(text).build();
    };
  }

  private static Replica<Item> replica(Item item, @Nullable Stamp stamp) {
    return new Replica<>(new ItemId("i"), new Revision("r"), item, stamp);
  }

  @Test
  void fieldsThatTravelInExtensionsAreFields() {
    for (ItemType type : ItemType.values()) {
      assertThat(Fields.of(type).names()).containsAll(ExtensionFields.of(type));
    }
  }

  @Property(tries = 100)
  void aWinnerBringsBothSidesTogether(@ForAll("three") List<Item> items) {
    for (Side winner : Side.values()) {
      Merged<Item> merged =
          KIND.merge(items.get(0), items.get(1), items.get(0), items.get(2), winner);
      assertThat(KIND.differing(merged.left(), merged.right())).isEmpty();
      assertThat(KIND.overlay(items.get(1), merged.left(), merged.toLeft()))
          .isEqualTo(merged.left());
    }
    Merged<Item> asked = KIND.merge(items.get(0), items.get(1), items.get(0), items.get(2), null);
    for (Merged.FieldClash clash : asked.clashes()) {
      assertThat(asked.agreed()).doesNotContain(clash.field());
    }
  }

  @Property(tries = 100)
  void aFirstMeetingWithNothingTakesEverything(@ForAll("items") Item item) {
    Item blank = KIND.blank(item);
    Merged<Item> merged = KIND.merge(blank, item, blank, blank, Side.RIGHT);
    assertThat(KIND.differing(merged.right(), item)).isEmpty();
    assertThat(merged.clashes()).isEmpty();
  }

  @Property(tries = 100)
  void whatIsExcludedIsNeitherSeenNorSent(@ForAll("three") List<Item> items) {
    Projection projection = Projection.EVERYTHING;
    for (ItemType type : ItemType.values()) {
      projection = projection.without(type, ExcludableFields.of(type));
    }
    ItemsKind kind = new ItemsKind(projection, ZONES);
    Set<String> all = ExcludableFields.of(items.get(0).type());
    Item sent = kind.visible(items.get(1));
    assertThat(KIND.differing(sent, kind.blank(sent))).doesNotContainAnyElementsOf(all);
    Merged<Item> merged =
        kind.merge(items.get(0), items.get(1), items.get(0), items.get(2), Side.LEFT);
    assertThat(merged.toRight()).doesNotContainAnyElementsOf(all);
    assertThat(KIND.differing(merged.right(), items.get(2))).doesNotContainAnyElementsOf(all);
  }

  @Test
  void aContactAndAListAreAConflictForAPerson() {
    Item contact = Contact.builder().fullName("Ann").build();
    Item list = DistributionList.builder().name("Ann").build();
    Merged<Item> merged = KIND.merge(contact, contact, contact, list, Side.LEFT);
    assertThat(merged.clashes()).containsExactly(new Merged.FieldClash("kind", "contact", "list"));
    assertThat(merged.left()).isEqualTo(contact);
    assertThat(merged.right()).isEqualTo(list);
    assertThat(merged.agreed()).isEmpty();
    // both became lists: the old base says nothing any more
    assertThat(KIND.merge(contact, list, contact, list, null).clashes()).isEmpty();
    assertThat(KIND.overlay(contact, list, Set.of("name"))).isEqualTo(list);
  }

  @Test
  void clashesAreReadable() {
    Appointment base = Appointment.builder().subject("x").build();
    Appointment left = base.toBuilder().timing(at("UTC", 9)).build();
    Appointment right = base.toBuilder().timing(at("W. Europe Standard Time", 9)).build();
    assertThat(KIND.merge(base, left, base, right, null).clashes())
        .containsExactly(
            new Merged.FieldClash(
                "timing",
                "2026-03-02 09:00 to 2026-03-02 10:00, UTC",
                "2026-03-02 09:00 to 2026-03-02 10:00, W. Europe Standard Time"));
  }

  private static Timing at(String zone, int hour) {
    LocalDateTime start = LocalDateTime.of(2026, 3, 2, hour, 0);
    return Timing.timed(start, start.plusHours(1), new Zone(zone));
  }

  @Test
  void theSameInTheEyesOfAPerson() {
    Appointment utc = Appointment.builder().subject(" Plan  A").timing(at("UTC", 8)).build();
    Appointment local =
        Appointment.builder()
            .subject("Plan A")
            .timing(at("W. Europe Standard Time", 9))
            .location("elsewhere")
            .build();
    assertThat(KIND.contentKey(utc)).isPresent().isEqualTo(KIND.contentKey(local));
    assertThat(KIND.contentKey(utc.toBuilder().subject("plan a").build()))
        .isEqualTo(KIND.contentKey(utc));
    assertThat(KIND.contentKey(utc.toBuilder().timing(at("UTC", 9)).build()))
        .isNotEqualTo(KIND.contentKey(utc));
    assertThat(KIND.contentKey(Appointment.builder().timing(at("UTC", 8)).build())).isEmpty();
    assertThat(KIND.contentKey(Task.builder().subject("a").build()))
        .isPresent()
        .isNotEqualTo(KIND.contentKey(Appointment.builder().subject("a").build()));
    Contact ann = person("ann@x.y");
    assertThat(KIND.contentKey(ann)).isEqualTo(KIND.contentKey(person("Ann@X.y")));
    assertThat(KIND.contentKey(ann)).isNotEqualTo(KIND.contentKey(person("ann@z.y")));
    assertThat(KIND.contentKey(Contact.builder().build())).isEmpty();
  }

  private static Contact person(String mail) {
    return Contact.builder()
        .name(new PersonName("", "Ann", "", "Lee", ""))
        .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress(mail, "")))
        .build();
  }

  @Test
  void everythingHasATitle() {
    assertThat(KIND.title(Appointment.builder().build())).isEqualTo("(no subject)");
    assertThat(KIND.title(Contact.builder().build())).isEqualTo("(no name)");
    assertThat(KIND.title(person("a@b.c"))).isEqualTo("Ann Lee");
    assertThat(KIND.title(Task.builder().subject("a\nb ").build())).isEqualTo("a b");
  }

  @Test
  void identitiesAreTheSameForTheSameQuestion() {
    var one = new SeededIdentities("s", new java.util.SplittableRandom(1));
    var id = new org.tandemsync.sync.ItemId("7");
    assertThat(one.uid(Side.LEFT, id))
        .isEqualTo(new SeededIdentities("s", new java.util.SplittableRandom(2)).uid(Side.LEFT, id))
        .isNotEqualTo(one.uid(Side.RIGHT, id))
        .isNotEqualTo(
            new SeededIdentities("t", new java.util.SplittableRandom(1)).uid(Side.LEFT, id));
    assertThat(one.newLink()).isNotEqualTo(one.newLink());
  }
}
