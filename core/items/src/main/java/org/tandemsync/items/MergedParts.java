package org.tandemsync.items;

import java.util.Collection;
import java.util.Map;

/**
 * What comes of the parts of a field that both sides changed.
 *
 * @param left what Outlook should hold, by key
 * @param right what the server should hold
 * @param clashedLeft what Outlook has of the parts that both changed differently; an empty text for
 *     one that it has not
 * @param clashedRight the same of the server
 */
record MergedParts(
    Map<Object, Object> left,
    Map<Object, Object> right,
    Collection<Object> clashedLeft,
    Collection<Object> clashedRight) {

  /** The same with the sides exchanged. */
  MergedParts mirrored() {
    return new MergedParts(right, left, clashedRight, clashedLeft);
  }
}
