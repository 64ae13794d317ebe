package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which unlinked items of both sides are the same thing: by the stamp of a link that the
 * ledger does not know any more, by UID, by what a person takes for the same. Never guesses.
 */
final class Matcher {

  /**
   * What an item is known by.
   *
   * @param stamped the link whose stamp it has, or ""
   * @param derived the UID that its partner has if it was made from this item
   * @param uid its own UID, or ""
   * @param content what a person knows it by on the other side, or ""
   * @param asIs what a person knows it by on its own side, or ""
   */
  record Key(ItemId id, String stamped, String derived, String uid, String content, String asIs) {}

  record Pair(ItemId left, ItemId right) {}

  /**
   * @param pairs one to one
   * @param ambiguous groups that could be paired in more than one way
   * @param leftOnly items without a partner, in the given order
   * @param rightOnly the same
   */
  record Matches(
      List<Pair> pairs, List<Group> ambiguous, List<ItemId> leftOnly, List<ItemId> rightOnly) {}

  record Group(List<ItemId> left, List<ItemId> right) {}

  private final Map<ItemId, Key> left = new LinkedHashMap<>();
  private final Map<ItemId, Key> right = new LinkedHashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Group> ambiguous = new ArrayList<>();

  private Matcher(List<Key> left, List<Key> right) {
    left.forEach(key -> this.left.put(key.id(), key));
    right.forEach(key -> this.right.put(key.id(), key));
  }

  static Matches match(List<Key> left, List<Key> right) {
    Matcher matcher = new Matcher(left, right);
    matcher.by(Key::stamped, Key::stamped, false);
    matcher.by(Key::derived, Key::uid, false);
    matcher.by(Key::uid, Key::derived, false);
    matcher.by(Matcher::uidAndContent, Matcher::uidAndContent, false);
    matcher.by(Key::uid, Key::uid, true);
    matcher.by(Key::content, Key::content, true);
    matcher.by(Key::asIs, Key::asIs, true);
    return new Matches(
        matcher.pairs,
        matcher.ambiguous,
        List.copyOf(matcher.left.keySet()),
        List.copyOf(matcher.right.keySet()));
  }

  private static String uidAndContent(Key key) {
    return key.uid().isEmpty() || key.content().isEmpty() ? "" : key.uid() + "\n" + key.content();
  }

  /** Pairs those that share a key with exactly one on the other side. */
  private void by(Function<Key, String> ofLeft, Function<Key, String> ofRight, boolean decisive) {
    Map<String, List<ItemId>> lefts = group(left, ofLeft);
    Map<String, List<ItemId>> rights = group(right, ofRight);
    Set<ItemId> taken = new HashSet<>();
    lefts.forEach(
        (key, here) -> {
          @Nullable List<ItemId> there = rights.get(key);
          if (there == null) {
            return;
          }
          if (here.size() == 1 && there.size() == 1) {
            pairs.add(new Pair(here.getFirst(), there.getFirst()));
          } else if (decisive) {
            ambiguous.add(new Group(here, there));
          } else {
            return;
          }
          taken.addAll(here);
          taken.addAll(there);
        });
    left.keySet().removeAll(taken);
    right.keySet().removeAll(taken);
  }

  private static Map<String, List<ItemId>> group(Map<ItemId, Key> keys, Function<Key, String> by) {
    Map<String, List<ItemId>> groups = new LinkedHashMap<>();
    keys.forEach(
        (id, key) -> {
          String value = by.apply(key);
          if (!value.isEmpty()) {
            groups.computeIfAbsent(value, k -> new ArrayList<>()).add(id);
          }
        });
    return groups;
  }
}
