package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.ExceptionalOccurrence;
import org.tandemsync.items.Item;
import org.tandemsync.items.Views;
import org.tandemsync.sync.Crossing;
import org.tandemsync.sync.Wording;

/** The views of a profile, as the engine asks for them. */
record ItemWording(ItemsKind kind) implements Wording<Item> {

  private Views views() {
    return kind.views();
  }

  @Override
  public Item shown(Item left) {
    return views().shown(left);
  }

  @Override
  public Item understood(Item right) {
    return views().understood(right);
  }

  /**
   * A changed occurrence is complete: what it has from its series on the server means what the
   * series has in Outlook, and what is hidden there stays as Outlook has it.
   */
  @Override
  public Item understood(Item leftBase, Item left, Item rightBase, Item right) {
    Item understood = views().understood(right);
    if (!(right instanceof Appointment series)
        || series.exceptions().isEmpty()
        || !(left instanceof Appointment here)
        || !(leftBase instanceof Appointment before)
        || !(rightBase instanceof Appointment there)) {
      return understood;
    }
    // Bases of a first meeting hold nothing.
    boolean first = there.recurrence() == null || before.recurrence() == null;
    Appointment hereBase = first ? here : before;
    Appointment thereBase = first ? (Appointment) views().shown(here) : there;
    List<ExceptionalOccurrence> exceptions = new ArrayList<>();
    for (ExceptionalOccurrence e : series.exceptions()) {
      Item lifted =
          new Crossing<>(
                  kind,
                  occurrence(hereBase, e),
                  occurrence(here, e),
                  occurrence(thereBase, e),
                  e.occurrence(),
                  Set.of())
              .lifted();
      exceptions.add(new ExceptionalOccurrence(e.originalStart(), (Appointment) lifted));
    }
    return ((Appointment) understood).toBuilder().exceptions(exceptions).build();
  }

  /** The occurrence as it is in a series: changed already, or as the series has it. */
  private static Item occurrence(Appointment series, ExceptionalOccurrence like) {
    return Views.occurrence(series, like.originalStart())
        .orElseGet(() -> series.toBuilder().recurrence(null).exceptions(List.of()).build());
  }

  @Override
  public Set<String> insists(Item left) {
    return views().insists(left);
  }

  @Override
  public Set<String> outward(Item left) {
    return views().hidden(left);
  }

  @Override
  public Set<String> origins(String field) {
    return views().origins(field);
  }
}
