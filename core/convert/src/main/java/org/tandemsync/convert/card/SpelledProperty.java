package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/**
 * A field that is one value, which programs spell in different ways. The first spelling that has a
 * value counts; a change is written to all spellings that have one, so that no other program sees
 * the old value; a new value is spelled in the first way that suits the card.
 *
 * @param field the field of the item
 * @param get reads the field; null is no value
 * @param set writes the field
 * @param kindOfLoss code of the loss when a line says something that Outlook cannot hold
 * @param spellings in the order in which they are looked for and chosen
 */
record SpelledProperty<I, B, V>(
    String field,
    Function<I, @Nullable V> get,
    BiConsumer<B, V> set,
    LossKind kindOfLoss,
    List<? extends Spelling<V>> spellings)
    implements CardProperty<I, B> {

  /** A text, which is never null in items. */
  static <I, B> CardProperty<I, B> text(
      String field,
      Function<I, String> get,
      BiConsumer<B, String> set,
      List<? extends Spelling<String>> spellings) {
    return new SpelledProperty<I, B, String>(
        field,
        item -> get.apply(item).isBlank() ? null : get.apply(item),
        set,
        LossKind.NOT_UNDERSTOOD,
        spellings);
  }

  /** A text in a property of one of these names; the first one is written into new cards. */
  static <I, B> CardProperty<I, B> text(
      String field, Function<I, String> get, BiConsumer<B, String> set, String... names) {
    return text(field, get, set, List.of(names).stream().map(TextSpelling::new).toList());
  }

  @Override
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    if (!isThere(card)) {
      return;
    }
    V value = value(card);
    if (value != null) {
      set.accept(into, value);
    }
    for (Spelling<V> spelling : spellings) {
      List<ContentLine> lines = spelling.lines(card);
      if (lines.isEmpty()) {
        continue;
      }
      ContentLine first = lines.getFirst();
      if (value == null && !first.value().isBlank()) {
        losses.accept(new Loss(kindOfLoss, field, Evidence.of(first)));
      }
      if (lines.size() > 1) {
        losses.accept(new Loss(LossKind.ONLY_FIRST_KEPT, field, Evidence.of(lines.get(1))));
      }
    }
  }

  private boolean isThere(Card card) {
    for (Spelling<V> spelling : spellings) {
      if (!spelling.lines(card).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable V value(Card card) {
    for (Spelling<V> spelling : spellings) {
      V value = first(spelling, card);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static <V> @Nullable V first(Spelling<V> spelling, Card card) {
    List<ContentLine> lines = spelling.lines(card);
    return lines.isEmpty() ? null : spelling.read(card, lines.getFirst());
  }

  @Override
  public void write(I item, Card card) {
    V wanted = get.apply(item);
    V present = value(card);
    if (Objects.equals(wanted, present)) {
      return;
    }
    if (wanted == null) {
      for (Spelling<V> spelling : spellings) {
        if (first(spelling, card) != null) {
          clear(spelling, card);
        }
      }
      return;
    }
    List<Spelling<V>> places = places(card);
    if (places.isEmpty()) { // a year without month, a gender that Outlook does not know
      add(places, s -> !s.lines(card).isEmpty());
    }
    for (Spelling<V> place : places) {
      ContentLine line = place.lines(card).getFirst();
      card.replace(line, place.write(card, line, wanted));
    }
    if (places.isEmpty()) {
      add(places, s -> s.suits(card));
      places.forEach(s -> s.add(card, wanted));
    }
  }

  /** The spellings that have a value. */
  private List<Spelling<V>> places(Card card) {
    List<Spelling<V>> places = new ArrayList<>(1);
    for (Spelling<V> spelling : spellings) {
      if (first(spelling, card) != null) {
        places.add(spelling);
      }
    }
    return places;
  }

  /** Adds the first one of a kind, if there is one. */
  private void add(List<Spelling<V>> places, Predicate<Spelling<V>> which) {
    for (Spelling<V> spelling : spellings) {
      if (which.test(spelling)) {
        places.add(spelling);
        return;
      }
    }
  }

  /** A second line must not take the place of the one that is cleared. */
  private static <V> void clear(Spelling<V> spelling, Card card) {
    List<ContentLine> lines = spelling.lines(card);
    if (lines.size() == 1) {
      card.remove(lines.getFirst());
    } else {
      card.replace(lines.getFirst(), lines.getFirst().withValue(""));
    }
  }
}
