package org.tandemsync.dav.client;

/** What must hold for a write to happen (RFC 9110 13.1). */
public sealed interface Condition {

  /** Nothing. Only after what is there was looked at and there is no strong tag. */
  record None() implements Condition {}

  /** Only if nothing is there. */
  record NothingThere() implements Condition {}

  /**
   * Only if it still has this tag, a strong one.
   *
   * @param quoted as the RFC has it; mail.ru wants it without quotes
   */
  record Unchanged(ETag tag, boolean quoted) implements Condition {
    public Unchanged(ETag tag) {
      this(tag, true);
    }

    public Unchanged {
      if (tag.weak()) {
        throw new IllegalArgumentException("a weak tag proves nothing: " + tag);
      }
    }
  }

  /**
   * Only if nothing but answers of attendees has changed (RFC 6638 3.2.10), which the server keeps.
   *
   * @param tag as the server gave it
   */
  record SameSchedule(String tag) implements Condition {}
}
