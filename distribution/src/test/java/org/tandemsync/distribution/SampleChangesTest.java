package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.distribution.SampleChanges.Change;
import org.tandemsync.distribution.SampleChanges.Kind;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.testkit.year.SampleYear;

/** The changes of the demo fit the sample of any year: they change what they say, no more. */
final class SampleChangesTest {

  @ParameterizedTest
  @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034})
  void everyChangeFindsItsItem(int year) {
    SampleYear sample = SampleYear.of(Year.of(year), SampleWorld.SEED);
    List<Change> all =
        Stream.concat(SampleChanges.inOutlook().stream(), SampleChanges.onThePhone().stream())
            .toList();
    for (Change change : all) {
      Item before = change.pick(items(sample, change.family()));
      assertThat(change.sentence(before)).isNotBlank();
      Item after = change.after(before);
      Set<String> differing =
          change.kind() == Kind.CHANGE
              ? new TreeSet<>(Projection.EVERYTHING.differing(before, after))
              : Set.of();
      assertThat(differing).as(change.sentence(before)).isEqualTo(new TreeSet<>(change.fields()));
    }
  }

  private static List<Item> items(SampleYear sample, Family family) {
    return switch (family) {
      case EVENTS -> List.copyOf(sample.appointments());
      case TASKS -> List.copyOf(sample.tasks());
      case CONTACTS -> {
        List<Item> people = new ArrayList<>(sample.contacts());
        people.addAll(sample.lists());
        yield people;
      }
    };
  }
}
