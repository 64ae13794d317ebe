package org.tandemsync.sync;

/**
 * Two items that belong to no link, one on each side, that somebody has declared to be one. The
 * next run links them; from then on the link says so, and the declaration is gone: ids are given
 * again, and a declaration that is kept would some day be about other items.
 *
 * <p>Declarations about the same ids are equal, whatever the items were.
 *
 * @param ofLeft what the item of the left side was then
 * @param ofRight what the item of the right side was then
 */
public record Declared(ItemId left, ItemId right, Mark ofLeft, Mark ofRight) {

  /**
   * What an item was when it was declared to be another one. It tells it from one to which its id
   * was given again, and finds it where it has another id.
   *
   * @param uid "" if it had none, or that is not known
   * @param birthmark see {@link Replica}; "" if it is not known
   */
  public record Mark(String uid, String birthmark) {
    public static final Mark UNKNOWN = new Mark("", "");

    /** That of an item as it is now. */
    static <T> Mark of(ItemKind<T> kind, Replica<T> item) {
      return new Mark(kind.uid(item.item()).orElse(""), item.birthmark());
    }

    /** Whether an item that has this one now can be the one that had this one then. */
    boolean fits(Mark now) {
      return birthmark.isEmpty() || now.birthmark.isEmpty()
          ? uid.isEmpty() || uid.equals(now.uid)
          : birthmark.equals(now.birthmark);
    }
  }

  /** Of items of which only the ids are known. */
  public Declared(ItemId left, ItemId right) {
    this(left, right, Mark.UNKNOWN, Mark.UNKNOWN);
  }

  /** Of two items as they are now. */
  public static <T> Declared of(ItemKind<T> kind, Replica<T> left, Replica<T> right) {
    return new Declared(left.id(), right.id(), Mark.of(kind, left), Mark.of(kind, right));
  }

  /** The id of the item of one side. */
  public ItemId id(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** What the item of one side was when it was declared. */
  Mark mark(Side side) {
    return side == Side.LEFT ? ofLeft : ofRight;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Declared that && left.equals(that.left) && right.equals(that.right);
  }

  @Override
  public int hashCode() {
    return 31 * left.hashCode() + right.hashCode();
  }
}
