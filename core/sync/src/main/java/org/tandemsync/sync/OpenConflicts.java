package org.tandemsync.sync;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of the conflicts that were recorded still waits for a person. */
public final class OpenConflicts {
  private OpenConflicts() {}

  /**
   * What is still open of one link. A field waits for as long as both sides hold different values
   * of it, whatever other fields clash or are settled in the meantime: then their bases do too,
   * without having agreed in different words.
   *
   * @param recorded the conflicts of the link, oldest first
   * @return a conflict of all fields that wait, of each what was recorded last
   */
  public static <T> Optional<Conflict<T>> of(
      ItemKind<T> kind, Link<T> link, List<Conflict<T>> recorded) {
    Map<String, Conflict<T>> last = new LinkedHashMap<>();
    for (Conflict<T> conflict : recorded) {
      conflict.clashes().forEach(clash -> last.put(clash.field(), conflict));
    }
    Set<String> apart = apart(kind, link, last.keySet());
    last.entrySet().removeIf(e -> e.getValue().winner() != null || !apart.contains(e.getKey()));
    return recorded.reversed().stream()
        .filter(last::containsValue)
        .findFirst()
        .map(newest -> together(kind, newest, last));
  }

  private static <T> Set<String> apart(ItemKind<T> kind, Link<T> link, Set<String> all) {
    T left = link.left().base();
    T right = link.right().base();
    Set<String> apart =
        new LinkedHashSet<>(
            kind.fields(left).equals(kind.fields(right)) ? kind.differing(left, right) : all);
    apart.removeAll(link.reworded());
    return apart;
  }

  /** A decision is bound to the items: they hold of each field what is shown of it. */
  private static <T> Conflict<T> together(
      ItemKind<T> kind, Conflict<T> newest, Map<String, Conflict<T>> last) {
    T left = newest.left();
    T right = newest.right();
    T base = newest.base();
    for (Conflict<T> older : new LinkedHashSet<>(last.values())) {
      Set<String> fields = new LinkedHashSet<>(last.keySet());
      fields.removeIf(field -> !older.equals(last.get(field)));
      left = overlaid(kind, left, older.left(), fields);
      right = overlaid(kind, right, older.right(), fields);
      base = base == null ? null : overlaid(kind, base, before(kind, older, base), fields);
    }
    return new Conflict<>(
        newest.link(), newest.title(), left, right, clashes(last), newest.winner(), base);
  }

  private static <T> T before(ItemKind<T> kind, Conflict<T> conflict, T like) {
    T base = conflict.base();
    return base == null ? kind.blank(like) : base;
  }

  private static <T> T overlaid(ItemKind<T> kind, T onto, T from, Set<String> fields) {
    if (!kind.fields(onto).equals(kind.fields(from))) {
      return onto;
    }
    try {
      return kind.overlay(onto, from, fields);
    } catch (IllegalArgumentException contradiction) {
      return onto; // parts of both do not make an item: what was held last is
    }
  }

  private static <T> List<Merged.FieldClash> clashes(Map<String, Conflict<T>> last) {
    return last.entrySet().stream()
        .flatMap(
            e -> e.getValue().clashes().stream().filter(clash -> clash.field().equals(e.getKey())))
        .toList();
  }
}
