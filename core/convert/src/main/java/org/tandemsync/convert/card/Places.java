package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;

/**
 * Lines of a card in the places that Outlook has for them: three mail addresses, nineteen numbers,
 * three postal addresses. A card may have any number of lines of any type, so rules say which line
 * goes where. Where the rules would read a card differently from what Outlook holds, the parameter
 * X-TANDEM-SLOT says the place of a line, or NONE for a line that Outlook does not show.
 *
 * @param <S> the places
 * @param <V> what is in a place
 */
abstract class Places<S extends Enum<S>, V> {
  private static final String PIN = "X-TANDEM-SLOT";
  private static final String NO_PLACE = "NONE";

  private final Class<S> type;

  Places(Class<S> type) {
    this.type = type;
  }

  /** The lines that have a value, in order. */
  abstract List<ContentLine> lines(Card card);

  abstract V value(Card card, ContentLine line, S place);

  /** Whether a value in the card is the wanted one as far as Outlook is concerned. */
  abstract boolean same(V present, V wanted);

  /** The rules: finds lines for the places that are free. */
  abstract Map<S, ContentLine> assign(Card card, List<ContentLine> lines, Set<S> free);

  /** Whether the place that a line names still fits its types; another program may change those. */
  abstract boolean fits(ContentLine line, S place);

  /** Whether values keep their line when they move to another place. */
  abstract boolean linesFollowValues();

  abstract ContentLine edit(Card card, ContentLine line, S place, V value);

  /** A new line with the types of the place. */
  abstract ContentLine create(Card card, S place, V value);

  /** The line with the types of the place, or as it is if types mean nothing to the rules. */
  abstract ContentLine retype(Card card, ContentLine line, S place);

  /** What is in which place. */
  final Map<S, ContentLine> read(Card card) {
    return read(card, lines(card));
  }

  private Map<S, ContentLine> read(Card card, List<ContentLine> lines) {
    Map<S, ContentLine> found = new EnumMap<>(type);
    if (lines.isEmpty()) {
      return found;
    }
    List<ContentLine> rest = new ArrayList<>();
    for (ContentLine line : lines) {
      String pin = line.parameter(PIN);
      S place = pin == null ? null : place(pin);
      if (place != null && fits(line, place) && !found.containsKey(place)) {
        found.put(place, line);
      } else if (pin == null || !pin.equalsIgnoreCase(NO_PLACE)) {
        rest.add(line);
      }
    }
    EnumSet<S> free = EnumSet.allOf(type);
    free.removeAll(found.keySet());
    found.putAll(assign(card, rest, free));
    return found;
  }

  private @Nullable S place(String pin) {
    for (S place : type.getEnumConstants()) {
      if (place.name().equals(pin.toUpperCase(Locale.ROOT))) {
        return place;
      }
    }
    return null;
  }

  /**
   * The values in their places.
   *
   * @param surplus gets the lines that have no place
   */
  final Map<S, V> values(Card card, Consumer<ContentLine> surplus) {
    Map<S, V> values = new EnumMap<>(type);
    List<ContentLine> lines = lines(card);
    Map<S, ContentLine> found = read(card, lines);
    found.forEach((place, line) -> values.put(place, value(card, line, place)));
    if (found.size() < lines.size()) {
      Set<ContentLine> shown = Collections.newSetFromMap(new IdentityHashMap<>());
      shown.addAll(found.values());
      lines.stream().filter(line -> !shown.contains(line)).forEach(surplus);
    }
    return values;
  }

  final void write(Card card, Map<S, V> wanted) {
    Map<S, ContentLine> present = read(card);
    if (present.keySet().equals(wanted.keySet()) && areSame(card, present, wanted)) {
      return;
    }
    Map<S, ContentLine> target = place(card, present, wanted);
    if (agrees(card, target)) {
      return;
    }
    correct(card, target, this::retype);
    correct(card, target, (c, line, place) -> line.withParameter(PIN, place.name()));
    if (!agrees(card, target)) {
      pinAll(card, target);
    }
  }

  private boolean areSame(Card card, Map<S, ContentLine> present, Map<S, V> wanted) {
    for (Map.Entry<S, ContentLine> e : present.entrySet()) {
      if (!sameAt(card, e.getValue(), e.getKey(), wanted)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameAt(Card card, ContentLine line, S place, Map<S, V> wanted) {
    V value = wanted.get(place);
    return value != null && same(value(card, line, place), value);
  }

  private Map<S, ContentLine> place(Card card, Map<S, ContentLine> present, Map<S, V> wanted) {
    Map<S, ContentLine> target = new EnumMap<>(type);
    Set<ContentLine> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(present.values());
    present.forEach(
        (place, line) -> {
          if (sameAt(card, line, place, wanted)) {
            target.put(place, line);
            shown.remove(line);
          }
        });
    if (linesFollowValues()) {
      wanted.forEach((place, value) -> follow(card, place, value, target, shown));
    }
    wanted.forEach(
        (place, value) -> {
          ContentLine line = present.get(place);
          if (!target.containsKey(place) && line != null && shown.remove(line)) {
            ContentLine edited = edit(card, line, place, value);
            card.replace(line, edited);
            target.put(place, edited);
          }
        });
    wanted.forEach(
        (place, value) -> {
          if (!target.containsKey(place)) {
            target.put(place, card.add(create(card, place, value)));
          }
        });
    shown.forEach(card::remove);
    return target;
  }

  private void follow(
      Card card, S place, V value, Map<S, ContentLine> target, Set<ContentLine> shown) {
    if (target.containsKey(place)) {
      return;
    }
    for (ContentLine line : lines(card)) {
      boolean taken = target.values().stream().anyMatch(t -> t == line);
      if (!taken && same(value(card, line, place), value)) {
        target.put(place, line);
        shown.remove(line);
        return;
      }
    }
  }

  private interface Correction<S> {
    ContentLine apply(Card card, ContentLine line, S place);
  }

  /** Corrects the lines that the rules do not put where they belong. */
  private void correct(Card card, Map<S, ContentLine> target, Correction<S> correction) {
    Map<S, ContentLine> read = read(card);
    for (S place : List.copyOf(target.keySet())) {
      ContentLine line = target.get(place);
      if (line != null && read.get(place) != line) {
        replace(card, target, place, line, correction.apply(card, line, place));
      }
    }
  }

  private void pinAll(Card card, Map<S, ContentLine> target) {
    for (ContentLine line : lines(card)) {
      if (target.values().stream().noneMatch(t -> t == line)) {
        card.replace(line, line.withParameter(PIN, NO_PLACE));
      }
    }
    if (agrees(card, target)) {
      return;
    }
    for (S place : List.copyOf(target.keySet())) {
      ContentLine line = target.get(place);
      if (line != null) {
        ContentLine typed = retype(card, line, place).withParameter(PIN, place.name());
        replace(card, target, place, line, typed);
      }
    }
  }

  private void replace(
      Card card, Map<S, ContentLine> target, S place, ContentLine line, ContentLine changed) {
    if (changed != line) {
      card.replace(line, changed);
      target.put(place, changed);
    }
  }

  private boolean agrees(Card card, Map<S, ContentLine> target) {
    Map<S, ContentLine> read = read(card);
    for (Map.Entry<S, ContentLine> e : target.entrySet()) {
      if (read.get(e.getKey()) != e.getValue()) {
        return false;
      }
    }
    return read.size() == target.size();
  }
}
