package org.tandemsync.sync;

import java.util.Map;

/**
 * What a person has decided about a conflict. It is bound to the values that were shown: if either
 * side holds another one when it is carried out, it is void, and the person is asked again.
 *
 * @param left what the left side held then
 * @param right what the right side held then
 * @param choices for each decided field the side whose value counts
 */
public record Decision<T>(LinkId link, T left, T right, Map<String, Side> choices) {
  public Decision {
    choices = Map.copyOf(choices);
  }
}
