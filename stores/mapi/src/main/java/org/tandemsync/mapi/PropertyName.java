package org.tandemsync.mapi;

import java.util.UUID;

/**
 * The name of a named property: a set, and a number or a text in it.
 *
 * @param number the LID; 0 when it is named by text
 * @param text the text; empty when it is named by number
 */
public record PropertyName(UUID set, int number, String text) implements PropertyKey {

  /**
   * By hand: what Java makes for records is ten times as slow, and each item asks thousands of
   * times.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof PropertyName name
        && number == name.number
        && text.equals(name.text)
        && set.equals(name.set);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * set.hashCode() + number) + text.hashCode();
  }

  public static PropertyName of(UUID set, int number) {
    return new PropertyName(set, number, "");
  }

  public static PropertyName of(UUID set, String text) {
    return new PropertyName(set, 0, text);
  }
}
