package org.tandemsync.items;

/** Outlook's OlSensitivity (PidTagSensitivity), in the order of its numbers 0 to 3. */
public enum Sensitivity {
  NORMAL,
  PERSONAL,
  PRIVATE,
  CONFIDENTIAL
}
