package org.tandemsync.sync;

/** What became of one side of a link since that side was last confirmed. */
enum Change {
  /** It holds its base. */
  SAME,
  /** It holds something else in a field that takes part. */
  CHANGED,
  /** The store said so when it was asked directly. */
  ABSENT,
  /** Nobody can say: cut short, unreadable, of another kind. */
  UNKNOWN
}
