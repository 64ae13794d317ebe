package org.tandemsync.cli;

import java.net.URI;
import java.util.List;

/** Somebody's Outlook data file and a small CalDAV/CardDAV server, for the demo. */
public interface DemoWorld extends AutoCloseable {

  /** What is in the data file {@code outlook.pst}, in a sentence. */
  String sample();

  /** The root of the server. */
  URI url();

  String user();

  String password();

  /** The path of its calendar. */
  String calendar();

  /** The path of its task list. */
  String taskList();

  /** The path of its address book. */
  String addressBook();

  /**
   * Changes the data file as a user of Outlook does.
   *
   * @return what was changed, a sentence each
   */
  List<String> changeInOutlook();

  /**
   * Changes the server as another program does.
   *
   * @return what was changed, a sentence each
   */
  List<String> changeOnThePhone();

  /** The item that was changed on both sides, as each of them has it now. */
  Both merged();

  /** How one item looks on either side. */
  record Both(String outlook, String server) {}

  @Override
  void close();
}
