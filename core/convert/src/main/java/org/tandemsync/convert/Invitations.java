package org.tandemsync.convert;

/** Who sends the invitations to the meetings that Outlook brings to the server (RFC 6638 7.1). */
public enum Invitations {
  /** Outlook has sent them: the server must not send them again, SCHEDULE-AGENT=CLIENT. */
  OUTLOOK,

  /** The server sends them: nothing is said, which means SCHEDULE-AGENT=SERVER. */
  SERVER,

  /** SCHEDULE-AGENT=NONE. */
  NOBODY
}
