package org.tandemsync.outlook.automation;

/** How objects tell what happens to them. */
public interface Events {

  /**
   * Listens to an object until the connection is closed. The object itself has to be held as long:
   * Outlook forgets a collection of items, and its listeners with it, that nobody holds.
   *
   * @throws AutomationException if it does not tell such events
   */
  Connection listen(Dispatch source, EventSet events, EventListener listener);

  /** What ends the listening; a second time has no effect. */
  interface Connection extends AutoCloseable {
    @Override
    void close();
  }
}
