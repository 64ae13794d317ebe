package org.tandemsync.services.schedule;

/** Why a profile runs. */
public enum Trigger {
  /** The service has started. */
  START("start"),
  /** Its interval is over. */
  INTERVAL("interval"),
  /** Its folder has changed. */
  CHANGE("change"),
  /** Outlook has sent and received. */
  SEND_RECEIVE("send-receive"),
  /** Somebody has decided about what was held or in conflict. */
  DECISION("decision"),
  /** Outlook was started. */
  OUTLOOK("outlook"),
  /** It was configured, or configured otherwise. */
  CONFIGURED("configured"),
  /** It failed before. */
  RETRY("retry");

  private final String label;

  Trigger(String label) {
    this.label = label;
  }

  /** The word for this in the log and in JSON. */
  public String label() {
    return label;
  }
}
