package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.DeclarableItems.Pair;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.ItemIds;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Store;

/**
 * Declares an item of Outlook and one of the server to be one, which a sync would not recognise.
 * Nothing is written on either side: the next sync links them, brings together what they hold, and
 * has that in the history.
 */
public final class DuplicateLink {
  private final Runs runs;
  private final Stores stores;
  private final Ledgers ledgers;
  private final Leases leases;
  private final Reports reports;
  private final ProfileSettings options;
  private final Surroundings surroundings;

  public DuplicateLink(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.runs = new Runs(stores, memory, zones, surroundings);
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.leases = memory.leases();
    this.reports = memory.reports();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
    this.surroundings = surroundings;
  }

  /**
   * What the next sync would make of two items.
   *
   * @param leftTitle what Outlook calls it
   * @param rightTitle what the server calls it
   * @param link what is brought across, or null if nothing is for now
   * @param remark why that is not all; may be empty
   */
  public record Union(
      Declared pair,
      String leftTitle,
      String rightTitle,
      Action.@Nullable LinkUp link,
      String remark) {}

  /**
   * Looks at two items and tells what would become of them. Writes nothing anywhere.
   *
   * @param one the id of an item of either side
   * @param other that of one of the other side
   * @throws CannotRun if they cannot be linked, with the reason and what to do instead
   */
  public Union plan(Profile profile, String one, String other) {
    RunSettings settings = options.freeze(profile);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    Pair pair = pair(profile, settings, ledger, one, other);
    List<Action> planned = new ArrayList<>();
    RunResult plan =
        runs.plan(
            profile,
            pair.declared(),
            new RunListener() {
              @Override
              public void planned(Action action) {
                planned.add(action);
              }
            });
    switch (plan) {
      case RunResult.CouldNotRun not -> throw new CannotRun(not.message());
      case RunResult.Ran ran when ran.report().stopped() != null ->
          throw new CannotRun(String.valueOf(ran.report().stopped().getMessage()));
      case RunResult.Ran _ -> {
        return union(profile, pair, planned);
      }
    }
  }

  static Union union(Profile profile, Pair pair, List<Action> planned) {
    for (Action action : planned) {
      if (action instanceof Action.LinkUp up
          && up.left().equals(pair.declared().left())
          && up.right().equals(pair.declared().right())) {
        return new Union(
            pair.declared(), pair.leftTitle(), pair.rightTitle(), up, remark(profile, pair, up));
      }
    }
    ItemIds items = new ItemIds(pair.declared().left(), pair.declared().right());
    String remark = "the profile's options leave both out: they are linked when one takes part";
    for (Action action : planned) {
      // a copy that a move has left, and its original is still there: both are to be looked at
      if (action instanceof Action.Move move && move.items().meet(items)) {
        throw new CannotRun(
            "These need not be linked: '"
                + move.title()
                + "' was "
                + move.why()
                + ". Nothing was declared. Next step: tandem sync "
                + ShellWord.profile(profile));
      }
      if (action instanceof Action.Hold hold && hold.items().meet(items)) {
        switch (hold.reason()) {
          case GUARD, READ_ONLY, WAITING -> remark = "for now this is held: " + hold.why();
          case DECLARED, UNKNOWN, UNREADABLE, AMBIGUOUS, MOVED, QUARANTINE ->
              throw new CannotRun(
                  "These cannot be linked: "
                      + hold.why()
                      + ". Nothing was declared. Next step: tandem sync "
                      + ShellWord.profile(profile));
        }
      }
    }
    return new Union(pair.declared(), pair.leftTitle(), pair.rightTitle(), null, remark);
  }

  private static String remark(Profile profile, Pair pair, Action.LinkUp up) {
    List<String> remarks = new ArrayList<>();
    switch (profile.policy().direction()) {
      case TWO_WAY -> {}
      case LEFT_TO_RIGHT ->
          remarks.add(
              "the profile goes one way: what the server alone holds in these fields is written"
                  + " over, and kept in the history");
      case RIGHT_TO_LEFT ->
          remarks.add(
              "the profile goes one way: what Outlook alone holds in these fields is written over,"
                  + " and kept in the history");
    }
    if (pair.meeting() && !up.toRight().isEmpty()) {
      remarks.add("people take part in it: the server may write to them");
    }
    return String.join("; ", remarks);
  }

  /**
   * Declares them to be one.
   *
   * @return the number of the run that this is
   * @throws CannotRun if they cannot be linked, with the reason and what to do instead, or if the
   *     profile is being synced
   */
  public long declare(Profile profile, String one, String other) {
    return change(
        profile,
        (settings, ledger) -> {
          Pair pair = pair(profile, settings, ledger, one, other);
          ledger.commit(new Commit.Builder<Item>().declare(pair.declared()).build());
          return "'"
              + pair.leftTitle()
              + "' in Outlook and '"
              + pair.rightTitle()
              + "' on the server were declared to be the same";
        });
  }

  /**
   * Takes a declaration back that is not carried out yet.
   *
   * @return the number of the run that this is
   * @throws CannotRun if nobody has declared that, a run has linked them already or may have, or
   *     the profile is being synced
   */
  public long takeBack(Profile profile, String one, String other) {
    return change(
        profile,
        (_, ledger) -> {
          if (!ledger.openIntents().isEmpty()) {
            throw new CannotRun(
                "The last run did not come to its end and may have linked them. Nothing was taken"
                    + " back. Next step: tandem sync "
                    + ShellWord.profile(profile));
          }
          Declared declared = declared(profile, ledger, one, other);
          ledger.commit(new Commit.Builder<Item>().undeclare(declared).build());
          return "a declaration that two items are the same was taken back";
        });
  }

  private static Declared declared(Profile profile, Ledger<Item> ledger, String one, String other) {
    List<Declared> meant =
        ledger.declared().stream()
            .filter(d -> mayBe(d, one, other) || mayBe(d, other, one))
            .toList();
    return meant.stream()
        .filter(d -> is(d, one, other) || is(d, other, one))
        .findFirst()
        .orElseGet(
            () -> {
              if (meant.size() > 1) {
                throw new CannotRun(
                    "Several are declared to be the same with such ids: "
                        + meant.stream()
                            .map(d -> "'" + d.left() + "' and '" + d.right() + "'")
                            .collect(Collectors.joining(", "))
                        + ". Nothing was done. Next step: give the whole ids of those that you"
                        + " mean.");
              }
              return meant.stream()
                  .findFirst()
                  .orElseThrow(() -> notDeclared(profile, ledger, one, other));
            });
  }

  private static boolean mayBe(Declared declared, String left, String right) {
    return ShortIds.isEnd(left, declared.left().value())
        && ShortIds.isEnd(right, declared.right().value());
  }

  private static boolean is(Declared declared, String left, String right) {
    return declared.left().value().equals(left) && declared.right().value().equals(right);
  }

  private static CannotRun notDeclared(
      Profile profile, Ledger<Item> ledger, String one, String other) {
    for (LinkHead head : ledger.heads()) {
      Declared linked = new Declared(head.left().id(), head.right().id());
      if (mayBe(linked, one, other) || mayBe(linked, other, one)) {
        return new CannotRun(
            "These are in step already. Nothing was done. Next step: 'tandem history' names the"
                + " run that brought them together, and 'tandem undo RUN' takes them apart again,"
                + " as long as neither was changed since.");
      }
    }
    return new CannotRun(
        "Nobody has declared '"
            + one
            + "' and '"
            + other
            + "' to be the same. Nothing was done. Next step: see what is declared: tandem"
            + " duplicates "
            + ShellWord.profile(profile)
            + " --alike");
  }

  /** What is done to a ledger, and what the report says of it. */
  @FunctionalInterface
  private interface LedgerChange {
    String apply(RunSettings settings, Ledger<Item> ledger);
  }

  private long change(Profile profile, LedgerChange change) {
    return switch (leases.take(profile.name())) {
      case Leases.Taken taken -> throw new CannotRun(Runs.busy(profile, taken));
      case Leases.Lease lease -> {
        try (lease;
            Heartbeat _ = new Heartbeat(lease)) {
          yield change(profile, lease, change);
        }
      }
    };
  }

  private long change(Profile profile, Leases.Lease lease, LedgerChange change) {
    RunSettings settings = options.freeze(profile);
    long run = reports.begin(profile.name(), surroundings.clock().instant());
    SingleRun report = new SingleRun(reports, run, surroundings.clock());
    String what = "nothing was changed";
    try {
      Ledger<Item> ledger =
          ledgers.open(Runs.key(profile, settings), settings.fingerprint(), lease, run).ledger();
      report.links(ledger.heads().size());
      what = change.apply(settings, ledger);
      report.ended();
      return run;
    } finally {
      report.finish(what);
    }
  }

  private Pair pair(
      Profile profile, RunSettings settings, Ledger<Item> ledger, String one, String other) {
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      return new DeclarableItems(profile.name(), settings.kind(), ledger, left, right)
          .pair(one, other);
    }
  }
}
