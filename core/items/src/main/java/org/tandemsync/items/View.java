package org.tandemsync.items;

import java.util.Map;
import java.util.Set;

/**
 * An option that changes how items look to the server. Knows one item at a time; of a series {@link
 * Views} asks for each changed occurrence too. Pure: what it depends on (a clock, Outlook's list of
 * categories) are values of its own.
 */
public interface View {

  /**
   * What the server is to hold of an item of Outlook.
   *
   * @param series the series of which {@code item} is an occurrence, or {@code item} itself
   */
  default Item shown(Item item, Item series) {
    return item;
  }

  /** What an item of the server is in Outlook. */
  default Item understood(Item item) {
    return item;
  }

  /** Fields of an item of Outlook whose values never come from the server. */
  default Set<String> hidden(Item item, Item series) {
    return Set.of();
  }

  /** Fields that are left alone on both sides in an item as it is. */
  default Set<String> aside(Item item) {
    return Set.of();
  }

  /** Fields of the server that follow from others of Outlook than the one of the same name. */
  default Map<String, Set<String>> origins() {
    return Map.of();
  }
}
