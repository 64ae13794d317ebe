package org.tandemsync.sync;

/** The name of a link within a ledger, chosen at random. */
public record LinkId(String value) {
  public LinkId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a link id is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
