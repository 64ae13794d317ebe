package org.tandemsync.dav.client;

/** Who asks cannot be shown to the server by a ticket. Says why and what to do; never a secret. */
public final class TicketTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TicketTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  TicketTrouble(String message) {
    super(message);
  }
}
