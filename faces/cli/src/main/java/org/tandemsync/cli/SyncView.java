package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.ProgressBar;
import org.tandemsync.services.ActionIds;
import org.tandemsync.services.ActionLine;
import org.tandemsync.services.PendingLosses;
import org.tandemsync.services.Reports;
import org.tandemsync.services.json.LossLine;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.RunListener;
import org.tandemsync.sync.Side;

/** Shows a sync while it goes on, and keeps a little of what needs attention for its end. */
final class SyncView implements RunListener {
  private static final int NAMED = 3;
  private static final int REASONS = 10;

  private final String profile;
  private final Session session;
  private final ProgressBar bar;
  private final Map<String, Group> attention = new LinkedHashMap<>();
  private final PendingLosses pending = new PendingLosses();
  private final @Nullable ActionIds ids;
  private int otherReasons;

  /** Items that need attention for the same reason; only the first are named. */
  private static final class Group {
    private final List<String> titles = new ArrayList<>();
    private int count;
  }

  SyncView(String profile, Session session, ProgressBar bar) {
    this.profile = profile;
    this.session = session;
    this.bar = bar;
    this.ids = session.json() ? ActionIds.of(profile, session.application().ledgers()) : null;
  }

  @Override
  public void expecting(int items) {
    bar.expecting(items);
  }

  @Override
  public void progressed() {
    bar.step();
  }

  @Override
  public void planned(Action action) {
    if (action instanceof Action.Hold || action instanceof Action.AskConflict) {
      ActionLine line = ActionLine.of(action);
      note(
          line.isLeftAlone() ? "left alone" : line.action().equals("hold") ? "held" : "conflict",
          line.title(),
          ActionRows.details(line));
      show(Reports.Outcome.LEFT, action, line, "");
    }
  }

  @Override
  public void lost(Action action, Side side, List<Lost> losses) {
    pending.add(side, losses);
  }

  @Override
  public void done(Action action) {
    show(Reports.Outcome.DONE, action, ActionLine.of(action), "");
  }

  @Override
  public void failed(Action action, String reason) {
    ActionLine line = ActionLine.of(action);
    note("failed", line.title(), reason);
    show(Reports.Outcome.FAILED, action, line, reason);
  }

  @Override
  public void left(Action action, String reason) {
    ActionLine line = ActionLine.of(action);
    note("left for the next run", line.title(), reason);
    show(Reports.Outcome.LEFT, action, line, reason);
  }

  private void note(String what, String title, String reason) {
    String key = what + "\n" + reason;
    Group group = attention.get(key);
    if (group == null) {
      if (attention.size() == REASONS) {
        otherReasons++;
        return;
      }
      group = new Group();
      attention.put(key, group);
    }
    group.count++;
    if (group.titles.size() < NAMED) {
      group.titles.add("'" + ActionRows.titled(title) + "'");
    }
  }

  private void show(Reports.Outcome outcome, Action action, ActionLine line, String reason) {
    List<LossLine> losses = pending.take();
    if (ids != null) {
      session.print(
          ActionRows.json(profile, action, ids, line, losses)
              .text("outcome", outcome.label())
              .text("reason", reason));
    } else if (session.verbose()) {
      bar.wipe();
      session.say(
          "  "
              + (outcome == Reports.Outcome.FAILED ? "failed to " : "")
              + line.shown()
              + Tally.where(line.side())
              + ": "
              + ActionRows.titled(line.title())
              + (reason.isEmpty() ? "" : " - " + reason));
      losses.forEach(loss -> session.say("    " + loss.shown()));
    }
  }

  /** Says what needs attention, one line for each reason. */
  void attention(long run) {
    attention.forEach(
        (key, group) -> {
          int cut = key.indexOf('\n');
          int unnamed = group.count - group.titles.size();
          session.say(
              "  "
                  + key.substring(0, cut)
                  + ": "
                  + String.join(", ", group.titles)
                  + (unnamed == 0 ? "" : " and " + unnamed + " more")
                  + " - "
                  + key.substring(cut + 1));
        });
    if (otherReasons > 0) {
      session.say("  and " + otherReasons + " more: tandem report " + run);
    }
  }
}
