package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tandemsync.distribution.ContactSides.Card;

/**
 * What people may expect of both sides: what somebody wrote is there on both, or was written over
 * or deleted by somebody who saw it, or is kept in the history or with a conflict. Nothing goes
 * that nobody deleted. Every text that is written is another one.
 */
final class Expectations {
  /** By text: of whom it was written. */
  private final Map<String, String> written = new TreeMap<>();

  private final Set<String> replaced = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  /** They were on one side only when that one was put back: no program can know them. */
  private final Set<String> lostWithBackup = new HashSet<>();

  private final Set<String> mayBeGone = new HashSet<>();
  private final Map<String, Integer> deleted = new HashMap<>();
  private int next;

  String write(String name) {
    String text = "v" + ++next;
    written.put(text, name);
    return text;
  }

  void edited(Card before, Card after) {
    if (!before.note().equals(after.note())) {
      replaced.add(before.note());
    }
    if (!before.company().equals(after.company())) {
      replaced.add(before.company());
    }
  }

  void deleted(String name, Card before, int round) {
    replaced.add(before.note());
    replaced.add(before.company());
    mayBeGone.add(name);
    deleted.put(name, round);
  }

  void keeps(Set<String> texts) {
    kept.addAll(texts);
  }

  /**
   * A side is put back: {@code now} becomes {@code then}. What is newer and only there is lost;
   * what the other side has too stays.
   */
  void putBack(Map<String, Card> now, Map<String, Card> then, Map<String, Card> otherSide) {
    Set<String> there = texts(then);
    there.addAll(texts(otherSide));
    there.addAll(kept);
    texts(now).stream().filter(text -> !there.contains(text)).forEach(lostWithBackup::add);
    now.keySet().stream()
        .filter(name -> !then.containsKey(name) && !otherSide.containsKey(name))
        .forEach(mayBeGone::add);
  }

  /** Of this item nobody can know what was written over. */
  void unknowable(String name) {
    written.forEach(
        (text, of) -> {
          if (of.equals(name)) {
            lostWithBackup.add(text);
          }
        });
  }

  static Set<String> texts(Map<String, Card> cards) {
    Set<String> texts = new HashSet<>();
    for (Card card : cards.values()) {
      texts.add(card.note());
      texts.add(card.company());
    }
    return texts;
  }

  void check(String when, Map<String, Card> outlook, Map<String, Card> server) {
    assertThat(server).as("both sides alike, " + when).isEqualTo(outlook);
    Set<String> there = texts(outlook);
    written.forEach(
        (text, name) -> {
          boolean accounted =
              there.contains(text)
                  || replaced.contains(text)
                  || kept.contains(text)
                  || lostWithBackup.contains(text);
          assertThat(accounted)
              .as("'" + text + "' of " + name + " is lost, " + when + ": " + outlook)
              .isTrue();
          assertThat(outlook.containsKey(name) || mayBeGone.contains(name))
              .as(name + " was deleted by nobody, " + when)
              .isTrue();
        });
  }

  /** What people deleted in a round in which nothing was forgotten is gone. */
  void checkGone(int round, Set<String> editedToo, Map<String, Card> cards, String when) {
    deleted.forEach(
        (name, in) -> {
          if (in == round && !editedToo.contains(name)) {
            assertThat(cards.keySet()).as(name + " was deleted, " + when).doesNotContain(name);
          }
        });
  }
}
