package org.tandemsync.items;

/** Which of the matching days of a month: Outlook's Instance 1 to 5, where 5 is the last. */
public enum WeekIndex {
  FIRST,
  SECOND,
  THIRD,
  FOURTH,
  LAST
}
