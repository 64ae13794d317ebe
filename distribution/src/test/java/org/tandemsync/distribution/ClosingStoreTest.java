package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Item;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Task;
import org.tandemsync.services.ItemsKind;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Stamp;
import org.tandemsync.testkit.MemoryStore;

class ClosingStoreTest {
  private static final Lost LOST = new Lost(42, "body", "too long");

  private final MemoryStore<Item> memory =
      new MemoryStore<>("tasks", new ItemsKind(Projection.EVERYTHING, zone -> Optional.empty()));

  /** Plans ask for them: they were not passed on once, and plans of real stores told of none. */
  @Test
  void whatWritingWouldLoseIsPassedOn() {
    memory.cannotHold(item -> List.of(LOST));
    Item task = Task.builder().uid("u").subject("a").build();
    try (ClosingStore store = new ClosingStore(memory, () -> {})) {
      assertThat(store.losses(new Effect.Create<>("u", task, new Stamp(new LinkId("l"), 1), "a")))
          .containsExactly(LOST);
    }
  }

  @Test
  void whatItStandsOnIsClosedOnce() {
    AtomicInteger closed = new AtomicInteger();
    new ClosingStore(memory, closed::incrementAndGet).close();
    assertThat(closed).hasValue(1);
  }
}
