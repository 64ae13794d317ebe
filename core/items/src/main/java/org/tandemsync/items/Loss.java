package org.tandemsync.items;

/**
 * A value that a conversion could not carry. What it came from keeps it.
 *
 * @param kind what kind of loss
 * @param field of the item, named as in {@link Fields}; "uid" for its identity
 * @param detail the value and what became of it, in plain words, as far as it is short
 */
public record Loss(LossKind kind, String field, String detail) {

  /** The name of its kind. */
  public String code() {
    return kind.code();
  }
}
