package org.tandemsync.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine knows of an item. Field names are those that users read. Every method is a
 * pure function, and sees only the fields that the profile includes.
 *
 * @param <T> the item
 */
public interface ItemKind<T> {

  /** The included fields of items like this one, in order. */
  Set<String> fields(T like);

  /**
   * The included fields in which two items differ, in the order of the fields.
   *
   * @param before what was known
   * @param now what is to be said: fields that it leaves {@link #aside} do not differ
   */
  Set<String> differing(T before, T now);

  /** {@code onto} with the named fields taken from {@code from}. */
  T overlay(T onto, T from, Set<String> fields);

  /**
   * An item of the same type with every field at its default: the base of a first meeting, where a
   * value beats nothing, lists unite, and different values clash.
   */
  T blank(T like);

  /**
   * The three-way merge of items that are put in the same words. Fields that are left {@link
   * #aside} take part like any other.
   *
   * @param winner whose value wins a clash; null: nobody, both keep what they have
   */
  Merged<T> merge(T leftBase, T left, T rightBase, T right, @Nullable Side winner);

  /**
   * What an item that was read counts as holding. Servers and other programs drop what they do not
   * know; that is no removal, and nothing of it may be removed on the other side.
   *
   * @param base what the side was last confirmed to hold
   */
  default T stillHeld(Side side, T base, Replica<T> read) {
    return read.item();
  }

  /**
   * What of an item that was read counts, where a side may not change all of it. What does not
   * count stays there, is not brought to the other side, and is named in the losses.
   *
   * @param base what the side was last confirmed to hold
   */
  default Replica<T> permitted(Side side, T base, Replica<T> read) {
    return read;
  }

  /** The item without what the profile does not include: what a create sends to the other side. */
  T visible(T item);

  /** How the sides put the same thing. */
  default Wording<T> wording() {
    return Wording.same();
  }

  /**
   * The fields that are left alone in an item as it is now, on both sides: a reminder long past.
   */
  default Set<String> aside(T now) {
    return Set.of();
  }

  /**
   * What is written into an item: {@code wanted}, but what does not take part within a field is as
   * {@code held} has it.
   */
  default T written(T wanted, T held) {
    return wanted;
  }

  /** Whether some items of this side may not take part. */
  default boolean selects(Side side) {
    return false;
  }

  /**
   * Whether an item that is not linked takes part. One that does not is never made on the other
   * side and never deleted as superfluous, but it may be the partner of an item there.
   */
  default boolean includes(Side side, T item) {
    return true;
  }

  /**
   * The day on which an item that does not take part will do so without having changed; empty if it
   * never will.
   */
  default Optional<LocalDate> joins(Side side, T item) {
    return Optional.empty();
  }

  /** Whether such a day has come. */
  default boolean hasCome(LocalDate day) {
    return true;
  }

  /** Whether {@link #leaves} may ever say something. */
  default boolean letsLeave() {
    return false;
  }

  /**
   * Why a change that somebody made in Outlook takes the item away from the server, in plain words;
   * empty if it does not.
   *
   * @param base what the item was last confirmed to hold
   */
  default Optional<String> leaves(T base, T now) {
    return Optional.empty();
  }

  /**
   * Whether two items of both sides may be declared to be one: what they hold can be brought
   * together without making another thing of either.
   */
  default boolean mayBeOne(T left, T right) {
    return fields(left).equals(fields(right));
  }

  /** The identity that both sides may share, or empty. */
  Optional<String> uid(T item);

  T withUid(T item, String uid);

  /**
   * What makes two unlinked items the same thing in the eyes of a person (subject and times; name
   * and mail), or empty if the item has too little of it to be matched by content.
   */
  Optional<String> contentKey(T item);

  /**
   * What speaks for it that two items are one although a part of them was changed: each name, each
   * address. Two that share none of these are not one because an id of a store was given to both.
   * Empty if the item has nothing of the kind; then nothing speaks against it.
   */
  default Set<String> signs(T item) {
    return Set.of();
  }

  /**
   * Whether hardly two items share one of {@link #signs}: a name, a mail address. The telephone
   * number of an office and a day are shared by many.
   */
  default boolean isRare(String sign) {
    return true;
  }

  /** Whether a field is included; what is left out on purpose is no loss. */
  default boolean takesPart(String field) {
    return true;
  }

  /**
   * The values of fields as texts, for the record.
   *
   * @param left what Outlook has, or what is shown of it
   */
  List<Merged.FieldClash> values(Set<String> fields, T left, T right);

  /**
   * Whether a linked item takes no part any more: nothing becomes of it, nor of its absence on one
   * side, until it does again.
   *
   * @param base what was last confirmed of it
   */
  default boolean rests(T base) {
    return false;
  }

  /**
   * Whether it names other items of its collection: it is made last, when they are there. Outlook's
   * lists can only point at contacts that exist.
   */
  default boolean namesOthers(T item) {
    return false;
  }

  /** What a person would call the item. */
  String title(T item);

  /** When the item was changed by the clock of its own side, if known. For "newest wins" only. */
  Optional<Instant> modified(T item);
}
