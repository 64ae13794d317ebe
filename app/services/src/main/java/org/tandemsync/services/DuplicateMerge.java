package org.tandemsync.services;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Clash;
import org.tandemsync.items.Item;
import org.tandemsync.items.Merge;
import org.tandemsync.items.Projection;
import org.tandemsync.items.ShownValue;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.Written;

/**
 * Makes one of two items of one side: what only the second one holds goes into the first, which is
 * written before the second is deleted. Both are in the history.
 */
public final class DuplicateMerge {
  private final Stores stores;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final History history;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public DuplicateMerge(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.history = memory.history();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
    this.surroundings = surroundings;
  }

  /**
   * What becomes of two items.
   *
   * @param fields what the first one takes from the second
   * @param lost fields in which both hold something; the first one's value stays
   */
  public record Union(Side side, String title, List<String> fields, List<Merged.FieldClash> lost) {}

  /** Both items as they are now. */
  private record Pair(Side side, Store<Item> store, Replica<Item> kept, Replica<Item> gone) {}

  /** What would come of it. Writes nothing anywhere. */
  public Union plan(Profile profile, String kept, String gone) {
    RunSettings settings = options.freeze(profile);
    Ledgers.Opened opened = ledgers.view(Runs.key(profile, settings), settings.fingerprint());
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      Pair pair = pair(left, right, opened.ledger(), kept, gone);
      return union(pair, merge(pair), settings.kind());
    }
  }

  /**
   * Does it.
   *
   * @return the number of the run that this is
   */
  public long merge(Profile profile, String kept, String gone) {
    return switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          yield merge(profile, kept, gone, lease);
        }
      }
    };
  }

  private long merge(Profile profile, String keptId, String goneId, Leases.Lease lease) {
    RunSettings settings = options.freeze(profile);
    long run = reports.begin(profile.name(), surroundings.clock().instant());
    SingleRun report = new SingleRun(reports, run, surroundings.clock());
    try {
      Ledgers.Opened opened =
          ledgers.open(Runs.key(profile, settings), settings.fingerprint(), lease, run);
      if (!opened.ledger().openIntents().isEmpty()) {
        throw new CannotRun(
            "The last run of profile '"
                + profile.name()
                + "' did not come to its end. Nothing was merged. Next step: tandem sync "
                + ShellWord.profile(profile));
      }
      report.links(opened.ledger().heads().size());
      try (Store<Item> left = stores.open(settings.left(), settings.options());
          Store<Item> right = stores.open(settings.right(), settings.options())) {
        Pair pair = pair(left, right, opened.ledger(), keptId, goneId);
        carryOut(
            pair,
            settings.kind().title(pair.kept().item()),
            new SeededIdentities(opened.seed(), surroundings.random()).newLink(),
            new KeptWrites(history, run, Runs.key(profile, settings)),
            report);
      }
      report.ended();
      return run;
    } finally {
      report.finish("merged two items into one");
    }
  }

  private static void carryOut(
      Pair pair, String title, LinkId link, KeptWrites writes, SingleRun report) {
    Merge merge = merge(pair);
    Replica<Item> kept = pair.kept();
    Stamp stamp = kept.stamp();
    if (!merge.toLeft().isEmpty()) {
      Effect<Item> update =
          new Effect.Update<>(
              kept.id(),
              Objects.requireNonNull(kept.revision()),
              merge.left(),
              merge.toLeft(),
              stamp == null ? new Stamp(link, 1) : stamp,
              title);
      write(pair, update, kept, link, writes, report, "united with the other");
    }
    Replica<Item> gone = pair.gone();
    Effect<Item> delete =
        new Effect.Delete<>(gone.id(), Objects.requireNonNull(gone.revision()), title);
    write(pair, delete, gone, link, writes, report, "all of it is in the other");
  }

  private static void write(
      Pair pair,
      Effect<Item> effect,
      Replica<Item> before,
      LinkId link,
      KeptWrites writes,
      SingleRun report,
      String why) {
    Written written =
        writes
            .write(
                pair.store(),
                List.of(
                    new Deed<>(
                        link,
                        pair.side(),
                        effect,
                        before.id(),
                        before.item(),
                        true,
                        effect instanceof Effect.Delete ? before.original() : null)))
            .getFirst();
    report.note(pair.side(), effect, written, why);
  }

  private static Merge merge(Pair pair) {
    return Merge.of(
        Projection.EVERYTHING,
        null,
        pair.kept().item(),
        null,
        pair.gone().item(),
        Merge.Winner.LEFT);
  }

  private static Union union(Pair pair, Merge merge, ItemsKind kind) {
    List<Merged.FieldClash> lost = new ArrayList<>();
    for (Clash clash : merge.clashes()) {
      lost.add(
          new Merged.FieldClash(
              clash.field(), ShownValue.of(clash.left()), ShownValue.of(clash.right())));
    }
    return new Union(
        pair.side(), kind.title(pair.kept().item()), List.copyOf(merge.toLeft()), lost);
  }

  // ---- which items ----

  private static Pair pair(
      Store<Item> left, Store<Item> right, Ledger<Item> ledger, String kept, String gone) {
    if (kept.equals(gone)) {
      throw new CannotRun("These are one and the same item. Nothing was done.");
    }
    for (Side side : Side.values()) {
      Pair pair = both(side, side == Side.LEFT ? left : right, kept, gone);
      if (pair != null) {
        check(pair, ledger);
        return pair;
      }
    }
    for (Side side : Side.values()) {
      Pair pair = bothByEnds(side, side == Side.LEFT ? left : right, kept, gone);
      if (pair != null) {
        check(pair, ledger);
        return pair;
      }
    }
    throw new CannotRun(
        "'"
            + kept
            + "' and '"
            + gone
            + "' are not two items of one side. Nothing was done. Next step: 'tandem duplicates"
            + " PROFILE --alike' lists ids.");
  }

  private static @Nullable Pair both(Side side, Store<Item> store, String kept, String gone) {
    List<Found<Item>> found = store.read(List.of(new ItemId(kept), new ItemId(gone)));
    return found.getFirst() instanceof Found.Present<Item>(Replica<Item> first)
            && found.getLast() instanceof Found.Present<Item>(Replica<Item> second)
        ? new Pair(side, store, first, second)
        : null;
  }

  private static @Nullable Pair bothByEnds(Side side, Store<Item> store, String kept, String gone) {
    Set<String> ids = new HashSet<>();
    store.list(null).rows().forEach(row -> ids.add(row.id().value()));
    List<String> first = ShortIds.meant(kept, ids);
    List<String> second = ShortIds.meant(gone, ids);
    if (first.isEmpty() || second.isEmpty()) {
      return null;
    }
    if (first.size() + second.size() > 2) {
      throw new CannotRun(
          (first.size() > 1 ? ShortIds.several(kept, first) : ShortIds.several(gone, second))
              + ". Nothing was done. Next step: give the whole id of the one that you mean.");
    }
    return first.equals(second) ? null : both(side, store, first.getFirst(), second.getFirst());
  }

  private static void check(Pair pair, Ledger<Item> ledger) {
    Item kept = pair.kept().item();
    Item gone = pair.gone().item();
    String reason = "";
    Set<ItemId> linked = new HashSet<>();
    ledger.heads().forEach(head -> linked.add(head.side(pair.side()).id()));
    boolean declared =
        ledger.declared().stream().anyMatch(d -> d.id(pair.side()).equals(pair.gone().id()));
    String readOnly = pair.store().traits().readOnly();
    if (readOnly != null) {
      reason = "it cannot be written here: " + readOnly;
    } else if (kept.type() != gone.type()) {
      reason = "they are of different kinds";
    } else if (pair.kept().revision() == null || pair.gone().revision() == null) {
      reason = "a revision is not known, so that a change could be missed";
    } else if (declared) {
      reason =
          "the second one was declared to be the same as an item of the other side; name it first,"
              + " so that it stays, or take that back ('--unlink')";
    } else if (linked.contains(pair.gone().id()) && !linked.contains(pair.kept().id())) {
      reason =
          "only the second one is in step with the other side; name it first, so that it stays";
    } else if (!pair.gone().losses().isEmpty()) {
      reason =
          "the second one holds something that cannot be carried over: "
              + pair.gone().losses().getFirst().text();
    } else if (pair.side() == Side.RIGHT && (isMeeting(kept) || isMeeting(gone))) {
      // RFC 6638: a server may write to those who take part.
      reason = "the server may write to those who take part; do it there yourself";
    }
    if (!reason.isEmpty()) {
      throw new CannotRun("These cannot be merged: " + reason + ". Nothing was done.");
    }
  }

  private static boolean isMeeting(Item item) {
    return item instanceof Appointment meeting && !meeting.attendees().isEmpty();
  }
}
