package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out what a person has decided about a conflict, or asks once more. */
final class Deciding<T> {
  private final Setup<T> setup;
  private final ItemKind<T> kind;
  private final Decision<T> decision;
  private final Link<T> link;
  private final Replica<T> left;
  private final Replica<T> right;
  private final Crossing<T> crossing;
  private boolean isVoid;

  Deciding(Setup<T> setup, Decision<T> decision, Link<T> link, Replica<T> left, Replica<T> right) {
    this.setup = setup;
    this.kind = setup.kind();
    this.decision = decision;
    this.link = link;
    this.left = left;
    this.right = right;
    this.crossing =
        new Crossing<>(
            kind,
            link.left().base(),
            left.item(),
            link.right().base(),
            right.item(),
            link.reworded());
  }

  /** The step, or null if nothing is left to decide. */
  @Nullable Step<T> step() {
    if (setup.target() != null) {
      isVoid = true; // the profile has become one-way: that decides it
      return null;
    }
    Set<String> changed = changedSince();
    if (!changed.isEmpty() && setup.policy().conflicts() != Policy.Conflicts.ASK) {
      isVoid = true;
      return null;
    }
    Merged<T> merged = crossing.merged(null);
    try {
      Step<T> step =
          new Bringing<>(
                  setup,
                  link.id(),
                  left,
                  right,
                  changed.isEmpty() ? decided(merged) : asked(merged),
                  null,
                  null)
              .step(link, link.nextWrite());
      return changed.isEmpty() ? told(step) : step;
    } catch (IllegalArgumentException contradiction) {
      isVoid = true;
      return new Step.Hold<>(
          new Action.Hold(
              Side.RIGHT,
              Action.HoldReason.UNKNOWN,
              ItemIds.of(left, right),
              kind.title(left.item()),
              "what was decided does not fit together in one item; decide for one side in all of"
                  + " its fields"),
          Drafter.BOTH);
    }
  }

  /** Whether it will never be carried out. */
  boolean isVoid() {
    return isVoid;
  }

  /** The decided fields that do not hold what was shown to the person. */
  private Set<String> changedSince() {
    Set<String> changed = new LinkedHashSet<>(kind.differing(decision.left(), left.item()));
    changed.addAll(kind.differing(decision.right(), right.item()));
    changed.retainAll(decision.choices().keySet());
    return changed;
  }

  private Set<String> chosen(Side side) {
    Set<String> fields = new LinkedHashSet<>();
    for (Map.Entry<String, Side> choice : decision.choices().entrySet()) {
      if (choice.getValue() == side) {
        fields.add(choice.getKey());
      }
    }
    return fields;
  }

  private Merged<T> decided(Merged<T> merged) {
    Set<String> ofLeft = chosen(Side.LEFT);
    Set<String> ofRight = chosen(Side.RIGHT);
    T toBe = kind.overlay(merged.left(), left.item(), ofLeft);
    T inOutlooksTerms =
        kind.wording().isSame() && link.reworded().isEmpty() ? right.item() : crossing.lifted();
    T wantedLeft = kind.overlay(toBe, inOutlooksTerms, ofRight);
    Set<String> shownFrom = new LinkedHashSet<>(Crossing.withRelatives(kind, left.item(), ofLeft));
    shownFrom.removeAll(ofRight);
    T shown = kind.written(kind.wording().shown(wantedLeft), right.item());
    T wantedRight =
        kind.overlay(kind.overlay(merged.right(), right.item(), ofRight), shown, shownFrom);
    Set<String> apart = new LinkedHashSet<>(Crossing.disagreeing(kind, wantedLeft, wantedRight));
    apart.retainAll(decision.choices().keySet());
    if (!apart.isEmpty()) {
      throw new IllegalArgumentException("both sides would not agree on " + apart);
    }
    Set<String> agreed = new LinkedHashSet<>(merged.agreed());
    agreed.addAll(ofRight);
    agreed.addAll(shownFrom);
    Set<String> toLeft = new LinkedHashSet<>(kind.differing(left.item(), wantedLeft));
    toLeft.removeAll(ofLeft);
    toLeft.removeIf(field -> !merged.toLeft().contains(field) && !ofRight.contains(field));
    Set<String> toRight = new LinkedHashSet<>(kind.differing(right.item(), wantedRight));
    toRight.removeAll(ofRight);
    toRight.removeIf(field -> !merged.toRight().contains(field) && !shownFrom.contains(field));
    return new Merged<>(
        wantedLeft,
        wantedRight,
        toLeft,
        toRight,
        agreed,
        merged.clashes().stream()
            .filter(clash -> !decision.choices().containsKey(clash.field()))
            .toList(),
        merged.overwritten(),
        merged.reworded());
  }

  /**
   * Both sides keep what they have in the decided fields, also in those that hold what was shown:
   * the decision about them goes too, and the conflict is recorded anew.
   */
  private Merged<T> asked(Merged<T> merged) {
    Set<String> open = new LinkedHashSet<>(decision.choices().keySet());
    open.retainAll(kind.differing(left.item(), right.item()));
    List<Merged.FieldClash> clashes = new ArrayList<>(merged.clashes());
    Set<String> named = new LinkedHashSet<>();
    clashes.forEach(clash -> named.add(clash.field()));
    Set<String> unnamed = new LinkedHashSet<>(open);
    unnamed.removeAll(named);
    clashes.addAll(kind.values(unnamed, left.item(), right.item()));
    Set<String> kept = Crossing.withRelatives(kind, right.item(), open);
    Set<String> toLeft = new LinkedHashSet<>(merged.toLeft());
    Set<String> toRight = new LinkedHashSet<>(merged.toRight());
    toLeft.removeAll(kept);
    toRight.removeAll(kept);
    return new Merged<>(
        kind.overlay(merged.left(), left.item(), kept),
        kind.overlay(merged.right(), right.item(), kept),
        toLeft,
        toRight,
        merged.agreed(),
        clashes,
        merged.overwritten(),
        merged.reworded());
  }

  private Step<T> told(Step<T> step) {
    return step instanceof Step.Do<T>(var intent, var old, Action.Merge m, var held, var conflicts)
        ? new Step.Do<>(
            intent,
            old,
            new Action.Merge(
                m.link(), m.toLeft(), m.toRight(), m.clashes(), m.title(), "as somebody decided"),
            held,
            conflicts)
        : step;
  }
}
