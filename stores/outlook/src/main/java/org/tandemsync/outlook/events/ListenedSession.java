package org.tandemsync.outlook.events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.PatientDispatch;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.NameSpace;

/** A session with an Outlook that runs, in which its end and its Send/Receive are listened to. */
final class ListenedSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ListenedSession.class);

  private final Automation automation;
  private final Application application;
  private Events.@Nullable Connection end;
  private @Nullable AfterSendReceive after;

  private ListenedSession(Automation automation, Application application) {
    this.automation = automation;
    this.application = application;
  }

  /**
   * Takes the Outlook that runs.
   *
   * @param quits is called by Outlook when it ends
   * @param sentAndReceived is called by Outlook
   */
  static ListenedSession open(Automation.Opener opener, Runnable quits, Runnable sentAndReceived)
      throws Automation.UnavailableException {
    Automation automation = opener.open(Automation.WhenClosed.REFUSE);
    ListenedSession session = null;
    boolean done = false;
    try {
      session = new ListenedSession(automation, new Application(automation.application()));
      session.listen(quits, sentAndReceived);
      done = true;
      return session;
    } finally {
      if (!done && session != null) {
        session.close();
      } else if (!done) {
        automation.close();
      }
    }
  }

  /** Where one of them cannot be listened to the folders still can. */
  private void listen(Runnable quits, Runnable sentAndReceived) {
    try {
      end =
          events()
              .listen(
                  application.dispatch(),
                  OutlookEvents.APPLICATION,
                  (event, arguments) -> quits.run());
    } catch (AutomationException e) {
      unheard("its end", e);
    }
    try (NameSpace session = application.getNamespace("MAPI")) {
      after = new AfterSendReceive(events(), session, sentAndReceived);
    } catch (AutomationException e) {
      unheard("Send/Receive", e);
    }
  }

  private static void unheard(String what, AutomationException e) {
    if (e.result().gone() || e.result().busy()) {
      throw e;
    }
    LOG.warn("Outlook does not tell of {}: {}", what, e.getMessage());
  }

  Application application() {
    return application;
  }

  Events events() {
    return automation.events();
  }

  /** Whether this Outlook still runs; one that is busy does. */
  boolean answers() {
    Dispatch dispatch = application.dispatch();
    try {
      Dispatch impatient = dispatch instanceof PatientDispatch p ? p.inner() : dispatch;
      return impatient.get("Name") != null;
    } catch (AutomationException e) {
      return !e.result().gone();
    }
  }

  @Override
  public void close() {
    AfterSendReceive sendReceive = after;
    Events.Connection quits = end;
    quietly(sendReceive);
    quietly(quits);
    quietly(application::close);
    quietly(automation);
  }

  /** Closes what may have ended by itself. */
  static void quietly(@Nullable AutoCloseable what) {
    try {
      if (what != null) {
        what.close();
      }
    } catch (AutomationException e) {
      LOG.debug("it has ended by itself: {}", e.getMessage());
    } catch (Exception e) {
      throw new IllegalStateException("nothing of Outlook throws this", e);
    }
  }
}
