package org.tandemsync.pst;

/** What Outlook uses a folder for. */
public enum FolderRole {
  CALENDAR,
  CONTACTS,
  TASKS,
  NOTES,
  JOURNAL,
  DRAFTS,
  INBOX,
  DELETED_ITEMS,
  /** No default folder. */
  OTHER
}
