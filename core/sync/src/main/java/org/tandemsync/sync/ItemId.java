package org.tandemsync.sync;

/** How a store names one of its items: an href, an entry id, a file name. Opaque to the engine. */
public record ItemId(String value) {
  public ItemId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an item id is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
