package org.tandemsync.items;

/** Outlook's OlImportance (PidTagImportance), in the order of its numbers 0 to 2. */
public enum Importance {
  LOW,
  NORMAL,
  HIGH
}
