package org.tandemsync.items;

import java.util.Map;

/**
 * Sensitivities that the server calls differently.
 *
 * @param shown what is sent for what Outlook has
 * @param understood what Outlook gets for what the server has
 */
public record Confidentiality(
    Map<Sensitivity, Sensitivity> shown, Map<Sensitivity, Sensitivity> understood) implements View {

  public Confidentiality {
    shown = Map.copyOf(shown);
    understood = Map.copyOf(understood);
  }

  /** Whether both sides call everything the same. */
  public boolean isEmpty() {
    return shown.isEmpty() && understood.isEmpty();
  }

  @Override
  public Item shown(Item item, Item series) {
    return changed(item, shown);
  }

  @Override
  public Item understood(Item item) {
    return changed(item, understood);
  }

  private static Item changed(Item item, Map<Sensitivity, Sensitivity> by) {
    return switch (item) {
      case Appointment a -> {
        Sensitivity to = by.getOrDefault(a.sensitivity(), a.sensitivity());
        yield to == a.sensitivity() ? a : a.toBuilder().sensitivity(to).build();
      }
      case Task t -> {
        Sensitivity to = by.getOrDefault(t.sensitivity(), t.sensitivity());
        yield to == t.sensitivity() ? t : t.toBuilder().sensitivity(to).build();
      }
      case Contact c -> c;
      case DistributionList l -> l;
    };
  }
}
