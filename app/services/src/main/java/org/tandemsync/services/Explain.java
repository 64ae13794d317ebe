package org.tandemsync.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Lost;
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
  private final Ledgers ledgers;
  private final History history;
  private final Decisions decisions;
  private final ProfileSettings options;

  public Explain(Stores stores, Memory memory, ZoneNames zones, Surroundings surroundings) {
    this.runs = new Runs(stores, memory, zones, surroundings);
    this.stores = stores;
    this.ledgers = memory.ledgers();
    this.history = memory.history();
    this.decisions = memory.decisions();
    this.options = new ProfileSettings(stores, memory, zones, surroundings);
  }

  /**
   * One thing that is known of it.
   *
   * @param topic a stable word: title, link, outlook, server, agreed, declared, held, conflict,
   *     quarantine, passed-over, history, next
   */
  public record Line(String topic, String text) {}

  /**
   * Tells the story.
   *
   * @param item the beginning of the id of a pair, the id of an item on one side, or a part of a
   *     title
   * @param times how points in time are written
   * @throws CannotRun if nothing fits, or several items do
   */
  public List<Line> explain(Profile profile, String item, Function<Instant, String> times) {
    RunSettings settings = options.freeze(profile);
    Ledger<Item> ledger =
        ledgers.view(Runs.key(profile, settings), settings.fingerprint()).ledger();
    Foreseen foreseen = new Foreseen();
    RunResult plan = runs.plan(profile, foreseen);
    List<Decisions.InQuarantine> quarantine = decisions.quarantine(profile.name());
    List<Version> versions = history.search(profile.name(), null, VERSIONS);
    Subject subject =
        new SubjectSearch(profile, ledger, settings.kind(), quarantine, foreseen.planned, versions)
            .find(item);
    List<Version> own = versions.stream().filter(version -> isOf(subject, version)).toList();
    ItemStory story = new ItemStory(subject, settings.kind(), times);
    story.title();
    story.link(own);
    story.agreed();
    story.declared(ledger.declared());
    for (Side side : Side.values()) {
      story.passedOver(side, ledger.passedOver(side));
    }
    try (Store<Item> left = stores.open(settings.left(), settings.options());
        Store<Item> right = stores.open(settings.right(), settings.options())) {
      story.now(Side.LEFT, left);
      story.now(Side.RIGHT, right);
    }
    story.held(decisions.held(profile.name()));
    story.conflicts(decisions.conflicts(profile.name()));
    story.quarantine(quarantine);
    story.history(own);
    story.next(plan, foreseen.planned, foreseen.lost);
    return story.lines();
  }

  private static boolean isOf(Subject subject, Version version) {
    return subject.isLink(version.link()) || version.id().equals(subject.id(version.side()));
  }

  /** A value that an action would not carry. */
  record NotCarried(Action action, Lost lost) {}

  /** What a plan says. */
  private static final class Foreseen implements RunListener {
    private final List<Action> planned = new ArrayList<>();
    private final List<NotCarried> lost = new ArrayList<>();

    @Override
    public void planned(Action action) {
      planned.add(action);
    }

    @Override
    public void lost(Action action, Side side, List<Lost> losses) {
      losses.forEach(one -> lost.add(new NotCarried(action, one)));
    }
  }
}
