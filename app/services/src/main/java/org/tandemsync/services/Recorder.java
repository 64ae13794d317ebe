package org.tandemsync.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;

/** Writes into the report what a run tells, and passes it on. */
final class Recorder implements RunListener {
  private static final int BATCH = 200;

  /** Only the ledger takes note of these: nothing that a person would look for. */
  private static final Set<String> SILENT = Set.of("adopt", "forget");

  private final Reports reports;
  private final long run;
  private final Surroundings surroundings;
  private final RunListener listener;
  private final List<Reports.Entry> pending = new ArrayList<>();
  private final PendingLosses pendingLosses = new PendingLosses();

  Recorder(Reports reports, long run, Surroundings surroundings, RunListener listener) {
    this.reports = reports;
    this.run = run;
    this.surroundings = surroundings;
    this.listener = listener;
  }

  @Override
  public void expecting(int items) {
    listener.expecting(items);
  }

  @Override
  public void planned(Action action) {
    if (action instanceof Action.Hold || action instanceof Action.AskConflict) {
      note(Reports.Outcome.LEFT, action, "");
    }
    listener.planned(action);
  }

  @Override
  public void lost(Action action, Side side, List<Lost> losses) {
    pendingLosses.add(side, losses);
    listener.lost(action, side, losses);
  }

  @Override
  public void done(Action action) {
    note(Reports.Outcome.DONE, action, "");
    listener.done(action);
  }

  @Override
  public void failed(Action action, String reason) {
    note(Reports.Outcome.FAILED, action, reason);
    listener.failed(action, reason);
  }

  @Override
  public void left(Action action, String reason) {
    note(Reports.Outcome.LEFT, action, reason);
    listener.left(action, reason);
  }

  @Override
  public void progressed() {
    listener.progressed();
  }

  private void note(Reports.Outcome outcome, Action action, String reason) {
    ActionLine line = ActionLine.of(action);
    List<LossLine> losses = pendingLosses.take();
    boolean silent = outcome == Reports.Outcome.DONE && SILENT.contains(line.action());
    if (silent && losses.isEmpty()) {
      return;
    }
    pending.add(new Reports.Entry(surroundings.clock().instant(), outcome, line, reason, losses));
    if (pending.size() >= BATCH) {
      flush();
    }
  }

  void flush() {
    reports.add(run, pending);
    pending.clear();
  }
}
