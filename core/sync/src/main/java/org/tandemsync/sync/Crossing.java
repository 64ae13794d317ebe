package org.tandemsync.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two items of one link that are put in different words. What the server holds is lifted into
 * Outlook's terms, merged there, and the result is shown to the server.
 *
 * @param <T> the item
 */
public final class Crossing<T> {
  private final ItemKind<T> kind;
  private final Wording<T> wording;
  private final T leftBase;
  private final T left;
  private final T rightBase;
  private final T right;
  private final boolean first;
  private final boolean alike;
  private final Set<String> before;
  private final Set<String> changed;
  private final Set<String> apart;

  /** Fields that are put differently than when they were agreed on. */
  private final Set<String> drifted;

  /** Those of them that nobody changed on the server. */
  private final Set<String> reworded;

  private final Set<String> outward;

  /**
   * Looks at a pair.
   *
   * @param leftBase null for a first meeting
   * @param rightBase null for a first meeting
   * @param before fields in which the bases agreed although they differ
   */
  public Crossing(
      ItemKind<T> kind,
      @Nullable T leftBase,
      T left,
      @Nullable T rightBase,
      T right,
      Set<String> before) {
    this.kind = kind;
    this.wording = kind.wording();
    this.first = leftBase == null || rightBase == null;
    this.leftBase = like(left, leftBase);
    this.left = left;
    this.rightBase = like(right, rightBase);
    this.right = right;
    this.before = before;
    // What was hidden until now is not known to whoever changed something there.
    this.outward = new LinkedHashSet<>(wording.outward(left));
    this.outward.addAll(wording.outward(this.leftBase));
    this.changed = kind.differing(this.rightBase, right);
    this.alike = kind.fields(left).equals(kind.fields(right));
    this.apart =
        first || !alike || (wording.isSame() && before.isEmpty())
            ? Set.of()
            : disagreeing(kind, this.leftBase, this.rightBase);
    this.drifted = drifted();
    this.reworded = without(drifted, changed);
  }

  /** An item that became one of another type has no base. */
  private T like(T item, @Nullable T base) {
    return base == null || !kind.fields(base).equals(kind.fields(item)) ? kind.blank(item) : base;
  }

  /** The fields of the server that do not hold what Outlook's item says. */
  static <T> Set<String> disagreeing(ItemKind<T> kind, T left, T right) {
    Wording<T> wording = kind.wording();
    Set<String> differing = new LinkedHashSet<>(kind.differing(right, wording.shown(left)));
    if (differing.isEmpty()) {
      return differing;
    }
    Set<String> insists = wording.insists(left);
    Set<String> meaning = kind.differing(wording.understood(right), left);
    differing.removeIf(
        field ->
            !insists.contains(field)
                && wording.origins(field).stream().noneMatch(meaning::contains));
    return differing;
  }

  /** The fields in which both hold the same in different words. */
  static <T> Set<String> reworded(ItemKind<T> kind, T left, T right) {
    if (kind.wording().isSame()) {
      return Set.of();
    }
    Set<String> fields = new LinkedHashSet<>(kind.differing(left, right));
    fields.removeAll(disagreeing(kind, left, right));
    return fields;
  }

  /**
   * Bases may also differ because a conflict was left to a person: then they are neither equal nor
   * known to have agreed, and stay as they are.
   */
  private Set<String> drifted() {
    Set<String> fields = new LinkedHashSet<>();
    if (!apart.isEmpty()) {
      Set<String> literally = kind.differing(leftBase, rightBase);
      Set<String> insists = wording.insists(leftBase);
      for (String field : apart) {
        boolean agreedOnce =
            !literally.contains(field) || before.contains(field) || insists.contains(field);
        if (agreedOnce) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** Whether the options alone ask for something to be written. */
  boolean asksForRewording() {
    return !reworded.isEmpty();
  }

  /** The server's item in Outlook's terms, relative to what both agreed on. */
  public T lifted() {
    return lifted(true);
  }

  /**
   * Fields that the server left alone say what Outlook's base says.
   *
   * @param now the item as it is, or what it was last confirmed to hold
   */
  private T lifted(boolean now) {
    if (!alike) {
      return wording.understood(right);
    }
    T meaning =
        now
            ? wording.understood(leftBase, left, rightBase, right)
            : wording.understood(leftBase, left, rightBase, rightBase);
    Set<String> unheard = new LinkedHashSet<>();
    Set<String> apartOnce = new LinkedHashSet<>();
    Set<String> equal = new LinkedHashSet<>();
    Set<String> shown = now ? kind.differing(right, wording.shown(left)) : Set.of();
    for (String field : kind.fields(left)) {
      if (outward.contains(field)) {
        if (!first || !now || !fills(field)) {
          unheard.add(field);
        }
        continue;
      }
      boolean touched = false;
      boolean disagrees = false;
      boolean asShown = true;
      boolean drift = false;
      for (String from : followers(field)) {
        touched |= changed.contains(from);
        disagrees |= apart.contains(from) && !drifted.contains(from);
        asShown &= !shown.contains(from);
        drift |= drifted.contains(from);
      }
      if (now && touched) {
        if (asShown) {
          equal.add(field);
        } else if (drift) {
          apartOnce.add(field);
        }
      } else if (!disagrees) {
        unheard.add(field);
      }
    }
    try {
      T lifted = kind.overlay(kind.overlay(meaning, leftBase, unheard), left, equal);
      return apartOnce.isEmpty() ? lifted : kind.overlay(lifted, patched(meaning), apartOnce);
    } catch (IllegalArgumentException contradiction) {
      // Parts of both do not make an item (an exception of a series that is none any more).
      return meaning;
    }
  }

  /**
   * Outlook's base with what somebody changed on the server, before the server was told how things
   * are put now. Of a value that was put differently there nobody knew: Outlook's stays, and both
   * are recorded.
   */
  private T patched(T meaning) {
    T before = wording.understood(leftBase, left, rightBase, rightBase);
    return kind.merge(before, leftBase, before, meaning, Side.LEFT).left();
  }

  /** At a first meeting a value beats nothing, even one that is hidden from now on. */
  private boolean fills(String field) {
    Set<String> held = Set.of(field);
    T blank = kind.blank(left);
    return kind.differing(blank, kind.overlay(blank, left, held)).isEmpty()
        && changed.contains(field)
        && kind.differing(right, wording.shown(left)).contains(field);
  }

  private Set<String> followers(String field) {
    Set<String> followers = new LinkedHashSet<>();
    for (String candidate : kind.fields(right)) {
      if (wording.origins(candidate).contains(field)) {
        followers.add(candidate);
      }
    }
    return followers;
  }

  // ---- merging ----

  /** Both sides' changes brought together. */
  public Merged<T> merged(@Nullable Side winner) {
    if (!alike) {
      return kind.merge(leftBase, left, rightBase, right, winner);
    }
    if (wording.isSame() && drifted.isEmpty()) {
      Merged<T> plain = kind.merge(leftBase, left, rightBase, right, winner);
      Set<String> aside = aside(plain.left(), right);
      return aside.isEmpty() && !asideIn(plain) ? plain : result(plain, right, aside, winner);
    }
    T lifted = lifted(true);
    Merged<T> merged = kind.merge(leftBase, left, lifted(false), lifted, winner);
    return result(merged, lifted, aside(merged.left(), lifted), winner);
  }

  private boolean asideIn(Merged<T> plain) {
    return !kind.aside(left).isEmpty()
        || !kind.aside(right).isEmpty()
        || !kind.aside(plain.left()).isEmpty();
  }

  /** The fields that are left alone in what comes of the merge, whichever value they would have. */
  private Set<String> aside(T outcome, T lifted) {
    Set<String> doubtful = new LinkedHashSet<>(kind.aside(left));
    doubtful.addAll(kind.aside(lifted));
    doubtful.addAll(kind.aside(outcome));
    if (doubtful.isEmpty()) {
      return doubtful;
    }
    Set<String> aside = new LinkedHashSet<>(kind.aside(kind.overlay(outcome, left, doubtful)));
    aside.addAll(kind.aside(kind.overlay(outcome, lifted, doubtful)));
    return aside;
  }

  private Merged<T> result(Merged<T> merged, T lifted, Set<String> aside, @Nullable Side winner) {
    T wantedLeft = kind.overlay(merged.left(), left, aside);
    T inLeftTerms = kind.overlay(merged.right(), lifted, aside);
    Set<String> toLeft = without(kind.differing(left, wantedLeft), aside);
    // What nobody has decided does not decide what is shown: there Outlook's value does.
    Set<String> open = open(merged, winner);
    Set<String> sent = closed(merged.toRight());
    T told = kind.overlay(inLeftTerms, wantedLeft, without(open, sent));
    Set<String> toRight = disagreeing(kind, told, right);
    toRight.removeAll(without(open, sent));
    toRight.removeAll(aside);
    // Nothing is hidden on the server before Outlook has it: the next run does that.
    Set<String> later = new LinkedHashSet<>(wording.insists(told));
    later.retainAll(toLeft);
    toRight.removeAll(later);
    T shown = kind.written(wording.shown(told), right);
    T wantedRight = kind.overlay(right, shown, toRight);
    Set<String> agreed = new LinkedHashSet<>(kind.differing(leftBase, wantedLeft));
    agreed.addAll(kind.differing(rightBase, wantedRight));
    agreed = closed(agreed);
    agreed.removeAll(without(disagreeing(kind, wantedLeft, wantedRight), later));
    agreed.removeAll(aside);
    return new Merged<>(
        kind.overlay(left, wantedLeft, toLeft),
        wantedRight,
        toLeft,
        toRight,
        agreed,
        merged.clashes().stream().filter(clash -> !aside.contains(clash.field())).toList(),
        overwritten(lifted, toRight),
        without(toRight, without(toRight, reworded)));
  }

  private Set<String> open(Merged<T> merged, @Nullable Side winner) {
    Set<String> open = without(apart, drifted);
    if (winner == null) {
      merged.clashes().forEach(clash -> open.add(clash.field()));
    }
    return closed(open);
  }

  /** With each field those of the other side that come or follow from it. */
  private Set<String> closed(Set<String> fields) {
    return withRelatives(kind, right, fields);
  }

  /** The same, of fields of items like this one. */
  static <T> Set<String> withRelatives(ItemKind<T> kind, T like, Set<String> fields) {
    if (kind.wording().isSame()) {
      return fields;
    }
    Set<String> closed = new LinkedHashSet<>(fields);
    for (String field : kind.fields(like)) {
      Set<String> origins = kind.wording().origins(field);
      if (fields.contains(field)) {
        closed.addAll(origins);
      }
      if (origins.stream().anyMatch(fields::contains)) {
        closed.add(field);
      }
    }
    return closed;
  }

  /** What somebody wrote on the server where nothing comes to Outlook, and what is shown there. */
  List<Merged.FieldClash> unheard() {
    return overwritten(lifted(true), changed);
  }

  private List<Merged.FieldClash> overwritten(T lifted, Set<String> toRight) {
    Set<String> insists = new LinkedHashSet<>(wording.insists(left));
    insists.addAll(wording.insists(leftBase));
    insists.addAll(drifted);
    insists.retainAll(changed);
    insists.retainAll(toRight);
    if (insists.isEmpty()) {
      return List.of();
    }
    T shown = wording.shown(lifted);
    insists.retainAll(kind.differing(right, shown));
    return kind.values(insists, shown, right);
  }

  private static Set<String> without(Set<String> fields, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(fields);
    rest.removeAll(others);
    return rest;
  }

  // ---- one-way ----

  /**
   * What the target should hold: the source's value in every field that either side changed. Fields
   * that nobody changed stay, although a store may keep them in another form.
   */
  Merged<T> oneWay(Side target) {
    return target == Side.RIGHT ? toRight() : toLeft();
  }

  private Merged<T> toRight() {
    T lifted = wording.isSame() ? right : lifted(true);
    Set<String> aside = aside(left, lifted);
    Set<String> touched = new LinkedHashSet<>(kind.differing(leftBase, left));
    touched.addAll(changed);
    touched.addAll(reworded);
    touched.addAll(kind.differing(wording.shown(leftBase), wording.shown(left)));
    touched = without(closed(touched), aside);
    Set<String> sent = disagreeing(kind, left, right);
    sent.retainAll(touched);
    T wanted = kind.overlay(right, kind.written(wording.shown(left), right), sent);
    return new Merged<>(
        left,
        wanted,
        Set.of(),
        sent,
        touched,
        List.of(),
        List.of(),
        without(sent, without(sent, reworded)));
  }

  private Merged<T> toLeft() {
    boolean same = wording.isSame();
    T lifted = same ? right : lifted(true);
    Set<String> aside = aside(lifted, lifted);
    Set<String> touched = new LinkedHashSet<>(kind.differing(leftBase, left));
    touched.addAll(kind.differing(same ? rightBase : lifted(false), lifted));
    touched.addAll(changed);
    touched = without(closed(touched), aside);
    T wanted = kind.written(kind.overlay(left, lifted, touched), left);
    Set<String> sent = without(kind.differing(left, wanted), aside);
    return new Merged<>(
        kind.overlay(left, wanted, sent), right, sent, Set.of(), touched, List.of());
  }
}
