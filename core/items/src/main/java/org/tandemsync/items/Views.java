package org.tandemsync.items;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The views of a profile as one: shown from the first to the last, understood from the last to the
 * first. The changed occurrences of a series are seen as the series is.
 */
public record Views(List<View> all) {
  /** Everything looks as it is. */
  public static final Views NONE = new Views(List.of());

  private static final String EXCEPTIONS = "exceptions";

  public Views {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What the server is to hold of an item of Outlook. */
  public Item shown(Item item) {
    return ofEach(item, one -> shown(one, item));
  }

  private Item shown(Item item, Item series) {
    Item shown = item;
    for (View view : all) {
      shown = view.shown(shown, series);
    }
    return shown;
  }

  /** What an item of the server is in Outlook. */
  public Item understood(Item item) {
    return ofEach(item, this::understoodAlone);
  }

  private Item understoodAlone(Item item) {
    Item understood = item;
    for (View view : all.reversed()) {
      understood = view.understood(understood);
    }
    return understood;
  }

  /** An item with its changed occurrences, each by itself. */
  private static Item ofEach(Item item, UnaryOperator<Item> change) {
    if (!(item instanceof Appointment series) || series.exceptions().isEmpty()) {
      return change.apply(item);
    }
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (ExceptionalOccurrence e : series.exceptions()) {
      exceptions.add(
          new ExceptionalOccurrence(e.originalStart(), (Appointment) change.apply(e.occurrence())));
    }
    return ((Appointment) change.apply(series)).toBuilder().exceptions(exceptions).build();
  }

  /** Fields whose values never come from the server. */
  public Set<String> hidden(Item item) {
    Set<String> hidden = new LinkedHashSet<>();
    all.forEach(view -> hidden.addAll(view.hidden(item, item)));
    return hidden;
  }

  /** Fields in which the server is to hold exactly what is shown. */
  public Set<String> insists(Item item) {
    Set<String> insists = hidden(item);
    if (item instanceof Appointment a && !a.exceptions().isEmpty() && hidesIn(a)) {
      insists.add(EXCEPTIONS);
    }
    return insists;
  }

  private boolean hidesIn(Appointment series) {
    return series.exceptions().stream()
        .anyMatch(
            e -> all.stream().anyMatch(view -> !view.hidden(e.occurrence(), series).isEmpty()));
  }

  /** Fields that are left alone on both sides in an item as it is. */
  public Set<String> aside(Item item) {
    Set<String> aside = new LinkedHashSet<>();
    all.forEach(view -> aside.addAll(view.aside(item)));
    return aside;
  }

  /** The fields of Outlook that a field of the server follows from. */
  public Set<String> origins(String field) {
    Set<String> origins = new LinkedHashSet<>(Set.of(field));
    all.forEach(view -> origins.addAll(view.origins().getOrDefault(field, Set.of())));
    return origins;
  }

  /** The changed occurrence that replaces the one of this start, if there is one. */
  public static Optional<Appointment> occurrence(Item series, LocalDateTime originalStart) {
    return series instanceof Appointment a
        ? a.exceptions().stream()
            .filter(e -> e.originalStart().equals(originalStart))
            .map(ExceptionalOccurrence::occurrence)
            .findFirst()
        : Optional.empty();
  }
}
