package org.tandemsync.outlook;

import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.sync.StoreException;

/** What went wrong with Outlook as a whole, or with one of its folders, in plain words. */
public final class OutlookTrouble {
  private OutlookTrouble() {}

  /**
   * A failure as the run's.
   *
   * @param what could not be used, if Outlook itself answers: "Outlook's folder ..."
   */
  public static StoreException of(String what, AutomationException e) {
    if (e.result().gone()) {
      return new StoreException(
          StoreException.Reason.UNREACHABLE,
          "Outlook has ended while Tandem worked with it. Next step: start Outlook and try again.",
          e);
    }
    if (e.result().busy()) {
      return new StoreException(
          StoreException.Reason.BUSY,
          "Outlook is busy: it shows a dialog, or somebody works in it. Next step: close the dialog"
              + " and try again.",
          e);
    }
    return new StoreException(
        StoreException.Reason.DAMAGED, what + " cannot be used: " + e.getMessage(), e);
  }
}
