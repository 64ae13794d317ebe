package org.tandemsync.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.Store;

/**
 * The whole story of one item of a profile: what is remembered of it, what both sides hold now, and
 * what a sync would do and why. Writes nothing anywhere.
 */
public final class Explain {
  private static final int VERSIONS = 100_000;

  private final Runs runs;
  private final Stores stores;
  private final Profiles profiles;
  private final Ledgers ledgers;
  private final History history;
  private final Decisions decisions;
  private final ZoneNames zones;
  private final Surroundings surroundings;

  public Explain(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.runs = new Runs(stores, memory, zones, surroundings);
    this.stores = stores;
    this.profiles = memory.profiles();
    this.ledgers = memory.ledgers();
    this.history = memory.history();
    this.decisions = memory.decisions();
    this.zones = zones;
    this.surroundings = surroundings;
  }

  /**
   * One thing that is known of it.
   *
   * @param topic a stable word: link, outlook, server, agreed, declared, held, conflict,
   *     quarantine, passed-over, history, next
   */
  public record Line(String topic, String text) {}

  /**
   * Tells the story.
   *
   * @param item the beginning of the id of a pair, the id of an item on one side, or a part of a
   *     title
   * @throws CannotRun if nothing fits, or several items do
   */
  public List<Line> explain(Profile profile, String item) {
    RunSettings settings =
        RunSettings.freeze(profile, profiles.configuration(), stores, zones, surroundings);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    ItemsKind kind =
        new ItemsKind(settings.projection(), zones, settings.views(), settings.selection());
    List<Action> planned = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    RunResult plan = runs.plan(profile, listener(planned, lost));
    Subject subject =
        new SubjectSearch(profile, ledger, kind, decisions.quarantine(profile.name()), planned)
            .find(item);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("title", subject.title()));
    remembered(subject, ledger, kind, lines);
    Set<String> titles = new HashSet<>(Set.of(subject.title()));
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      now(Side.LEFT, left, subject.left(), subject, kind, lines, titles);
      now(Side.RIGHT, right, subject.right(), subject, kind, lines, titles);
    }
    waiting(profile, subject, lines);
    for (Version version : history.search(profile.name(), null, VERSIONS)) {
      if (subject.isLink(version.link())
          || (version.side() == Side.LEFT
              ? version.id().equals(subject.left())
              : version.id().equals(subject.right()))) {
        lines.add(new Line("history", told(version)));
      }
    }
    next(plan, planned, lost, subject, titles, lines);
    return lines;
  }

  private static RunListener listener(List<Action> planned, List<String> lost) {
    return new RunListener() {
      @Override
      public void planned(Action action) {
        planned.add(action);
      }

      @Override
      public void lost(Action action, Side side, List<Lost> losses) {
        losses.forEach(one -> lost.add(action.title() + "\n" + one.field() + ": " + one.text()));
      }
    };
  }

  // ---- what is remembered ----

  private static void remembered(
      Subject subject, Ledger<Item> ledger, ItemsKind kind, List<Line> lines) {
    Link<Item> link = subject.link();
    if (link == null) {
      lines.add(new Line("link", "none: it is in step with nothing on the other side"));
    } else {
      lines.add(new Line("link", link.id().value() + ", last write " + link.writes()));
      for (Side side : Side.values()) {
        LinkSide<Item> end = link.side(side);
        lines.add(
            new Line(
                side.label(),
                end.id()
                    + (end.uid().isEmpty() ? "" : ", UID " + end.uid())
                    + ", last confirmed at revision "
                    + (end.revision() == null ? "(none: looked at again)" : end.revision())));
      }
      Collection<String> apart = kind.differing(link.left().base(), link.right().base());
      lines.add(
          new Line(
              "agreed",
              apart.isEmpty()
                  ? "both sides were last confirmed to hold the same"
                  : "both sides were last confirmed to hold the same, except in "
                      + String.join(", ", apart)
                      + (link.reworded().isEmpty()
                          ? ""
                          : "; put differently on the server: "
                              + String.join(", ", new TreeSet<>(link.reworded())))));
      if (link.waiting() != null) {
        lines.add(new Line("held", "a change waits because of " + link.waiting().restraint()));
      }
    }
    for (Declared one : ledger.declared()) {
      if (subject.is(one.left(), one.right())) {
        lines.add(
            new Line(
                "declared",
                one.left()
                    + " in Outlook and "
                    + one.right()
                    + " on the server were declared to be the same: a sync links them as soon as it"
                    + " can"));
      }
    }
    for (Side side : Side.values()) {
      ItemId id = side == Side.LEFT ? subject.left() : subject.right();
      for (PassedOver passed : ledger.passedOver(side)) {
        if (passed.id().equals(id)) {
          lines.add(
              new Line(
                  "passed-over",
                  "the profile's options leave it out ("
                      + side.label()
                      + ", revision "
                      + passed.revision()
                      + ")"
                      + (passed.joins() == null ? "" : "; it joins on " + passed.joins())));
        }
      }
    }
  }

  // ---- what is there now ----

  private static void now(
      Side side,
      Store<Item> store,
      @Nullable ItemId id,
      Subject subject,
      ItemsKind kind,
      List<Line> lines,
      Set<String> titles) {
    if (id == null) {
      return;
    }
    String text =
        switch (store.read(List.of(id)).getFirst()) {
          case Found.Present<Item>(Replica<Item> now) -> {
            titles.add(kind.title(now.item()));
            yield present(side, now, subject.link(), kind);
          }
          case Found.Absent<Item> _ -> "it is not there (asked directly)";
          case Found.Foreign<Item> _ -> "there is something else, which is no item of this profile";
          case Found.Unreadable<Item> broken -> "it cannot be read: " + broken.reason();
        };
    lines.add(new Line(side.label(), "now: " + id + ", " + text));
  }

  private static String present(
      Side side, Replica<Item> now, @Nullable Link<Item> link, ItemsKind kind) {
    String revision = "revision " + (now.revision() == null ? "unknown" : now.revision());
    if (link == null) {
      return revision;
    }
    Set<String> changed =
        kind.differing(link.side(side).base(), kind.stillHeld(side, link.side(side).base(), now));
    return revision
        + (changed.isEmpty()
            ? ", unchanged in what takes part"
            : ", changed since: " + String.join(", ", changed));
  }

  // ---- what waits ----

  private void waiting(Profile profile, Subject subject, List<Line> lines) {
    for (Decisions.OnHold one : decisions.held(profile.name())) {
      Held held = one.held();
      if (subject.is(held.left().id(), held.right().id())) {
        lines.add(
            new Line(
                "held",
                held.doing().label()
                    + " on "
                    + held.side().label()
                    + " is held since run "
                    + one.since()
                    + " ("
                    + held.verdict().name().toLowerCase(Locale.ROOT)
                    + "): "
                    + held.why()));
      }
    }
    for (OpenConflict conflict : decisions.conflicts(profile.name())) {
      if (subject.isLink(conflict.link().id())) {
        conflict
            .clashes()
            .forEach(
                clash ->
                    lines.add(
                        new Line(
                            "conflict",
                            clash.field()
                                + ": outlook '"
                                + clash.left()
                                + "', server '"
                                + clash.right()
                                + "', "
                                + (conflict.decided().get(clash.field()) == null
                                    ? "not decided"
                                    : "decided for "
                                        + Objects.requireNonNull(
                                                conflict.decided().get(clash.field()))
                                            .label()))));
      }
    }
    for (Decisions.InQuarantine one : decisions.quarantine(profile.name())) {
      Quarantined failed = one.item();
      if (subject.is(failed.left().id(), failed.right().id())) {
        lines.add(
            new Line(
                "quarantine",
                "failed "
                    + one.failures()
                    + (one.failures() == 1 ? " time" : " times")
                    + " since "
                    + one.first()
                    + ", last at "
                    + one.last()
                    + ": "
                    + failed.reason()
                    + " ("
                    + failed.when()
                    + ")"));
      }
    }
  }

  private static String told(Version version) {
    return version.number().text()
        + ": "
        + version.kind().label()
        + " on "
        + version.side().label()
        + ", "
        + version.at()
        + (version.fields().isEmpty() ? "" : ": " + String.join(", ", version.fields()))
        + (version.certain() ? "" : " (perhaps)");
  }

  // ---- what a sync would do ----

  private static void next(
      RunResult plan,
      List<Action> planned,
      List<String> lost,
      Subject subject,
      Set<String> titles,
      List<Line> lines) {
    if (plan instanceof RunResult.CouldNotRun not) {
      lines.add(new Line("next", "a sync could not run: " + not.message()));
      return;
    }
    boolean any = false;
    for (Action action : planned) {
      if (subject.isOf(action)
          || (action instanceof Action.Hold hold && titles.contains(hold.title()))) {
        ActionLine line = ActionLine.of(action);
        any = true;
        lines.add(
            new Line(
                "next",
                line.action()
                    + (line.side().isEmpty() ? "" : " on " + line.side())
                    + (line.fields().isEmpty() ? "" : " " + String.join(", ", line.fields()))
                    + " - "
                    + line.why()));
      }
    }
    for (String one : lost) {
      if (one.startsWith(subject.title() + "\n")) {
        lines.add(new Line("next", "not carried: " + one.substring(subject.title().length() + 1)));
      }
    }
    if (!any) {
      lines.add(new Line("next", "a sync would do nothing about it"));
    }
  }
}
