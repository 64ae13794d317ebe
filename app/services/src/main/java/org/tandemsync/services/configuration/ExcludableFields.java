package org.tandemsync.services.configuration;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.ItemType;

/** Which fields a profile may leave out: those without which an item is still the same thing. */
public final class ExcludableFields {
  private ExcludableFields() {}

  /** The names for one type of item, in the order of the fields. */
  public static Set<String> of(ItemType type) {
    Set<String> names = new LinkedHashSet<>(Fields.of(type).names());
    names.removeAll(
        switch (type) {
          case APPOINTMENT -> Set.of("subject", "timing", "recurrence", "exceptions");
          case TASK -> Set.of("subject");
          case CONTACT -> Set.of("name", "full-name");
          case DISTRIBUTION_LIST -> Set.of("name", "members");
        });
    return names;
  }

  static Set<String> of(Family family) {
    Set<String> names = new LinkedHashSet<>();
    family.types().stream().sorted().forEach(t -> names.addAll(of(t)));
    return names;
  }
}
