package org.tandemsync.outlook.events;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.SyncObject;
import org.tandemsync.outlook.model.SyncObjects;

/**
 * Tells when Outlook has sent and received. Each of its Send/Receive groups tells it on its own,
 * and is held as long.
 */
public final class AfterSendReceive implements AutoCloseable {
  private final List<SyncObject> groups = new ArrayList<>();
  private final List<Events.Connection> connections = new ArrayList<>();

  /**
   * Begins to listen.
   *
   * @param ended is called on Outlook's thread, and returns at once
   */
  public AfterSendReceive(Events events, NameSpace session, Runnable ended) {
    try (SyncObjects all = session.syncObjects()) {
      for (int i = 1; i <= all.count(); i++) {
        SyncObject group = all.item(i);
        groups.add(group);
        connections.add(
            events.listen(
                group.dispatch(), OutlookEvents.SYNC_OBJECT, (event, arguments) -> ended.run()));
      }
    } catch (AutomationException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    connections.forEach(Events.Connection::close);
    groups.forEach(SyncObject::close);
    connections.clear();
    groups.clear();
  }
}
