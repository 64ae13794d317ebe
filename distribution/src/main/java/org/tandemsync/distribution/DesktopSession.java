package org.tandemsync.distribution;

import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.services.configuration.OutlookStart;

/** A session with Outlook and how many use it. Not safe for threads. */
final class DesktopSession {
  private final Automation automation;
  private final Application application;
  private int users;
  private boolean abandoned;
  private boolean closed;

  private DesktopSession(Automation automation, Application application) {
    this.automation = automation;
    this.application = application;
  }

  static DesktopSession open(Automation.Opener opener, OutlookStart start)
      throws Automation.UnavailableException {
    Automation automation =
        opener.open(
            switch (start) {
              case WAIT -> Automation.WhenClosed.REFUSE;
              case HIDDEN -> Automation.WhenClosed.START_HIDDEN;
            });
    boolean done = false;
    try {
      DesktopSession session =
          new DesktopSession(automation, new Application(automation.application()));
      done = true;
      return session;
    } finally {
      if (!done) {
        automation.close();
      }
    }
  }

  Application application() {
    return application;
  }

  /** Whether the Outlook that it was opened with still runs. */
  boolean answers() {
    try {
      return !application.version().isEmpty();
    } catch (AutomationException e) {
      if (e.result().gone()) {
        return false;
      }
      throw e;
    }
  }

  void use() {
    users++;
  }

  /**
   * One user less.
   *
   * @param stays whether it is kept for the next one
   * @return whether that ended it
   */
  boolean leave(boolean stays) {
    users--;
    if (users == 0 && (abandoned || !stays)) {
      close();
    }
    return closed;
  }

  /** Ends with its last user. */
  void abandon() {
    abandoned = true;
    if (users == 0) {
      close();
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      try {
        application.close();
      } finally {
        automation.close();
      }
    }
  }
}
