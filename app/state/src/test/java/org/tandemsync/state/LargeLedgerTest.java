package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.Leases;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;

/** A ledger of many links is read in a moment, without their bases. */
class LargeLedgerTest {
  private static final int LINKS = Integer.getInteger("tandem.links", 10_000);

  @TempDir Path home;

  private static Link<Item> link(int n) {
    Item base =
        Contact.builder().fullName("Name " + n).notes(Body.plain("note ".repeat(60) + n)).build();
    return new Link<>(
        new LinkId("link-" + n),
        new LinkSide<>(new ItemId("left/" + n), new Revision("rev-" + n), "uid-" + n, base),
        new LinkSide<>(new ItemId("/dav/" + n + ".vcf"), new Revision("\"e" + n + "\""), "u", base),
        1,
        null);
  }

  @Test
  void headsAreReadFast() {
    try (State state = State.open(home, new Clockwork().surroundings(1))) {
      Leases.Lease lease = (Leases.Lease) state.leases().take("p");
      Ledger<Item> ledger =
          state
              .ledgers()
              .open(new LedgerKey("p", Family.CONTACTS, "l", "r"), "f", lease, 1)
              .ledger();
      long start = System.nanoTime();
      for (int from = 0; from < LINKS; from += 200) {
        Commit.Builder<Item> commit = new Commit.Builder<>();
        for (int n = from; n < from + 200; n++) {
          commit.save(link(n));
        }
        ledger.commit(commit.build());
      }
      long saved = System.nanoTime();
      assertThat(ledger.heads()).hasSize(LINKS);
      long heads = System.nanoTime();
      List<LinkId> some = new ArrayList<>();
      for (int n = 0; n < 200; n++) {
        some.add(new LinkId("link-" + n * (LINKS / 200)));
      }
      assertThat(ledger.links(some)).hasSize(200);
      long links = System.nanoTime();
      System.out.printf(
          java.util.Locale.ROOT,
          "%d links: saved in %d ms, heads in %d ms, 200 with bases in %d ms%n",
          LINKS,
          Duration.ofNanos(saved - start).toMillis(),
          Duration.ofNanos(heads - saved).toMillis(),
          Duration.ofNanos(links - heads).toMillis());
      // A generous bound: it catches bases being loaded, not a slow machine.
      assertThat(Duration.ofNanos(heads - saved)).isLessThan(Duration.ofSeconds(5));
    }
  }
}
