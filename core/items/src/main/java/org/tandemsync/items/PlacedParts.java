package org.tandemsync.items;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Merge.Winner;

/**
 * Merges parts that are known by their places where a side has moved some. On a card the place of
 * an address or number follows from its kind and from those before it: what a phone adds, deletes
 * or gives another kind moves others that nobody has touched. So each part is followed by its
 * value, and its place is one more thing that may have changed.
 */
final class PlacedParts {
  private final Combination.Keyed<?> keyed;
  private final Change left;
  private final Change right;

  /** What a side held, and what it holds. */
  record Change(Map<Object, Object> base, Map<Object, Object> now) {}

  private record Placed(Object place, Object value) {}

  /** One part as each side held it and holds it. */
  private record Track(
      @Nullable Placed leftBase,
      @Nullable Placed left,
      @Nullable Placed rightBase,
      @Nullable Placed right) {

    boolean isMoved() {
      boolean apart = leftBase == null && rightBase == null && isMoved(left, right);
      return isMoved(leftBase, left) || isMoved(rightBase, right) || apart;
    }

    boolean isMovedOnTheRightAlone() {
      return left != null && isMoved(rightBase, right) && !isMoved(leftBase, left);
    }

    boolean isNewOnTheLeft() {
      return leftBase == null && rightBase == null && left != null && right == null;
    }

    boolean isNewOnTheRight() {
      return leftBase == null && rightBase == null && left == null && right != null;
    }

    static boolean isMoved(@Nullable Placed from, @Nullable Placed to) {
      return from != null && to != null && !from.place.equals(to.place);
    }
  }

  /** What both sides shall hold of a track; null for nothing. */
  private record Outcome(@Nullable Object left, @Nullable Object right) {}

  private PlacedParts(Combination.Keyed<?> keyed, Change left, Change right) {
    this.keyed = keyed;
    this.left = left;
    this.right = right;
  }

  /**
   * Nothing if no part was moved, if there is no place for one, or if one would be there twice: its
   * place tells it then.
   */
  static Optional<MergedParts> merge(
      Combination.Keyed<?> keyed, Change left, Change right, Winner winner) {
    if (keyed.keys() == Combination.Keys.NAMES) {
      return Optional.empty();
    }
    if (winner == Winner.RIGHT) { // its places come first too
      return merge(keyed, right, left, Winner.LEFT).map(MergedParts::mirrored);
    }
    PlacedParts parts = new PlacedParts(keyed, left, right);
    List<Track> tracks = parts.tracks();
    if (tracks.stream().noneMatch(Track::isMoved)) {
      return Optional.empty();
    }
    Optional<MergedParts> merged = parts.merged(tracks, winner);
    while (merged.isEmpty() && withoutRoom(tracks)) {
      merged = parts.merged(tracks, winner);
    }
    return merged.filter(m -> !parts.doubles(m.left()) && !parts.doubles(m.right()));
  }

  /** Both may have entered the same value, one in the place of another, one beside it. */
  private boolean doubles(Map<Object, Object> merged) {
    return merged.values().stream()
        .anyMatch(v -> count(v, merged) > Math.max(count(v, left.now), count(v, right.now)));
  }

  private long count(Object value, Map<Object, Object> parts) {
    return parts.values().stream().filter(other -> isSame(value, other)).count();
  }

  /** Two new ones for which there is one place are a clash of these two, and of no other. */
  private static boolean withoutRoom(List<Track> tracks) {
    Optional<Track> onLeft = tracks.stream().filter(Track::isNewOnTheLeft).findFirst();
    Optional<Track> onRight = tracks.stream().filter(Track::isNewOnTheRight).findFirst();
    if (onLeft.isEmpty() || onRight.isEmpty()) {
      return false;
    }
    tracks.removeAll(List.of(onLeft.get(), onRight.get()));
    return tracks.add(new Track(null, onLeft.get().left, null, onRight.get().right));
  }

  // ---- which parts are the same ----

  private List<Track> tracks() {
    Map<Object, Object> bases = same(left.base, right.base, true, true);
    Map<Object, Object> onLeft = same(left.base, left.now, true, true);
    Map<Object, Object> onRight = same(right.base, right.now, true, true);
    List<Track> tracks = new ArrayList<>();
    for (Object place : left.base.keySet()) {
      Object there = bases.get(place);
      tracks.add(
          new Track(
              placed(left.base, place),
              placed(left.now, onLeft.get(place)),
              placed(right.base, there),
              there == null ? null : placed(right.now, onRight.get(there))));
    }
    for (Object there : without(right.base, bases).keySet()) {
      Placed now = placed(right.now, onRight.get(there));
      tracks.add(new Track(null, null, placed(right.base, there), now));
    }
    Map<Object, Object> leftNew = without(left.now, onLeft);
    Map<Object, Object> rightNew = without(right.now, onRight);
    boolean order = keyed.keys() == Combination.Keys.ORDER;
    Map<Object, Object> both = same(leftNew, rightNew, order, !order);
    for (Object place : leftNew.keySet()) {
      tracks.add(
          new Track(null, placed(left.now, place), null, placed(right.now, both.get(place))));
    }
    for (Object there : without(rightNew, both).keySet()) {
      tracks.add(new Track(null, null, null, placed(right.now, there)));
    }
    return tracks;
  }

  private static Map<Object, Object> without(
      Map<Object, Object> parts, Map<Object, Object> followed) {
    Map<Object, Object> rest = new LinkedHashMap<>(parts);
    rest.keySet().removeAll(followed.values());
    return rest;
  }

  private static @Nullable Placed placed(Map<Object, Object> parts, @Nullable Object place) {
    Object value = place == null ? null : parts.get(place);
    return place == null || value == null ? null : new Placed(place, value);
  }

  /**
   * The places of the parts of {@code from} in {@code to}.
   *
   * @param elsewhere whether a part is the same that has its value in another place
   * @param changed whether a part is the same that has another value in its place
   */
  private Map<Object, Object> same(
      Map<Object, Object> from, Map<Object, Object> to, boolean elsewhere, boolean changed) {
    Map<Object, Object> found = new LinkedHashMap<>();
    Map<Object, Object> rest = new LinkedHashMap<>(to);
    from.forEach(
        (place, value) -> {
          if (isSame(value, rest.get(place))) {
            rest.remove(place);
            found.put(place, place);
          }
        });
    from.forEach(
        (place, value) -> {
          if (elsewhere && !found.containsKey(place)) {
            rest.entrySet().stream()
                .filter(e -> isSame(value, e.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .ifPresent(
                    there -> {
                      rest.remove(there);
                      found.put(place, there);
                    });
          }
        });
    for (Object place : from.keySet()) {
      if (changed && !found.containsKey(place) && rest.remove(place) != null) {
        found.put(place, place);
      }
    }
    return found;
  }

  private boolean isSame(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null ? Objects.equals(a, b) : keyed.samePart().test(a, b);
  }

  // ---- what comes of each ----

  private Optional<MergedParts> merged(List<Track> tracks, Winner winner) {
    Map<Track, Outcome> outcomes = new LinkedHashMap<>();
    List<Object> clashedLeft = new ArrayList<>();
    List<Object> clashedRight = new ArrayList<>();
    for (Track track : tracks) {
      Object l = value(track.left);
      Object r = value(track.right);
      // an edit beats a deletion, and another kind is one
      boolean keepsLeft = r == null && isOfAnotherKind(track.leftBase, track.left, left);
      boolean keepsRight = l == null && isOfAnotherKind(track.rightBase, track.right, right);
      boolean leftChanged = !keepsRight && (keepsLeft || !isSame(value(track.leftBase), l));
      boolean rightChanged = !keepsLeft && (keepsRight || !isSame(value(track.rightBase), r));
      boolean clash = leftChanged && rightChanged && !isSame(l, r);
      if (clash) {
        clashedLeft.add(l == null ? "" : l);
        clashedRight.add(r == null ? "" : r);
      }
      boolean asTheyAre = isSame(l, r) || !leftChanged && !rightChanged;
      boolean fromLeft = clash ? winner == Winner.LEFT : leftChanged;
      outcomes.put(
          track, asTheyAre ? new Outcome(l, r) : fromLeft ? new Outcome(l, l) : new Outcome(r, r));
    }
    return !clashedLeft.isEmpty() && winner == Winner.NOBODY
        ? Optional.of(new MergedParts(left.now, right.now, clashedLeft, clashedRight))
        : places(outcomes).map(places -> laidOut(outcomes, places, clashedLeft, clashedRight));
  }

  private boolean isOfAnotherKind(@Nullable Placed base, @Nullable Placed now, Change side) {
    return keyed.keys() == Combination.Keys.KINDS
        && now != null
        && Track.isMoved(base, now)
        && !side.base.containsKey(now.place);
  }

  private static @Nullable Object value(@Nullable Placed part) {
    return part == null ? null : part.value;
  }

  // ---- where each is put ----

  /**
   * The places of the left side come first (Outlook's, unless the server wins), then those of the
   * right one, as far as they are free. An order is the server's as a whole, or it stays.
   */
  private Optional<Map<Track, Object>> places(Map<Track, Outcome> outcomes) {
    List<Track> alive =
        outcomes.entrySet().stream()
            .filter(e -> e.getValue().left != null || e.getValue().right != null)
            .map(Map.Entry::getKey)
            .toList();
    Map<Track, Object> places = new LinkedHashMap<>();
    for (Track track : alive) {
      if (track.left != null && !track.isMovedOnTheRightAlone()) {
        places.put(track, track.left.place);
      }
    }
    List<Track> moved = alive.stream().filter(Track::isMovedOnTheRightAlone).toList();
    boolean follow =
        keyed.keys() == Combination.Keys.KINDS
            || moved.stream().noneMatch(t -> places.containsValue(requireNonNull(t.right).place));
    for (Track track : moved) {
      if (!put(track, follow ? onTheRight(track) : List.of(requireNonNull(track.left)), places)) {
        return Optional.empty();
      }
    }
    for (Track track : alive) {
      if (track.left == null && !put(track, List.of(requireNonNull(track.right)), places)) {
        return Optional.empty();
      }
    }
    return Optional.of(places);
  }

  private static List<Placed> onTheRight(Track track) {
    return List.of(requireNonNull(track.right), requireNonNull(track.left));
  }

  /** Puts it in the first of these places that is free; of an order, else in any. */
  private boolean put(Track track, List<Placed> wanted, Map<Track, Object> places) {
    List<Object> candidates = new ArrayList<>(wanted.stream().map(Placed::place).toList());
    if (keyed.keys() == Combination.Keys.ORDER) {
      Class<?> order = ((Enum<?>) candidates.getFirst()).getDeclaringClass();
      candidates.addAll(List.of(order.getEnumConstants()));
    }
    candidates.removeIf(places::containsValue);
    return !candidates.isEmpty() && places.put(track, candidates.getFirst()) == null;
  }

  private static MergedParts laidOut(
      Map<Track, Outcome> outcomes,
      Map<Track, Object> places,
      List<Object> clashedLeft,
      List<Object> clashedRight) {
    Map<Object, Object> newLeft = new LinkedHashMap<>();
    Map<Object, Object> newRight = new LinkedHashMap<>();
    places.forEach(
        (track, place) -> {
          Outcome outcome = requireNonNull(outcomes.get(track));
          if (outcome.left != null) {
            newLeft.put(place, outcome.left);
          }
          if (outcome.right != null) {
            newRight.put(place, outcome.right);
          }
        });
    return new MergedParts(newLeft, newRight, clashedLeft, clashedRight);
  }
}
