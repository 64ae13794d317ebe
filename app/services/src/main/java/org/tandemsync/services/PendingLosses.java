package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Side;

/** Keeps the losses that a run tells of until it tells of the action that they belong to. */
public final class PendingLosses {
  private final List<LossLine> pending = new ArrayList<>();

  public void add(Side side, List<Lost> losses) {
    pending.addAll(LossLine.of(side.label(), losses));
  }

  /** Those of the action that is told of now. */
  public List<LossLine> take() {
    List<LossLine> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }
}
