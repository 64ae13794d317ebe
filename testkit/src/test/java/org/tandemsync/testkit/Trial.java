package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.RunReport;
import org.tandemsync.sync.Side;
import org.tandemsync.sync.TestEngine.Altered;

/**
 * Lives through a {@link History} and keeps the truth beside it: every value that anybody enters is
 * a token of its own, so that it can be said of each where it has got to.
 */
final class Trial {
  /** More runs than this are never needed to come to rest. */
  static final int RUNS_TO_REST = 6;

  final World world = new World();
  final List<String> violations = new ArrayList<>();
  final History history;

  /** Sees every field. */
  private static final NoteKind NOTES = new NoteKind();

  /** What the engine has replaced or deleted. */
  private final List<Replaced> replaced = new ArrayList<>();

  /** Where the sides of the history are in the world: exchanged for the mirror. */
  private final boolean mirror;

  private final Set<String> written = new HashSet<>();
  private final Set<String> seenOut = new HashSet<>();

  /** Titles that two items have from the start: no sign of doubling. */
  private final Set<String> sharedTitles = new HashSet<>();

  private final Set<ItemId> deletedByUser = new HashSet<>();
  private final Map<ItemId, ItemId> movedTo = new HashMap<>();

  /** Items that somebody took out of the filter in Outlook. */
  private final Set<ItemId> takenOut = new HashSet<>();

  private int tokens;
  private int step;
  private int effect;
  private boolean dropping;
  private boolean sparing;
  private boolean attended;
  private int runs;
  private int crashAt = -1;
  private @Nullable String refusedTitle;

  /** How notes look to the right side in each round; empty: always the same. */
  private List<Look> looks = List.of();

  Trial(History history) {
    this(history, false);
  }

  Trial(History history, boolean mirror) {
    this.history = mirror ? history.mirrored() : history;
    this.mirror = mirror;
    world.policy = this.history.policy();
    world.batch = this.history.batch();
    for (Side side : Side.values()) {
      world.store(side).watchedBy((id, before, after) -> sees(side, id, before, after));
      turn(
          world.store(side).dials(),
          side == Side.LEFT ? this.history.left() : this.history.right());
    }
  }

  private Set<History.Trait> traits(Side side) {
    return side == Side.LEFT ? history.left() : history.right();
  }

  private static void turn(Dials<Note> dials, Set<History.Trait> traits) {
    for (History.Trait trait : traits) {
      switch (trait) {
        case NO_REVISIONS_IN_LISTING -> dials.noRevisionsInListing();
        case NO_REVISIONS_AFTER_WRITE -> dials.noRevisionsAfterWrite();
        case REWRITING -> dials.rewriting(Trial::rewritten);
        case STRIPPING_STAMPS -> dials.strippingStamps();
        case INCREMENTAL -> dials.incrementalListings();
      }
    }
  }

  private static Note rewritten(Note note) {
    return note.text().isEmpty() || note.text().endsWith("~") || note.text().equals(Look.MASK)
        ? note
        : note.withText(note.text() + "~");
  }

  Trial altered(Altered rule) {
    world.altered = rule;
    return this;
  }

  Trial withoutConditions() {
    world.left.dials().ignoringConditions();
    world.right.dials().ignoringConditions();
    return this;
  }

  Trial shuffled(long seed) {
    world.shuffle = seed;
    return this;
  }

  /** Nobody edits the item that was made first. */
  Trial sparingTheFirst() {
    sparing = true;
    return this;
  }

  /** Every effect on the item of this title is refused. */
  Trial refusing(String title) {
    refusedTitle = title;
    return this;
  }

  /** What fails rests in every other run, and somebody decides about conflicts in between. */
  Trial attended() {
    attended = true;
    return this;
  }

  // ---- living ----

  /** Lives through the whole history and comes to rest. */
  Trial live() {
    begin();
    for (int i = 0; i < history.rounds().size(); i++) {
      turn(i);
      prepare(history.rounds().get(i));
      run(history.rounds().get(i), -1);
    }
    return rest();
  }

  /** The options change before each run. */
  Trial looking(List<Look> as) {
    looks = as;
    return this;
  }

  void turn(int round) {
    if (!looks.isEmpty()) {
      world.use(looks.get(round % looks.size()));
    }
  }

  /**
   * Lives through the history, but one run ends at the given step; life goes on afterwards.
   *
   * @return false if that run does not have so many steps
   */
  boolean liveAndCrashAt(int round, int crash) {
    begin();
    boolean crashed = false;
    for (int i = 0; i < history.rounds().size(); i++) {
      turn(i);
      prepare(history.rounds().get(i));
      crashed |= run(history.rounds().get(i), i == round ? crash : -1);
    }
    rest();
    return crashed;
  }

  void begin() {
    for (History.Start start : history.start()) {
      begin(start);
    }
  }

  private Side side(Side ofHistory) {
    return mirror ? ofHistory.other() : ofHistory;
  }

  private void begin(History.Start start) {
    MemoryStore<Note> left = world.store(side(Side.LEFT));
    MemoryStore<Note> right = world.store(side(Side.RIGHT));
    Note note = fresh("uid-" + ++tokens);
    switch (start) {
      case LEFT -> left.put(note);
      case RIGHT -> right.put(note);
      case LEFT_WITHOUT_UID -> left.put(note.withUid(""));
      case BOTH_EQUAL -> {
        left.put(note);
        right.put(note);
      }
      case BOTH_DIFFERENT -> {
        left.put(note);
        right.put(fresh(note.uid()));
      }
      case BOTH_WITH_OTHER_UIDS -> {
        left.put(note);
        right.put(Note.of(note.uid() + "-other", note.title(), token("x"), token("g")));
        sharedTitles.add(note.title());
      }
    }
  }

  private Note fresh(String uid) {
    return Note.of(uid, token("t"), token("x"), token("g"));
  }

  private String token(String letter) {
    String token = letter + ++tokens;
    written.add(token);
    return token;
  }

  void prepare(History.Round round) {
    round.before().forEach(this::edit);
  }

  /** What was put back into the filter before a run is not taken out any more. */
  private void forgetPutBack() {
    world.left.items().entrySet().stream()
        .filter(entry -> entry.getValue().tags().contains(Look.FILTER))
        .forEach(entry -> takenOut.removeIf(id -> isMovedFrom(id, entry.getKey())));
  }

  /** One run with all that happens in it; whether it crashed. */
  boolean run(History.Round round, int crash) {
    forgetPutBack();
    step = 0;
    effect = 0;
    dropping = false;
    crashAt = crash;
    for (Side side : Side.values()) {
      Dials<Note> dials = world.store(side).dials();
      dials.expiredCheckpoints(round.expired());
      // Nobody can notice what a first listing leaves out if later ones only name what changes.
      if (round.dropped() > 0 && !traits(side).contains(History.Trait.INCREMENTAL)) {
        dropping = true;
        dials.dropping(id -> Math.floorMod(id.hashCode(), 4) < round.dropped());
      }
      dials.failing(
          e -> {
            if (e.title().equals(refusedTitle)) {
              return Dials.Fault.REFUSED;
            }
            return round.faults().isEmpty()
                ? Dials.Fault.NONE
                : round.faults().get(effect++ % round.faults().size());
          });
    }
    attend();
    world.steps = what -> step(round, what);
    boolean crashed = false;
    try {
      RunReport report = world.sync();
      if (report.stopped() != null) {
        violations.add("the run stopped: " + report.problems());
      }
    } catch (Steps.Crash crashNow) {
      crashed = true;
    }
    calm();
    return crashed;
  }

  private void attend() {
    if (!attended) {
      return;
    }
    runs++;
    world.ledger.rest(runs % 2 == 0 ? Quarantined.Rest.RESTING : Quarantined.Rest.DUE);
    for (Conflict<Note> conflict : world.ledger.openConflicts(world.kind)) {
      Map<String, Side> choices = new TreeMap<>();
      for (Merged.FieldClash clash : conflict.clashes()) {
        int draw = (clash.left() + clash.right() + runs).hashCode() & 3;
        if (draw < 2) {
          choices.put(clash.field(), draw == 0 ? Side.LEFT : Side.RIGHT);
        }
      }
      if (!choices.isEmpty()) {
        world.ledger.decide(
            new Decision<>(conflict.link(), conflict.left(), conflict.right(), choices));
      }
    }
  }

  private void step(History.Round round, String what) {
    int now = step++;
    if (now == crashAt) {
      throw new Steps.Crash(what);
    }
    History.Edit edit = round.during().get(now);
    if (edit != null) {
      edit(edit);
    }
  }

  private void calm() {
    world.steps = Steps.NONE;
    world.left.dials().calm();
    world.right.dials().calm();
    if (refusedTitle != null) {
      String refused = refusedTitle;
      for (Side side : Side.values()) {
        world
            .store(side)
            .dials()
            .failing(e -> e.title().equals(refused) ? Dials.Fault.REFUSED : Dials.Fault.NONE);
      }
    }
  }

  Trial rest() {
    calm();
    for (int run = 0; run < RUNS_TO_REST; run++) {
      world.ledger.rest(Quarantined.Rest.DUE);
      int before = world.left.written() + world.right.written() + world.ledger.commits();
      forgetPutBack();
      world.sync();
      if (world.left.written() + world.right.written() + world.ledger.commits() == before
          && run > 0) {
        assertKept();
        return this;
      }
    }
    violations.add("restless: still at work after " + RUNS_TO_REST + " runs: " + world.planned);
    return this;
  }

  // ---- what people do ----

  void edit(History.Edit edit) {
    Side side = side(edit.side());
    MemoryStore<Note> store = world.store(side);
    if (edit.doing() == History.Doing.NEW) {
      store.put(fresh("uid-" + ++tokens));
      return;
    }
    if (edit.doing() == History.Doing.TWIN) {
      twin(side, edit.item());
      return;
    }
    ItemId id = pick(store, edit.item());
    if (id == null) {
      return;
    }
    Note note = Objects.requireNonNull(store.items().get(id));
    switch (edit.doing()) {
      case TITLE -> change(store, id, note, note.withTitle(token("t")));
      case TEXT -> change(store, id, note, text(note));
      case ADD_TAG -> change(store, id, note, note.plus(tag()));
      case REMOVE_TAG -> {
        if (!note.tags().isEmpty()) {
          change(store, id, note, note.minus(note.tags().first()));
        }
      }
      case HIDDEN -> store.change(id, n -> n.withHidden("h" + ++tokens));
      case DELETE -> {
        seenOut.addAll(values(note));
        deletedByUser.add(id);
        store.remove(id);
      }
      case MOVE -> {
        if (!note.uid().isEmpty()) {
          movedTo.put(id, store.move(id));
        }
      }
      case NEW, TWIN -> throw new IllegalStateException();
    }
  }

  /** Something new, or the same a little louder. */
  private Note text(Note note) {
    if (looks.isEmpty() || tokens % 3 != 0 || note.text().isEmpty()) {
      return note.withText(token("x"));
    }
    tokens++;
    return note.text().endsWith("!")
        ? note.withText(note.text().substring(0, note.text().length() - 1))
        : note.withText(note.text() + "!");
  }

  private String tag() {
    if (looks.isEmpty() || tokens % 2 == 0) {
      return token("g");
    }
    tokens++;
    return Look.FILTER;
  }

  /** The same item of the same items, in whatever order these were made. */
  private @Nullable ItemId pick(MemoryStore<Note> store, int which) {
    return store.items().entrySet().stream()
        .filter(entry -> !sparing || !isFirst(entry.getValue()))
        .min(
            Comparator.comparing(
                    (Map.Entry<ItemId, Note> entry) ->
                        (entry.getValue().title() + which).hashCode() * 31)
                .thenComparing(entry -> entry.getValue().text()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Whether this is, or came from, the item that was made first. */
  static boolean isFirst(Note note) {
    return note.uid().equals("uid-1") || note.title().equals("t2") || note.tags().contains("g4");
  }

  private void change(MemoryStore<Note> store, ItemId id, Note before, Note after) {
    Set<String> gone = values(before);
    gone.removeAll(values(after));
    seenOut.addAll(gone);
    if (before.tags().contains(Look.FILTER) && !after.tags().contains(Look.FILTER)) {
      takenOut.add(id);
    }
    store.change(id, old -> after);
  }

  private void twin(Side side, int which) {
    List<Note> others =
        world.store(side.other()).items().values().stream()
            .filter(n -> !n.uid().isEmpty() && (!sparing || !isFirst(n)))
            .sorted(Comparator.comparing((Note n) -> (n.title() + which).hashCode() * 31))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    String uid = others.getFirst().uid();
    if (world.store(side).items().values().stream().noneMatch(n -> n.uid().equals(uid))) {
      world.store(side).put(fresh(uid));
    }
  }

  // ---- the truth ----

  /** A text without what a server made of it and how loud it is. */
  static String entered(String text) {
    return text.replace("~", "").replace("!", "");
  }

  /** The tokens that an item holds, as they were entered. */
  private static Set<String> values(Note note) {
    Set<String> values = new HashSet<>(note.tags());
    values.add(note.title());
    values.add(entered(note.text()));
    values.remove("");
    values.remove(Look.FILTER);
    values.remove(Look.MASK);
    return values;
  }

  Set<String> recorded() {
    Set<String> recorded = new HashSet<>();
    for (Conflict<Note> conflict : world.ledger.conflicts()) {
      recorded.addAll(values(conflict.left()));
      recorded.addAll(values(conflict.right()));
    }
    return recorded;
  }

  /** What an effect has replaced, and in which fields. */
  private record Replaced(Side side, Note before, Set<String> fields) {}

  /** The history holds all that was replaced. */
  private void assertKept() {
    for (Replaced one : replaced) {
      boolean kept =
          world.ledger.deeds().stream()
              .anyMatch(
                  deed ->
                      deed.side() == one.side()
                          && deed.before() != null
                          && NOTES.differing(one.before(), deed.before()).stream()
                              .noneMatch(one.fields()::contains));
      if (!kept) {
        violations.add("replaced and not kept: " + one);
      }
    }
  }

  /** Watches the engine's hand. */
  private void sees(Side side, ItemId id, @Nullable Note before, @Nullable Note after) {
    if (before == null) {
      return;
    }
    replaced.add(
        new Replaced(
            side, before, after == null ? NOTES.fields(before) : NOTES.differing(before, after)));
    if (world.policy.direction() != Policy.Direction.TWO_WAY) {
      Side target =
          world.policy.direction() == Policy.Direction.LEFT_TO_RIGHT ? Side.RIGHT : Side.LEFT;
      if (side != target) {
        violations.add("direction: the source was written: " + before);
      }
      return;
    }
    if (after == null && !deletedOnTheOtherSide(side, id) && !hasLeft(side, id)) {
      violations.add("spurious delete: " + side + " " + before);
    }
    if (after == null) {
      if (side == Side.LEFT && !looks.isEmpty() && isMasked(id)) {
        seenOut.add(entered(before.text())); // deleted without being seen
      }
      return;
    }
    if (side == Side.LEFT
        && after.text().contains(Look.MASK)
        && !before.text().contains(Look.MASK)
        && !isWrittenInto(before, after)) {
      violations.add("the mask came to the left side: " + before + " became " + after);
    }
    Set<String> gone = values(before);
    gone.removeAll(values(after));
    gone.removeAll(seenOut);
    gone.removeAll(recorded());
    if (side == Side.RIGHT && !looks.isEmpty()) {
      world.left.items().values().forEach(n -> gone.removeAll(values(n))); // hidden, not lost
    }
    if (!gone.isEmpty()) {
      violations.add("overwritten unseen and unrecorded: " + gone + " on " + side);
    }
  }

  /**
   * Somebody wrote into the mask, on a server that throws our stamp away, and the run that had put
   * it there was ended: nobody can know that it was a mask. Outlook's text is on record then.
   */
  private boolean isWrittenInto(Note before, Note after) {
    return traits(Side.RIGHT).contains(History.Trait.STRIPPING_STAMPS)
        && !after.text().replace("~", "").equals(Look.MASK)
        && recorded().contains(entered(before.text()));
  }

  /** Somebody took it out of the filter on the left side. */
  private boolean hasLeft(Side side, ItemId id) {
    return side == Side.RIGHT
        && world.kind.look().deletes()
        && world.ledger.heads().stream()
            .filter(head -> head.right().id().equals(id) || isMovedFrom(head.right().id(), id))
            .anyMatch(head -> isTakenOut(head.left().id()));
  }

  private boolean isTakenOut(ItemId id) {
    for (ItemId at = id; at != null; at = movedTo.get(at)) {
      if (takenOut.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** The server has never been shown more of it than the mask. */
  private boolean isMasked(ItemId left) {
    List<LinkId> links =
        world.ledger.heads().stream()
            .filter(head -> isMovedFrom(head.left().id(), left))
            .map(LinkHead::id)
            .toList();
    return world.ledger.links(links).values().stream()
        .anyMatch(link -> link.right().base().text().equals(Look.MASK));
  }

  private boolean deletedOnTheOtherSide(Side side, ItemId id) {
    for (LinkHead head : world.ledger.heads()) {
      if (head.side(side).id().equals(id) || isMovedFrom(head.side(side).id(), id)) {
        ItemId other = head.side(side.other()).id();
        if (dropping && movedTo.containsKey(other)) {
          return true; // really gone from there, and where it went is not listed: made again later
        }
        for (ItemId at = other; at != null; at = movedTo.get(at)) {
          if (deletedByUser.contains(at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isMovedFrom(ItemId from, ItemId to) {
    for (ItemId at = from; at != null; at = movedTo.get(at)) {
      if (at.equals(to)) {
        return true;
      }
    }
    return false;
  }

  // ---- what must hold in the end ----

  /** Checks everything that must hold at rest in a two-way history. */
  List<String> judge() {
    converged();
    nothingLost();
    nothingDoubled();
    quiet();
    return violations;
  }

  void converged() {
    Map<String, Note> left = visible(Side.LEFT);
    Map<String, Note> right = visible(Side.RIGHT);
    if (!looks.isEmpty()) {
      Set<ItemId> linked = new HashSet<>();
      world.ledger.heads().forEach(head -> linked.add(head.left().id()));
      world
          .left
          .items()
          .forEach(
              (id, note) -> {
                if (!linked.contains(id) && !world.kind.includes(Side.LEFT, note)) {
                  left.remove("unlinked " + Side.LEFT + id);
                }
              });
      putAlike(left, right);
    }
    if (world.policy.conflicts() == Policy.Conflicts.ASK) {
      acceptOpenConflicts(left, right);
    }
    if (!List.copyOf(left.values()).equals(List.copyOf(right.values()))) {
      violations.add("diverged: " + left.values() + " and " + right.values());
    }
  }

  /** What the right side puts differently, but means the same, counts as the same. */
  private void putAlike(Map<String, Note> left, Map<String, Note> right) {
    Look look = world.kind.look();
    for (Map.Entry<String, Note> entry : left.entrySet()) {
      Note here = entry.getValue();
      Note there = right.get(entry.getKey());
      Note shown = look.shown(here);
      if (there == null) {
        continue;
      }
      Note understood = look.understood(there);
      Set<String> differing = new HashSet<>(world.kind.differing(there, shown));
      Set<String> meaning = world.kind.differing(understood, here);
      differing.removeIf(f -> !look.insists(here).contains(f) && !meaning.contains(f));
      entry.setValue(world.kind.overlay(there, shown, differing).withHidden(""));
    }
  }

  /** Each side's items under the name of their link, so that both can be compared. */
  private Map<String, Note> visible(Side side) {
    Map<ItemId, String> names = new HashMap<>();
    world.ledger.heads().forEach(head -> names.put(head.side(side).id(), head.id().value()));
    Map<String, Note> items = new TreeMap<>();
    world
        .store(side)
        .items()
        .forEach(
            (id, note) ->
                items.put(
                    names.getOrDefault(id, "unlinked " + side + id),
                    world.kind.visible(note).withUid("")));
    return items;
  }

  /** Where nobody has decided, each side keeps its own value, if the person is shown both. */
  private void acceptOpenConflicts(Map<String, Note> left, Map<String, Note> right) {
    for (Conflict<Note> conflict : world.ledger.openConflicts(world.kind)) {
      Note l = left.get(conflict.link().value());
      Note r = right.get(conflict.link().value());
      if (l != null && r != null) {
        for (Merged.FieldClash clash : conflict.clashes()) {
          right.put(conflict.link().value(), world.kind.overlay(r, l, Set.of(clash.field())));
          r = Objects.requireNonNull(right.get(conflict.link().value()));
        }
      }
    }
  }

  void nothingLost() {
    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    world.left.items().values().forEach(note -> left.addAll(values(note)));
    world.right.items().values().forEach(note -> right.addAll(values(note)));
    Set<String> recorded = recorded();
    if (!looks.isEmpty()) {
      hiddenFromTheRight().forEach(right::add);
    }
    for (String token : written) {
      boolean safe =
          (left.contains(token) && right.contains(token))
              || recorded.contains(token)
              || seenOut.contains(token);
      if (!safe) {
        violations.add(
            "lost: "
                + token
                + (left.contains(token) ? " is only on the left" : "")
                + (right.contains(token) ? " is only on the right" : ""));
      }
    }
  }

  /** Tokens that the left side has and does not show. */
  private Set<String> hiddenFromTheRight() {
    Set<String> hidden = new HashSet<>();
    Set<ItemId> linked = new HashSet<>();
    world.ledger.heads().forEach(head -> linked.add(head.left().id()));
    world
        .left
        .items()
        .forEach(
            (id, note) -> {
              Set<String> shown =
                  linked.contains(id) || world.kind.includes(Side.LEFT, note)
                      ? values(world.kind.look().shown(note))
                      : Set.of();
              hidden.addAll(values(note));
              hidden.removeAll(shown);
            });
    return hidden;
  }

  void nothingDoubled() {
    for (Side side : Side.values()) {
      Set<String> uids = new HashSet<>();
      Set<String> titles = new HashSet<>();
      for (Note note : world.store(side).items().values()) {
        boolean sameUid = !note.uid().isEmpty() && !uids.add(note.uid());
        boolean sameTitle = !titles.add(note.title()) && !sharedTitles.contains(note.title());
        if (sameUid || sameTitle) {
          violations.add("doubled on " + side + ": " + note);
        }
      }
    }
  }

  /** The next run writes nothing and, where listings have revisions, opens nothing. */
  void quiet() {
    int written = world.left.written() + world.right.written();
    int left = world.left.bodiesRead();
    int right = world.right.bodiesRead();
    world.sync();
    if (world.left.written() + world.right.written() != written) {
      violations.add("restless: a run at rest wrote " + world.planned);
    }
    boolean readLeft =
        world.left.bodiesRead() != left
            && !history.left().contains(History.Trait.NO_REVISIONS_IN_LISTING);
    boolean readRight =
        world.right.bodiesRead() != right
            && !history.right().contains(History.Trait.NO_REVISIONS_IN_LISTING);
    if (readLeft || readRight) {
      violations.add("restless: a run at rest opened bodies");
    }
  }

  /** The target of a mirror holds what the source holds, in its own spelling. */
  void mirrored() {
    Map<Side, List<String>> state = state();
    List<String> left = Objects.requireNonNull(state.get(Side.LEFT));
    List<String> right = Objects.requireNonNull(state.get(Side.RIGHT));
    if (!left.stream()
        .map(t -> t.replace("~", ""))
        .toList()
        .equals(right.stream().map(t -> t.replace("~", "")).toList())) {
      violations.add("not mirrored: " + state);
    }
  }

  /** The end state, whatever the ids are: what each side holds. */
  Map<Side, List<String>> state() {
    Map<Side, List<String>> state = new TreeMap<>();
    for (Side side : Side.values()) {
      state.put(
          side(side),
          world.store(side).items().values().stream()
              .map(n -> String.format(Locale.ROOT, "%s %s %s", n.title(), n.text(), n.tags()))
              .sorted()
              .toList());
    }
    return state;
  }
}
