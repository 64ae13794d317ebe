package org.tandemsync.testkit.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;

class SampleYearTest {
  private static final long SEED = 20261122;

  @Test
  void theSameSeedGivesTheSameYear() {
    assertThat(SampleYear.of(Year.of(2026), SEED)).isEqualTo(SampleYear.of(Year.of(2026), SEED));
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2026, 2027, 2030})
  void aYearIsFull(int year) {
    SampleYear sample = SampleYear.of(Year.of(year), SEED);

    assertThat(sample.appointments()).hasSizeBetween(300, 400);
    assertThat(sample.tasks()).hasSizeGreaterThan(30);
    assertThat(sample.contacts()).hasSizeGreaterThan(40);
    assertThat(sample.lists()).hasSize(4);
    assertThat(sample.contacts()).filteredOn(c -> c.photo() != null).hasSizeGreaterThan(15);
    assertThat(sample.appointments())
        .filteredOn(a -> !a.exceptions().isEmpty())
        .hasSizeGreaterThan(5);
    assertThat(sample.appointments())
        .filteredOn(a -> !a.timing().startZone().equals(a.timing().endZone()))
        .hasSizeGreaterThan(5);
    Stream<? extends Item> all =
        Stream.of(sample.appointments(), sample.tasks(), sample.contacts(), sample.lists())
            .flatMap(List::stream);
    assertThat(all.map(Item::uid)).doesNotHaveDuplicates().noneMatch(String::isEmpty);
  }

  @Test
  void membersOfListsAreContactsOrOutsiders() {
    SampleYear sample = SampleYear.of(Year.of(2026), SEED);
    List<String> uids = sample.contacts().stream().map(Contact::uid).toList();
    assertThat(sample.lists().stream().flatMap(l -> l.members().stream()))
        .extracting(Member::uid)
        .allMatch(uid -> uid.isEmpty() || uids.contains(uid));
  }

  @Test
  void sheIsInOnePlaceAtATime() {
    List<Appointment> ordinary =
        SampleYear.of(Year.of(2026), SEED).appointments().stream()
            .filter(a -> a.recurrence() == null && !a.timing().allDay())
            .sorted(Comparator.comparing(a -> a.timing().start()))
            .toList();
    LocalDateTime busyUntil = LocalDateTime.MIN;
    for (Appointment appointment : ordinary) {
      assertThat(appointment.timing().start())
          .as(appointment.subject())
          .isAfterOrEqualTo(busyUntil);
      // a flight to the east lands later by the clock there than at home
      if (appointment.timing().startZone().equals(appointment.timing().endZone())) {
        busyUntil = appointment.timing().end();
      }
    }
  }
}
