package org.tandemsync.distribution;

import org.tandemsync.services.Surroundings;
import org.tandemsync.windows.automation.OutlookSession;

/** Outlook by the objects of Windows. Only loaded there. */
final class WindowsDesktop {
  private WindowsDesktop() {}

  static Desktop in(Surroundings surroundings) {
    return OutlookDesktop.of(OutlookSession::open, surroundings.clock());
  }
}
