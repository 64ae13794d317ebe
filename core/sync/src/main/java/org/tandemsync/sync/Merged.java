package org.tandemsync.sync;

import java.util.List;
import java.util.Set;

/**
 * Two items brought together.
 *
 * @param left what the left side should hold
 * @param right what the right side should hold
 * @param toLeft the fields in which {@code left} differs from what the left side holds
 * @param toRight the fields in which {@code right} differs from what the right side holds
 * @param agreed the fields on which the sides agree once they hold {@code left} and {@code right};
 *     a clash that nobody won is not among them
 * @param clashes the fields that both sides changed differently
 * @param overwritten what somebody wrote on the server into fields that travel outward only
 * @param reworded fields that nobody changed, but that are put differently than before
 */
public record Merged<T>(
    T left,
    T right,
    Set<String> toLeft,
    Set<String> toRight,
    Set<String> agreed,
    List<FieldClash> clashes,
    List<FieldClash> overwritten,
    Set<String> reworded) {

  /** Of items that are put in the same words. */
  public Merged(
      T left,
      T right,
      Set<String> toLeft,
      Set<String> toRight,
      Set<String> agreed,
      List<FieldClash> clashes) {
    this(left, right, toLeft, toRight, agreed, clashes, List.of(), Set.of());
  }

  /** A field that both sides changed to different values, shown as texts. */
  public record FieldClash(String field, String left, String right) {}
}
