package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Age;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Former;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.ItemKind;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.OpenConflicts;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;

/** A ledger in memory. It outlives the "process" of a test that crashes. */
public final class MemoryLedger<T> implements Ledger<T> {
  private Map<LinkId, Link<T>> links = new HashMap<>();
  private Map<String, Intent<T>> intents = new TreeMap<>();
  private final List<Conflict<T>> conflicts = new ArrayList<>();
  private final List<Deed<T>> deeds = new ArrayList<>();
  private Map<Side, Checkpoint> checkpoints = new EnumMap<>(Side.class);
  private Map<Side, Map<String, PassedOver>> passed = nobody();
  private final Map<Held.Key, Held> held = new LinkedHashMap<>();
  private boolean unfamiliar;
  private final Map<Quarantined.Key, Quarantined> quarantined = new LinkedHashMap<>();
  private final Map<LinkId, Decision<T>> decisions = new HashMap<>();
  private final Set<Declared> declared = new LinkedHashSet<>();
  private final Map<LinkId, Age> ages = new HashMap<>();
  private final List<Former> formers = new ArrayList<>();
  private final Set<Side> putBack = EnumSet.noneOf(Side.class);
  private long run = 1;
  private final Steps steps;
  private int commits;

  public MemoryLedger() {
    this(Steps.NONE);
  }

  public MemoryLedger(Steps steps) {
    this.steps = steps;
  }

  @Override
  public List<LinkHead> heads() {
    return links.values().stream()
        .map(Link::head)
        .sorted(Comparator.comparing((LinkHead head) -> head.left().id().value()))
        .toList();
  }

  @Override
  public Map<LinkId, Link<T>> links(Collection<LinkId> ids) {
    Map<LinkId, Link<T>> found = new HashMap<>();
    for (LinkId id : ids) {
      Link<T> link = links.get(id);
      if (link != null) {
        found.put(id, link);
      }
    }
    return found;
  }

  @Override
  public List<Intent<T>> openIntents() {
    return List.copyOf(intents.values());
  }

  @Override
  public Optional<Checkpoint> checkpoint(Side side) {
    return Optional.ofNullable(checkpoints.get(side));
  }

  private static Map<Side, Map<String, PassedOver>> nobody() {
    Map<Side, Map<String, PassedOver>> nobody = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      nobody.put(side, new TreeMap<>());
    }
    return nobody;
  }

  private static Map<String, PassedOver> of(Map<Side, Map<String, PassedOver>> passed, Side side) {
    return Objects.requireNonNull(passed.get(side));
  }

  @Override
  public List<PassedOver> passedOver(Side side) {
    return List.copyOf(of(passed, side).values());
  }

  @Override
  public List<Held> held() {
    return List.copyOf(held.values());
  }

  /** Decides on everything that is held now. */
  public void decide(Held.Verdict verdict) {
    held.replaceAll((key, before) -> before.with(verdict));
  }

  @Override
  public List<Decision<T>> decisions() {
    return List.copyOf(decisions.values());
  }

  /** Somebody decides about a conflict. */
  public void decide(Decision<T> decision) {
    decisions.put(decision.link(), decision);
  }

  @Override
  public List<Declared> declared() {
    return List.copyOf(declared);
  }

  @Override
  public List<Quarantined> quarantined() {
    return List.copyOf(quarantined.values());
  }

  /** Time passes, or somebody says so: everything that failed rests, or does not. */
  public void rest(Quarantined.Rest rest) {
    quarantined.replaceAll(
        (key, one) ->
            new Quarantined(one.left(), one.right(), one.title(), one.reason(), rest, "later"));
  }

  /** Another run begins. */
  public void nextRun() {
    run++;
  }

  @Override
  public List<Former> formers(Collection<LinkId> links) {
    return formers.stream().filter(former -> links.contains(former.link())).toList();
  }

  @Override
  public Map<LinkId, Age> ages() {
    return Map.copyOf(ages);
  }

  @Override
  public Set<Side> putBack() {
    return Set.copyOf(putBack);
  }

  private void age(LinkId id, @Nullable Link<T> before, Link<T> now) {
    if (before == null) {
      formers.removeIf(former -> former.link().equals(id));
      ages.put(id, new Age(run, run, run));
      return;
    }
    Age age = Objects.requireNonNull(ages.get(id));
    ages.put(
        id,
        new Age(
            age.made(),
            noted(id, Side.LEFT, age.left(), before, now),
            noted(id, Side.RIGHT, age.right(), before, now)));
  }

  private long noted(LinkId id, Side side, long noted, Link<T> before, Link<T> now) {
    Revision was = before.side(side).revision();
    Revision is = now.side(side).revision();
    if (Objects.equals(was, is)) {
      return noted;
    }
    if (was == null) {
      return formers.stream()
          .filter(f -> f.link().equals(id) && f.side() == side && f.revision().equals(is))
          .mapToLong(Former::noted)
          .findFirst()
          .orElse(run);
    }
    formers.removeIf(f -> f.link().equals(id) && f.side() == side && f.revision().equals(was));
    formers.add(new Former(id, side, was, noted, run));
    List<Former> all =
        formers.stream().filter(f -> f.link().equals(id) && f.side() == side).toList();
    if (all.size() > Former.KEPT) {
      formers.remove(all.getFirst());
    }
    return run;
  }

  @Override
  public boolean unfamiliar() {
    return unfamiliar;
  }

  /** Whether the profile connects other folders than before. */
  public void unfamiliar(boolean now) {
    unfamiliar = now;
  }

  @Override
  public void commit(Commit<T> commit) {
    steps.step("before commit");
    // the only one that can fail; nothing has changed by then
    intents = intentsAfter(commit);
    conflicts(commit);
    links(commit);
    listings(commit);
    waiting(commit);
    deeds.addAll(commit.done());
    boolean changed = !commit.save().isEmpty() || !commit.remove().isEmpty();
    commits += changed || !commit.open().isEmpty() || !commit.conflicts().isEmpty() ? 1 : 0;
    steps.step("after commit");
  }

  private Map<String, Intent<T>> intentsAfter(Commit<T> commit) {
    Map<String, Intent<T>> after = new TreeMap<>(intents);
    commit.close().forEach(link -> after.remove(link.value()));
    for (Intent<T> intent : commit.open()) {
      if (after.putIfAbsent(intent.link().value(), intent) != null) {
        throw new IllegalStateException("link " + intent.link() + " has an open intent already");
      }
    }
    return after;
  }

  private void conflicts(Commit<T> commit) {
    for (Conflict<T> conflict : commit.conflicts()) {
      if (!conflict.equals(lastOf(conflict.link(), conflicts))) {
        conflicts.add(conflict);
      }
    }
  }

  private void links(Commit<T> commit) {
    Map<LinkId, Link<T>> before = new HashMap<>(links);
    commit.remove().forEach(links::remove);
    commit.save().forEach(link -> links.put(link.id(), link));
    commit.save().forEach(link -> age(link.id(), before.get(link.id()), link));
    ages.keySet().retainAll(links.keySet());
    formers.removeIf(former -> !links.containsKey(former.link()));
  }

  /** What is remembered of whole sides. */
  private void listings(Commit<T> commit) {
    commit
        .checkpoints()
        .forEach(
            (side, checkpoint) ->
                checkpoint.ifPresentOrElse(
                    c -> checkpoints.put(side, c), () -> checkpoints.remove(side)));
    commit
        .lookAgain()
        .forEach((side, ids) -> ids.forEach(id -> of(passed, side).remove(id.value())));
    commit.pass().forEach((side, all) -> all.forEach(p -> of(passed, side).put(p.id().value(), p)));
    commit
        .putBack()
        .forEach(
            (side, seems) -> {
              putBack.remove(side);
              if (seems) {
                putBack.add(side);
              }
            });
  }

  /** What waits for a person or for another try. */
  private void waiting(Commit<T> commit) {
    commit.recovered().forEach(quarantined::remove);
    for (Commit.Failure failure : commit.failed()) {
      Quarantined one =
          new Quarantined(
              failure.left(),
              failure.right(),
              failure.title(),
              failure.reason(),
              Quarantined.Rest.DUE,
              "at once");
      quarantined.put(one.key(), one);
    }
    commit.remove().forEach(decisions::remove);
    commit.decided().forEach(decisions::remove);
    commit.undeclare().forEach(declared::remove);
    declared.addAll(commit.declare());
    commit.letGo().forEach(held::remove);
    commit.hold().forEach(one -> held.put(one.key(), one));
  }

  private @Nullable Conflict<T> lastOf(LinkId link, List<Conflict<T>> among) {
    return among.reversed().stream().filter(c -> c.link().equals(link)).findFirst().orElse(null);
  }

  @Override
  public List<Conflict<T>> conflicts(Collection<LinkId> of) {
    return conflicts.stream().filter(conflict -> of.contains(conflict.link())).toList();
  }

  /** Every conflict that was recorded, in order. */
  public List<Conflict<T>> conflicts() {
    return List.copyOf(conflicts);
  }

  /** What of them still waits for a person. */
  public List<Conflict<T>> openConflicts(ItemKind<T> kind) {
    List<Conflict<T>> open = new ArrayList<>();
    for (Link<T> link : links.values()) {
      List<Conflict<T>> ofLink =
          conflicts.stream().filter(conflict -> conflict.link().equals(link.id())).toList();
      OpenConflicts.of(kind, link, ofLink).ifPresent(open::add);
    }
    open.sort(Comparator.comparing(conflict -> conflict.link().value()));
    return open;
  }

  /** Every effect that is known to be done, in order. */
  public List<Deed<T>> deeds() {
    return List.copyOf(deeds);
  }

  /** How often more than a checkpoint was committed. */
  public int commits() {
    return commits;
  }

  /** The profile's options changed: everything is looked at again. */
  public void otherOptions() {
    Map<LinkId, Link<T>> unsure = new HashMap<>();
    links.forEach(
        (id, link) ->
            unsure.put(
                id,
                new Link<>(
                    id,
                    unsure(link.left()),
                    unsure(link.right()),
                    link.writes(),
                    null,
                    link.reworded())));
    unsure.forEach((id, link) -> age(id, links.get(id), link));
    links = unsure;
    checkpoints = new EnumMap<>(Side.class);
    passed = nobody();
  }

  private static <T> LinkSide<T> unsure(LinkSide<T> side) {
    return new LinkSide<>(side.id(), null, side.uid(), side.base(), side.birthmark());
  }

  /** The ledger is lost: as new. */
  public void lose() {
    passed = nobody();
    held.clear();
    ages.clear();
    formers.clear();
    putBack.clear();
    quarantined.clear();
    decisions.clear();
    declared.clear();
    links = new HashMap<>();
    intents = new TreeMap<>();
    checkpoints = new EnumMap<>(Side.class);
  }
}
