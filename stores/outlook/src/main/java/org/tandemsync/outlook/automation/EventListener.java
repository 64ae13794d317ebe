package org.tandemsync.outlook.automation;

import java.util.List;

/** Hears of events, on the thread that the objects belong to; returns quickly. */
@FunctionalInterface
public interface EventListener {

  /**
   * Something has happened.
   *
   * @param event its name in the type library
   * @param arguments in their order; references among them are the listener's to close
   */
  void happened(String event, List<Variant> arguments);
}
