package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.items.GeneratedItems;

/** Items of every kind, written into a file that Outlook made: they come back as they were. */
class GeneratedWritesTest {
  private static final int TRIES = 12;
  private static final Stamp STAMP = new Stamp(new LinkId("link"), 1);

  private static Arbitrary<List<Tuple2<Item, Item>>> pairs(Arbitrary<? extends Item> items) {
    Arbitrary<Item> any = items.map(GeneratedWritesTest::plain);
    return any.flatMap(a -> any.map(b -> Tuple.of(a, b))).list().ofMinSize(1).ofMaxSize(6);
  }

  /** Texts with formatting come back as their codec derives one form from the other. */
  private static Item plain(Item item) {
    return switch (item) {
      case Appointment a -> plain(a);
      case Task t -> t.toBuilder().body(Body.plain(t.body().plain())).build();
      case Contact c -> c;
      case DistributionList l -> l;
    };
  }

  private static Appointment plain(Appointment item) {
    List<ExceptionalOccurrence> exceptions =
        item.exceptions().stream()
            .map(e -> new ExceptionalOccurrence(e.originalStart(), plain(e.occurrence())))
            .toList();
    return item.toBuilder().body(Body.plain(item.body().plain())).exceptions(exceptions).build();
  }

  @Provide
  Arbitrary<List<Tuple2<Item, Item>>> appointments() {
    return pairs(GeneratedItems.appointments());
  }

  @Provide
  Arbitrary<List<Tuple2<Item, Item>>> tasks() {
    return pairs(GeneratedItems.tasks());
  }

  @Provide
  Arbitrary<List<Tuple2<Item, Item>>> contacts() {
    return pairs(GeneratedItems.contacts());
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void appointmentsComeBack(@ForAll("appointments") List<Tuple2<Item, Item>> pairs)
      throws IOException {
    writeAndRead("Calendar", Family.EVENTS, pairs);
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void tasksComeBack(@ForAll("tasks") List<Tuple2<Item, Item>> pairs) throws IOException {
    writeAndRead("Tasks", Family.TASKS, pairs);
  }

  @Property(tries = TRIES, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void contactsComeBack(@ForAll("contacts") List<Tuple2<Item, Item>> pairs) throws IOException {
    writeAndRead("Contacts", Family.CONTACTS, pairs);
  }

  /** Makes the first item of each pair, then gives it every second field of the other. */
  private static void writeAndRead(String folder, Family family, List<Tuple2<Item, Item>> pairs)
      throws IOException {
    Path path = Files.createTempFile("generated", ".pst");
    try {
      Files.write(path, Files.readAllBytes(Samples.path("java-libpst/dist-list.pst")));
      try (PstFile file = PstFile.open(path)) {
        PstStore store = Samples.store(file, file.folder(folder), family);
        List<Item> wanted = new ArrayList<>();
        List<ItemId> ids = make(store, pairs, wanted);
        assertHeld(store, ids, wanted);
        change(store, pairs, ids, wanted);
        assertHeld(store, ids, wanted);
      }
      assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private static List<ItemId> make(
      PstStore store, List<Tuple2<Item, Item>> pairs, List<Item> wanted) {
    List<Effect<Item>> effects = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Item item = pairs.get(i).get1().withUid("uid-" + i);
      effects.add(new Effect.Create<>(item.uid(), item, STAMP, item.title()));
    }
    List<ItemId> ids = new ArrayList<>();
    List<Written> outcomes = store.write(effects);
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case Written.Done done -> {
          ids.add(done.id());
          wanted.add(((Effect.Create<Item>) effects.get(i)).item());
        }
        case Written.Refused refused -> assertThat(refused.reason()).isNotBlank();
        default -> throw new AssertionError(outcomes.get(i));
      }
    }
    return ids;
  }

  private static void change(
      PstStore store, List<Tuple2<Item, Item>> pairs, List<ItemId> ids, List<Item> wanted) {
    List<Effect<Item>> effects = new ArrayList<>();
    List<Item> next = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Item now = wanted.get(i);
      Item other = pairs.get(Integer.parseInt(now.uid().substring(4))).get2();
      Set<String> fields = everySecond(now, i);
      Replica<Item> there = read(store, ids.get(i));
      next.add(Projection.overlay(now, other, fields));
      effects.add(
          new Effect.Update<>(
              ids.get(i),
              Objects.requireNonNull(there.revision()),
              other,
              fields,
              STAMP,
              now.title()));
    }
    List<Written> outcomes = store.write(effects);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Written.Done) {
        wanted.set(i, next.get(i));
      } else {
        assertThat(outcomes.get(i)).isInstanceOf(Written.Refused.class);
      }
    }
  }

  private static Set<String> everySecond(Item item, int from) {
    List<String> names = Fields.of(item.type()).names();
    Set<String> some = new HashSet<>();
    for (int i = from % 2; i < names.size(); i += 2) {
      some.add(names.get(i));
    }
    // a rule and its exceptions, a beginning and its rule belong together
    Set<String> series = Set.of("timing", "recurrence", "exceptions");
    if (some.stream().anyMatch(series::contains)) {
      series.stream().filter(names::contains).forEach(some::add);
    }
    return some;
  }

  private static Replica<Item> read(PstStore store, ItemId id) {
    Found<Item> found = store.read(List.of(id)).getFirst();
    assertThat(found).isInstanceOf(Found.Present.class);
    return ((Found.Present<Item>) found).replica();
  }

  private static void assertHeld(PstStore store, List<ItemId> ids, List<Item> wanted) {
    for (int i = 0; i < ids.size(); i++) {
      Item now = read(store, ids.get(i)).item();
      assertThat(Projection.EVERYTHING.differing(now, wanted.get(i)))
          .as(() -> "there: " + now)
          .isEmpty();
    }
  }
}
