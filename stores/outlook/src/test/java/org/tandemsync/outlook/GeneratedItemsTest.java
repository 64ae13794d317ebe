package org.tandemsync.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.mapi.item.MessageLosses;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.standin.StandIn;
import org.tandemsync.outlook.standin.WindowsLocale;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.items.GeneratedItems;

/**
 * Any item is written and comes back, but for what the losses tell; and is changed into any other.
 */
class GeneratedItemsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Provide
  Arbitrary<List<Item>> pairs() {
    return GeneratedItems.sameType(2);
  }

  @Property(tries = 150, seed = "1105", edgeCases = EdgeCasesMode.NONE)
  void anItemIsMadeAndChanged(@ForAll("pairs") List<Item> pair) {
    isMadeAndChanged(
        pair, new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW));
  }

  @Provide
  Arbitrary<List<Item>> series() {
    return GeneratedItems.sameType(2)
        .filter(p -> p.getFirst() instanceof Appointment a && a.recurrence() != null);
  }

  /** A mailbox that is not at hand: the object model tells the rules. */
  @Property(tries = 60, seed = "1106", edgeCases = EdgeCasesMode.NONE)
  void aSeriesIsMadeAndChangedWhereItsRuleIsTooLarge(@ForAll("series") List<Item> pair) {
    StandIn outlook = new StandIn(ZoneId.of("Europe/Berlin"), WindowsLocale.GERMAN, () -> NOW);
    outlook.rulesAreTooLarge();
    isMadeAndChanged(pair, outlook);
  }

  private static void isMadeAndChanged(List<Item> pair, StandIn outlook) {
    Item first = pair.get(0).withUid("uid-1");
    Item second = pair.get(1).withUid("uid-1");
    try (Application application = outlook.application();
        OutlookStore store = store(application, first)) {
      Written made =
          store.write(List.of(new Effect.Create<>("uid-1", first, stamp(1), "T"))).getFirst();
      if (!(made instanceof Written.Done done)) {
        assertThat(made).isInstanceOf(Written.Refused.class);
        return;
      }
      holds(store, done, first, MessageLosses.all(first));
      Replica<Item> there = read(store, done);
      Written changed =
          store
              .write(
                  List.of(
                      new Effect.Update<>(
                          done.id(),
                          Objects.requireNonNull(there.revision()),
                          second,
                          MessageLosses.all(second),
                          stamp(2),
                          "T")))
              .getFirst();
      if (changed instanceof Written.Done again) {
        holds(store, again, second, MessageLosses.all(second));
      } else {
        assertThat(changed).isInstanceOf(Written.Refused.class);
        assertThat(read(store, done)).isEqualTo(there);
      }
    }
    assertThat(outlook.references()).isZero();
  }

  private static Stamp stamp(long write) {
    return new Stamp(new LinkId("generated"), write);
  }

  private static OutlookStore store(Application application, Item item) {
    return switch (item.type()) {
      case APPOINTMENT -> open(application, "calendar", Family.EVENTS);
      case TASK -> open(application, "tasks", Family.TASKS);
      case CONTACT, DISTRIBUTION_LIST -> open(application, "contacts", Family.CONTACTS);
    };
  }

  private static OutlookStore open(Application application, String folder, Family family) {
    return new OutlookFolders(application, () -> NOW)
        .open(FolderAddress.parse(folder), family, true);
  }

  private static Replica<Item> read(OutlookStore store, Written.Done done) {
    Found<Item> found = store.read(List.of(done.id())).getFirst();
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<Item>) found).replica();
  }

  private static void holds(
      OutlookStore store, Written.Done done, Item wanted, Set<String> fields) {
    Replica<Item> replica = read(store, done);
    assertThat(done.revision()).isEqualTo(replica.revision());
    assertThat(replica.stamp()).isNotNull();
    Set<String> differing = new TreeSet<>(Projection.EVERYTHING.differing(replica.item(), wanted));
    differing.retainAll(fields);
    Set<String> told = new HashSet<>();
    List<String> losses = new ArrayList<>();
    for (Lost lost : done.losses()) {
      told.add(lost.field());
      losses.add(lost.toString());
    }
    if (System.getProperty("tandem.proofs.losses") != null && !losses.isEmpty()) {
      System.out.println(wanted.type() + " " + losses);
    }
    assertThat(differing).as("differences without a loss " + losses).isSubsetOf(told);
    // Outlook makes the plain text of the formatted one, and has one first day of the week
    assertThat(told).as(losses.toString()).isSubsetOf("body", "notes", "recurrence", "exceptions");
  }
}
