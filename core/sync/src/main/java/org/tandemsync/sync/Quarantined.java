package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/**
 * An item, or a pair, that failed. It is tried again after pauses that grow, or as soon as it
 * changes.
 *
 * @param left what the left side held when it failed last
 * @param right what the right side held then
 * @param reason why it failed last, with the offending line where there is one
 * @param rest whether it is left alone now
 * @param when in words, when it is tried again
 */
public record Quarantined(
    Held.Sight left, Held.Sight right, String title, String reason, Rest rest, String when) {

  /** Whether something that failed is tried now. */
  public enum Rest {
    /** Its pause is over. */
    DUE,
    /** It is left alone for a while, unless it changes. */
    RESTING,
    /** Somebody wants it to be left alone without a word. */
    IGNORED
  }

  /** Which item or pair. */
  public record Key(@Nullable ItemId left, @Nullable ItemId right) {}

  public Key key() {
    return new Key(left.id(), right.id());
  }

  String why() {
    return reason + " (" + when + ")";
  }
}
