package org.tandemsync.items;

/**
 * An appointment's reminder.
 *
 * @param set whether Outlook reminds
 * @param minutesBefore minutes before the start, 0 or more; 0 when not set
 */
public record Reminder(boolean set, int minutesBefore) {
  public static final Reminder NONE = new Reminder(false, 0);

  public Reminder {
    if (minutesBefore < 0) {
      throw new IllegalArgumentException("Outlook reminds before the start, not after it");
    }
    if (!set) {
      minutesBefore = 0;
    }
  }

  public static Reminder before(int minutes) {
    return new Reminder(true, minutes);
  }
}
