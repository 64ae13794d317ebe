package org.tandemsync.sync;

/**
 * What changes whenever the item changes: an ETag, a change key, a content hash. Compared for
 * equality only.
 */
public record Revision(String value) {
  public Revision {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a revision is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
