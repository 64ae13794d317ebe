package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Loss;

/** FN, and the family name of N, where iCloud repeats it. */
final class GroupName implements CardProperty<DistributionList, DistributionList.Builder> {
  private static final String NAMELESS = "Unnamed";

  @Override
  public Set<String> fields() {
    return Set.of("name");
  }

  @Override
  public void read(Card card, DistributionList.Builder into, Consumer<Loss> losses) {
    into.name(name(card));
  }

  private static String name(Card card) {
    String shown = card.text("FN");
    ContentLine name = card.first("N");
    return shown.isBlank() && name != null
        ? String.join(
            ",", card.components(name).stream().limit(3).filter(p -> !p.isBlank()).toList())
        : shown;
  }

  @Override
  public void write(DistributionList item, Card card) {
    String present = name(card);
    if (item.name().isBlank() && present.isBlank() && !card.isNew()) {
      return;
    }
    String wanted = item.name().isBlank() ? NAMELESS : item.name();
    if (present.stripTrailing().equals(wanted.stripTrailing())) {
      return;
    }
    card.put("FN", wanted);
    ContentLine name = card.first("N");
    if (name != null && (present.isEmpty() || card.components(name).getFirst().equals(present))) {
      List<@Nullable String> changed = new ArrayList<>();
      changed.add(wanted);
      card.replace(name, card.withComponents(name, changed));
    }
  }
}
