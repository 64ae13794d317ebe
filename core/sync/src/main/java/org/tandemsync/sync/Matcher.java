package org.tandemsync.sync;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

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
   * @param placed whether that follows from its id, which may have been another item's before
   * @param content what a person knows it by on the other side, or ""
   * @param asIs what a person knows it by on its own side, or ""
   * @param signs see {@link ItemKind#signs}; empty if they are not known
   */
  record Key(
      ItemId id,
      String stamped,
      String derived,
      String uid,
      boolean placed,
      String content,
      String asIs,
      Set<String> signs) {

    static <T> Key of(Setup<T> setup, Side side, Replica<T> item) {
      ItemKind<T> kind = setup.kind();
      T shown = side == Side.LEFT ? kind.wording().shown(item.item()) : item.item();
      Set<String> signs = new HashSet<>(kind.signs(item.item()));
      signs.addAll(kind.signs(shown));
      Stamp stamp = item.stamp();
      String uid = kind.uid(item.item()).orElse("");
      return new Key(
          item.id(),
          stamp == null ? "" : stamp.link().value(),
          setup.identities().uid(side, item.id()),
          uid,
          !uid.isEmpty() && uid.equals(setup.store(side).uidOfPlace(item.id())),
          kind.contentKey(shown).orElse(""),
          kind.contentKey(item.item()).orElse(""),
          signs);
    }

    private String carried() {
      return placed ? "" : uid;
    }

    private String ofPlace() {
      return placed ? uid : "";
    }

    /** Whether nothing speaks against it that two items with the UID of one place are one. */
    private boolean mayBe(Key other) {
      return mayBe(other.signs)
          || (!content.isEmpty() && content.equals(other.content))
          || (!asIs.isEmpty() && asIs.equals(other.asIs));
    }

    private boolean mayBe(Set<String> others) {
      return signs.isEmpty() || others.isEmpty() || !Collections.disjoint(signs, others);
    }

    /**
     * Whether it is an item of which only the signs are known. One of those that many share is not
     * enough where either has others.
     */
    boolean is(Set<String> others, Predicate<String> isRare) {
      Set<String> mine = signs.stream().filter(isRare).collect(toSet());
      Set<String> theirs = others.stream().filter(isRare).collect(toSet());
      return mine.isEmpty() && theirs.isEmpty()
          ? mayBe(others)
          : !Collections.disjoint(mine, theirs);
    }
  }

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
    // ids of the left side may be given again, and what follows from them with them
    matcher.by(Key::derived, Key::uid, false, Key::mayBe);
    matcher.by(Key::uid, Key::derived, false);
    matcher.by(Matcher::uidAndContent, Matcher::uidAndContent, false);
    matcher.by(Key::carried, Key::uid, true);
    matcher.by(Key::ofPlace, Key::uid, true, Key::mayBe);
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

  private void by(Function<Key, String> ofLeft, Function<Key, String> ofRight, boolean decisive) {
    by(ofLeft, ofRight, decisive, (here, there) -> true);
  }

  /** Pairs those that share a key with exactly one on the other side which may be the same. */
  private void by(
      Function<Key, String> ofLeft,
      Function<Key, String> ofRight,
      boolean decisive,
      BiPredicate<Key, Key> mayBe) {
    Map<String, List<ItemId>> lefts = group(left, ofLeft);
    Map<String, List<ItemId>> rights = group(right, ofRight);
    Set<ItemId> taken = new HashSet<>();
    lefts.forEach(
        (key, here) -> {
          List<ItemId> there =
              rights.getOrDefault(key, List.of()).stream()
                  .filter(other -> mayBeAny(here, other, mayBe))
                  .toList();
          if (there.isEmpty()) {
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

  private boolean mayBeAny(List<ItemId> here, ItemId there, BiPredicate<Key, Key> mayBe) {
    Key other = Objects.requireNonNull(right.get(there));
    return here.stream().anyMatch(one -> mayBe.test(Objects.requireNonNull(left.get(one)), other));
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
