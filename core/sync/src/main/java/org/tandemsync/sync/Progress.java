package org.tandemsync.sync;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one step while its batch is under way. */
final class Progress<T> {
  final Step.Do<T> step;
  Intent<T> intent;
  final Map<Side, Applied<T>> applied = new EnumMap<>(Side.class);

  /** Sides on which the effect may have been carried out, and somebody may have edited it since. */
  final Set<Side> perhaps = EnumSet.noneOf(Side.class);

  final Losses<T> losses;
  @Nullable String trouble;
  boolean postponed;

  /** Nobody knows what became of it: the next run looks. */
  boolean open;

  /** The identity of a create was. */
  boolean taken;

  Progress(Setup<T> setup, Step.Do<T> step) {
    this.step = step;
    this.intent = step.intent();
    this.losses = new Losses<>(setup, step);
  }
}
