package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.tasks]}: how new tasks are written.
 *
 * @param floatingTimes whether start and due are times without zone, 00:00:00 and 23:59:59; else
 *     they are dates
 * @param fixedReminders whether reminders are points in time; else they are relative to the start
 * @param deferredIsOpen whether deferred tasks are open on the server; else they are cancelled
 */
public record TaskOptions(boolean floatingTimes, boolean fixedReminders, boolean deferredIsOpen)
    implements OptionGroup {
  public static final TaskOptions USUAL = new TaskOptions(false, false, false);

  static final String NAME = "tasks";

  private static final String DATES = "dates";
  private static final String FLOATING = "floating";
  private static final String REMINDERS = "reminders";
  private static final String FIXED = "fixed";
  private static final String DEFERRED = "deferred";
  private static final String OPEN = "open";

  static TaskOptions read(TomlMembers m) {
    m.allow(DATES, REMINDERS, DEFERRED);
    return new TaskOptions(
        m.word(DATES, words("date", FLOATING)).orElse(false),
        m.word(REMINDERS, words("relative", FIXED)).orElse(false),
        m.word(DEFERRED, words("cancelled", OPEN)).orElse(false));
  }

  private static Map<String, Boolean> words(String usual, String other) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put(usual, false);
    words.put(other, true);
    return words;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (floatingTimes) {
      unusual.put(DATES, FLOATING);
    }
    if (fixedReminders) {
      unusual.put(REMINDERS, FIXED);
    }
    if (deferredIsOpen) {
      unusual.put(DEFERRED, OPEN);
    }
    return unusual;
  }
}
