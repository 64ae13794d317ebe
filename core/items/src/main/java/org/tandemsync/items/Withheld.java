package org.tandemsync.items;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What does not take part within the changed occurrences of a series: the fields that the profile
 * leaves out, and those that are left alone just now. In an occurrence too they stay as they are on
 * both sides.
 */
public record Withheld(Projection projection, Views views) {

  private Set<String> of(Appointment occurrence) {
    Set<String> fields = new LinkedHashSet<>(Fields.of(ItemType.APPOINTMENT).names());
    fields.removeAll(projection.fields(ItemType.APPOINTMENT));
    fields.addAll(views.aside(occurrence));
    return fields;
  }

  /** Whether there is anything to withhold in this item. */
  private boolean concerns(Item item) {
    return item instanceof Appointment a
        && !a.exceptions().isEmpty()
        && (!views.isEmpty()
            || projection.fields(ItemType.APPOINTMENT).size()
                < Fields.of(ItemType.APPOINTMENT).names().size());
  }

  /** The item with what is withheld in its occurrences at its default, to be compared or merged. */
  public Item plain(Item item) {
    return concerns(item) ? filledFrom((Appointment) item, null) : item;
  }

  /** The item with what is withheld in its occurrences as {@code held} has it. */
  public Item filled(Item wanted, Item held) {
    return concerns(wanted) && held instanceof Appointment a
        ? filledFrom((Appointment) wanted, a)
        : wanted;
  }

  private Item filledFrom(Appointment item, @Nullable Appointment held) {
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (ExceptionalOccurrence e : item.exceptions()) {
      Item from =
          held == null
              ? Fields.of(ItemType.APPOINTMENT).blank()
              : Views.occurrence(held, e.originalStart()).orElse(held);
      exceptions.add(
          new ExceptionalOccurrence(
              e.originalStart(),
              (Appointment) Projection.overlay(e.occurrence(), from, of(e.occurrence()))));
    }
    return item.toBuilder().exceptions(exceptions).build();
  }
}
