package org.tandemsync.items;

/** The four kinds of item, each with the name that users see in JSON and in messages. */
public enum ItemType {
  APPOINTMENT("appointment"),
  TASK("task"),
  CONTACT("contact"),
  DISTRIBUTION_LIST("list");

  private final String label;

  ItemType(String label) {
    this.label = label;
  }

  /** The word for this kind in JSON and messages. */
  public String label() {
    return label;
  }
}
