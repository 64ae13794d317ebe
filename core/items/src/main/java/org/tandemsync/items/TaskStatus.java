package org.tandemsync.items;

/** Outlook's OlTaskStatus, in the order of its numbers 0 to 4. */
public enum TaskStatus {
  NOT_STARTED,
  IN_PROGRESS,
  COMPLETE,
  WAITING,
  DEFERRED
}
