package org.tandemsync.items;

import java.util.Set;

/** Types of item that live together in one folder or collection. A profile keeps one family. */
public enum Family {
  EVENTS("events", Set.of(ItemType.APPOINTMENT)),
  TASKS("tasks", Set.of(ItemType.TASK)),
  CONTACTS("contacts", Set.of(ItemType.CONTACT, ItemType.DISTRIBUTION_LIST));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<ItemType> types;

  Family(String label, Set<ItemType> types) {
    this.label = label;
    this.types = types;
  }

  /** The word for this family in JSON, configuration and messages. */
  public String label() {
    return label;
  }

  public Set<ItemType> types() {
    return types;
  }
}
