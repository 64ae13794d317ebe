package org.tandemsync.sync;

/** The two sides of a profile: left is always Outlook, right is always the server. */
public enum Side {
  LEFT("outlook"),
  RIGHT("server");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  public Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }

  /** The word for this side in JSON and messages. */
  public String label() {
    return label;
  }

  /** "in Outlook" or "on the server". */
  public String place() {
    return switch (this) {
      case LEFT -> "in Outlook";
      case RIGHT -> "on the server";
    };
  }
}
