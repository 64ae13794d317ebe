package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.EventListener;
import org.tandemsync.outlook.automation.EventSet;
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
    running = now;
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
    if (!running) {
      switch (whenClosed) {
        case REFUSE ->
            throw new Automation.UnavailableException(
                Automation.UnavailableException.Why.NOT_RUNNING, "Outlook is not running");
        case START_HIDDEN -> {
          running = true;
          hidden = true;
        }
      }
    }
    sessions++;
    opened++;
    return new Session();
  }

  private final class Session implements Automation, Events {
    private boolean open = true;

    @Override
    public Dispatch application() {
      return outlook.application().dispatch();
    }

    @Override
    public Connection listen(Dispatch source, EventSet events, EventListener listener) {
      return outlook.events().listen(source, events, listener);
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        sessions--;
        if (hidden && sessions == 0) {
          hidden = false;
          running = false;
        }
      }
    }
  }
}
