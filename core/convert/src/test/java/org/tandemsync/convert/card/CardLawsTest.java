package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Member;
import org.tandemsync.items.Projection;
import org.tandemsync.testkit.items.GeneratedItems;
import org.tandemsync.testkit.items.GeneratedValues;

/** The two laws of lenses over generated items. */
class CardLawsTest {
  private static final Projection ALL = Projection.EVERYTHING;

  @Provide
  Arbitrary<Contact> contacts() {
    return Combinators.combine(GeneratedItems.contacts(), GeneratedValues.richBody())
        .as((contact, notes) -> contact.toBuilder().notes(notes).build());
  }

  @Provide
  Arbitrary<DistributionList> lists() {
    return Combinators.combine(GeneratedItems.distributionLists(), members().list().ofMaxSize(5))
        .as((list, members) -> list.toBuilder().members(members).build())
        .flatMap(
            list -> GeneratedValues.richBody().map(notes -> list.toBuilder().notes(notes).build()));
  }

  private static Arbitrary<Member> members() {
    Arbitrary<String> uid =
        Arbitraries.strings().withCharRange('a', 'f').numeric().ofLength(12).map(u -> "u-" + u);
    return Arbitraries.oneOf(
        Combinators.combine(GeneratedValues.text(), GeneratedValues.mailAddress())
            .as((name, address) -> new Member(name, address, "")),
        Combinators.combine(GeneratedValues.text(), uid)
            .as((name, u) -> new Member(name, u + "@card.example", u)),
        uid.map(u -> new Member("", "", u)),
        GeneratedValues.word().map(n -> new Member(n, "", "")));
  }

  @Provide
  Arbitrary<Set<String>> contactFields() {
    return fields(ItemType.CONTACT);
  }

  @Provide
  Arbitrary<Set<String>> listFields() {
    return fields(ItemType.DISTRIBUTION_LIST);
  }

  private static Arbitrary<Set<String>> fields(ItemType type) {
    return Arbitraries.of(Fields.of(type).names()).set();
  }

  @Property
  void aNewCardReadsAsItsContact(@ForAll("contacts") Contact contact, @ForAll CardVersion version) {
    ResourceLens lens = CardTexts.lens(version);
    assertNew(lens, contact);
  }

  @Property
  void aNewListReadsAsItsList(@ForAll("lists") DistributionList list, @ForAll GroupFormat format) {
    ResourceLens lens = CardTexts.lens(format);
    assertNew(lens, list);
  }

  /** Nothing is left for a second write. */
  private static void assertNew(ResourceLens lens, Item item) {
    String text = lens.create(item, "l/1");
    assertReads(lens, text, item);
    Set<String> all = new LinkedHashSet<>(Fields.of(item.type()).names());
    assertThat(lens.update(text, CardTexts.read(lens, text), all, "l/2")).isEqualTo(text);
  }

  @Property
  void editsOfAContactAreReadBackAndTouchNothingElse(
      @ForAll("contacts") Contact before,
      @ForAll("contacts") Contact after,
      @ForAll("contactFields") Set<String> fields,
      @ForAll CardVersion version) {
    assertEdit(CardTexts.lens(version), before, after, fields);
  }

  @Property
  void editsOfAListAreReadBackAndTouchNothingElse(
      @ForAll("lists") DistributionList before,
      @ForAll("lists") DistributionList after,
      @ForAll("listFields") Set<String> fields,
      @ForAll GroupFormat format) {
    assertEdit(CardTexts.lens(format), before, after, fields);
  }

  private static void assertEdit(ResourceLens lens, Item before, Item after, Set<String> fields) {
    String text = lens.create(before, "l/1");
    Item wanted = Projection.overlay(before, after, fields);
    String edited = lens.update(text, wanted, fields, "l/2");
    assertReads(lens, edited, bareMembers(wanted), CardLawsTest::bareMembers);
    Set<String> all = new LinkedHashSet<>(Fields.of(before.type()).names());
    assertThat(lens.update(edited, CardTexts.read(lens, edited), all, "l/3")).isEqualTo(edited);
    // and back again: the card is edited in place, whatever has become of it
    String back = lens.update(edited, before, fields, "l/4");
    assertReads(lens, back, bareMembers(before), CardLawsTest::bareMembers);
  }

  /** What a line that is there already says of a member with a card is left to the card. */
  private static Item bareMembers(Item item) {
    return item instanceof DistributionList list
        ? list.toBuilder()
            .members(
                list.members().stream()
                    .map(m -> m.uid().isEmpty() ? m : new Member("", "", m.uid()))
                    .toList())
            .build()
        : item;
  }

  /** Notes stay formatted as long as their words stay. */
  private static Item formatted(Item wanted, Item read) {
    return switch (read) {
      case Contact c when ((Contact) wanted).notes().html().isEmpty() ->
          c.toBuilder().notes(Body.plain(c.notes().plain())).build();
      case DistributionList l when ((DistributionList) wanted).notes().html().isEmpty() ->
          l.toBuilder().notes(Body.plain(l.notes().plain())).build();
      default -> read;
    };
  }

  private static void assertReads(ResourceLens lens, String text, Item wanted) {
    assertReads(lens, text, wanted, i -> i);
  }

  private static void assertReads(
      ResourceLens lens, String text, Item wanted, UnaryOperator<Item> shown) {
    Item read = formatted(wanted, shown.apply(CardTexts.read(lens, text)));
    List<String> differing = ALL.differing(wanted, read);
    assertThat(differing).as(() -> text + "\n" + wanted + "\n" + read).isEmpty();
    assertThat(read.uid()).isEqualTo(wanted.uid());
  }
}
