package org.tandemsync.sync;

import org.jspecify.annotations.Nullable;

/** Tells the listener what is to be done. */
record Announcements<T>(Setup<T> setup, Tally tally) {

  /** In a plan what would be lost belongs to what would be done. */
  void foretell(Step<T> step) {
    if (!(step instanceof Step.Do<T> doing)) {
      announce(step);
      return;
    }
    Losses<T> losses = new Losses<>(setup, doing);
    losses.reading();
    for (Side side : Side.values()) {
      Effect<T> effect = doing.intent().on(side);
      if (effect != null) {
        losses.writing(side, setup.store(side).losses(effect));
      }
    }
    Action action = losses.action();
    if (action != null) {
      tally.lost(losses.tell(action));
    }
    announce(action);
    announce(doing.alsoHeld());
  }

  void announce(Step<T> step) {
    switch (step) {
      case Step.Do<T> doing -> {
        announce(doing.action());
        announce(doing.alsoHeld());
      }
      case Step.Forget<T> forget -> announce(forget.action());
      case Step.Hold<T> hold -> announce(hold.action());
      case Step.Nothing<T> _ -> {}
    }
  }

  void announce(@Nullable Action action) {
    if (action != null) {
      setup.listener().planned(action);
      if (action instanceof Action.Hold hold) {
        tally.held(hold);
      }
    }
  }
}
