package org.tandemsync.items;

/** Outlook's OlMeetingRecipientType, in the order of its numbers 0 to 3. */
public enum AttendeeType {
  ORGANIZER,
  REQUIRED,
  OPTIONAL,
  RESOURCE
}
