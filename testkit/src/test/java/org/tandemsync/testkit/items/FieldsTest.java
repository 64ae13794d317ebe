package org.tandemsync.testkit.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;

class FieldsTest {
  /** Identity and what is derived takes no part in comparing and merging. */
  private static final Set<String> NO_FIELD = Set.of("uid", "created", "modified");

  /** Merged as one value under a name of their own. */
  private static final Set<String> PROGRESS =
      Set.of("status", "percent-complete", "date-completed");

  @ParameterizedTest
  @EnumSource(ItemType.class)
  void everyComponentBelongsToExactlyOneField(ItemType type) {
    Class<? extends Item> record =
        switch (type) {
          case APPOINTMENT -> Appointment.class;
          case TASK -> Task.class;
          case CONTACT -> Contact.class;
          case DISTRIBUTION_LIST -> DistributionList.class;
        };
    List<String> components =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(n -> !NO_FIELD.contains(n))
            .map(n -> n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .map(n -> type == ItemType.TASK && PROGRESS.contains(n) ? "progress" : n)
            .distinct()
            .toList();
    assertThat(Fields.of(type).names()).containsExactlyInAnyOrderElementsOf(components);
  }

  @Provide
  Arbitrary<List<Item>> two() {
    return GeneratedItems.sameType(2);
  }

  @Property(tries = 200)
  void overlayOfAllFieldsIsTheOther(@ForAll("two") List<Item> items) {
    Item onto = items.get(0);
    Item from = items.get(1);
    Item result = Projection.overlay(onto, from, Projection.EVERYTHING.fields(onto.type()));
    assertThat(Projection.EVERYTHING.differing(result, from)).isEmpty();
    assertThat(result.uid()).isEqualTo(onto.uid());
  }

  @Property(tries = 200)
  void aFieldDiffersOnlyInItself(@ForAll("two") List<Item> items) {
    Item a = items.get(0);
    Item b = items.get(1);
    for (String field : Projection.EVERYTHING.differing(a, b)) {
      if (Set.of("recurrence", "exceptions").contains(field)) {
        continue; // a series and its changed occurrences only make sense together
      }
      Item one = Projection.overlay(a, b, Set.of(field));
      assertThat(Projection.EVERYTHING.differing(a, one)).containsExactly(field);
    }
  }

  @Test
  void anUnknownFieldIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Projection.EVERYTHING.without(ItemType.TASK, Set.of("colour")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("due-date");
  }

  @Test
  void fingerprintTellsProjectionsApart() {
    Projection without = Projection.EVERYTHING.without(ItemType.CONTACT, Set.of("photo"));
    assertThat(without.fingerprint()).isNotEqualTo(Projection.EVERYTHING.fingerprint());
    assertThat(without.fields(ItemType.CONTACT).stream().collect(Collectors.toSet()))
        .doesNotContain("photo");
  }
}
