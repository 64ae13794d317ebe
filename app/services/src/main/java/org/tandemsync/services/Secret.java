package org.tandemsync.services;

/** A password that does not show itself in messages, logs or debuggers. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The password itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
