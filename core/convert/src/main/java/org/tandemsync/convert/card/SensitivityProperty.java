package org.tandemsync.convert.card;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Sensitivity;

/**
 * CLASS (RFC 2426 3.7.1; vCard 4 dropped it, clients did not). An unknown word is private;
 * Outlook's own word for personal is X-PERSONAL. A card without CLASS gets none while it is public.
 */
record SensitivityProperty<I, B>(Function<I, Sensitivity> get, BiConsumer<B, Sensitivity> set)
    implements CardProperty<I, B> {
  private static final String NAME = "CLASS";

  @Override
  public Set<String> fields() {
    return Set.of("sensitivity");
  }

  @Override
  public void read(Card card, B into, Consumer<Loss> losses) {
    set.accept(into, sensitivity(card));
  }

  private static Sensitivity sensitivity(Card card) {
    return switch (card.text(NAME).strip().toUpperCase(Locale.ROOT)) {
      case "", "PUBLIC" -> Sensitivity.NORMAL;
      case "X-PERSONAL" -> Sensitivity.PERSONAL;
      case "CONFIDENTIAL" -> Sensitivity.CONFIDENTIAL;
      default -> Sensitivity.PRIVATE;
    };
  }

  @Override
  public void write(I item, Card card) {
    Sensitivity wanted = get.apply(item);
    if (sensitivity(card) == wanted) {
      return;
    }
    String word =
        switch (wanted) {
          case NORMAL -> "PUBLIC";
          case PERSONAL -> "X-PERSONAL";
          case PRIVATE -> "PRIVATE";
          case CONFIDENTIAL -> "CONFIDENTIAL";
        };
    ContentLine line = card.first(NAME);
    if (line == null) {
      card.add(ContentLine.of(NAME, word));
    } else {
      card.replace(line, line.withValue(word));
    }
  }
}
