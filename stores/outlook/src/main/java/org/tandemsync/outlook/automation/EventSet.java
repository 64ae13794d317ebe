package org.tandemsync.outlook.automation;

import java.util.Map;
import java.util.UUID;

/**
 * Events that an object tells together: a dispinterface of its type library.
 *
 * @param iid what the dispinterface is identified by
 * @param names of the events that are listened to, by their numbers in the type library
 */
public record EventSet(UUID iid, Map<Integer, String> names) {
  public EventSet {
    names = Map.copyOf(names);
  }
}
