package org.tandemsync.cli;

import java.net.URI;

/** A small CalDAV/CardDAV server for the demo. */
public interface DemoServer extends AutoCloseable {

  /** Its root. */
  URI url();

  String user();

  String password();

  /** The path of its calendar. */
  String calendar();

  /** The path of its address book. */
  String addressBook();

  /**
   * Changes the calendar and the address book as another client does.
   *
   * @return what was changed, in a sentence
   */
  String anotherClient();

  @Override
  void close();
}
