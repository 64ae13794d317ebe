package org.tandemsync.mapi;

import java.util.UUID;

/**
 * The name of a named property: a set, and a number or a text in it.
 *
 * @param number the LID; 0 when it is named by text
 * @param text the text; empty when it is named by number
 */
public record PropertyName(UUID set, int number, String text) implements PropertyKey {

  public static PropertyName of(UUID set, int number) {
    return new PropertyName(set, number, "");
  }

  public static PropertyName of(UUID set, String text) {
    return new PropertyName(set, 0, text);
  }
}
