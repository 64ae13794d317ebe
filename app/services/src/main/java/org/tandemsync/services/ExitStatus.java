package org.tandemsync.services;

/** How a command ended, for people, scripts and schedulers. */
public enum ExitStatus {
  DONE(0, "done"),
  /** It ran, and something needs a person: a failed item, a conflict, something held. */
  ATTENTION(1, "attention"),
  COULD_NOT_RUN(2, "could-not-run");

  private final int code;
  private final String label;

  ExitStatus(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The exit status of the process. */
  public int code() {
    return code;
  }

  /** The word for this in JSON. */
  public String label() {
    return label;
  }

  /** The worse of two: what a command over several profiles ends with. */
  public ExitStatus and(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
