package org.tandemsync.outlook.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.EventListener;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * Tells what happens, with Outlook's manners: also what the listener itself does, while its call
 * has not come back yet; never to the listeners of a collection that nobody holds.
 */
public final class StandInEvents implements Events {
  /** Which objects tell which events. */
  private static final Map<String, String> TOLD_BY =
      Map.of(
          "Items", "00063077-0000-0000-c000-000000000046",
          "Folder", "000630f7-0000-0000-c000-000000000046",
          "Application", "0006302c-0000-0000-c000-000000000046",
          "SyncObject", "00063085-0000-0000-c000-000000000046");

  private final StandIn outlook;
  private final List<Told> listeners = new ArrayList<>();

  private record Told(Reference source, EventSet events, EventListener listener) {}

  StandInEvents(StandIn outlook) {
    this.outlook = outlook;
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }

  StandInObject sendReceive() {
    return new SyncObjectObject(outlook);
  }

  /** Outlook sends and receives. */
  public void sendAndReceive() {
    raise("SyncEnd", object -> object instanceof SyncObjectObject);
  }

  void quits() {
    raise("Quit", object -> object instanceof ApplicationObject);
  }

  /** The listeners of an Outlook that has ended are nobody's. */
  void restarted() {
    listeners.clear();
  }

  @Override
  public Connection listen(Dispatch source, EventSet events, EventListener listener) {
    if (!(source instanceof Reference from)
        || !events.iid().toString().equals(TOLD_BY.get(from.object().type()))) {
      throw new AutomationException(
          HResult.MAPI_E_NO_SUPPORT, "FindConnectionPoint", "It tells no such events.");
    }
    Told told = new Told(from, events, listener);
    listeners.add(told);
    return () -> listeners.removeIf(other -> other == told);
  }

  void leaves(StoredItem item) {
    raise(
        "BeforeItemMove",
        object -> object instanceof FolderObject f && f.folder().equals(item.folder()),
        ItemObject.open(outlook, item),
        new FolderObject(outlook, outlook.root()));
  }

  void removed(StoredFolder folder) {
    raise("ItemRemove", object -> object instanceof ItemsObject i && i.folder().equals(folder));
  }

  void added(StoredItem item) {
    raiseOfItem("ItemAdd", item);
  }

  void changed(StoredItem item) {
    raiseOfItem("ItemChange", item);
  }

  private void raiseOfItem(String event, StoredItem item) {
    raise(
        event,
        object -> object instanceof ItemsObject i && i.folder().equals(item.folder()),
        ItemObject.open(outlook, item));
  }

  private void raise(String event, Predicate<StandInObject> by, StandInObject... arguments) {
    for (Told told : List.copyOf(listeners)) {
      if (!told.source().released()
          && told.events().names().containsValue(event)
          && by.test(told.source().object())) {
        List<Variant> references = new ArrayList<>();
        for (StandInObject argument : arguments) {
          references.add(Variant.of(outlook.reference(argument)));
        }
        told.listener().happened(event, references);
      }
    }
  }
}
