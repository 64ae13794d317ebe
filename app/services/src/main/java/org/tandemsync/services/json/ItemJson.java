package org.tandemsync.services.json;

import org.tandemsync.items.Item;

/** Items as JSON, on one line, always the same for equal items. */
public final class ItemJson {
  private ItemJson() {}

  /** {@code {"kind":"appointment","subject":...}}. */
  public static String write(Item item) {
    throw new UnsupportedOperationException();
  }

  /**
   * The item again. Fields that are not there have their defaults, unknown ones are passed over.
   *
   * @throws IllegalArgumentException if it is none, saying where
   */
  public static Item read(String json) {
    throw new UnsupportedOperationException();
  }
}
