package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Events;

/** A machine with the stand-in: somebody may have it open, or not. */
public final class StandInMachine implements Automation.Opener {
  private final StandIn outlook;
  private boolean running = true;
  private boolean hidden;
  private int sessions;
  private int opened;

  public StandInMachine(StandIn outlook) {
    this.outlook = outlook;
  }

  /** Somebody opens or closes Outlook. */
  public void running(boolean now) {
    if (running && !now) {
      outlook.quit();
    } else if (now) {
      outlook.restart();
    }
    running = now;
  }

  /** Outlook breaks down, without a word. */
  public void crash() {
    outlook.end();
    running = false;
  }

  public boolean isRunning() {
    return running;
  }

  /** How many sessions are open. */
  public int sessions() {
    return sessions;
  }

  /** How many sessions were opened so far. */
  public int opened() {
    return opened;
  }

  @Override
  public Automation open(Automation.WhenClosed whenClosed) throws Automation.UnavailableException {
    boolean starts = !running;
    if (starts) {
      switch (whenClosed) {
        case REFUSE ->
            throw new Automation.UnavailableException(
                Automation.UnavailableException.Why.NOT_RUNNING, "Outlook is not running");
        case START_HIDDEN -> {
          running(true);
          hidden = true;
        }
      }
    }
    sessions++;
    opened++;
    return new Session(starts);
  }

  private final class Session implements Automation {
    private boolean open = true;
    private final boolean startedIt;

    Session(boolean startedIt) {
      this.startedIt = startedIt;
    }

    @Override
    public Dispatch application() {
      return outlook.application().dispatch();
    }

    @Override
    public Events events() {
      return outlook.events();
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        sessions--;
        if (startedIt && hidden) {
          hidden = false;
          running(false);
        }
      }
    }
  }
}
