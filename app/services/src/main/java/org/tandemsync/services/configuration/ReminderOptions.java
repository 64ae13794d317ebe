package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.reminders]}.
 *
 * @param which the reminders that take part; the others stay as they are on both sides
 */
public record ReminderOptions(Which which) implements OptionGroup {
  /** Nothing is left out unless somebody asks for it. */
  public static final ReminderOptions USUAL = new ReminderOptions(Which.ALL);

  static final String NAME = "reminders";

  private static final String KEY = "which";

  /** Which reminders take part. */
  public enum Which {
    ALL,
    /** Those that are still to come: old ones would go off all at once on a phone. */
    UPCOMING,
    NONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ReminderOptions read(TomlMembers m) {
    m.allow(KEY);
    Map<String, Which> words = new LinkedHashMap<>();
    for (Which which : Which.values()) {
      words.put(which.word(), which);
    }
    return new ReminderOptions(m.word(KEY, words).orElse(USUAL.which));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS, Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    return equals(USUAL) ? Map.of() : Map.of(KEY, which.word());
  }
}
