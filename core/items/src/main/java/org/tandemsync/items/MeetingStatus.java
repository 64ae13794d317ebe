package org.tandemsync.items;

/** Outlook's OlMeetingStatus: whose meeting it is, and whether it was cancelled. */
public enum MeetingStatus {
  NON_MEETING,
  MEETING,
  CANCELED,
  RECEIVED,
  RECEIVED_AND_CANCELED
}
