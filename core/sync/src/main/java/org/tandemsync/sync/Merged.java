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
 */
public record Merged<T>(
    T left,
    T right,
    Set<String> toLeft,
    Set<String> toRight,
    Set<String> agreed,
    List<FieldClash> clashes) {

  /** A field that both sides changed to different values, shown as texts. */
  public record FieldClash(String field, String left, String right) {}
}
