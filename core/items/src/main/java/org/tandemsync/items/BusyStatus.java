package org.tandemsync.items;

/** Outlook's OlBusyStatus, in the order of its numbers 0 to 4. */
public enum BusyStatus {
  FREE,
  TENTATIVE,
  BUSY,
  OUT_OF_OFFICE,
  WORKING_ELSEWHERE
}
