package org.tandemsync.windows.automation;

import java.util.function.Supplier;

/** The thread that an apartment's objects belong to. */
interface Turn {

  /**
   * Does something on that thread, and waits for it.
   *
   * @throws org.tandemsync.outlook.automation.AutomationException if the thread has ended
   */
  <R> R on(Supplier<R> work);

  /** Does something on that thread some time later; nothing if it has ended. */
  void later(Runnable work);
}
