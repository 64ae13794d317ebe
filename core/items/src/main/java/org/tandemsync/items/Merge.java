package org.tandemsync.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge, field by field. Each side is compared with its own base, what that side was
 * last known to hold, because servers rewrite what they are sent.
 *
 * @param left what Outlook should hold
 * @param right what the server should hold
 * @param toLeft the fields in which {@code left} differs from what Outlook holds
 * @param toRight the fields in which {@code right} differs from what the server holds
 * @param agreed the fields on which both sides agree once both hold {@code left} and {@code right}
 * @param clashes the fields that both sides changed differently, also where a winner was picked
 */
public record Merge(
    Item left,
    Item right,
    Set<String> toLeft,
    Set<String> toRight,
    Set<String> agreed,
    List<Clash> clashes) {

  /** Whose value wins a clash. */
  public enum Winner {
    LEFT,
    RIGHT,
    /** Both sides keep what they have until somebody decides. */
    NOBODY
  }

  /**
   * Merges two items of one type.
   *
   * @param leftBase what Outlook last agreed to hold; null for a first meeting, where a value beats
   *     nothing and lists unite
   * @param rightBase the same of the server
   */
  public static Merge of(
      Projection projection,
      @Nullable Item leftBase,
      Item left,
      @Nullable Item rightBase,
      Item right,
      Winner winner) {
    if (left.type() != right.type()) {
      throw new IllegalArgumentException(left.type() + " and " + right.type() + " do not merge");
    }
    return of(projection, Fields.of(left.type()), leftBase, left, rightBase, right, winner);
  }

  private static <I extends Item, B> Merge of(
      Projection projection,
      Fields<I, B> fields,
      @Nullable Item leftBase,
      Item left,
      @Nullable Item rightBase,
      Item right,
      Winner winner) {
    Sides<I> sides =
        new Sides<>(
            leftBase == null ? fields.blank() : fields.cast(leftBase),
            fields.cast(left),
            rightBase == null ? fields.blank() : fields.cast(rightBase),
            fields.cast(right));
    Set<String> included = Set.copyOf(projection.fields(left.type()));
    List<Field<I, B, ?>> taking =
        fields.all().stream().filter(f -> included.contains(f.name())).toList();
    boolean bothReshaped = bothReshaped(taking, sides);
    boolean asOne = bothReshaped && sides.anyRepeats();
    try {
      Merge merge = merge(fields, taking, sides, asOne, winner);
      // each side's date by itself would make a task that is due before it starts
      return bothReshaped && !asOne && merge.isDueTooEarly()
          ? merge(fields, taking, sides, true, winner)
          : merge;
    } catch (IllegalArgumentException contradiction) {
      // The changes of both sides do not fit into one item (an exception of a series that is none
      // any more): the whole item is one clash.
      Merging<I, B> whole =
          new Merging<>(fields.builderOf(sides.left), fields.builderOf(sides.right), winner);
      taking.forEach(f -> whole.clashWhole(f, sides));
      return whole.result(fields.build(whole.left), fields.build(whole.right));
    }
  }

  private static <I extends Item, B> Merge merge(
      Fields<I, B> fields,
      List<Field<I, B, ?>> taking,
      Sides<I> sides,
      boolean seriesAsOne,
      Winner winner) {
    Merging<I, B> merging =
        new Merging<>(fields.builderOf(sides.left), fields.builderOf(sides.right), winner);
    for (Field<I, B, ?> field : taking) {
      merging.add(field, sides, seriesAsOne && field.series());
    }
    return merging.result(fields.build(merging.left), fields.build(merging.right));
  }

  private boolean isDueTooEarly() {
    return isDueTooEarly(left) || isDueTooEarly(right);
  }

  private static boolean isDueTooEarly(Item item) {
    return item instanceof Task task && task.isDueTooEarly();
  }

  /** Both sides changed the shape of what may be a series, and not only changed occurrences. */
  private static <I extends Item, B> boolean bothReshaped(
      List<Field<I, B, ?>> fields, Sides<I> sides) {
    List<Field<I, B, ?>> series = fields.stream().filter(Field::series).toList();
    boolean left = series.stream().anyMatch(f -> !f.same(sides.leftBase, sides.left));
    boolean right = series.stream().anyMatch(f -> !f.same(sides.rightBase, sides.right));
    boolean shape =
        series.stream()
            .filter(f -> f.combination() instanceof Combination.Atomic)
            .anyMatch(
                f -> !f.same(sides.leftBase, sides.left) || !f.same(sides.rightBase, sides.right));
    boolean equal = series.stream().allMatch(f -> f.same(sides.left, sides.right));
    return left && right && shape && !equal;
  }

  private record Sides<I extends Item>(I leftBase, I left, I rightBase, I right) {

    /** Dates are the shape of a series only where there is one, or was. */
    boolean anyRepeats() {
      return Stream.of(leftBase, left, rightBase, right).anyMatch(Sides::repeats);
    }

    private static boolean repeats(Item item) {
      return switch (item) {
        case Appointment appointment -> appointment.recurrence() != null;
        case Task task -> task.recurrence() != null;
        case Contact _, DistributionList _ -> false;
      };
    }
  }

  private static final class Merging<I extends Item, B> {
    final B left;
    final B right;
    private final Winner winner;
    private final Set<String> toLeft = new LinkedHashSet<>();
    private final Set<String> toRight = new LinkedHashSet<>();
    private final Set<String> agreed = new LinkedHashSet<>();
    private final List<Clash> clashes = new ArrayList<>();

    Merging(B left, B right, Winner winner) {
      this.left = left;
      this.right = right;
      this.winner = winner;
    }

    Merge result(Item mergedLeft, Item mergedRight) {
      return new Merge(mergedLeft, mergedRight, toLeft, toRight, agreed, clashes);
    }

    <V extends @Nullable Object> void add(Field<I, B, V> field, Sides<I> s, boolean asOne) {
      boolean leftChanged = !field.same(s.leftBase, s.left);
      boolean rightChanged = !field.same(s.rightBase, s.right);
      if (asOne) {
        clashWhole(field, s);
      } else if (leftChanged || rightChanged) {
        if (field.same(s.left, s.right)) {
          agreed.add(field.name());
        } else {
          switch (field.combination()) {
            case Combination.Atomic<V> atomic -> {
              boolean both = leftChanged && rightChanged;
              V leftNow = field.get().apply(s.left);
              V rightNow = field.get().apply(s.right);
              if (both && atomic.fuller().test(leftNow, rightNow)) {
                sendRight(field, leftNow);
                agreed.add(field.name());
              } else if (both && atomic.fuller().test(rightNow, leftNow)) {
                sendLeft(field, rightNow);
                agreed.add(field.name());
              } else if (both) {
                clashWhole(field, s);
              } else if (leftChanged) {
                sendRight(field, field.get().apply(s.left));
                agreed.add(field.name());
              } else {
                sendLeft(field, field.get().apply(s.right));
                agreed.add(field.name());
              }
            }
            case Combination.Keyed<V> keyed -> keyed(field, keyed, s);
          }
        }
      }
    }

    <V extends @Nullable Object> void clashWhole(Field<I, B, V> field, Sides<I> s) {
      V leftValue = field.get().apply(s.left);
      V rightValue = field.get().apply(s.right);
      if (field.same(s.left, s.right)) {
        agreed.add(field.name());
        return;
      }
      clashes.add(new Clash(field.name(), leftValue, rightValue));
      switch (winner) {
        case LEFT -> sendRight(field, leftValue);
        case RIGHT -> sendLeft(field, rightValue);
        case NOBODY -> {
          return;
        }
      }
      agreed.add(field.name());
    }

    private <V extends @Nullable Object> void keyed(
        Field<I, B, V> field, Combination.Keyed<V> keyed, Sides<I> s) {
      PlacedParts.Change ofLeft = change(field, keyed, s.leftBase, s.left);
      PlacedParts.Change ofRight = change(field, keyed, s.rightBase, s.right);
      boolean both = !field.same(s.leftBase, s.left) && !field.same(s.rightBase, s.right);
      Optional<MergedParts> moved =
          both ? PlacedParts.merge(keyed, ofLeft, ofRight, winner) : Optional.empty();
      MergedParts parts = moved.orElseGet(() -> byKeys(keyed, ofLeft, ofRight));
      if (!parts.clashedLeft().isEmpty()) {
        clashes.add(new Clash(field.name(), parts.clashedLeft(), parts.clashedRight()));
      }
      V mergedLeft = keyed.whole().apply(parts.left());
      V mergedRight = keyed.whole().apply(parts.right());
      if (!field.same().test(mergedLeft, field.get().apply(s.left))) {
        sendLeft(field, mergedLeft);
      }
      if (!field.same().test(mergedRight, field.get().apply(s.right))) {
        sendRight(field, mergedRight);
      }
      if (parts.clashedLeft().isEmpty() || winner != Winner.NOBODY) {
        agreed.add(field.name());
      }
    }

    private static <I extends Item, B, V extends @Nullable Object> PlacedParts.Change change(
        Field<I, B, V> field, Combination.Keyed<V> keyed, I base, I now) {
      return new PlacedParts.Change(
          keyed.parts().apply(field.get().apply(base)),
          keyed.parts().apply(field.get().apply(now)));
    }

    private MergedParts byKeys(
        Combination.Keyed<?> keyed, PlacedParts.Change left, PlacedParts.Change right) {
      Map<Object, Object> newLeft = new LinkedHashMap<>(left.now());
      Map<Object, Object> newRight = new LinkedHashMap<>(right.now());
      Set<Object> keys = new LinkedHashSet<>(left.base().keySet());
      keys.addAll(left.now().keySet());
      keys.addAll(right.base().keySet());
      keys.addAll(right.now().keySet());
      Map<Object, Object> clashedLeft = new LinkedHashMap<>();
      Map<Object, Object> clashedRight = new LinkedHashMap<>();
      for (Object key : keys) {
        Object l = left.now().get(key);
        Object r = right.now().get(key);
        boolean leftChanged = !same(keyed, left.base().get(key), l);
        boolean rightChanged = !same(keyed, right.base().get(key), r);
        if (same(keyed, l, r) || (!leftChanged && !rightChanged)) {
          continue;
        }
        if (leftChanged && rightChanged) {
          clashedLeft.put(key, l == null ? "" : l);
          clashedRight.put(key, r == null ? "" : r);
          if (winner == Winner.LEFT) {
            put(newRight, key, l);
          } else if (winner == Winner.RIGHT) {
            put(newLeft, key, r);
          }
        } else if (leftChanged) {
          put(newRight, key, l);
        } else {
          put(newLeft, key, r);
        }
      }
      return new MergedParts(newLeft, newRight, clashedLeft.values(), clashedRight.values());
    }

    private static boolean same(
        Combination.Keyed<?> keyed, @Nullable Object a, @Nullable Object b) {
      return (a == null || b == null) ? Objects.equals(a, b) : keyed.samePart().test(a, b);
    }

    private static void put(Map<Object, Object> map, Object key, @Nullable Object value) {
      if (value == null) {
        map.remove(key);
      } else {
        map.put(key, value);
      }
    }

    private <V extends @Nullable Object> void sendLeft(Field<I, B, V> field, V value) {
      field.set().accept(left, value);
      toLeft.add(field.name());
    }

    private <V extends @Nullable Object> void sendRight(Field<I, B, V> field, V value) {
      field.set().accept(right, value);
      toRight.add(field.name());
    }
  }
}
